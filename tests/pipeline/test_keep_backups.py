"""Backups come on schedule, so many are kept, and nothing else in the folder is touched."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.pipeline.keep_backups import BackupKeeper
from storage import chats
from storage.database import Database
from storage.errors import DatabaseError

HOUR = timedelta(hours=1)


def keeper(database: Database, folder: Path, keep: int = 3) -> BackupKeeper:
    return BackupKeeper(database, folder, 6 * HOUR, keep)


async def test_one_is_made_at_once_and_the_next_when_it_is_old_enough(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "backups"
    kept = keeper(database, folder)
    made = [await kept.back_up_due(now + hours * HOUR) for hours in (0, 5, 6, 7, 12)]
    assert made == [1, 0, 1, 0, 1]
    assert sorted(path.name for path in folder.iterdir()) == [
        "tco-bot-20240425-090000.db",
        "tco-bot-20240425-150000.db",
        "tco-bot-20240425-210000.db",
    ]


async def test_a_backup_holds_what_was_remembered(
    database: Database, tmp_path: Path, now: datetime
) -> None:
    with database.transaction() as session:
        chats.ensure(session, "telegram", "1", "", now, title="Press office")
    await keeper(database, tmp_path / "backups").back_up_due(now)
    (made,) = (tmp_path / "backups").iterdir()
    with closing(sqlite3.connect(made)) as connection:
        assert connection.execute("SELECT title FROM chat").fetchall() == [("Press office",)]
    assert made.stat().st_mode & 0o077 == 0


async def test_a_restart_repeats_none(sqlite: Database, tmp_path: Path, now: datetime) -> None:
    await keeper(sqlite, tmp_path / "backups").back_up_due(now)
    assert await keeper(sqlite, tmp_path / "backups").back_up_due(now + HOUR) == 0


async def test_the_oldest_go_and_files_of_others_stay(
    sqlite: Database, tmp_path: Path, now: datetime
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "tco-bot-by-hand.db").touch()
    kept = keeper(sqlite, folder, keep=2)
    for day in range(4):
        await kept.back_up_due(now + timedelta(days=day))
    assert sorted(path.name for path in folder.iterdir()) == [
        "tco-bot-20240427-090000.db",
        "tco-bot-20240428-090000.db",
        "tco-bot-by-hand.db",
    ]


async def test_a_folder_that_cannot_be_written_is_told_and_tried_again(
    sqlite: Database, tmp_path: Path, now: datetime
) -> None:
    (tmp_path / "file").touch()
    kept = keeper(sqlite, tmp_path / "file" / "backups")
    with pytest.raises((OSError, DatabaseError)):
        await kept.back_up_due(now)
    (tmp_path / "file").unlink()
    assert await kept.back_up_due(now) == 1
