"""How long a command takes while an archive is read, beside the same commands on an idle bot.

The whole bot with its reader's process, on SQLite; times are by the clock, as people wait. The
archive is the corpus told over and over, each article under a name of its own, so that events are
founded, joined and summed up as in life.
"""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlmodel import Session

from bot.app import App
from bot.extraction import article_file
from bot.extraction.facts import ArticleText
from bot.platforms.base import Address, UserRequest
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from config.sources import SourceSpec
from storage import articles, sources
from storage.articles import NewArticle
from tests.bench.diary import filled
from tests.bench.site import p99
from tests.replay.life import Life, Recorder

CORPUS = Path(__file__).parents[1] / "corpus"
NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)
EVENTS, ARCHIVE = 1_000, 1_000
PAUSE = 0.1
"""Seconds between two commands: ten people a second would be a very busy bot."""

CHATS, IDLE = 97, 400
MOST_SECONDS, MOST_TIMES = 1.0, 5.0

COMMANDS = (
    "help",
    "latest",
    "today",
    "search heritage Baku",
    "who Given3 Family3",
    "settings",
    "subscriptions",
    "event 900",
    "status",
    "follow Kazakhstan",
)


def rows() -> Iterator[str]:
    """Give the lines of the table."""
    cells = f"{'asked':>8}{'p50':>9}{'p99':>9}{'most':>9}{'of idle p99':>13}"
    yield f"{'commands, ms by the clock':34}{cells}"
    with tempfile.TemporaryDirectory() as folder:
        idle, busy, seconds = asyncio.run(_both(Path(folder)))
    yield _row("an idle bot", idle, idle)
    name = f"while {ARCHIVE:,} articles are read"
    yield f"{_row(name, busy, idle)}{_missed(idle, busy)}"
    yield f"the archive was read in {seconds:.0f} s, {ARCHIVE / seconds:.0f} articles a second"


def _row(name: str, waits: list[float], idle: list[float]) -> str:
    figures = (median(waits), p99(waits), max(waits))
    cells = "".join(f"{seconds * 1000:9.1f}" for seconds in figures)
    return f"{name:34}{len(waits):8}{cells}{p99(waits) / p99(idle):13.1f}"


def _missed(idle: list[float], busy: list[float]) -> str:
    missed = [
        name
        for name, value, most in (
            ("p99", p99(busy), MOST_SECONDS),
            ("times", p99(busy) / p99(idle), MOST_TIMES),
        )
        if value > most
    ]
    return f"  MISSED: {', '.join(missed)}" if missed else ""


async def _both(folder: Path) -> tuple[list[float], list[float], float]:
    """Return what commands wait on an idle bot, and on one that reads; and how long it reads."""
    settings = load_settings(env_file=None, data_dir=folder)
    catalogue = replace(load_catalogue(), sources=())
    start = perf_counter()

    def now() -> datetime:
        return NOW + timedelta(seconds=perf_counter() - start)

    app = App(settings, catalogue, messengers=[Recorder(Life())], now=now)
    async with app.opened():
        await asyncio.to_thread(filled, app.database, EVENTS)
        await app.database.run(_put_archive)
        asked = cycle(COMMANDS)
        for chat in range(3 * CHATS):
            await _answered(app, next(asked), chat)
        idle = [await _answered(app, next(asked), chat) for chat in range(IDLE)]
        began = perf_counter()
        reading = asyncio.create_task(app.article_reader.read_due(NOW))
        busy = list[float]()
        while not reading.done():
            busy.append(await _answered(app, next(asked), len(busy)))
        report = await reading
    assert (report.articles, report.failed) == (ARCHIVE, 0), report
    return idle, busy, perf_counter() - began


async def _answered(app: App, text: str, number: int) -> float:
    """Return how long a chat waited; they ask in turn, for none may ask so fast."""
    chat = f"chat {number % CHATS}"
    began = perf_counter()
    answer = await app.commands.answer(UserRequest(Address("console", chat), chat, text))
    seconds = perf_counter() - began
    assert answer, text
    await asyncio.sleep(PAUSE)
    return seconds


def _put_archive(session: Session) -> None:
    spec = SourceSpec(key="a", name="A", url="https://a.example/rss", language="en", certainty="A")
    sources.sync(session, [spec], NOW)
    corpus = [
        article_file.parse(article_file.decode(path.read_bytes(), path.name))
        for path in sorted(CORPUS.glob("??/*.txt"))
    ]
    for number, article in enumerate(islice(cycle(corpus), ARCHIVE)):
        articles.add_new(session, 1, [_new(number, article)], NOW)


def _new(number: int, article: ArticleText) -> NewArticle:
    """Return an article of the archive: the same texts come again weeks later."""
    key = f"https://a.example/{number}"
    published = NOW - timedelta(days=number % 30)
    return NewArticle(
        key, key, article.title, f"{article.text} ({number})", article.language, published, key
    )
