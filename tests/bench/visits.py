"""A minute of visits to the diary, and what visitors wait by the clock.

Visits come by chance, so many a second, to a few pages often and to most hardly ever (Zipf's law):
the week in seven languages first, then events of the last weeks, people, organisations, towns and
forms for programs. Events are found meanwhile, far more often than in life. Every fifth visit is to
a bare answer of a page's size, so that what the machine itself makes of a minute can be seen.

The slowest of a hundred visits are told beside the median of their own kind: of answers that were
kept, those that held others up would show; of those that were made, the pages with most events. Of
all visits together the median is a kept answer and the slowest are made ones, so that what stands
there says how often something is made, and not how evenly.
"""

import asyncio
import gc
import random
from collections.abc import Iterator
from itertools import accumulate, count
from statistics import median, quantiles
from time import perf_counter

from aiohttp import ClientSession

from bot.web.answers import Age, AnswerCache, Kept, Key
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


class _Watched(AnswerCache):
    """Keeps answers, and tells how old each was found that was asked for.

    Attributes:
        found: By address, how old what was kept was when it was first looked for; None where
            nothing was.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found = dict[str, Age | None]()

    def get(self, key: Key) -> tuple[Kept, Age] | None:
        """Return what is kept, as `AnswerCache` does."""
        known = super().get(key)
        self.found.setdefault(key[0], known[1] if known is not None else None)
        return known


async def lines(database: Database, last: int) -> list[str]:
    """Return what visitors wait on a site of `last` events, beside a bare answer."""
    chance = random.Random(18)  # noqa: S311 - nothing secret
    asked, cache = _asked(last, chance), _Watched()
    async with site_on(database, cache) as site, bare_answer(bytes(BARE_BYTES)) as bare:
        gc.freeze()  # as the bot does when it starts
        for _ in range(WARMING):
            await body_of(site, next(asked))
        news = asyncio.create_task(_news(database, last, chance))
        visits, plain = await _minute(site, bare, asked, chance, cache)
        news.cancel()
        await asyncio.gather(news, return_exceptions=True)
    return [
        (
            f"{SECONDS} seconds, {A_SECOND} visits a second, an event each {FOUND_EVERY:.0f} "
            "seconds; ms by the clock"
        ),
        f"{'':24}{'visits':>8}{'p50':>8}{'p90':>8}{'p99':>8}{'p99/p50':>9}",
        _line("a bare answer", plain),
        *(_line(name, visits[name]) for name in KINDS if len(visits[name]) > 1),
        _line("all of the diary", [seconds for some in visits.values() for seconds in some]),
    ]


KINDS = ("kept", "looked at again", "made")


def _kind(age: Age | None) -> str:
    if age is None:
        return "made"
    return "looked at again" if age is Age.OLD else "kept"


def _line(name: str, seconds: list[float]) -> str:
    p50, p90, last = median(seconds), quantiles(seconds, n=10)[8], p99(seconds)
    figures = "".join(f"{value * 1000:8.2f}" for value in (p50, p90, last))
    said = "  MISSED: p99" if last / p50 > MOST_P99 else ""
    return f"{name:24}{len(seconds):8}{figures}{last / p50:9.1f}{said}"


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
    site: ClientSession,
    bare: ClientSession,
    asked: Iterator[str],
    chance: random.Random,
    cache: _Watched,
) -> tuple[dict[str, list[float]], list[float]]:
    """Return how long visitors of the site waited, by kind, and those of a bare answer."""
    visits = {name: list[float]() for name in KINDS}
    plain = list[float]()

    async def visit(address: str) -> None:
        cache.found.pop(address, None)
        begun = perf_counter()
        await body_of(site, address)
        seconds = perf_counter() - begun
        visits[_kind(cache.found.get(address))].append(seconds)

    async def visit_bare() -> None:
        begun = perf_counter()
        await body_of(bare, "/")
        plain.append(perf_counter() - begun)

    async with asyncio.TaskGroup() as group:
        for number in range(SECONDS * A_SECOND):
            await asyncio.sleep(chance.expovariate(A_SECOND))
            group.create_task(visit(next(asked)) if number % BARE_EVERY else visit_bare())
    return visits, plain
