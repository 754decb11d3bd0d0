"""The first hour of a bot, in one minute: every shipped source at once, each with an archive.

What counts: the seconds until the first alert, how many alerts a chat gets of all that is old, and
the memory of the bot with its workers.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.app import App
from bot.messages.message import Message
from bot.platforms.base import Address, Answer, Capabilities
from bot.runtime import logs
from config.catalogue import ReadersCatalogue
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from config.sources import SourceSpec
from storage import chats, outbox
from storage.enums import ArticleState, DeliveryState, Topic
from storage.models import Article, Source
from tests.torture.archives import served
from tests.torture.long_life import memory_of

FIRST_ALERT = 60.0
"""Seconds within which the first alert shall have gone out."""

MEMORY = 250_000_000
"""Bytes that the bot and its workers may take together."""

FLOOD = 9
"""Messages that a chat may get at most of what was there before the bot was."""

_LOOK = 0.5


@dataclass(frozen=True)
class Plan:
    """How much there is to be polled.

    Attributes:
        sources: How many of the catalogue, at most.
        archive: Articles in the feed of each.
        apart: Between two articles of a feed.
        patience: Seconds after which it ends, whatever is left.
    """

    sources: int = 72
    archive: int = 50
    apart: timedelta = timedelta(hours=16)
    patience: float = 300.0


@dataclass
class Account:
    """What was seen.

    Attributes:
        first: Seconds until the first message, if there was one.
        sent: Messages to the one chat.
        held: Events that it will be told of besides, all in one message when the hour is over.
        memory: The most bytes that were seen, of the bot and its workers together.
        polled: Sources that were read.
        articles: Articles stored.
        left: Of them not yet read at the end.
        seconds: That it took.
    """

    first: float | None = None
    sent: int = 0
    held: int = 0
    memory: int = 0
    polled: int = 0
    articles: int = 0
    left: int = 0
    seconds: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether the first alert came in time, no flood with it, and in little memory."""
        in_time = self.first is not None and self.first <= FIRST_ALERT
        messages = self.sent + bool(self.held)
        return in_time and messages <= FLOOD and self.memory <= MEMORY

    def __str__(self) -> str:
        first = "never" if self.first is None else f"{self.first:.1f} s"
        return (
            f"{self.polled} sources, {self.articles} articles ({self.left} unread) in "
            f"{self.seconds:.0f} s: first message {first}, {self.sent} messages and "
            f"one in an hour of {self.held} events, {self.memory / 1e6:.0f} MB"
        )


@dataclass
class Stopwatch:
    """A platform that takes everything at once, and knows when the first of it came."""

    platform: str = "console"
    capabilities: Capabilities = field(
        default_factory=lambda: Capabilities(account="here", is_send_idempotent=True)
    )
    began: float = field(default_factory=time.monotonic)
    account: Account = field(default_factory=Account)

    # Nobody reads it.
    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Take a message."""
        del address, message
        if self.account.first is None:
            self.account.first = time.monotonic() - self.began
        self.account.sent += 1
        return key

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Take an edit, which makes no sound."""
        del address, message, key
        return remote_id

    async def listen(self, answer: Answer) -> None:
        """Hear nothing."""
        del answer
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Nothing to let go of."""


def at_loopback(catalogue: ReadersCatalogue, addresses: Sequence[str]) -> ReadersCatalogue:
    """Return the catalogue with as many sources as there are addresses, each moved to its own."""
    sources = tuple(
        SourceSpec(key=spec.key, name=spec.name, url=address, language=spec.language, certainty="A")
        for spec, address in zip(catalogue.sources, addresses, strict=False)
    )
    return replace(catalogue, sources=sources)


async def poll_all(plan: Plan, folder: Path) -> Account:
    """Start a bot that has never run, let it read all sources, and return what was seen."""
    shipped = load_catalogue()
    watch = Stopwatch()
    with served(shipped.sources[: plan.sources], plan.archive, plan.apart) as addresses:
        settings = load_settings(env_file=None, data_dir=folder, http_allow_private=True)
        app = App(settings, at_loopback(shipped, addresses), messengers=[watch])
        async with app.opened():
            await app.database.run(_follow_all, shipped, datetime.now(UTC))
            watch.began = time.monotonic()
            stop = asyncio.Event()
            running = asyncio.create_task(app._run_until(stop))
            await _until_all_is_read(app, watch, plan)
            stop.set()
            await running
    return watch.account


async def _until_all_is_read(app: App, watch: Stopwatch, plan: Plan) -> None:
    account = watch.account
    while account.seconds < plan.patience:
        await asyncio.sleep(_LOOK)
        pids = [*app._workers.pids, *app._readers.pids]
        account.memory = max(account.memory, memory_of("self") + sum(map(memory_of, pids)))
        account.seconds = time.monotonic() - watch.began
        await app.database.run(_count, account)
        if account.polled >= plan.sources and not account.left:
            break


def _count(session: Session, account: Account) -> None:
    polled = select(func.count()).select_from(Source).where(col(Source.last_ok_at).is_not(None))
    account.polled = session.exec(polled).one()
    every = select(func.count()).select_from(Article)
    account.articles = session.exec(every).one()
    unread = every.where(Article.state == ArticleState.UNREAD)
    account.left = session.exec(unread).one()
    account.held = outbox.count_by_state(session).get(DeliveryState.HELD, 0)


def _follow_all(session: Session, catalogue: ReadersCatalogue, now: datetime) -> None:
    chat = chats.ensure(session, "console", "1", "", now)
    for organization in catalogue.organizations:
        chats.subscribe(session, chat.id, Topic.ORGANIZATION, organization.id)


def make_tables(folder: Path) -> None:
    """Make the tables in a process of its own, as `tco-bot run` has it done."""
    command = [sys.executable, "-m", "bot.cli", "upgrade"]
    environment = {**os.environ, "TCO_DATA_DIR": str(folder)}
    # Our own.
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


def main(sources: int = Plan.sources) -> bool:
    """Poll, print what was seen, and return whether it holds."""
    logs.setup(form="json", level="ERROR")
    with tempfile.TemporaryDirectory(prefix="tco-first-") as folder:
        make_tables(Path(folder))
        account = asyncio.run(poll_all(Plan(sources=sources), Path(folder)))
    sys.stdout.write(f"first poll: {account}: {'holds' if account.holds else 'BROKEN'}\n")
    return account.holds


if __name__ == "__main__":
    sys.exit(not main(*map(int, sys.argv[1:2])))
