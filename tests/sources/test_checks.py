"""A check of sources on the spot.

What each answered, whatever was known of it, and nothing that a poll would miss afterwards.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.feeds.errors import Cause
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchResponse
from bot.feeds.parsing.findings import Parsed
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import Poller
from bot.sources.checks import CheckResult, SourceChecker, is_offline
from storage import source_edits, sources
from storage.database import Database
from storage.models import Source
from tests.feeds.conftest import fetcher, hasty_fetcher, poller, site, workers
from tests.feeds.making import item, rss, spec
from tests.feeds.server import Answer, Site, feed, page

__all__ = ["fetcher", "hasty_fetcher", "poller", "site", "workers"]

STAMP = "%a, %d %b %Y %H:%M:%S +0000"


def fresh(now: datetime, title: str = "News") -> str:
    return item(
        title, f"https://o.example/{title}", title, (now - timedelta(hours=1)).strftime(STAMP)
    )


def follow(database: Database, now: datetime, *urls: str, **more: object) -> Sequence[Source]:
    with database.transaction() as session:
        added = source_edits.add(
            session, [spec(f"s{number}", url, **more) for number, url in enumerate(urls)], now
        )
        return [sources.by_key(session, one.key) for one in added]


def again(database: Database, key: str = "s0") -> Source:
    with database.transaction() as session:
        return sources.by_key(session, key)


@pytest.fixture
def checker(sqlite: Database, fetcher: Fetcher, workers: Workers) -> SourceChecker:
    return SourceChecker(sqlite, fetcher, workers)


@pytest.fixture
def hasty(sqlite: Database, hasty_fetcher: Fetcher, workers: Workers) -> SourceChecker:
    return SourceChecker(sqlite, hasty_fetcher, workers)


async def test_a_check_asks_for_everything_and_the_next_poll_still_finds_its_news(
    site: Site, sqlite: Database, checker: SourceChecker, poller: Poller, now: datetime
) -> None:
    rows = follow(sqlite, now, site.answer("/rss", feed(rss(fresh(now)), etag='"a"')))
    (found,) = await checker.of(rows, now)
    assert (found.status, found.items, found.newest, found.encoding) == (
        200,
        1,
        now - timedelta(hours=1),
        "utf-8",
    )
    assert (found.verdict, found.failing) == ("well", False)
    assert (await poller.poll_due(now)).articles == 1
    await checker.of([again(sqlite)], now)
    assert "if-none-match" not in site.asked("/rss")[-1].headers
    assert again(sqlite).etag == '"a"', "the poll's validator is left alone"


async def test_sources_come_back_in_their_order_and_each_is_told_when_it_is_done(
    site: Site, sqlite: Database, checker: SourceChecker, now: datetime
) -> None:
    slow = Answer(
        rss(fresh(now)).encode(), headers={"content-type": "application/rss+xml"}, drip=100
    )
    rows = follow(sqlite, now, site.answer("/slow", slow), site.answer("/gone", Answer(b"", 410)))
    told: list[CheckResult] = []
    found = await checker.of(rows, now, told.append)
    assert [one.key for one in found] == ["s0", "s1"]
    assert [one.key for one in told] == ["s1", "s0"], "the slow one holds up nobody"
    assert [one.cause for one in found] == [None, Cause.GONE]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(b"", 404), (Cause.GONE, 404, True)),
        (Answer(b"", 403), (Cause.BLOCKED, 403, True)),
        (Answer(b"", 500), (Cause.HTTP, 500, True)),
        (page("<html><body>Hello</body></html>"), (Cause.NOT_A_FEED, 200, True)),
        (feed(rss()), (Cause.EMPTY, 200, False)),
        (
            feed(rss(item("Old", "https://o.example/1", "1", "Tue, 03 Jan 2023 10:00:00 +0000"))),
            (Cause.STALE, 200, False),
        ),
        (Answer(silent=True), (Cause.TIMEOUT, None, True)),
    ],
)
async def test_each_way_to_fail_has_its_cause_and_is_kept(
    site: Site,
    sqlite: Database,
    hasty: SourceChecker,
    now: datetime,
    answer: Answer,
    expected: tuple[Cause, int | None, bool],
) -> None:
    rows = follow(sqlite, now, site.answer("/rss", answer))
    (found,) = await hasty.of(rows, now)
    assert (found.cause, found.status, found.failing) == expected
    assert found.verdict.startswith(expected[0].sentence)
    row = again(sqlite)
    assert (row.failure_cause, row.failures, row.last_polled_at) == (
        expected[0].value,
        int(expected[2]),
        now,
    )


async def test_a_listing_that_has_lost_its_headlines_has_changed_its_layout(
    site: Site, sqlite: Database, checker: SourceChecker, now: datetime
) -> None:
    (row,) = follow(
        sqlite, now, site.answer("/news", page("<html><body>Hello</body></html>")), kind="listing"
    )
    row.items_seen = 12
    (found,) = await checker.of([row], now)
    assert found.failing
    assert "the layout changed: 12 headlines before, none now" in found.verdict


async def test_the_sitemaps_of_an_index_are_looked_into(
    site: Site, sqlite: Database, checker: SourceChecker, now: datetime
) -> None:
    entry = (
        f"<url><loc>{site.url('/news/1')}</loc><lastmod>"
        f"{now - timedelta(days=1):%Y-%m-%d}</lastmod></url>"
    )
    child = site.answer("/child.xml", feed(f"<urlset>{entry}</urlset>", "application/xml"))
    index = site.answer(
        "/index.xml",
        feed(
            f"<sitemapindex><sitemap><loc>{child}</loc></sitemap></sitemapindex>", "application/xml"
        ),
    )
    (found,) = await checker.of(follow(sqlite, now, index, kind="sitemap"), now)
    assert (found.items, found.failing) == (1, False)


async def test_a_surprise_with_one_source_stops_no_other(
    site: Site, sqlite: Database, fetcher: Fetcher, now: datetime
) -> None:
    class Tripping(Workers):
        async def read(self, fetched: FetchResponse, kind: str, **_more: object) -> Parsed:
            if fetched.url.endswith("/odd"):
                raise KeyError(kind)
            return Parsed(cause=Cause.EMPTY, detail="nothing")

    rows = follow(sqlite, now, site.answer("/odd", feed("x")), site.answer("/even", feed("x")))
    odd, even = await SourceChecker(sqlite, fetcher, Tripping()).of(rows, now)
    assert (odd.verdict, even.cause) == (
        "what the site sends is too broken to read (unexpected KeyError)",
        Cause.EMPTY,
    )


async def test_an_offline_machine_blames_no_source(
    sqlite: Database, checker: SourceChecker, now: datetime
) -> None:
    rows = follow(sqlite, now, *(f"http://127.0.0.1:1/rss{number}" for number in range(3)))
    found = await checker.of(rows, now)
    assert is_offline(found)
    assert again(sqlite).failure_cause is None


async def test_one_source_that_answers_shows_that_the_others_are_to_blame(
    site: Site, sqlite: Database, checker: SourceChecker, now: datetime
) -> None:
    dead = [f"http://127.0.0.1:1/rss{number}" for number in range(2)]
    rows = follow(sqlite, now, *dead, site.answer("/rss", feed(rss(fresh(now)))))
    found = await checker.of(rows, now)
    assert not is_offline(found)
    assert again(sqlite).failure_cause == Cause.NETWORK
