"""Write the next revision from the difference between models and revisions.

`python -m storage.migrations "what changes"` writes it.

Read what it wrote: a renamed column looks to it like one that went and one that came.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from storage.engine import masked, open_engine, parse
from storage.migrations import migrate, settings


def write_revision(message: str, config: Config) -> None:
    """Write a revision that takes a database of the last one to today's models."""
    number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
    with tempfile.TemporaryDirectory() as directory:
        url = parse(f"sqlite:///{Path(directory) / 'scratch.db'}")
        engine = open_engine(url)
        migrate(engine, where=masked(url), config=config)
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
        engine.dispose()


if __name__ == "__main__":
    write_revision(" ".join(sys.argv[1:]) or "changes", settings())
