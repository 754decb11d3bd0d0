"""The whole river as a process of its own.

A feed is polled, articles read, events filed, alerts and digests owed and sent.

The process is killed and stopped from outside, as a machine would do it; what it remembers is
looked at through storage.
"""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from babel.dates import format_date
from sqlmodel import col, select

from bot.demo.articles import DemoArticle, load
from bot.demo.server import serve
from bot.platforms.console import HERE
from storage import chats
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState, Topic
from storage.models import Chat, Delivery

ROOT = Path(__file__).parents[2]
SECONDS = 180
GENEVA = datetime(2024, 4, 23, tzinfo=UTC)
"""The day of the conference in the article."""
QUICK = {f"TCO_{stage}_TICK_SECONDS": "0.1" for stage in ("POLL", "READ", "DIGEST", "SEND")}
SENDS_NOTHING_MORE = {"TCO_SEND_TICK_SECONDS": "86400"}


class Process:
    """A bot that runs.

    Attributes:
        out: The file that its standard output goes to.
        err: The file that its log goes to.
    """

    def __init__(self, process: asyncio.subprocess.Process, out: Path, err: Path) -> None:
        self._process = process
        self.out = out
        self.err = err

    async def end(self, number: signal.Signals) -> int:
        self._process.send_signal(number)
        async with asyncio.timeout(SECONDS):
            return await self._process.wait()

    def log(self) -> list[dict[str, Any]]:
        """The lines that are written to their end."""
        whole, _, _ = self.err.read_text(encoding="utf-8").rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    @property
    def pid(self) -> int:
        return self._process.pid

    async def until(self, wanted: Callable[[], bool], seconds: float = SECONDS) -> None:
        """Wait for what must come to pass while the process runs."""
        async with asyncio.timeout(seconds):
            while not wanted():
                assert self._process.returncode is None, self.err.read_text(encoding="utf-8")
                await asyncio.sleep(0.05)


class River:
    """A feed, a database with one chat that follows OTS, and bots that work on them.

    Attributes:
        database: What the bots remember.
        day: The day of the conference in Geneva, as the feed has it and a card says it.
    """

    def __init__(self, folder: Path, feed: str, database: Database, day: str) -> None:
        self.day = day
        self._folder = folder
        self._feed = feed
        self._started = 0
        self.database = database

    @asynccontextmanager
    async def bot(self, **environment: str) -> AsyncIterator[Process]:
        self._started += 1
        out, err = self._folder / f"{self._started}.out", self._folder / f"{self._started}.err"
        clean = {name: value for name, value in os.environ.items() if not name.startswith("TCO_")}
        settings = {
            "TCO_DATA_DIR": str(self._folder),
            "TCO_HTTP_ALLOW_PRIVATE": "true",
            "TCO_FIRST_POLL_DAYS": "0",
            "TCO_ARTICLE_DAYS": "0",
            **QUICK,
            **environment,
        }
        with out.open("wb") as stdout, err.open("wb") as stderr:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.e2e.console_bot", self._feed),
                env={**clean, **settings, "COLUMNS": "100"},
                cwd=ROOT,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=stdout,
                stderr=stderr,
            )
        try:
            yield Process(process, out, err)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    def deliveries(self, kind: DeliveryKind) -> list[str]:
        """States of what the chat was and is owed."""
        with self.database.transaction() as session:
            return list(
                session.exec(
                    select(Delivery.state).where(Delivery.kind == kind).order_by(col(Delivery.id))
                )
            )


@pytest.fixture
async def river(tmp_path: Path) -> AsyncIterator[River]:
    later = datetime.now(UTC) - timedelta(hours=1) - load()[-1].published
    async with serve(fresh(later), lambda: datetime.now(UTC)) as feed:
        with opened(tmp_path) as database:
            yield River(tmp_path, feed, database, in_words(GENEVA + later))


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """Give a database with one chat that follows OTS."""
    database = Database(f"sqlite:///{folder / 'tco-bot.db'}")
    database.upgrade()
    with database.transaction() as session:
        chat = chats.ensure(session, HERE.platform, HERE.chat, HERE.thread, datetime.now(UTC))
        chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
    yield database
    database.close()


