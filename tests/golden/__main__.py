"""Writes the golden texts anew, to be read before they are kept."""

import asyncio
import tempfile
from pathlib import Path

from config.languages import INTERFACE_LANGUAGES
from storage.database import Database
from tests.golden import TEXTS
from tests.golden.scenes import play


async def main() -> None:
    """Play the scenes in each language."""
    for language in INTERFACE_LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{Path(folder) / 'tco.db'}")
            database.upgrade()
            (TEXTS / f"{language}.txt").write_text(await play(database, language), "utf-8")
            database.close()


asyncio.run(main())
