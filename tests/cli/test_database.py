"""`tco-bot deliveries`, `backup` and `copy-database`: what they print and leave behind."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from storage import chats, outbox, sending
from storage.database import Database
from tests.storage.things import begun, filed

NOW = datetime(2024, 4, 25, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _filled(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TCO_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("TCO_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("COLUMNS", "200")
    database = Database(sqlite_url)
    with database.transaction() as session:
        for address in ("-42", "7"):
            chat = chats.ensure(session, "telegram", address, "", NOW)
            chats.subscribe(session, chat.id, "organization", "ots")
        outbox.enqueue_alerts(session, filed(session, NOW), NOW)
        first, second = begun(session, NOW)
        sending.sent(session.connection(), first.id, "7", NOW)
        sending.uncertain(session, second.id, "no answer in time", NOW)
    database.close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_the_ledger_shows_each_delivery_and_why_it_ended_so() -> None:
    result = run("deliveries")
    assert result.exit_code == 0
    for words in (
        "telegram -42",
        "telegram 7",
        "alert event:1",
        "no answer in time",
        "1 sent, 1 uncertain.",
    ):
        assert words in result.stdout, words


def test_the_ledger_can_be_of_one_chat_or_of_failures_alone() -> None:
    assert "telegram 7" not in run("deliveries", "--chat", "1").stdout
    assert "1 sent." in run("deliveries", "--chat", "1").stdout
    failed = run("deliveries", "--failed").stdout
    assert "telegram 7" in failed
    assert "telegram -42" not in failed


def test_a_backup_stands_in_the_data_folder_or_where_it_is_told_to(tmp_path: Path) -> None:
    assert run("backup").exit_code == 0
    assert len(list(tmp_path.glob("backup-*.db"))) == 1
    result = run("backup", str(tmp_path / "mine.db"))
    assert (result.exit_code, (tmp_path / "mine.db").exists()) == (0, True)
    again = run("backup", str(tmp_path / "mine.db"))
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


@pytest.mark.parametrize(("words", "restored"), [("y", True), ("n", False)])
def test_restoring_asks_first_and_says_where_the_old_one_is(
    tmp_path: Path, words: str, *, restored: bool
) -> None:
    saved = tmp_path / "saved.db"
    assert run("backup", str(saved)).exit_code == 0
    result = CliRunner().invoke(app, ["restore", str(saved)], input=words)
    assert result.exit_code == (0 if restored else 1)
    assert ("the old one is kept as" in result.stdout) is restored
    assert (len(list(tmp_path.glob("tco.before-*.db"))) == 1) is restored


def test_restoring_from_nothing_ends_in_a_sentence(tmp_path: Path) -> None:
    result = run("restore", str(tmp_path / "absent.db"), "--yes")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_copying_says_how_much_and_what_to_do_next(sqlite_url: str, tmp_path: Path) -> None:
    result = run("copy-database", sqlite_url, f"sqlite:///{tmp_path / 'new.db'}")
    assert result.exit_code == 0, result.output
    assert "Set TCO_DATABASE_URL to it" in result.stdout
    again = run("copy-database", sqlite_url, f"sqlite:///{tmp_path / 'new.db'}")
    assert again.exit_code == 2
