"""FIELD.md, Q42: outlets and hosts that ask for time are given it, within bounds."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.http.headers import cache_lifetime, retry_after
from bot.feeds.http.messages import FetchRequest
from bot.feeds.http.rate_limit import HostRateLimiter
from bot.feeds.polling.poller import Poller
from storage.database import Database
from tests.feeds.conftest import LOOPBACK, USER_AGENT
from tests.feeds.making import add_sources, item, polled, rss, source, spec
from tests.feeds.server import Answer, Asked, Site, feed

RSS = rss(item("A", "https://o.example/a"))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    "value", ["7200", "Thu, 25 Apr 2024 11:00:00 GMT"], ids=["seconds", "date"]
)
async def test_q42_retry_after_is_honoured_in_both_forms(
    site: Site, poller: Poller, sqlite: Database, now: datetime, value: str
) -> None:
    headers = {"retry-after": value, "date": "Thu, 25 Apr 2024 09:00:00 GMT"}
    await polled(site, poller, sqlite, now, Answer(b"", 429, headers))
    assert source(sqlite).failure_cause == "blocked"
    assert source(sqlite).next_poll_at >= now + timedelta(hours=2)


async def test_q42_a_host_that_asks_for_silence_is_not_asked_for_its_other_feeds(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    add_sources(
        sqlite, now, spec("outlet", site.answer("/rss", Answer(b"", 429, {"retry-after": "3600"})))
    )
    await poller.poll_due(now)
    add_sources(sqlite, now, spec("other", site.answer("/other", feed(RSS))))
    await poller.poll_due(now)
    assert site.asked("/other") == []
    assert source(sqlite, "other").next_poll_at > now + timedelta(minutes=55)


async def test_q42_a_page_is_not_asked_for_while_it_says_that_it_is_fresh(
    site: Site, poller: Poller, sqlite: Database, now: datetime
) -> None:
    await polled(site, poller, sqlite, now, feed(RSS, cache_control="public, max-age=7200"))
    assert source(sqlite).next_poll_at >= now + timedelta(hours=2)


async def test_q42_one_host_is_asked_by_few_at_a_time(site: Site) -> None:
    pace = HostRateLimiter(per_host=2, gap=0)
    busy = most = 0
    async with Fetcher(Guard(LOOPBACK), user_agent=USER_AGENT, pace=pace) as fetcher:

        def count(_: Asked) -> Answer:
            nonlocal busy, most
            busy += 1
            most = max(most, busy)
            return Answer(RSS.encode(), drip=len(RSS) // 3)

        async def one(n: int) -> None:
            nonlocal busy
            await fetcher.fetch(FetchRequest(site.answer(f"/{n}", count)))
            busy -= 1

        await asyncio.gather(*(one(n) for n in range(12)))
    assert most == 2


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "99999999999"}, 86_400),
        ({"retry-after": "Thu, 25 Apr 2024 11:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_q42_an_odd_retry_after_is_bounded_or_ignored(
    headers: dict[str, str], seconds: int | None
) -> None:
    wait = retry_after(headers)
    assert (wait and wait.total_seconds()) == seconds


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "max-age=600, private"}, 600),
        ({"cache-control": "s-maxage=9, no-cache, max-age=600"}, None),
        ({"cache-control": "max-age=600", "age": "500"}, 100),
        ({"cache-control": "max-age=x"}, None),
        ({"cache-control": "max-age=999999999"}, 86_400),
    ],
)
def test_q42_an_odd_cache_control_is_bounded_or_ignored(
    headers: dict[str, str], seconds: int | None
) -> None:
    fresh = cache_lifetime(headers)
    assert (fresh and fresh.total_seconds()) == seconds
