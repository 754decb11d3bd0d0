"""`tco-bot health` tells each part of a running bot, and ends in 1 while one is ill."""

import asyncio

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.runtime.pulse import Pulse
from bot.runtime.scheduler import utc_now
from bot.web.health import Health
from bot.web.monitor import application
from bot.web.server import serving
from storage.database import Database


async def run(port: int, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.setenv("TCO_MONITOR_PORT", str(port))
    return await asyncio.to_thread(CliRunner().invoke, app, ["health"])


@pytest.mark.parametrize(("age", "code", "word"), [(1.0, 0, "well"), (9999.0, 1, "ill")])
async def test_each_part_of_a_running_bot_is_told(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch, age: float, code: int, word: str
) -> None:
    seconds = [0.0]
    pulse = Pulse(lambda: seconds[0])
    seconds[0] = age
    served = application(Health(sqlite, {"poll": pulse}), utc_now)
    async with serving(served, "127.0.0.1", 0) as address:
        result = await run(int(address.rpartition(":")[2]), monkeypatch)
    assert result.exit_code == code
    lines = dict(line.split(None, 1)[::-1] for line in result.stdout.splitlines())
    assert lines["database: answers"] == "well"
    assert lines[f"poll: worked {age:.0f} s ago"] == word


async def test_nobody_who_answers_is_ill_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    result = await run(1, monkeypatch)
    assert result.exit_code == 1
    assert "nobody answers at 127.0.0.1:1" in result.stdout


def test_without_a_port_it_says_which_setting_is_missing() -> None:
    result = CliRunner().invoke(app, ["health"])
    assert result.exit_code == 2
    assert "TCO_MONITOR_PORT: is not set" in result.stderr
