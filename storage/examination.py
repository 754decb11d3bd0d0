"""What can be said of a database without changing it: whose tables it has, and how it is kept."""

from dataclasses import dataclass
from enum import Enum, auto

from sqlalchemy import Connection, Engine, inspect

from storage import schema_version
from storage.error_mapping import MOVED


class TablesAre(Enum):
    """Of which version the tables are."""

    MISSING = auto()
    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()
    """Of a version that this program does not know."""
    MOVED = auto()
    """They were moved to another database and take no change any more."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a database.

    Attributes:
        state: Of which version they are.
        revision: Theirs, or None where there are none.
        head: This program's.
        journal: How SQLite keeps its changes ("wal"); empty on PostgreSQL.
        read_only: Whether the server takes no changes.
        moved_to: In a sentence, where they were moved; empty where they were not.
    """

    state: TablesAre
    revision: str | None
    head: str
    journal: str = ""
    read_only: bool = False
    moved_to: str = ""


def tables_of(engine: Engine) -> Tables:
    """Return what is to be said of the tables of `engine`."""
    revision, head = schema_version.revision_of(engine), schema_version.newest()
    known = schema_version.known()
    with engine.connect() as connection:
        lite = connection.dialect.name == "sqlite"
        if lite:
            journal = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())
            moved = _moved_to(connection)
            if moved:
                return Tables(TablesAre.MOVED, revision, head, journal, moved_to=moved)
            return Tables(_state(revision, head, known), revision, head, journal)
        standby = connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on"
        return Tables(_state(revision, head, known), revision, head, read_only=standby)


def _state(revision: str | None, head: str, known: frozenset[str]) -> TablesAre:
    if revision is None:
        return TablesAre.MISSING
    if revision == head:
        return TablesAre.CURRENT
    return TablesAre.OLDER if revision in known else TablesAre.NEWER


def _moved_to(connection: Connection) -> str:
    """Return the words that a database which was moved refuses each change with."""
    if "alembic_version" not in inspect(connection).get_table_names():
        return ""
    trigger = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'moved_%' LIMIT 1"
    found = connection.exec_driver_sql(trigger).scalar()
    if found is None or MOVED not in found:
        return ""
    words = str(found).partition(MOVED)[2].partition("')")[0]
    return MOVED + words.replace("''", "'")
