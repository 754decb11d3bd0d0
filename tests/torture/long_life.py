"""A month in the life of a bot, on a clock that runs fast.

Feeds, edits, chats, digests and retention.

The whole application works in this process, its readers in theirs; the feeds are served on
loopback. At the end of each day the memory of all of them, the database and its log are measured.
"""

import asyncio
import gc
import random
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from multiprocessing.connection import Connection
from pathlib import Path
from xml.sax.saxutils import escape

from sqlalchemy import func
from sqlmodel import Session, select

from bot.app import App
from bot.messages.message import Message
from bot.pipeline.retention import Housekeeper
from bot.platforms.base import Address, Answer, Capabilities
from bot.runtime import logs
from bot.runtime.heap import leave_alone_what_stays
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from config.sources import SourceSpec
from storage import chats
from storage.enums import Mode, Topic
from storage.models import Delivery
from tests.torture.apart import apart
from tests.torture.hosts import hosts

BEGAN = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
SEED = 30
KEEP = timedelta(days=7)
"""What is finished is forgotten after that."""

CITIES = (
    "Astana",
    "Baku",
    "Ankara",
    "Bishkek",
    "Tashkent",
    "Ashgabat",
    "Istanbul",
    "Budapest",
    "Almaty",
    "Samarkand",
)
BODIES = ("Organization of Turkic States", "TURKSOY", "TURKPA", "Turkic Academy")
TOPICS = (
    "transport",
    "energy",
    "culture",
    "health",
    "tourism",
    "youth",
    "education",
    "trade",
    "film",
    "sport",
)
KINDS = ("conference", "summit", "meeting", "festival", "forum")
SYLLABLES = ("ba", "do", "ge", "ka", "li", "mu", "na", "pe", "ra", "shi", "tu", "va", "ze", "cho")
ITEMS = 20
"""Articles that a feed holds."""

GROWTH = 0.05
"""Share by which the memory may grow after the first day."""

SPREAD = 1.3
"""Times the deliveries of the day on which the first were forgotten, that may be kept later."""

LOG = 64_000_000
"""Bytes that the write-ahead log may have at the end of a day."""


@dataclass(frozen=True)
class Plan:
    """How long a life.

    Attributes:
        days: Simulated.
        feeds: Polled all that time.
        chats: That follow organisations.
        tick: Simulated time between two rounds of all stages.
        articles: New a day, over all feeds.
    """

    days: int = 30
    feeds: int = 50
    chats: int = 300
    tick: timedelta = timedelta(hours=2)
    articles: int = 120


@dataclass(frozen=True)
class Day:
    """What was measured at the end of a day.

    Attributes:
        memory: Bytes of the bot itself.
        readers: Bytes of its worker processes.
        database: Bytes of the file.
        log: Bytes of the write-ahead log.
        deliveries: Rows of them; they alone are forgotten, events and what they rest on are not.
        sent: Messages so far, edits included.
    """

    memory: int
    readers: int
    database: int
    log: int
    deliveries: int
    sent: int


@dataclass
class Account:
    """The days of a life."""

    days: list[Day] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """By what share the memory at the end is more than after the first day."""
        return self.days[-1].memory / self.days[0].memory - 1

    @property
    def spread(self) -> float:
        """How many times the deliveries of the first day after retention began are kept at most.

        One where the life was not that long.
        """
        settled = self.days[KEEP.days + 1 :]
        return max((day.deliveries / settled[0].deliveries for day in settled), default=1.0)

    @property
    def holds(self) -> bool:
        """Whether everything stayed within its bounds."""
        log = max(day.log for day in self.days)
        return self.growth < GROWTH and log < LOG and self.spread < SPREAD

    def __str__(self) -> str:
        lines = [
            f"  day {number:3}: bot {day.memory / 1e6:6.1f} MB, readers "
            f"{day.readers / 1e6:6.1f} MB, "
            f"database {day.database / 1e6:6.1f} MB, log {day.log / 1e6:5.1f} MB, "
            f"{day.deliveries} deliveries kept, {day.sent} messages"
            for number, day in enumerate(self.days, 1)
        ]
        told = f"  growth after the first day {self.growth:.1%}, deliveries kept {self.spread:.2f}"
        return "\n".join([*lines, told])


