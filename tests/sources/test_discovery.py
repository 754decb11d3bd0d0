"""Finding the feed of a site from any of its pages."""

import pytest

from bot.feeds.errors import FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.parsing.pool import Workers
from bot.sources.discovery import Discovery
from tests.feeds.making import item, rss
from tests.feeds.server import Answer, Site, feed, page

RSS = rss(item("A headline", "https://o.example/a"))
HEADLINES = (
    "<ul>"
    + "".join(
        f'<li><a href="/news/{n}-slug-of-it">A headline that is long enough {n}</a></li>'
        for n in range(5)
    )
    + "</ul>"
)


@pytest.fixture
def discovery(fetcher: Fetcher, workers: Workers) -> Discovery:
    return Discovery(fetcher, workers)


async def test_a_feed_is_its_own_answer(site: Site, discovery: Discovery) -> None:
    url = site.answer("/rss", feed(RSS))
    (found,) = await discovery.find(url)
    assert (found.url, found.kind, found.parsed.entries[0].title) == (url, "feed", "A headline")


async def test_the_feed_that_the_page_names_is_found(site: Site, discovery: Discovery) -> None:
    url = site.answer(
        "/",
        page(
            '<html><head><link rel="alternate" type="application/rss+xml" '
            'href="/hidden/feed?x=1"></head><body></body></html>'
        ),
    )
    site.answer("/hidden/feed", feed(RSS))
    (found,) = await discovery.find(url)
    assert found.url == site.url("/hidden/feed?x=1")


async def test_a_link_that_looks_like_a_feed_is_tried(site: Site, discovery: Discovery) -> None:
    url = site.answer(
        "/", page('<html><body><a href="/en/all.rss">RSS</a><a href="http://[">x</a></body></html>')
    )
    site.answer("/en/all.rss", feed(RSS))
    assert [found.url for found in await discovery.find(url)] == [site.url("/en/all.rss")]


async def test_the_usual_places_are_tried_and_one_feed_is_offered_once(
    site: Site, discovery: Discovery
) -> None:
    url = site.answer("/", page("<html><body>no link</body></html>"))
    site.answer("/rss", feed(RSS))
    site.answer("/feed/", feed(RSS))
    assert [found.url for found in await discovery.find(url)] == [site.url("/rss")]


async def test_a_site_without_a_feed_is_offered_as_its_list_of_headlines(
    site: Site, discovery: Discovery
) -> None:
    url = site.answer("/en/news", page(f"<html><body>{HEADLINES}</body></html>"))
    found = await discovery.find(url)
    assert [(one.url, one.kind, len(one.parsed.entries)) for one in found] == [(url, "listing", 5)]


async def test_a_site_with_nothing_to_follow_gives_nothing(
    site: Site, discovery: Discovery
) -> None:
    assert await discovery.find(site.answer("/", page("<html><body>Hello</body></html>"))) == []


async def test_a_page_that_cannot_be_fetched_is_told(site: Site, discovery: Discovery) -> None:
    with pytest.raises(FeedError):
        await discovery.find(site.answer("/", Answer(b"", 404)))


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="alternate" type="application/rss+xml; charset=utf-8" href="/hidden">',
        '<link rel="alternate" type="text/xml" href="/hidden">',
        '<link rel="alternate" type="APPLICATION/ATOM+XML" href="/hidden">',
        '<link rel="feed" href="/hidden">',
        '<link rel="alternate feed" type="text/html" href="/hidden">',
        '<meta http-equiv="refresh" content="0;url=/inner">',
        '<meta http-equiv="Refresh" content="0; URL=\'/inner\'">',
    ],
)
async def test_feeds_not_found_by_its_link_element(
    site: Site, discovery: Discovery, head: str
) -> None:
    named = '<link rel="alternate" type="application/rss+xml" href="/hidden">'
    site.answer("/inner", page(f"<html><head>{named}</head></html>"))
    site.answer("/hidden", feed(RSS))
    url = site.answer("/", page(f"<html><head>{head}</head><body>hello</body></html>"))
    assert [found.url for found in await discovery.find(url)] == [site.url("/hidden")]


async def test_feeds_not_found_in_the_link_header(site: Site, discovery: Discovery) -> None:
    headers = {
        "content-type": "text/html",
        "link": '</hidden>; rel="alternate"; type="application/rss+xml"',
    }
    site.answer("/hidden", feed(RSS))
    url = site.answer("/", Answer(b"<html><body>hello</body></html>", headers=headers))
    assert [found.url for found in await discovery.find(url)] == [site.url("/hidden")]


async def test_feeds_not_found_on_a_page_about_feeds(site: Site, discovery: Discovery) -> None:
    site.answer("/about-feeds.html", page("<body><a href='/hidden'>Politics (RSS)</a></body>"))
    site.answer("/hidden", feed(RSS))
    url = site.answer("/", page("<body><a href='/about-feeds.html'>RSS</a></body>"))
    assert [found.url for found in await discovery.find(url)] == [site.url("/hidden")]


async def test_comments_come_behind_the_news(site: Site, discovery: Discovery) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" href="/{name}">'
        for name in ("talk", "hidden")
    )
    comments = [item(f"Comment on story {n} by Bob", f"https://o.example/s#{n}") for n in range(3)]
    site.answer("/talk", feed(rss(*comments)))
    site.answer("/hidden", feed(RSS))
    url = site.answer("/", page(f"<html><head>{links}</head></html>"))
    found = [way.url for way in await discovery.find(url)]
    assert found == [site.url("/hidden"), site.url("/talk")]


@pytest.mark.parametrize("status", [403, 404, 503])
async def test_a_home_page_that_turns_robots_away_may_leave_its_feed_open(
    site: Site, discovery: Discovery, status: int
) -> None:
    site.answer("/rss", feed(RSS))
    url = site.answer("/", Answer(b"no", status))
    assert [found.url for found in await discovery.find(url)] == [site.url("/rss")]
