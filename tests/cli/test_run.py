"""`tco-bot run`, `demo`, `upgrade` and `check-config`: what they print, and how they end."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.app import App
from bot.cli import app
from storage.database import Database
from storage.examination import TablesAre

pytestmark = pytest.mark.usefixtures("log_restored")

ROOT = Path(__file__).parents[2]
TOKEN = "7654321098:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder, with no settings but the data folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TCO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "200")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_a_bot_without_a_platform_says_what_to_set() -> None:
    result = run("run")
    assert result.exit_code == 2
    assert (
        "TCO_MATRIX_HOMESERVER: is missing, and so is TCO_TELEGRAM_TOKEN. Set at least one in"
        in result.stderr
    )
    assert "tco-bot run --console" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["run", "upgrade", "check-config"])
def test_a_wrong_setting_stops_each_start_with_one_sentence(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TCO_SEND_TICK_SECONDS", "soon")
    result = run(command)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert "TCO_SEND_TICK_SECONDS" in result.stderr


def test_a_fault_of_the_bot_itself_is_logged_without_secrets(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def break_down(_: App) -> None:
        await asyncio.sleep(0)
        raise RuntimeError(f"GET https://api.telegram.org/bot{TOKEN}/getMe")

    monkeypatch.setenv("TCO_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setattr(App, "run", break_down)
    result = run("run")
    seen = result.output + "".join(capfd.readouterr())
    assert result.exit_code == 1
    assert "stopped by a fault" in seen
    assert TOKEN not in seen


def test_check_config_shows_what_is_set_and_hides_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TCO_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TCO_TELEGRAM_ALLOWED_USERS", "12, 34")
    result = run("check-config")
    assert result.exit_code == 0
    assert TOKEN not in result.output
    shown = dict(
        line.split(None, 1)
        for line in result.stdout.splitlines()
        if line.startswith("TCO_") and len(line.split()) > 1
    )
    assert shown["TCO_TELEGRAM_TOKEN"].strip() == "***"
    assert shown["TCO_TELEGRAM_ALLOWED_USERS"].strip() == "12, 34"
    assert "all well" in result.stdout


def test_upgrade_makes_the_database_and_may_be_repeated(tmp_path: Path) -> None:
    for _ in range(2):
        result = run("upgrade")
        assert result.exit_code == 0, result.output
    assert (tmp_path / "data/tco-bot.db").stat().st_size > 0


def test_a_first_start_makes_its_tables_in_a_process_of_its_own(tmp_path: Path) -> None:
    starts = (
        "import sys; from bot.cli.run import _have_tables_made; "
        "from config.settings import load_settings; _have_tables_made(load_settings()); "
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", starts],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"

    database = Database(f"sqlite:///{tmp_path / 'data/tco-bot.db'}")
    assert database.examine().state is TablesAre.CURRENT
    database.close()


def test_a_database_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TCO_DATABASE_URL", f"sqlite:///{tmp_path / 'file/tco.db'}")
    result = run("upgrade")
    assert result.exit_code == 2
    assert result.stderr.startswith("database sqlite:///")
    assert "Traceback" not in result.output


@pytest.mark.slow
def test_the_demonstration_tells_its_story_in_a_pipe_and_ends() -> None:
    result = run("demo")
    assert result.exit_code == 0
    for word in (
        "16 new articles. 14 report",
        "Now following OTS",
        "Kubanychbek Omuraliev",
        "TOOK PLACE",
        "1 source read",
    ):
        assert word in result.stdout, word
    assert result.stderr == ""


def test_called_without_anything_it_shows_its_help() -> None:
    assert "check-config" in run().output
