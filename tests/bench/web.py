"""How long a page of the diary takes among 1,000 and among 100,000 events, beside a bare answer.

A bare answer is aiohttp giving out ready bytes, as many as the page has packed, again and again, by
turns with the page as it is served. Beside its time stand those of an answer to the page

- kept: where it was asked for a moment ago;
- anew: made again, as though it had been let go of, while the diary is as it was;
- first: the first after an event has changed that stands on no page of the table;
- own: the first after the event has changed that was found last, which concerns most pages;
- unknown: of whose events none is known, as where nobody has asked for anything lately.

Of each the median, how many times the bare answer's median that is, and how many times their own
median the slowest of a hundred take. Days, towns, people and organisations are as dense in a
database of 1,000 events as on the last days of one of 100,000, so that both pages hold as much:
what is first and what is unknown is measured in both, and its growth stands behind.

All times of the table are of the processor, of server and client together, so that what else the
machine does stays out of them. Under the table stands what visitors wait by the clock, in a minute
of visits (`tests.bench.visits`).
"""

import asyncio
import gc
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import process_time

from sqlmodel import col, func, select

from bot.runtime.heap import leave_alone_what_stays
from bot.web.answers import AnswerCache
from bot.web.known_events import KnownEvents
from storage import event_changes
from storage.database import Database
from storage.models import Event
from tests.bench import visits
from tests.bench.diary import filled
from tests.bench.site import bare_answer, body_of, diary_on, p99, site_on

SIZES = (1_000, 100_000)
ROUNDS, UNKNOWN, SERVED, WARMING = 60, 21, 300, 50
SORTS = ("kept", "anew", "first", "own", "unknown")
GROWING = SORTS[2:]
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
    sorts = "".join(f"{name:>8}{'times':>6}{'p99':>6}" for name in SORTS)
    growths = "".join(f"{name:>9}" for name in GROWING)
    yield f"{'a page, ms of processor':40}{'KB':>6}{'bare':>7}{'p99':>6}{sorts}  growth:{growths}"
    with tempfile.TemporaryDirectory() as folder:
        few, many = [_database(Path(folder), size) for size in SIZES]
        threshold = gc.get_threshold()
        leave_alone_what_stays()  # as the bot does when it starts
        try:
            with asyncio.Runner() as runner:
                for page in PAGES:
                    yield runner.run(_row(page, few, many))
                yield from runner.run(visits.lines(many, SIZES[1]))
        finally:
            gc.set_threshold(*threshold)
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

            await _times(plainly, WARMING)
            served, plain = list[float](), list[float]()
            for _ in range(SERVED):
                served.append(await _taken(lambda: body_of(kept, address)))
                plain.append(await _taken(plainly))
    async with site_on(many, AnswerCache(0)) as forgetful:
        anew = await _times(lambda: body_of(forgetful, address), ROUNDS)
    grown = await _grown(many, address, SIZES[1])
    before = await _grown(few, smaller, SIZES[0])
    return _line(page, len(body) / 1024, plain, {"kept": served, "anew": anew} | grown, before)


async def _grown(database: Database, address: str, last: int) -> dict[str, list[float]]:
    """Return the times of a page for which something is to be looked up."""
    async with site_on(database, _watchful()) as site:

        def ask() -> Awaitable[object]:
            return body_of(site, address)

        first = await _times(ask, ROUNDS, lambda: _changed(database, 1))
        own = await _times(ask, ROUNDS, lambda: _changed(database, last))
    async with diary_on(database, AnswerCache(0)) as (diary, client):

        def forget() -> None:
            diary.known = KnownEvents()

        unknown = await _times(lambda: body_of(client, address), UNKNOWN, forget)
    return {"first": first, "own": own, "unknown": unknown}


def _watchful() -> AnswerCache:
    """Return what keeps answers, and looks whether one holds before it is given."""
    return AnswerCache(fresh=0.0, late=0.0)


def _changed(database: Database, event_id: int) -> None:
    """Change an event, as one does that is found."""
    with database.transaction() as session:
        latest = session.exec(select(func.max(col(Event.changed_at)))).one()
        event_changes.touch(session, event_id, latest + timedelta(seconds=1))


def _line(
    page: str,
    size: float,
    plain: list[float],
    taken: Mapping[str, list[float]],
    before: Mapping[str, list[float]],
) -> str:
    """Return a line of the table, and what is missed in it."""
    bare, cells, growths = median(plain), list[str](), list[str]()
    missed = ["KB"] if size > MOST_KB else []
    for name in SORTS:
        times, tail = median(taken[name]) / bare, p99(taken[name]) / median(taken[name])
        cells.append(f"{median(taken[name]) * 1000:8.2f}{times:6.1f}{tail:6.1f}")
        missed += [f"times {name}"] if times > MOST_TIMES else []
        missed += [f"p99 {name}"] if tail > MOST_P99 else []
    for name in GROWING:
        growth = median(taken[name]) / median(before[name])
        growths.append(f"{growth:9.2f}")
        missed += [f"growth {name}"] if growth > MOST_GROWTH else []
    said = f"  MISSED: {', '.join(missed)}" if missed else ""
    head = f"{page:40}{size:6.1f}{bare * 1000:7.2f}{p99(plain) / bare:6.1f}"
    return f"{head}{''.join(cells)}{' ' * 9}{''.join(growths)}{said}"


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
