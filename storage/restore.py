"""A backup put in the place of the database, so that a kill at any moment leaves one whole file.

The backup is copied beside the database and looked through; then the old file gets a second name,
under which it is kept, and the copy takes the old one's name in one step.
"""

import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from storage import schema_version
from storage.backup import back_up, check
from storage.database import Database
from storage.errors import DatabaseError

_SIDES = ("-wal", "-shm")
"""What SQLite keeps beside a file; these would be taken for those of the file that comes."""


def look_through(backup: Path) -> str:
    """Return the revision of the tables in a backup that can be restored.

    Raises:
        DatabaseError: It is not there, damaged, no database of this bot, or of a newer version.
    """
    if not backup.is_file():
        raise DatabaseError(str(backup), "there is no such file", "Name a file that backup made")
    with closing(_opened(backup)) as database:
        check(database)
        with database.explained():
            revision = schema_version.revision_of(database.engine)
    if revision is None:
        fix = "Name a file that tco-bot backup made"
        raise DatabaseError(str(backup), "it holds no tables of this bot", fix)
    if revision not in schema_version.known():
        fix = "Run the newer version"
        raise DatabaseError(
            str(backup), f"a newer version of the program made its tables ({revision})", fix
        )
    return revision


def restore(backup: Path, url: str, now: datetime) -> Path | None:
    """Put `backup` in the place of the SQLite database at `url`.

    Return where the old one is kept, or None where there was none.

    Raises:
        DatabaseError: The database is not SQLite, a bot runs on it, or the backup cannot be used.
    """
    look_through(backup)
    database = Database(url)
    try:
        if not database.is_file:
            raise DatabaseError(
                database.where,
                "only an SQLite database is restored in place",
                "Make an empty PostgreSQL database and bring the backup there by tco-bot"
                " copy-database",
            )
        database.occupy()
        path = Path(make_url(url).database or "")
        draft = path.with_name(f"{path.name}.restoring")
        _copied(backup, draft)
        aside = _kept_aside(database, path, now) if path.exists() else None
        draft.replace(path)
        _to_disk(path.parent)
    finally:
        database.close()
    return aside


def _opened(path: Path) -> Database:
    return Database(f"sqlite:///{path.absolute()}")


def _copied(backup: Path, draft: Path) -> None:
    """Make `draft` a copy of `backup`, on the disk and without a file beside it."""
    for leftover in (draft, *(draft.with_name(draft.name + side) for side in _SIDES)):
        leftover.unlink(missing_ok=True)  # of a restore that was killed
    with closing(_opened(backup)) as source:
        back_up(source, draft)
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _kept_aside(database: Database, path: Path, now: datetime) -> Path:
    """Give the old file a second name, with all of its log in it."""
    with database.explained(), database.engine.connect() as connection:
        driver = connection.connection
        cursor = driver.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
    database.engine.dispose()
    for side in _SIDES:
        path.with_name(path.name + side).unlink(missing_ok=True)
    aside = path.with_name(f"{path.stem}.before-{now:%Y%m%d-%H%M%S}{path.suffix}")
    os.link(path, aside)
    return aside


def _to_disk(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
