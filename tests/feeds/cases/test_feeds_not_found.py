"""The feed of a site is found in whatever way its pages name it."""

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.parsing.pool import Workers
from bot.sources.discovery import Discovery
from tests.feeds.making import item, rss
from tests.feeds.server import Answer, Site, feed, page

RSS = rss(item("A headline", "https://o.example/a"))
MADE = "<link rel='alternate' type='application/rss+xml' href='/hidden'>"

NEIGHBOURS = {
    "in the body": f"<html><body><div>{MADE}</div></body></html>",
    "in capitals": "<HTML><HEAD><LINK REL=ALTERNATE TYPE=application/rss+xml HREF=/hidden></HEAD>",
    "among other relations": (
        "<head><link rel='home alternate nofollow' type='application/rss+xml' href='/hidden'>"
    ),
    "as RDF": "<head><link rel='alternate' type='application/rdf+xml' href='/hidden'></head>",
    "as JSON": "<head><link rel='alternate' type='application/feed+json' href='/hidden'></head>",
    "as XML with a charset": (
        "<head><link rel='alternate' type='application/xml;charset=windows-1251' href='/hidden'>"
    ),
    "with space around": (
        "<head><link rel=' alternate ' type=' application/rss+xml ' href=' /hidden '></head>"
    ),
    "under a base": (
        "<head><base href='/deep/er/'><link rel='alternate' type='application/rss+xml' "
        "href='../../hidden'></head>"
    ),
    "by a link that has a type": (
        "<body><a type='application/rss+xml' href='/hidden'>Subscribe</a></body>"
    ),
    "by a picture": "<body><a href='/hidden'><img src='/i.png' alt='RSS'></a></body>",
    "by its title": "<body><a href='/hidden' title='RSS'>&#9737;</a></body>",
    "after a while": (
        "<head><meta http-equiv='refresh' content='3; url=/inner'></head><body>Wait</body>"
    ),
    "after no time": "<head><meta http-equiv=refresh content='0.1;URL=inner'></head>",
    "in a frame": "<frameset><frame src='/inner'></frameset>",
}


@pytest.fixture
def discovery(fetcher: Fetcher, workers: Workers) -> Discovery:
    return Discovery(fetcher, workers)


@pytest.mark.parametrize("markup", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_feeds_not_found_before_are_found(
    site: Site, discovery: Discovery, markup: str
) -> None:
    site.answer("/inner", page(f"<html><head>{MADE}</head></html>"))
    site.answer("/hidden", feed(RSS))
    url = site.answer("/", page(markup))
    assert [found.url for found in await discovery.find(url)] == [site.url("/hidden")]


@pytest.mark.parametrize(
    "header",
    [
        "</hidden>; rel=alternate; type=application/rss+xml",
        '</a.css>; rel=preload; as=style, </hidden>; rel="alternate"; type="application/rss+xml"',
        "</tr>; rel=alternate; hreflang=tr, </hidden>; rel=alternate; type=application/rss+xml",
        '<hidden>; type="application/rss+xml"; title="News; all, of it"; rel="alternate"',
    ],
)
async def test_feeds_not_found_before_are_found_in_a_header(
    site: Site, discovery: Discovery, header: str
) -> None:
    site.answer("/hidden", feed(RSS))
    headers = {"content-type": "text/html", "link": header}
    url = site.answer("/", Answer(b"<html><body>hello</body></html>", headers=headers))
    assert [found.url for found in await discovery.find(url)] == [site.url("/hidden")]
