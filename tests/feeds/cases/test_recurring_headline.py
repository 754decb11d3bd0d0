"""A headline that comes again, with another text at another address, is another article."""

import json

import pytest

from tests.feeds.cases.whole_way import Polls, polls
from tests.feeds.making import LONG, item, rss
from tests.feeds.server import Answer, feed, page

__all__ = ["polls"]

TITLE = "Secretary General receives ambassadors of member states"
MONDAY, TUESDAY = "https://o.example/n/receives-ambassadors", "https://o.example/n/receives-five"
FILLER = "A reading room opens in the library of the academy"


def of(link: str, text: str, title: str = TITLE, date: str = "") -> str:
    """An item of a feed that has no ids."""
    return item(title, link, None, date, f"{LONG} {text}")


def atom(*links: str) -> Answer:
    """An Atom feed whose entries tell a day and no more."""
    entries = "".join(
        f"<entry><title>{TITLE}</title><link href='{link}'/><updated>2024-04-23</updated>"
        f"<summary>{LONG} {link}</summary></entry>"
        for link in links
    )
    return feed(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>")


def json_feed(*links: str) -> Answer:
    """A JSON feed whose items have no date."""
    items = [
        {"id": link, "url": link, "title": TITLE, "content_text": f"{LONG} {link}"}
        for link in links
    ]
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "items": items}
    return feed(json.dumps(told), "application/feed+json")


def listing(*links: str) -> Answer:
    """A page that lists headlines without a date, with another one below."""
    rows = "".join(
        f"<li><a href='{link.removeprefix('https://o.example')}'>{title}</a></li>"
        for link, title in (
            *((link, TITLE) for link in links),
            *((f"https://o.example/n/{number}-room", f"{FILLER} {number}") for number in range(4)),
        )
    )
    return page(f"<html lang='en'><body><ul>{rows}</ul></body></html>")


NEIGHBOURS = {
    "in capitals": (
        rss(of(MONDAY, "one")),
        rss(of(TUESDAY, "two", TITLE.upper()), of(MONDAY, "one")),
    ),
    "with more space": (
        rss(of(MONDAY, "one")),
        rss(of(TUESDAY, "two", TITLE.replace(" ", "  ")), of(MONDAY, "one")),
    ),
    "the older one gone": (rss(of(MONDAY, "one")), rss(of(TUESDAY, "two"))),
    "both at once": (rss(of(TUESDAY, "two"), of(MONDAY, "one")),),
    "on one day without a clock": (
        rss(of(MONDAY, "one", date="23.04.2024")),
        rss(of(TUESDAY, "two", date="23.04.2024"), of(MONDAY, "one", date="23.04.2024")),
    ),
    "in Atom": (atom(MONDAY), atom(TUESDAY, MONDAY)),
    "in JSON": (json_feed(MONDAY), json_feed(TUESDAY, MONDAY)),
    "in a listing": (listing(MONDAY), listing(TUESDAY, MONDAY)),
}


@pytest.mark.parametrize("answers", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_recurring_headline_is_another_article(
    polls: Polls, answers: tuple[Answer | str, ...], request: pytest.FixtureRequest
) -> None:
    kind = "listing" if "in a listing" in request.node.name else "feed"
    found = [article.url for article in await polls(*answers, kind=kind)]
    same = [url.rpartition("/")[2] for url in found if "receives" in url]
    assert sorted(same) == ["receives-ambassadors", "receives-five"]
