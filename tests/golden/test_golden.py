"""What the bot says in each language is what was read and found right."""

import pytest

from config.languages import INTERFACE_LANGUAGES
from storage.database import Database
from tests.golden import TEXTS
from tests.golden.scenes import play


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
async def test_the_bot_says_what_was_read_and_found_right(language: str, sqlite_url: str) -> None:
    database = Database(sqlite_url)
    said = await play(database, language)
    database.close()
    kept = (TEXTS / f"{language}.txt").read_text("utf-8")
    assert said.split("=== ") == kept.split("=== "), (
        "read what changed, then keep it: python -m tests.golden"
    )
