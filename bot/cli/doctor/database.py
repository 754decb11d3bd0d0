"""Whether the database is there, whole, of this version, and how SQLite keeps it."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import make_url

from bot.runtime.findings import Finding, good, look, wrong
from storage import backup
from storage.database import Database
from storage.errors import DatabaseError
from storage.examination import Tables, TablesAre

_NAME = "database"


def examine(url: str) -> tuple[list[Finding], bool]:
    """Return what is found of the database at `url`, and whether a bot runs on its file.

    Nothing is made or changed: a file that is not there yet is left so.
    """
    try:
        if _is_new_file(url):
            return [good(_NAME, "is made at the first start")], False
        database = Database(url)
    except DatabaseError as error:
        return [_fault(error)], False
    try:
        runs = _runs(database)
        return list(_found(database)), runs
    except DatabaseError as error:
        return [_fault(error)], False
    finally:
        database.close()


def _is_new_file(url: str) -> bool:
    parsed = make_url(url)
    path = Path(parsed.database or "")
    return parsed.drivername.startswith("sqlite") and not path.exists()


def _fault(error: DatabaseError) -> Finding:
    return wrong("TCO_DATABASE_URL", f"{error.where}: {error.problem}", error.fix)


def _runs(database: Database) -> bool:
    try:
        database.occupy()
    except DatabaseError:
        return True
    return False


def _found(database: Database) -> Iterator[Finding]:
    if not database.answers():
        fix = "See that the server runs, and that host and port are right"
        yield wrong("TCO_DATABASE_URL", f"{database.where}: no server answers", fix)
        return
    backup.check(database)
    tables = database.examine()
    yield _version(tables)
    if database.is_file:
        yield _journal(tables)
    elif tables.read_only:
        yield wrong(_NAME, "the server takes no writes (a standby?)", "Name the primary server")


def _version(tables: Tables) -> Finding:
    match tables.state:
        case TablesAre.MOVED:
            fix = "Set TCO_DATABASE_URL to that address"
            return wrong("TCO_DATABASE_URL", tables.moved_to, fix)
        case TablesAre.NEWER:
            fix = "Run the newer version, or restore the backup made before the upgrade"
            return wrong(_NAME, "a newer version of the program made its tables", fix)
        case TablesAre.OLDER:
            said = f"its tables are of version {tables.revision}, this program's {tables.head}"
            return look(_NAME, said, "The next start upgrades it: make a backup first")
        case TablesAre.MISSING:
            return good(_NAME, "answers, and has no tables before the first start")
        case TablesAre.CURRENT:
            return good(_NAME, f"whole, and of this version ({tables.revision})")


def _journal(tables: Tables) -> Finding:
    if tables.journal == "wal":
        return good("SQLite", "writes ahead (WAL)")
    fix = "Keep the file on a disk of this machine, not on a network share"
    return look("SQLite", f"does not write ahead (journal: {tables.journal})", fix)
