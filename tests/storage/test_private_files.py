"""What the bot remembers is for its owner's eyes alone."""

import stat
from pathlib import Path

from storage import backup, chats, private_files
from storage.database import Database


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_database_its_folder_and_its_side_files_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database = Database(f"sqlite:///{folder / 'tco.db'}")
    try:
        database.upgrade()
        with database.transaction():
            assert mode(folder) == 0o700
            assert {mode(path) for path in folder.iterdir()} == {0o600}
            assert len(list(folder.iterdir())) == 3
    finally:
        database.close()


def test_a_database_that_others_could_read_is_closed_to_them(sqlite: Database) -> None:
    path = Path(sqlite.engine.url.database or "")
    path.chmod(0o644)
    with sqlite.transaction() as session:
        chats.count_by_state(session)
    assert mode(path) == 0o600


def test_a_backup_is_private(sqlite: Database, tmp_path: Path) -> None:
    backup.back_up(sqlite, tmp_path / "saved.db")
    assert mode(tmp_path / "saved.db") == 0o600


def test_a_folder_that_is_there_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    private_files.close_to_others(folder)
    assert mode(folder) == 0o700
