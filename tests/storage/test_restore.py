"""A backup is put back whole: at every moment of it there is one whole database, old or new."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from storage import chats
from storage.backup import back_up
from storage.database import Database
from storage.errors import DatabaseError
from storage.restore import look_through, restore

STEPS = {
    "before the copy": "storage.restore.back_up",
    "before the copy is on the disk": "os.fsync",
    "before the old one has a second name": "os.link",
    "before the names change": "pathlib.Path.replace",
}


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [title for (title,) in connection.execute("SELECT title FROM chat ORDER BY id")]


def add(database: Database, title: str, now: datetime) -> None:
    with database.transaction() as session:
        chats.ensure(session, "telegram", title, "", now, title=title)


@pytest.fixture
def saved(sqlite: Database, tmp_path: Path, now: datetime) -> Path:
    """A backup that knows of one chat, of a database that knows of two by now."""
    add(sqlite, "Old", now)
    path = tmp_path / "saved.db"
    back_up(sqlite, path)
    add(sqlite, "New", now)
    sqlite.close()
    return path


def test_what_was_saved_is_back_and_the_old_one_is_kept(
    saved: Path, sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    aside = restore(saved, sqlite_url, now)
    assert aside == tmp_path / "tco.before-20240425-090000.db"
    assert titles(tmp_path / "tco.db") == ["Old"]
    assert titles(aside) == ["Old", "New"]
    assert titles(saved) == ["Old"]


def test_where_there_was_none_there_is_one(saved: Path, tmp_path: Path, now: datetime) -> None:
    assert restore(saved, f"sqlite:///{tmp_path / 'data' / 'fresh.db'}", now) is None
    assert titles(tmp_path / "data" / "fresh.db") == ["Old"]


def test_while_the_bot_runs_nothing_is_restored(
    saved: Path, sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    running = Database(sqlite_url)
    running.occupy()
    with pytest.raises(DatabaseError, match="the bot is running on it already"):
        restore(saved, sqlite_url, now)
    running.close()
    assert titles(tmp_path / "tco.db") == ["Old", "New"]


def test_what_is_no_good_backup_is_refused_before_anything_changes(
    saved: Path, sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(saved.read_bytes()[:8192] + b"\0" * 40_000)
    letter = tmp_path / "letter.db"
    letter.write_text("Dear editor,\n" * 100)
    empty = tmp_path / "empty.db"
    sqlite3.connect(empty).close()
    newer = tmp_path / "newer.db"
    newer.write_bytes(saved.read_bytes())
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for path, words in (
        (tmp_path / "absent.db", "there is no such file"),
        (damaged, "damaged"),
        (letter, "not an SQLite database"),
        (empty, "no tables of this bot"),
        (newer, "a newer version"),
    ):
        with pytest.raises(DatabaseError, match=words):
            restore(path, sqlite_url, now)
    assert titles(tmp_path / "tco.db") == ["Old", "New"]


def test_a_backup_of_an_earlier_version_can_be_restored(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0010'")
        connection.commit()
    assert look_through(saved) == "0010"


def test_postgresql_is_told_the_way_by_an_empty_database(
    saved: Path, postgres_url: str, now: datetime
) -> None:
    with pytest.raises(DatabaseError, match="bring the backup there by tco-bot copy-database"):
        restore(saved, postgres_url, now)


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_in_the_middle_leaves_the_old_one_whole_and_the_next_try_succeeds(
    saved: Path, sqlite_url: str, tmp_path: Path, now: datetime, step: str
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", _DIES, STEPS[step], str(saved), sqlite_url, now.isoformat()],
        cwd=Path(__file__).parents[2],
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert titles(tmp_path / "tco.db") == ["Old", "New"]
    aside = restore(saved, sqlite_url, now.replace(hour=10))
    assert titles(tmp_path / "tco.db") == ["Old"]
    assert aside is not None
    assert titles(aside) == ["Old", "New"]


_DIES = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from storage.restore import restore

step, saved, url, now = sys.argv[1:]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

real = Path.replace

def dies_at_the_end(path, target):
    if str(target).endswith("tco.db"):
        die()
    return real(path, target)

with patch(step, dies_at_the_end if step.endswith("replace") else die):
    restore(Path(saved), url, datetime.fromisoformat(now))
"""
