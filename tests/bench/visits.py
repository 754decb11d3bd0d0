"""A minute of visits to the diary, and what visitors wait by the clock.

Visits come by chance, so many a second, to a few pages often and to most hardly ever (Zipf's law):
the week in seven languages first, then events of the last weeks, people, organisations, towns and
forms for programs. Events are found meanwhile, far more often than in life. Every fifth visit is to
a bare answer of a page's size, so that what the machine itself makes of a minute can be seen.
"""

import asyncio
import gc
import random
from collections.abc import Iterator
from itertools import accumulate, count
from statistics import median, quantiles
from time import perf_counter

from aiohttp import ClientSession

from bot.web.answers import AnswerCache
from config.languages import INTERFACE_LANGUAGES
from storage.database import Database
from tests.bench.diary import more
from tests.bench.site import bare_answer, body_of, p99, site_on

SECONDS, A_SECOND, FOUND_EVERY = 60, 25, 25.0
MOST_P99 = 5.0
"""Times the median that a visit in a hundred may take at most."""

WARMING, BARE_EVERY, BARE_BYTES = 3_000, 5, 5_000
EVENTS, PEOPLE = 400, 60

_OTHERS = ("month/2026-11", "people", "organizations", "organization/ots", "organization/turksoy",
           "place/baku", "place/astana", "met", "sources", "about", "feed.atom", "calendar.ics",
           "search?q=weaving", "search?q=baku")  # fmt: skip


async def lines(database: Database, last: int) -> list[str]:
    """Return what visitors wait on a site of `last` events, beside a bare answer."""
    chance = random.Random(18)  # noqa: S311 - nothing secret
    asked = _asked(last, chance)
    async with site_on(database, AnswerCache()) as site, bare_answer(bytes(BARE_BYTES)) as bare:
        gc.freeze()  # as the bot does when it starts
        for _ in range(WARMING):
            await body_of(site, next(asked))
        news = asyncio.create_task(_news(database, last, chance))
        visits, plain = await _minute(site, bare, asked, chance)
        news.cancel()
        await asyncio.gather(news, return_exceptions=True)
    slow = sum(seconds > 20 * median(plain) for seconds in visits) / len(visits)
    head = (
        f"{SECONDS} seconds, {A_SECOND} visits a second, an event each {FOUND_EVERY:.0f} seconds; "
        "ms by the clock"
    )
    times = p99(visits) / median(visits)
    verdict = (
        f"p99 {times:.0f} times p50, {p99(plain) / median(plain):.0f} times for a bare answer"
        f"{'  MISSED: p99' if times > MOST_P99 else ''}; "
        f"p50 {median(visits) / median(plain):.1f} times a bare answer's; {slow:.1%} of visits "
        "waited more than 20 times as long, for a page that nobody had asked for lately"
    )
    return [
        head,
        f"{'':12}{'visits':>8}{'p50':>8}{'p90':>8}{'p99':>8}{'p99/p50':>9}",
        _line("a bare answer", plain),
        _line("the diary", visits),
        verdict,
    ]


def _line(name: str, seconds: list[float]) -> str:
    p50, p90, last = median(seconds), quantiles(seconds, n=10)[8], p99(seconds)
    figures = "".join(f"{value * 1000:8.2f}" for value in (p50, p90, last))
    return f"{name:14}{len(seconds):6}{figures}{last / p50:9.1f}"


def _asked(last: int, chance: random.Random) -> Iterator[str]:
    """Give addresses for ever, the first of the list most often."""
    weeks = [f"/{code}/" for code in INTERFACE_LANGUAGES]
    paths = [f"event/{number}" for number in range(last - EVENTS, last + 1)]
    paths += [*(f"person/{number}" for number in range(1, PEOPLE + 1)), *_OTHERS]
    others = [f"/{code}/{path}" for code in INTERFACE_LANGUAGES for path in paths]
    chance.shuffle(others)
    addresses = [*weeks, *others]
    weights = [*accumulate(1 / rank for rank in range(1, len(addresses) + 1))]
    while True:
        yield chance.choices(addresses, cum_weights=weights)[0]


async def _news(database: Database, last: int, chance: random.Random) -> None:
    """Find an event now and then."""
    for number in count(last + 1):
        await asyncio.sleep(FOUND_EVERY)
        await database.run(more, [number], last, chance)


async def _minute(
    site: ClientSession, bare: ClientSession, asked: Iterator[str], chance: random.Random
) -> tuple[list[float], list[float]]:
    """Return how long visitors of the site waited, and those of a bare answer."""
    visits, plain = list[float](), list[float]()

    async def visit(client: ClientSession, address: str, into: list[float]) -> None:
        begun = perf_counter()
        await body_of(client, address)
        into.append(perf_counter() - begun)

    async with asyncio.TaskGroup() as group:
        for number in range(SECONDS * A_SECOND):
            await asyncio.sleep(chance.expovariate(A_SECOND))
            if number % BARE_EVERY:
                group.create_task(visit(site, next(asked), visits))
            else:
                group.create_task(visit(bare, "/", plain))
    return visits, plain
