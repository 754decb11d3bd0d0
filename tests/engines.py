"""What SQLAlchemy has compiled for one database of the tests serves the next.

Each engine compiles every statement anew, which took a fifth of the time of the tests that use a
database. The bot has one engine a process; the tests have one a test.
"""

from typing import Any

from sqlalchemy import URL, Engine, event
from sqlalchemy.util import LRUCache

from storage import database, engine

STATEMENTS = 5_000
"""Compiled statements that are kept: more than the whole suite has."""


def share_compiled_statements() -> None:
    """Let the databases that this process opens share a dialect and what was compiled for it."""
    first: dict[str, Engine] = {}
    compiled: LRUCache[Any, Any] = LRUCache(STATEMENTS)  # of all dialects, which are in its keys

    def opened(url: URL) -> Engine:
        made = engine.open_engine(url)
        known = first.get(made.name)
        if known is not None:
            made.dialect = known.dialect
        else:
            # A dialect learns of its database as the first connection is made.
            event.listen(made, "connect", lambda *_: first.setdefault(made.name, made))
        made._compiled_cache = compiled
        return made

    vars(database)["open_engine"] = opened  # where it looks for it