def fresh(later: timedelta) -> list[DemoArticle]:
    """The demonstration's articles, published so much later and about days so much later.

    A bot does not report what is old.
    """
    articles = load()
    return [
        replace(
            article,
            published=article.published + later,
            paragraphs=tuple(moved(text, later) for text in article.paragraphs),
        )
        for article in articles
    ]


def moved(text: str, later: timedelta) -> str:
    """Let the dates of the English and Turkish articles, which tell of one conference, be so much
    later."""
    for april, language in (("April", "en"), ("Nisan", "tr")):
        text = re.sub(
            rf"\b(\d+) {april} 2024",
            # Called at once.
            lambda found: in_words(
                GENEVA.replace(day=int(found[1])) + later,
                language,  # noqa: B023 - called before the loop goes on
            ),
            text,
        )
    return text


def in_words(moment: datetime, language: str = "en") -> str:
    return format_date(moment, "d MMMM yyyy", locale=language)


def make_digest_due(database: Database) -> None:
    with database.transaction() as session:
        chat = session.exec(select(Chat)).one()
        chats.update(session, chat.id, next_digest_at=datetime.now(UTC) - timedelta(minutes=1))


async def test_a_feed_becomes_cards_and_a_digest(river: River) -> None:
    async with river.bot() as bot:
        await bot.until(lambda: river.deliveries(DeliveryKind.ALERT) == [DeliveryState.SENT] * 2)
        make_digest_due(river.database)
        await bot.until(lambda: river.deliveries(DeliveryKind.DIGEST) == [DeliveryState.SENT])
        assert await bot.end(signal.SIGTERM) == 0
    shown = bot.out.read_text(encoding="utf-8")
    for word in (
        "CONFERENCE",
        river.day,
        "Kubanychbek Omuraliev",
        "Secretary General",
        "TURKSOY",
        "The Wire",
    ):
        assert word in shown, word


async def test_what_was_owed_when_the_bot_was_killed_is_delivered_by_the_next_one_and_once(
    river: River,
) -> None:
    async with river.bot(**SENDS_NOTHING_MORE) as bot:
        await bot.until(lambda: river.deliveries(DeliveryKind.ALERT) == [DeliveryState.PENDING] * 2)
        assert await bot.end(signal.SIGKILL) == -signal.SIGKILL
    assert bot.out.read_text(encoding="utf-8") == ""
    async with river.bot() as heir:
        await heir.until(lambda: river.deliveries(DeliveryKind.ALERT) == [DeliveryState.SENT] * 2)
        assert await heir.end(signal.SIGTERM) == 0
    assert heir.out.read_text(encoding="utf-8").count("United in Heritage") == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_bot_that_is_told_to_stop_ends_cleanly(
    river: River, number: signal.Signals
) -> None:
    async with river.bot() as bot:
        await bot.until(lambda: any(line["event"] == "started" for line in bot.log()))
        assert await bot.end(number) == 0
    events = [line["event"] for line in bot.log()]
    assert "stopping" in events
    assert events[-1] == "stopped"
    assert not [line for line in bot.log() if line["level"] in {"warning", "error", "critical"}]


async def test_each_stage_leaves_one_line_of_counts_and_seconds(river: River) -> None:
    async with river.bot() as bot:
        await bot.until(lambda: river.deliveries(DeliveryKind.ALERT) == [DeliveryState.SENT] * 2)
        await bot.until(lambda: stages(bot).keys() >= {"poll", "read", "send"})
        await bot.end(signal.SIGTERM)
    lines = stages(bot)
    assert lines["poll"]["articles"] == len(load())
    assert lines["read"]["articles"] >= 1
    assert lines["send"]["sent"] >= 1
    assert all(line["seconds"] >= 0 for line in lines.values())


def stages(bot: Process) -> dict[str, dict[str, Any]]:
    """The first line of each stage that has ended a round."""
    return {line["event"]: line for line in reversed(bot.log()) if "seconds" in line}
