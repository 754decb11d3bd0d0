"""Bodies made to cost time or memory.

Each is read to some end, directly and by a worker that must be there for the next one.

Only that they end is asked here; how long an outlet may take from us is the workers' deadline,
which has its own test.
"""

import asyncio
from collections.abc import Callable

import pytest

from bot.feeds.errors import FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchResponse
from bot.feeds.parsing.article_page import read_page
from bot.feeds.parsing.feed import parse_feed
from bot.feeds.parsing.listing_page import parse_listing
from bot.feeds.parsing.pool import Workers
from bot.feeds.parsing.sitemap import parse_sitemap
from bot.feeds.polling.poller import Poller
from bot.sources.discovery import feed_links
from storage.database import Database
from tests.feeds.making import add_sources, item, rss, spec, stored
from tests.feeds.server import Answer, Site, feed

pytestmark = pytest.mark.slow

URL = "https://o.example/x"
MANY = 30_000

BODIES = {
    "doctypes": "<!DOCTYPE [" * MANY + "<rss>",
    "entities": "<!ENTITY a " * MANY + "<rss>",
    "laughs": "<!DOCTYPE r ["
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
    + rss(item("&a9;")),
    "deep": "<rss><channel><item>" + "<a>" * MANY,
    "open items": "<rss><channel>" + "<item><title>x" * 5_000,
    "cdata": "<rss><channel><item><title>" + "<![CDATA[" * MANY,
    "comments": "<rss><channel><item><title>" + "<!--" * MANY,
    "scripts": "<rss><channel><item><description>" + "&lt;script&gt;" * MANY,
    "attributes": "<rss " + " ".join(f'a{n}="x"' for n in range(4_000)) + ">",
    "namespaces": "<rss "
    + " ".join(f'xmlns:a{n}="u{n}"' for n in range(3_000))
    + "><channel><item/></channel></rss>",
    "links": "<html><head>" + "<link rel=canonical " * MANY,
    "metas": "<html><head>" + "<meta property='article:published_time' " * MANY,
    "times": "<html><body>" + "<time " * MANY,
    "anchors": "<html><body>" + "<a href='/x-y-z-1'>A headline that is long enough" * 5_000,
    "tables": "<html><body>" + "<table><tr><td>" * 2_000,
    "breaks": "<html><body><article>" + "text<br>" * MANY,
    "leads": "<html><body><h1>A headline</h1>" + "<div class=lead><p>text" * MANY,
    "bare leads": "<html><body><h1>A headline</h1>" + "<div class=lead>" * 200 + "<i></i>" * MANY,
    "headings": "<html><head><title>" + "x" * 300_000 + "</title><body>" + "<h2>x" * MANY,
    "captions": "<html><body>" + "<div class=image><p>12:05</p><a href=x>text</a>" * MANY,
    "urls": "<urlset>" + "<url><loc>https://o.example/a" * 5_000,
    "digits": rss(*(item("x", date="1" * 5_000 + "/" * 5_000) for _ in range(20))),
    "json": '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * MANY,
    "spaces": " " * 500_000 + "<rss>",
    "one line": "<rss><channel><item><title>" + "a" * 1_000_000,
}

READERS: dict[str, Callable[[bytes], object]] = {
    "feed": lambda body: parse_feed(body, {}, URL),
    "page": lambda body: read_page(body, {}, URL),
    "listing": lambda body: parse_listing(body, {}, URL),
    "sitemap": lambda body: parse_sitemap(body, {}, URL),
    "links": lambda body: feed_links(body, {}, URL),
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_is_read_to_some_end(name: str, reader: str) -> None:
    READERS[reader](BODIES[name].encode())


async def test_a_hostile_page_costs_its_own_source_alone(processes: Workers) -> None:
    bomb = FetchResponse(URL, 200, {"content-type": "text/html"}, ("<a>" * 400_000).encode())
    with pytest.raises(FeedError) as raised:
        await processes.page(bomb)
    assert raised.value.detail in ("not parsed within 2 seconds", "the parser broke down over it")
    assert (
        await processes.read(FetchResponse(URL, 200, {}, rss(item("A")).encode()), "feed")
    ).entries


async def test_sources_that_hang_hold_their_own_slots_and_nobody_elses(
    site: Site, fetcher: Fetcher, workers: Workers, sqlite: Database, now: object
) -> None:
    poller = Poller(sqlite, fetcher, workers)
    hanging = [
        spec(
            f"hangs-{n}",
            site.answer(f"/hangs/{n}", Answer(silent=True)).replace("127.0.0.1", "localhost"),
        )
        for n in range(6)
    ]
    good = [
        spec(
            f"good-{n}",
            site.answer(f"/good/{n}", feed(rss(item(f"Headline {n}", f"https://o{n}.example/a")))),
        )
        for n in range(40)
    ]
    add_sources(sqlite, now, *hanging, *good)  # type: ignore[arg-type]  # the moment of the fixture
    round_ = asyncio.create_task(poller.poll_due(now))  # type: ignore[arg-type]  # as above
    while len(stored(sqlite)) < len(good):
        assert not round_.done()
        await asyncio.sleep(0.02)
    assert not round_.done()
    round_.cancel()
    with pytest.raises(asyncio.CancelledError):
        await round_
