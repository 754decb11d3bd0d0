"""What a database's refusal means, in words for the person who runs the bot."""

import sqlite3

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from storage.engine import masked
from storage.errors import DatabaseError, DatabaseMoved

MOVED = "this database was moved to "
"""What begins the error of every change of an SQLite database that has moved (`storage.copy`)."""

_SQLITE = {
    sqlite3.SQLITE_CANTOPEN: (
        "the file cannot be opened",
        "See that its directory exists and that the bot may write there",
    ),
    sqlite3.SQLITE_READONLY: (
        "it may only be read",
        "Give the user that runs the bot the right to write the file and its directory",
    ),
    sqlite3.SQLITE_PERM: (
        "it may not be used",
        "Give the user that runs the bot the right to write the file and its directory",
    ),
    sqlite3.SQLITE_FULL: (
        "the disk is full",
        "Make room; what is owed is kept and sent afterwards",
    ),
    sqlite3.SQLITE_NOTADB: (
        "the file is not an SQLite database",
        "Name another file, or move this one away",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "the file is damaged",
        "Restore a backup, or repair it with the sqlite3 shell's .recover",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk does not answer",
        "Check the disk, and that the file is not on a network share",
    ),
    sqlite3.SQLITE_BUSY: (
        "another process has been writing for too long",
        "See which other process holds the file",
    ),
    sqlite3.SQLITE_LOCKED: (
        "another process has been writing for too long",
        "See which other process holds the file",
    ),
}

_POSTGRES = {
    "25006": ("the server takes no writes (a standby?)", "Name the primary server"),
    "42501": (
        "this user lacks a right",
        "Let the user own the database: ALTER DATABASE … OWNER TO …",
    ),
    "53100": ("the server's disk is full", "Make room; what is owed is kept and sent afterwards"),
}

_NO_CONNECTION = (
    "See that the server runs, and that host, port, user, password and database name are right"
)
_NO_TABLES = ("its tables are missing or of another version", "Run tco-bot upgrade")


def explain(error: DBAPIError, url: URL) -> DatabaseError | None:
    """Return what `error` means.

    None where it is a mistake of the program and not a state of the database.
    """
    if isinstance(error.orig, sqlite3.Error) and str(error.orig).startswith(MOVED):
        return DatabaseMoved(
            masked(url), str(error.orig), "Set TCO_DATABASE_URL to that address and start again"
        )
    found = _sqlite(error.orig) if isinstance(error.orig, sqlite3.Error) else _postgres(error)
    return DatabaseError(masked(url), *found) if found else None


def lost_to_another(error: DBAPIError) -> bool:
    """Return whether the database undid a transaction in favour of another one.

    It may well succeed when done again.
    """
    return getattr(error.orig, "sqlstate", None) in {"40P01", "40001"}


def _sqlite(error: sqlite3.Error) -> tuple[str, str] | None:
    if str(error).startswith(("no such table", "no such column")):
        return _NO_TABLES
    code = getattr(error, "sqlite_errorcode", None)
    # The low byte is the kind of failure; the rest tells variants apart.
    return None if code is None else _SQLITE.get(code & 0xFF)


def _postgres(error: DBAPIError) -> tuple[str, str] | None:
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state in {"42P01", "42703"}:
        return _NO_TABLES
    if state in _POSTGRES:
        return _POSTGRES[state]
    # A connection that never came about has no code, only the server's words, in whatever language
    # it speaks.
    if state is None or state[:2] in {"08", "57"} or error.connection_invalidated:
        words = (str(error.orig).strip() or "no reason given").splitlines()[0]
        return (
            f"no connection ({words})",
            _NO_CONNECTION,
        )
    return None
