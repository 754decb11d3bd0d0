"""What a reader presses is the address as the outlet wrote it, and leads to the article."""

import json

import pytest

from tests.feeds.cases.whole_way import Polls, polls
from tests.feeds.making import LONG, parsed, rss
from tests.feeds.server import feed

__all__ = ["polls"]

NEIGHBOURS = (
    "https://o.example/news.php?story",
    "https://o.example/?news=17",
    "https://o.example/index.php?/news/17",
    "https://o.example/n?id=17&amp=1",
    "https://o.example/n?a=1&reg=2&not=3&lang=kk",
    "https://o.example/n?q=a+b%20c",
    "https://o.example/n?x=%5B1%5D&y={2}",
    "https://o.example/n?u=https://e.example/a?b=c",
    "https://o.example/n/17#/full/text",
    "https://o.example/app/#!article=17",
    "https://o.example/n;jsessionid=5?id=17",
    "https://o.example/n/a,b;c=d/17",
    "https://o.example/n/%E4%F2%E8/17.html",
    "https://o.example/n/a//b/17",
    "https://o.example/n/~a/(17)/it's",
    "https://o.example/n/17?from=kk&source=9",
    "https://o.example:8443/n/17",
    "http://o.example/N/Story_17.ASPX?ID=Aa",
)


@pytest.mark.parametrize("link", NEIGHBOURS)
def test_links_damaged_nowhere_in_a_feed(link: str) -> None:
    written = link.replace("&", "&amp;")
    one = f"<item><title>OTS meets</title><link>{written}</link></item>"
    assert parsed(rss(one)).entries[0].link == link


@pytest.mark.parametrize("link", NEIGHBOURS)
async def test_links_damaged_nowhere_on_their_way_to_what_is_stored(
    polls: Polls, link: str
) -> None:
    items = [{"id": "1", "url": link, "title": "OTS meets", "content_text": LONG}]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "items": items}
    (article,) = await polls(feed(json.dumps(told), "application/feed+json"))
    assert article.url == link


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("o.example/n/1", "https://outlet.example/o.example/n/1"),
        ("www.o.example:8080/n/1", "https://www.o.example:8080/n/1"),
        ("https:///o.example/n/1", "https://o.example/n/1"),
        ("HTTPS://O.example/n/1", "https://O.example/n/1"),
        ("\n\t https://o.example/n/1 \n", "https://o.example/n/1"),
        ("?id=17", "https://outlet.example/rss?id=17"),
        ("../n/1", "https://outlet.example/n/1"),
        ("https://o.example/n/1&amp;amp;a=2", "https://o.example/n/1&a=2"),
    ],
)
def test_links_damaged_by_the_outlet_are_whole(written: str, whole: str) -> None:
    one = f"<item><title>OTS meets</title><link>{written}</link></item>"
    assert parsed(rss(one)).entries[0].link == whole
