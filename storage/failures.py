"""What a database's refusal means, in words for the person who runs the bot."""

import sqlite3

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from storage.engine import masked
from storage.errors import DatabaseError

_SQLITE = {
    sqlite3.SQLITE_CANTOPEN: ("the file cannot be opened", "See that its directory exists and that the bot may write there"),
    sqlite3.SQLITE_READONLY: ("it may only be read", "Give the user that runs the bot the right to write the file and its directory"),
    sqlite3.SQLITE_PERM: ("it may not be used", "Give the user that runs the bot the right to write the file and its directory"),
    sqlite3.SQLITE_FULL: ("the disk is full", "Make room; what is owed is kept and sent afterwards"),
    sqlite3.SQLITE_NOTADB: ("the file is not an SQLite database", "Name another file, or move this one away"),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "Restore a backup, or repair it with the sqlite3 shell's .recover"),
    sqlite3.SQLITE_IOERR: ("the disk does not answer", "Check the disk, and that the file is not on a network share"),
    sqlite3.SQLITE_BUSY: ("another process has been writing for too long", "See which other process holds the file"),
    sqlite3.SQLITE_LOCKED: ("another process has been writing for too long", "See which other process holds the file"),
}

_POSTGRES = {
    "28P01": ("the password is wrong", "Correct user and password in the address"),
    "28000": ("the server does not let this user in", "Correct the user in the address, or the server's pg_hba.conf"),
    "3D000": ("there is no database of this name on the server", "Create it with createdb, or correct the name"),
    "42501": ("this user lacks a right", "Let the user own the database: ALTER DATABASE … OWNER TO …"),
    "25006": ("the server takes no writes (a standby?)", "Name the primary server"),
    "53100": ("the server's disk is full", "Make room; what is owed is kept and sent afterwards"),
    "53300": ("the server has no connection left", "Raise max_connections, or stop what holds them"),
    "57P03": ("the server is starting or stopping", "Wait a little and start again"),
}

_NO_TABLES = ("its tables are missing or of another version", "Run tco-bot upgrade")


def explain(error: DBAPIError, url: URL) -> DatabaseError | None:
    """Return what `error` means, or None where it is a mistake of the program and not a state of the database."""
    found = _sqlite(error.orig) if isinstance(error.orig, sqlite3.Error) else _postgres(error)
    return DatabaseError(masked(url), *found) if found else None


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
    if state is None and "password" in str(error.orig) and "fail" in str(error.orig):
        return _POSTGRES["28P01"]
    if error.connection_invalidated or state is None or state[:2] in {"08", "57"}:
        first = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else "no reason given"
        return f"the server cannot be reached ({first})", "See that it runs and that host and port are right"
    return None
