"""Owing and sending: a million digests at once, the cost of a tick, deliveries a second beside a
bare loop, the processor at 30 a second.

`python -m tests.bench.delivery` prints these alone. The databases are SQLite files in a temporary
folder; Telegram is the Bot API on loopback, a process of its own.
"""

import asyncio
import logging
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import inf
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import text
from sqlmodel import select
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.delivery.worker import DeliveryWorker
from bot.messages.composer import Composer
from bot.pipeline.owe_due import owe_due
from bot.platforms.base import MAX_CONCURRENCY
from bot.platforms.rate_limit import Limit, SendRateLimiter
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.platforms.telegram.render import Drawn, draw
from config.catalogue_loader import load_catalogue
from storage import chats, outbox
from storage.database import Database
from storage.models import Chat
from tests import defaults
from tests.storage.things import filed
from tests.telegram_api import TOKEN
from tests.telegram_api.process import ApiProcess

NOW = datetime(2024, 4, 25, 9, 0, tzinfo=UTC)
MILLION, SETS = 1_000_000, 200
DELIVERIES, PEOPLE = 2000, 100
WARMING = 200
"""Messages sent before the clock begins.

The first ones of a process compile statements and open connections.
"""

STEADY_SECONDS = 10.0
FREE = Limit(100_000, 1.0)
ZONES = (
    "Asia/Almaty",
    "Asia/Bishkek",
    "Asia/Tashkent",
    "Europe/Istanbul",
    "Asia/Baku",
    "Europe/Budapest",
)


def rows() -> Iterator[str]:
    """Give the lines of the tables."""
    logging.getLogger().setLevel(logging.ERROR)
    yield from _million()
    yield from _ticks()
    yield from asyncio.run(_sending())


@contextmanager
def _database() -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="tco-bench-") as folder:
        database = Database(f"sqlite:///{Path(folder) / 'bench.db'}")
        database.upgrade()
        yield database
        database.close()


def _fill(database: Database, number: int, due: int) -> None:
    """Make chats with one to three subscriptions, `SETS` different sets in all.

    The first `due` are due now, the others next week.
    """
    zones = " ".join(f"WHEN {nth} THEN '{zone}'" for nth, zone in enumerate(ZONES))
    columns = (
        "platform, address, thread, language, timezone, mode, digest_at, digest_days, "
        "next_digest_at, state, created_at"
    )
    later = NOW + timedelta(days=7)
    chat = (
        # As below.
        "WITH RECURSIVE n(i)"  # noqa: S608 - no word from outside is in it
        " AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :number)"
        f" INSERT INTO chat ({columns})"
        f" SELECT 'telegram', 1000 + i, '', 'en', CASE i % {len(ZONES)} {zones} END, 'both',"
        " '08:30:00.000000', 127,"
        " CASE WHEN i < :due THEN :now ELSE :later END, 'active', :now FROM n"
    )
    stored = "%Y-%m-%d %H:%M:%S.%f"
    values = {
        "number": number,
        "due": due,
        "now": NOW.strftime(stored),
        "later": later.strftime(stored),
    }
    with database.transaction() as session:
        session.connection().execute(text(chat), values)
        for nth in range(3):
            body = f"'body-{nth}-' || ((id % {SETS}) / {8**nth})"
            follow = (
                "INSERT INTO subscription (chat_id, topic, subject)"  # noqa: S608 - numbers of ours
                f" SELECT id, 'organization', {body}"
                f" FROM chat WHERE id % {nth + 1} = 0"
            )
            session.connection().execute(text(follow))


def _million() -> Iterator[str]:
    catalogue = load_catalogue()
    with _database() as database:
        _fill(database, MILLION, MILLION)
        before = _peak()
        began = time.perf_counter()
        owed = asyncio.run(owe_due(database, defaults.ZONES, NOW))
        seconds = time.perf_counter() - began
        yield (
            f"{'owing':32}{'chats':>10}{'seconds':>10}{'chats/s':>10}"
            f"{'peak MiB':>10}{'grown by':>10}"
        )
        yield (
            f"{'digests, all due at once':32}{owed:10,}{seconds:10.1f}{owed / seconds:10,.0f}"
            f"{_peak():10.0f}{_peak() - before:10.0f}"
        )
        composer = Composer(database, catalogue)
        began = time.perf_counter()
        composed = asyncio.run(_compose(database, composer))
        seconds = time.perf_counter() - began
        # drawn: each set of subscriptions in three zones
        name = f"of these composed ({len(composer._messages)} drawn)"
        yield f"{name:32}{composed:10,}{seconds:10.1f}{composed / seconds:10,.0f}"


async def _compose(database: Database, composer: Composer) -> int:
    with database.transaction() as session:
        some = session.exec(select(Chat).limit(2000)).all()
    for chat in some:
        await composer.digest(chat, NOW.date(), NOW)
    return len(some)


