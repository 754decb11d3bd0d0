"""How long a page of the diary takes among 1,000 and among 100,000 events, beside a bare answer.

A bare answer is aiohttp giving out ready bytes, as many as the page has packed, by turns with the
page, so that whatever the machine does besides falls on both. A page is taken as it is served,
where an answer is kept for a while; made anew each time, as though the answer had been let go of,
while the diary stays as it was; and first after an event has changed somewhere, where all that the
page shows is looked up again before the answer that is kept is given. Days, towns, people
and organisations are as dense in a database of 1,000 events as on the last days of one of 100,000,
so that both pages hold as much.

All times of the table are of the processor, of server and client together, so that what else the
machine does stays out of them. Under the table stands what visitors wait by the clock, in a minute
of visits (`tests.bench.visits`).
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

from sqlmodel import col, func, select

from bot.web.answers import AnswerCache
from storage import event_changes
from storage.database import Database
from storage.models import Event
from tests.bench import visits
from tests.bench.diary import filled
from tests.bench.site import bare_answer, body_of, p99, site_on

SIZES = (1_000, 100_000)
ROUNDS, SERVED = 21, 300
MOST_TIMES, MOST_P99, MOST_GROWTH, MOST_KB = 20.0, 5.0, 1.5, 60.0

PAGES = (
    "/en/",
    "/en/week/2026-W47",
    "/en/?organization=ots",
    "/en/month/2026-11",
    "/en/event/{last}",
    "/en/person/3",
    "/en/organization/ots",
    "/en/place/baku",
    "/en/people",
    "/en/organizations",
    "/en/met",
    "/en/search?q=weaving",
    "/en/search?q=heritage",
    "/en/sources",
    "/en/about",
    "/en/feed.atom",
    "/en/feed.json?organization=turksoy",
    "/en/feed.atom?word=heritage",
    "/en/calendar.ics",
    "/en/calendar.ics?country=KZ",
    "/api/events.json",
    "/api/events.json?person=3&order=latest",
    "/sitemap-1.xml",
)


def rows() -> Iterator[str]:
    """Give the lines of the table, each with the demands that it misses, and those of visits."""
    yield (
        f"{'a page, ms of processor':40}{'KB':>6}{'bare':>7}{'kept':>8}{'times':>7}{'p99/med':>9}"
        f"{'bare':>6}{'anew':>8}{'times':>7}{'first':>8}{'times':>7}{'growth':>8}"
    )
    with tempfile.TemporaryDirectory() as folder:
        few, many = [_database(Path(folder), size) for size in SIZES]
        try:
            with asyncio.Runner() as runner:
                for page in PAGES:
                    yield runner.run(_row(page, few, many))
                yield from runner.run(visits.lines(many, SIZES[1]))
        finally:
            few.close()
            many.close()


def _database(folder: Path, size: int) -> Database:
    database = Database(f"sqlite:///{folder / f'{size}.db'}")
    database.upgrade()
    filled(database, size)
    return database


async def _row(page: str, few: Database, many: Database) -> str:
    address, smaller = (page.format(last=size) for size in reversed(SIZES))
    async with site_on(many, AnswerCache()) as kept:
        body = await body_of(kept, address)
        async with bare_answer(body) as bare:

            async def plainly() -> object:
                return await body_of(bare, "/")

            served = await _beside(lambda: body_of(kept, address), plainly, SERVED)
            async with site_on(many, AnswerCache(0)) as forgetful:
                anew = await _beside(lambda: body_of(forgetful, address), plainly, ROUNDS)
            async with site_on(many, _watchful()) as large:
                change = partial(_changed, many)
                first = await _beside(lambda: body_of(large, address), plainly, ROUNDS, change)
    async with site_on(few, _watchful()) as small:
        before = await _times(lambda: body_of(small, smaller), ROUNDS, lambda: _changed(few))
    return f"{page:40}{_figures(len(body) / 1024, served, anew, first, before)}"


def _watchful() -> AnswerCache:
    """Return what keeps answers, and looks whether one holds before it is given."""
    return AnswerCache(fresh=0.0, late=0.0)


def _changed(database: Database) -> None:
    """Change an event that no page shows, as one does that is found."""
    with database.transaction() as session:
        latest = session.exec(select(func.max(col(Event.changed_at)))).one()
        event_changes.touch(session, 1, latest + timedelta(seconds=1))


@dataclass(frozen=True, slots=True)
class _Beside:
    """Seconds of the processor that a page took, and a bare answer between.

    Attributes:
        page: Of the page.
        bare: Of the bare answer.
    """

    page: list[float]
    bare: list[float]

    @property
    def times(self) -> float:
        """How many times as long the page took."""
        return median(self.page) / median(self.bare)

    def __str__(self) -> str:
        return f"{median(self.page) * 1000:8.2f}{self.times:7.1f}"


def _figures(
    size: float, served: _Beside, anew: _Beside, first: _Beside, before: list[float]
) -> str:
    growth = median(first.page) / median(before)
    tail, own = (p99(taken) / median(taken) for taken in (served.page, served.bare))
    missed = [
        name
        for name, value, most in (
            ("times", served.times, MOST_TIMES),
            ("p99", tail, MOST_P99),
            ("growth", growth, MOST_GROWTH),
            ("KB", size, MOST_KB),
            ("times anew", anew.times, MOST_TIMES),
            ("times first", first.times, MOST_TIMES),
        )
        if value > most
    ]
    return (
        f"{size:6.1f}{median(served.bare) * 1000:7.2f}{served}{tail:9.1f}{own:6.1f}{anew}{first}"
        f"{growth:8.2f}{'  MISSED: ' + ', '.join(missed) if missed else ''}"
    )


async def _beside(
    ask: Callable[[], Awaitable[object]],
    plainly: Callable[[], Awaitable[object]],
    rounds: int,
    between: Callable[[], None] | None = None,
) -> _Beside:
    """Return what a page takes and what a bare answer does, by turns and after the same."""
    await ask()
    both = _Beside([], [])
    for _ in range(rounds):
        both.page.append(await _taken(ask, between))
        both.bare.append(await _taken(plainly, between))
    return both


async def _taken(
    ask: Callable[[], Awaitable[object]], between: Callable[[], None] | None = None
) -> float:
    if between is not None:
        between()
    begun = process_time()
    await ask()
    return process_time() - begun


async def _times(
    ask: Callable[[], Awaitable[object]], rounds: int, between: Callable[[], None] | None = None
) -> list[float]:
    await ask()
    return [await _taken(ask, between) for _ in range(rounds)]
