"""How long a page of the diary takes among 1,000 and among 100,000 events, beside a bare answer.

A bare answer is aiohttp giving out ready bytes, as many as the page has packed, in the same run. A
page is taken made anew each time, as nobody has asked for it lately, and as it is served, where an
answer is kept for some seconds. Days, towns, people and organisations are as dense in a database of
1,000 events as on the last days of one of 100,000, so that both pages hold as much.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from aiohttp import ClientSession, web

from bot.messages.composer import Composer
from bot.web.answers import AnswerCache
from bot.web.conditional import ConditionalAnswers
from bot.web.feeds import Feeds
from bot.web.rate_limit import RequestLimiter, limited
from bot.web.server import application, serving
from bot.web.site import Site, SiteOptions
from config.catalogue_loader import load_catalogue
from storage.database import Database
from tests.bench.diary import NOW, filled

SIZES = (1_000, 100_000)
ROUNDS = 41
SERVED = 200
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
    """Give the lines of the table, and those of the demands that are missed."""
    yield (
        f"{'a page, ms':40}{'KB':>6}{'bare':>7}{'anew':>8}{'times':>7}{'served':>8}"
        f"{'p99/med':>9}{'growth':>8}"
    )
    with tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> list[str]:
    few, many = [_database(folder, size) for size in SIZES]
    try:
        async with _site(few, SIZES[0]) as small, _site(many, SIZES[1]) as large:
            lines = [await _row(page, small, large) for page in PAGES]
    finally:
        few.close()
        many.close()
    return [line for line in lines if line]


def _database(folder: Path, size: int) -> Database:
    database = Database(f"sqlite:///{folder / f'{size}.db'}")
    database.upgrade()
    filled(database, size)
    return database


class _Served:
    """A site, with and without a memory of its answers, and a bare answer beside it."""

    def __init__(self, last: int, anew: ClientSession, kept: ClientSession) -> None:
        self.last, self.anew, self.kept = last, anew, kept
        self.bare = b""


@asynccontextmanager
async def _site(database: Database, last: int) -> AsyncIterator[_Served]:
    async with (
        serving(_application(database, 0.0), "127.0.0.1", 0) as anew,
        serving(_application(database, 20.0), "127.0.0.1", 0) as kept,
        ClientSession(anew, auto_decompress=False) as one,
        ClientSession(kept, auto_decompress=False) as other,
    ):
        yield _Served(last, one, other)


def _application(database: Database, seconds: float) -> web.Application:
    catalogue, options = load_catalogue(), SiteOptions("https://diary.example")
    site = Site(database, catalogue, lambda: NOW, options)
    served = application(database, Composer(database, catalogue), lambda: NOW)
    Feeds(site).serve(served)
    site.serve(served)
    served.middlewares.append(limited(RequestLimiter()))
    ConditionalAnswers(AnswerCache(seconds), site.revision.known).serve(served)
    return served


async def _row(page: str, small: _Served, large: _Served) -> str:
    address = page.format(last=large.last)
    body = await _body(large.anew, address)
    if body is None:
        return f"{page:40} (no such page)"
    async with _bare(body) as bare:
        plain = await _times(lambda: _body(bare, "/"), ROUNDS)
        anew = await _times(lambda: _body(large.anew, address), ROUNDS)
        plain += await _times(lambda: _body(bare, "/"), ROUNDS)
    before = await _times(lambda: _body(small.anew, page.format(last=small.last)), ROUNDS)
    served = await _times(lambda: _body(large.kept, address), SERVED)
    figures = _figures(len(body) / 1024, plain, anew, before, served)
    return f"{page:40}{figures}"


def _figures(
    size: float,
    plain: list[float],
    anew: list[float],
    before: list[float],
    served: list[float],
) -> str:
    bare, times, growth = median(plain), median(anew) / median(plain), median(anew) / median(before)
    tail = max(_p99(served) / median(served), _p99(anew) / median(anew))
    missed = [
        name
        for name, value, most in (
            ("times", times, MOST_TIMES),
            ("p99", tail, MOST_P99),
            ("growth", growth, MOST_GROWTH),
            ("KB", size, MOST_KB),
        )
        if value > most
    ]
    return (
        f"{size:6.1f}{bare * 1000:7.2f}{median(anew) * 1000:8.2f}{times:7.1f}"
        f"{median(served) / bare:8.1f}{tail:9.1f}{growth:8.2f}"
        f"{'  MISSED: ' + ', '.join(missed) if missed else ''}"
    )


def _p99(seconds: list[float]) -> float:
    return quantiles(seconds, n=100)[98]


async def _times(ask: Callable[[], Awaitable[object]], rounds: int) -> list[float]:
    await ask()
    found = list[float]()
    for _ in range(rounds):
        begun = perf_counter()
        await ask()
        found.append(perf_counter() - begun)
    return found


async def _body(client: ClientSession, address: str) -> bytes | None:
    async with client.get(address, headers={"Accept-Encoding": "gzip"}) as response:
        body = await response.read()
        return body if response.status == 200 else None


@asynccontextmanager
async def _bare(body: bytes) -> AsyncIterator[ClientSession]:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=body)

    served = web.Application()
    served.router.add_get("/", answer)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client
