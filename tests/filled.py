"""What many tests want in their database is written once a process, and copied from then on.

To file half a dozen events takes longer than most tests that then look at them.
"""

import sqlite3
from collections.abc import Callable, Hashable
from contextlib import closing
from typing import TypeVar, cast

from sqlalchemy import text
from sqlmodel import Session

from storage.database import Database

T = TypeVar("T")

_ANYTHING = text("SELECT EXISTS (SELECT 1 FROM source) OR EXISTS (SELECT 1 FROM chat)")

_kept: dict[Hashable, tuple[sqlite3.Connection, object]] = {}


def filled(database: Database, key: Hashable, fill: Callable[[Session], T]) -> T:
    """Fill a database and return what `fill` does.

    Args:
        database: On SQLite an empty one is copied from the first that was filled so.
        key: What is filled in, and all that it hangs on.
        fill: Fills it.
    """
    if not database.is_file or _holds_anything(database):
        with database.transaction() as session:
            return fill(session)
    if key in _kept:
        memory, returned = _kept[key]
        with closing(_opened(database)) as target:
            memory.backup(target)
        return cast("T", returned)
    with database.transaction() as session:
        made = fill(session)
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    with closing(_opened(database)) as source:
        source.backup(memory)
    _kept[key] = memory, made
    return made


def _holds_anything(database: Database) -> bool:
    with database.transaction() as session:
        return bool(session.scalar(_ANYTHING))


def _opened(database: Database) -> sqlite3.Connection:
    return sqlite3.connect(str(database.engine.url.database))
