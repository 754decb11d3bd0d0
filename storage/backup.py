"""Keeping what is remembered: looking for damage, saving a copy while others work, moving away."""

from pathlib import Path

from storage.copy import Told, copy, is_empty
from storage.database import Database
from storage.errors import DatabaseError
from storage.name_forms import NameForms


def check(database: Database) -> None:
    """Look through an SQLite file for damage; PostgreSQL sees to itself.

    Raises:
        DatabaseError: The file is damaged, or cannot be read.
    """
    if not database.is_file:
        return
    with database.explained(), database.engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        fix = (
            "Restore a backup (tco-bot backup makes them), or repair it with the sqlite3 shell's"
            " .recover"
        )
        raise DatabaseError(database.where, f"the file is damaged ({found})", fix)


def back_up(database: Database, path: Path) -> None:
    """Save everything to a new SQLite file, of one moment, while others go on.

    Raises:
        DatabaseError: The file is there already, or the database cannot be read.
    """
    if path.exists():
        raise DatabaseError(database.where, f"{path} is there already", "Name a new file")
    draft = path.with_name(f"{path.name}.part")
    draft.unlink(missing_ok=True)
    saved = Database(f"sqlite:///{draft.absolute()}")
    try:
        if database.is_file:
            with database.explained():
                _save(database, saved)
        else:
            saved.upgrade()
            with database.explained():
                copy(database.engine, saved.engine)
        check(saved)
    finally:
        saved.close()
    draft.replace(path)


def move(
    database: Database, other: Database, names: NameForms, told: Told | None = None
) -> dict[str, int]:
    """Copy everything from an SQLite database to an empty one, and return rows by table.

    The first takes no change any more. `told` hears how far it has come.

    Raises:
        DatabaseError: It is not SQLite, the other one is not empty, or one of them cannot be used.
    """
    if not database.is_file:
        raise DatabaseError(
            database.where,
            "only an SQLite database can be moved",
            "Use PostgreSQL's own tools, or tco-bot backup",
        )
    database.upgrade(names)
    other.upgrade()
    with other.explained(), other.engine.connect() as connection:
        empty = is_empty(connection)
    if not empty:
        raise DatabaseError(other.where, "it is not empty", "Name an empty database")
    with database.explained(), other.explained():
        return copy(database.engine, other.engine, moved_to=other.where, told=told)


def _save(database: Database, saved: Database) -> None:
    here, there = database.engine.raw_connection(), saved.engine.raw_connection()
    try:
        # sqlite3's own connections, on both sides.
        here.driver_connection.backup(there.driver_connection)  # type: ignore[union-attr]
    finally:
        here.close()
        there.close()
