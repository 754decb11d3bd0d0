"""Items that share an address, and differ in id, date and text, are articles of their own."""

import json

import pytest

from tests.feeds.cases.whole_way import Polls, polls
from tests.feeds.making import LONG, item, rss
from tests.feeds.server import Answer, feed

__all__ = ["polls"]

WORDS = ("nurseries of walnut", "fires in summer", "a school of rangers", "maps of springs")
HOURS = ("08", "11", "14", "17")


def told(number: int) -> str:
    """The text of one of some items that have nothing in common."""
    return f"{LONG} The {number}th report is about {WORDS[number]}."


def entry(number: int, link: str, guid: str | None = None, title: str | None = None) -> str:
    """One of some items of an RSS feed."""
    date = f"Tue, 23 Apr 2024 {HOURS[number]}:00:00 +0300"
    return item(title or f"Of {WORDS[number]}", link, guid, date, told(number))


def marked(number: int) -> str:
    return entry(number, f"https://o.example/blog#post-{number}")


def live(number: int) -> str:
    return entry(number, "https://o.example/live/forum", f"live-{number}")


def front(number: int) -> str:
    return entry(number, "https://o.example/", f"note-{number}")


def one_title(number: int) -> str:
    return entry(number, f"https://o.example/talk#c{number}", f"c{number}", "New remark")


def linkless(number: int) -> str:
    return entry(number, "", f"tag:o.example,2024:{number}")


def atom(*numbers: int) -> Answer:
    """Entries with an id of their own and one page for all."""
    entries = "".join(
        f"<entry><id>urn:o:{number}</id><title>Of {WORDS[number]}</title>"
        f"<link href='https://o.example/live/forum'/><updated>2024-04-23T{HOURS[number]}:00:00Z"
        f"</updated><content>{told(number)}</content></entry>"
        for number in numbers
    )
    return feed(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entries}</feed>")


def json_feed(*numbers: int) -> Answer:
    """The same in JSON."""
    items = [
        {
            "id": f"o-{number}",
            "url": "https://o.example/live/forum",
            "title": f"Of {WORDS[number]}",
            "content_text": told(number),
            "date_published": f"2024-04-23T{HOURS[number]}:00:00Z",
        }
        for number in numbers
    ]
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "items": items}
    return feed(json.dumps(whole), "application/feed+json")


NEIGHBOURS: dict[str, tuple[Answer | str, ...]] = {
    "anchors of one page": (rss(marked(0), marked(1)), rss(marked(2), marked(1), marked(0))),
    "anchors under one headline": (
        rss(one_title(0), one_title(1)),
        rss(one_title(2), one_title(1), one_title(0)),
    ),
    "a page that is live": (rss(live(0)), rss(live(1), live(0)), rss(live(2), live(1), live(0))),
    "the front page for all": (rss(front(0), front(1), front(2)),),
    "one at a time": (rss(live(0)), rss(live(1)), rss(live(2))),
    "ids without a link": (rss(linkless(0)), rss(linkless(1), linkless(0)), rss(linkless(2))),
    "in Atom": (atom(0, 1), atom(2, 1, 0)),
    "in JSON": (json_feed(0), json_feed(1), json_feed(2)),
}


@pytest.mark.parametrize("answers", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_same_address_other_item_is_another_article(
    polls: Polls, answers: tuple[Answer | str, ...]
) -> None:
    texts = [article.text for article in await polls(*answers)]
    assert len(texts) == 3
    assert all(any(word in text for text in texts) for word in WORDS[:3])
