"""The bot is gone within three seconds of being told to stop, also while its platform hangs."""

import asyncio
import json
import os
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.runtime.scheduler import utc_now
from storage import chats
from storage.database import Database
from tests.storage.things import enqueue_digest
from tests.telegram_api import TOKEN, BotApi
from tests.telegram_api.faults import hang

ROOT = Path(__file__).parents[2]
BUSY = 12.0
"""Seconds that a machine which runs other tests at the same time may add to the bot's three, or as
many as it took to start there."""


async def ended(process: asyncio.subprocess.Process) -> tuple[int, float, str]:
    """Tell a bot to stop; return its exit code, the seconds that it took, and its log."""
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, err = await asyncio.wait_for(process.communicate(), 240)
    assert process.returncode is not None
    return process.returncode, time.monotonic() - began, err.decode()


def settings(folder: Path, api: BotApi) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "TCO_DATA_DIR": str(folder),
        "TCO_TELEGRAM_TOKEN": TOKEN,
        "TCO_TELEGRAM_BASE_URL": api.url,
        "TCO_SEND_TICK_SECONDS": "0.1",
        "TCO_POLL_TICK_SECONDS": "3600",
        "TCO_LOG_FORMAT": "json",
    }


@pytest.mark.parametrize("methods", [(), ("getUpdates",), ("sendMessage",), ("getMe",)])
async def test_it_ends_in_time_and_without_a_traceback(
    data_dir: Path, methods: tuple[str, ...]
) -> None:
    async with BotApi() as api:
        person = api.person("Aigul")
        database = Database(f"sqlite:///{data_dir / 'tco-bot.db'}")
        with database.transaction() as session:
            now = utc_now()
            chat = chats.ensure(session, "telegram", str(person.id), "", now)
            enqueue_digest(session, chat.id, now.date(), now)
        database.close()
        for method in methods:
            api.script.fail_always(method, hang())
        began = time.monotonic()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.cli",
            "run",
            "--roles",
            "read,send,listen",  # nobody out there is asked
            cwd=ROOT,
            env=settings(data_dir, api),
            stderr=asyncio.subprocess.PIPE,
        )
        waited = methods[0] if methods else "getUpdates"
        await api.until(lambda: api.of(waited) or None, 240)
        start = time.monotonic() - began
        code, seconds, log = await ended(process)
    assert code == 0, log
    assert "Traceback" not in log
    moments = {line["event"]: line["timestamp"] for line in map(json.loads, log.splitlines())}
    took = datetime.fromisoformat(moments["stopped"]) - datetime.fromisoformat(moments["stopping"])
    assert took < timedelta(seconds=max(2.5, start / 4)), log
    assert seconds < 3.0 + max(BUSY, start), log