class Rounds:
    """The stages of a bot, each at its own pace."""

    def __init__(self, app: App) -> None:
        keeper = Housekeeper(app.database, KEEP)
        self._stages = [
            (name, timedelta(seconds=seconds), keeper.tidy if name == "housekeeping" else stage)
            for name, seconds, stage in app.stages
        ]
        self._next: dict[str, datetime] = {}
        self._memory = {name: stage for name, _, stage in app.stages}["memory"]

    async def give_back_memory(self, now: datetime) -> None:
        """Do what the bot does each hour: the messages of two are in memory at a round's end."""
        await self._memory(now)

    async def go(self, now: datetime) -> None:
        """Run those that are due."""
        for name, pace, stage in self._stages:
            if now >= self._next.get(name, now):
                self._next[name] = now + pace
                await stage(now)


class Silent:
    """A platform that takes everything at once."""

    platform = "console"
    capabilities = Capabilities(account="here", is_send_idempotent=True)

    def __init__(self) -> None:
        self.sent = 0

    # Nobody reads it.
    async def send(self, address: Address, message: Message, *, key: str) -> str:
        self.sent += 1
        return key

    # As above.
    async def edit(
        self,
        address: Address,
        remote_id: str,
        message: Message,
        *,
        key: str,
    ) -> str:
        self.sent += 1
        return remote_id

    async def listen(self, answer: Answer) -> None:
        del answer
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Nothing to let go of."""


class Feeds:
    """Outlets that write of events, each in words of its own, and now and then change what they
    wrote."""

    def __init__(self, plan: Plan) -> None:
        self._dice = random.Random(SEED)  # noqa: S311 - the same life each time
        self._plan = plan
        self._items: dict[int, list[tuple[str, datetime, str, str]]] = {
            number: [] for number in range(plan.feeds)
        }
        self._written = 0
        for age in reversed(range(plan.feeds * ITEMS)):  # as long from the first day as ever after
            self._add(age % plan.feeds, BEGAN - timedelta(days=1) * age / plan.articles)

    def write(self, now: datetime) -> None:
        """Write what is new since the last tick, and change some of it."""
        share = self._plan.tick / timedelta(days=1)
        for _ in range(round(self._plan.articles * share)):
            self._add(self._dice.randrange(self._plan.feeds), now)
        changed = self._items[self._dice.randrange(self._plan.feeds)]
        if changed:
            guid, at, title, text = changed[-1]
            changed[-1] = (guid, at, title, f"{text} It was said that {self._name()} came too.")

    def _add(self, feed: int, now: datetime) -> None:
        event, self._written = self._written // 3, self._written + 1
        self._items[feed].append((f"a{self._written}", now, *self._article(event, now)))
        del self._items[feed][:-ITEMS]

    def _article(self, event: int, now: datetime) -> tuple[str, str]:
        story = random.Random(event)  # noqa: S311 - what all outlets say of one event
        body, city, kind, topic = (
            story.choice(BODIES), story.choice(CITIES), story.choice(KINDS), story.choice(TOPICS),
        )  # fmt: skip
        day = now - timedelta(days=1)
        guests = ", ".join(f"Minister of Culture of Kazakhstan {_name(story)}" for _ in range(2))
        title = f"{topic.title()} {kind} of the {body} held in {city}"
        text = (
            f"A {kind} on {topic} of the {body} was held in {city} on {day.day} "
            f"{day:%B} {day.year}. "
            f"{guests} and Ambassador {self._name()} took part. "
            f"The {kind} dealt with {topic} and {self._dice.choice(TOPICS)}, as "
            f"{self._name()} said. " * 3
        )
        return title, text

    def _name(self) -> str:
        return _name(self._dice)

    def feed(self, number: int) -> str:
        """Return one feed as it stands."""
        items = "".join(
            f"<item><title>{escape(title)}</title><link>/{number}/{guid}</link>"
            f"<guid>{number}-{guid}</guid><pubDate>{format_datetime(at)}</pubDate>"
            f"<description>{escape(text)}</description></item>"
            for guid, at, title, text in reversed(self._items[number])
        )
        return (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>O</title>{items}</'
            f"channel></rss>"
        )


def _name(dice: random.Random) -> str:
    words = ("".join(dice.choice(SYLLABLES) for _ in range(3)).title() for _ in range(2))
    return " ".join(words)


def _serve(line: Connection, plan: Plan) -> None:
    asyncio.run(_answer(line, plan))


async def _answer(line: Connection, plan: Plan) -> None:
    """Serve each feed as a host of its own, and write what is new when `line` says the time."""
    feeds = Feeds(plan)
    async with hosts("127.0.1", plan.feeds, feeds.feed) as addresses:
        line.send(addresses)
        with suppress(EOFError):  # the other end is closed
            while True:
                feeds.write(await asyncio.to_thread(line.recv))
                line.send(None)


async def live(plan: Plan, folder: Path) -> Account:
    """Live through the days of `plan` and return what was measured."""
    silent, moment = Silent(), BEGAN
    with apart(_serve, plan) as line:
        addresses = line.recv()
        sources = tuple(
            SourceSpec(
                key=f"f{number}", name=f"Outlet {number}", url=addresses[number],
                language="en", certainty="A",
            )
            for number in range(plan.feeds)
        )  # fmt: skip
        settings = load_settings(
            env_file=None,
            data_dir=folder,
            http_allow_private=True,
            first_poll_days=0.05,  # what the feeds hold already is passed over
            article_days=0,
        )
        catalogue = replace(load_catalogue(), sources=sources)
        app = App(settings, catalogue, messengers=[silent], now=lambda: moment)
        account = Account()
        leave_alone_what_stays()  # as whoever runs the bot does: see `bot.cli.run`
        async with app.opened():
            await app.database.run(_follow, plan.chats, moment)
            rounds = Rounds(app)
            for _ in range(plan.days):
                for _ in range(round(timedelta(days=1) / plan.tick)):
                    line.send(moment)
                    line.recv()
                    await rounds.go(moment)
                    moment += plan.tick
                await rounds.give_back_memory(moment)
                kept = await app.database.run(_deliveries_kept)
                account.days.append(_measured(app, silent, folder, kept))
                sys.stdout.write(f"{str(account).splitlines()[-2]}\n")
                sys.stdout.flush()
    return account


def _follow(session: Session, count: int, now: datetime) -> None:
    for number in range(count):
        chat = chats.ensure(session, "console", str(number), "", now)
        topic = ("ots", "turksoy", "turkpa", "turkic-academy")[number % 4]
        chats.subscribe(session, chat.id, Topic.ORGANIZATION, topic)
        mode = Mode.DIGEST if number % 3 else Mode.BOTH
        digest = now + timedelta(hours=number % 24)
        chats.update(
            session, chat.id, mode=mode, digest_at=time(number % 24), next_digest_at=digest
        )


def _deliveries_kept(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Delivery)) or 0


def _measured(app: App, silent: Silent, folder: Path, kept: int) -> Day:
    gc.collect()
    pids = [*app._workers.pids, *app._readers.pids]
    files = {path.suffix: path.stat().st_size for path in folder.glob("*.db*")}
    return Day(
        memory_of("self"),
        sum(map(memory_of, pids)),
        files.get(".db", 0),
        files.get(".db-wal", 0),
        kept,
        silent.sent,
    )


def memory_of(pid: int | str) -> int:
    """Return the bytes of anonymous memory that a process has to itself."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss_Anon:"):
                return int(line.split()[1]) * 1024
    return 0


def main(days: int = 30) -> bool:
    """Live, print the figures, and return whether they hold."""
    logs.setup(form="json", level="ERROR")
    with tempfile.TemporaryDirectory(prefix="tco-life-") as folder:
        account = asyncio.run(live(Plan(days=days), Path(folder)))
    verdict = "holds" if account.holds else "BROKEN"
    sys.stdout.write(f"{days} days: growth {account.growth:.1%}: {verdict}\n")
    return account.holds


if __name__ == "__main__":
    sys.exit(not main(*map(int, sys.argv[1:2])))