def _ticks() -> Iterator[str]:
    yield f"{'a tick with 100 due':32}{'chats':>10}{'owe ms':>10}{'read ms':>10}"
    for number in (1_000, 100_000, 1_000_000):
        with _database() as database:
            _fill(database, number, 100)
            with database.transaction() as session:
                session.connection().execute(text("ANALYZE"))
            began = time.perf_counter()
            assert asyncio.run(owe_due(database, defaults.ZONES, NOW)) == 100
            owing = time.perf_counter() - began
            reading = min(_read(database) for _ in range(5))
            yield f"{'':32}{number:10,}{owing * 1000:10.1f}{reading * 1000:10.1f}"


def _read(database: Database) -> float:
    from storage import sending  # noqa: PLC0415 (a name that is also a function here)

    began = time.perf_counter()
    with database.transaction() as session:
        assert len(sending.due(session, NOW, platform="telegram", limit=100)) == 100
    return time.perf_counter() - began


async def _sending() -> list[str]:
    lines = [
        (
            f"{'sending to the local Bot API':32}{'messages':>10}{'per s':>10}{'cpu ms':>10}"
            f"{'of bare':>10}{'of a core':>12}"
        )
    ]

    def row(name: str, number: int, rate: float, cpu: float, bare: float) -> None:
        lines.append(
            f"{name:32}{number:10,}{rate:10.1f}{cpu * 1000:10.2f}{rate / bare:10.2f}"
            f"{rate * cpu:12.1%}"
        )

    steady = int(STEADY_SECONDS * 30)
    async with ApiProcess() as api:
        people = [await api.person(f"Person {n}") for n in range(PEOPLE)]
        with _database() as database:
            composer = Composer(database, load_catalogue())
            (card,) = draw(await composer.card(_owe(database, people), 1))
            bare, cpu = await _bare(api.url, people, card, DELIVERIES)
            row("bare python-telegram-bot loop", DELIVERIES, bare, cpu, bare)
            await _deliver(database, composer, api.url, FREE, FREE)
            _owe(database, people, DELIVERIES // PEOPLE, first=1_000)
            row(
                "outbox, pace off",
                DELIVERIES,
                *await _deliver(database, composer, api.url, FREE, FREE),
                bare,
            )
            bare, cpu = await _bare(api.url, people, card, steady, per_second=30)
            row("bare loop at 30 a second", steady, bare, cpu, bare)
            _owe(database, people, steady // PEOPLE, first=2_000)
            row(
                "outbox at 30 a second",
                steady,
                *await _deliver(database, composer, api.url, Limit(30, 1.0), Limit(1, 1.0)),
                bare,
            )
    return lines


def _owe(
    database: Database, people: list[int], events: int = WARMING // PEOPLE, first: int = 0
) -> Chat:
    with database.transaction() as session:
        there = [chats.ensure(session, "telegram", str(person), "", NOW) for person in people]
        for chat in there:
            chats.subscribe(session, chat.id, "organization", "ots")
        for nth in range(events):
            outbox.enqueue_alerts(
                session,
                filed(
                    session, NOW, f"Conference {first + nth}", city="Geneva", country="Switzerland"
                ),
                NOW,
            )
    return there[0]


async def _bare(
    url: str, people: list[int], card: Drawn, number: int, per_second: float = inf
) -> tuple[float, float]:
    """Send with nothing but the library.

    Returns messages a second and processor seconds a message.
    """
    bot = Bot(TOKEN, base_url=url, request=HTTPXRequest(connection_pool_size=16))

    async def send(nth: int) -> None:
        await bot.send_message(
            people[nth % PEOPLE], card.text, entities=card.entities, reply_markup=card.keyboard
        )

    async with bot:
        for nth in range(WARMING):
            await send(nth)
        began, used = time.perf_counter(), time.process_time()
        for nth in range(number):
            await asyncio.sleep(max(0.0, began + nth / per_second - time.perf_counter()))
            await send(nth)
        return number / (time.perf_counter() - began), (time.process_time() - used) / number


async def _deliver(
    database: Database, composer: Composer, url: str, overall: Limit, chat: Limit
) -> tuple[float, float]:
    messenger = TelegramMessenger(SecretStr(TOKEN), base_url=url)
    pace = SendRateLimiter(overall, lambda _: [chat])
    messenger._owed._turn = pace.turn
    messenger.capabilities = replace(
        messenger.capabilities, rate_limiter=pace, max_concurrency=MAX_CONCURRENCY
    )
    worker = DeliveryWorker(database, [messenger], composer)
    began, used = time.perf_counter(), time.process_time()
    report = await worker.deliver_due(NOW)
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    await messenger.close()
    return report.sent / seconds, cpu / report.sent


def _peak() -> float:
    """MiB that this process has taken at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(row + "\n")
        sys.stdout.flush()
