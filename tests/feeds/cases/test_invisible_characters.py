"""Characters inside words that nobody sees are in nothing that is stored."""

import json
from datetime import UTC, datetime

import pytest

from bot.extraction.facts import ArticleText
from bot.feeds.parsing.article_page import read_page
from tests.defaults import READER
from tests.feeds.cases.whole_way import BODY, HEADLINE, LEAD, REST, Polls, polls
from tests.feeds.making import parsed, rss
from tests.feeds.server import feed

__all__ = ["polls"]

NEIGHBOURS = {
    "soft hyphen by number": "&#173;",
    "soft hyphen by name": "&shy;",
    "space of no width by number": "&#x200B;",
    "space of no width by name": "&ZeroWidthSpace;",
    "joiner by name": "&zwj;",
    "mark of direction by name": "&rlm;",
    "where a word may break": "<wbr>",
    "embedding and its end": "&#8234;&#8236;",
    "isolate and its end": "&#8294;&#8297;",
    "invisible separator": "&#8291;",
    "Arabic letter mark": "&#1564;",
    "Mongolian vowel separator": "&#6158;",
    "mark of byte order": "&#65279;",
}


def broken(text: str, mark: str) -> str:
    """`text` with something unseen in the middle of its long words."""
    words = (word[:4] + mark + word[4:] if len(word) > 7 else word for word in text.split(" "))
    return " ".join(words)


@pytest.mark.parametrize("mark", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_invisible_characters_are_not_in_a_feed(mark: str) -> None:
    title, text = (f"<![CDATA[{broken(whole, mark)}]]>" for whole in (HEADLINE, LEAD))
    one = f"<item><title>{title}</title><description>{text}</description></item>"
    (entry,) = parsed(rss(one)).entries
    assert (entry.title, entry.text) == (HEADLINE, LEAD)


@pytest.mark.parametrize("mark", NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_invisible_characters_are_not_in_a_page(mark: str) -> None:
    title, body = broken(HEADLINE, mark), broken(BODY, mark)
    markup = (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article>"
        "</body></html>"
    )
    found = read_page(markup.encode(), {}, "https://o.example/n/1")
    assert found.title == HEADLINE
    assert found.text.splitlines() == [LEAD, *REST]


async def test_invisible_characters_are_not_in_a_json_feed(polls: Polls) -> None:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Outlet",
        "items": [
            {
                "id": "1",
                "url": "https://o.example/n/1",
                "title": broken(HEADLINE, "\u00ad"),
                "content_text": broken(LEAD, "\u2060"),
            }
        ],
    }
    (article,) = await polls(feed(json.dumps(told), "application/feed+json"))
    assert (article.title, article.text) == (HEADLINE, LEAD)


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\u2063", "\u061c", "\u202a"])
def test_invisible_characters_are_not_in_what_is_read_by_hand(mark: str) -> None:
    now = datetime(2024, 4, 24, 9, tzinfo=UTC)
    clean, dirty = (
        READER.read(
            ArticleText(broken(HEADLINE, sign), broken(LEAD, sign), now.date(), None, "en"), now
        )
        for sign in ("", mark)
    )
    assert dirty.event == clean.event
    assert dirty.participants == clean.participants
