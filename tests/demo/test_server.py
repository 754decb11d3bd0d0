"""The outlet of the demonstration: a feed that grows with the demonstration's clock, and pages."""

from datetime import UTC, datetime

import aiohttp
import feedparser
import pytest

from bot.demo.articles import load
from bot.demo.server import serve

EARLY = datetime(2024, 4, 23, 6, 30, tzinfo=UTC)
LATE = datetime(2024, 4, 25, 12, 0, tzinfo=UTC)


async def fetch(url: str) -> tuple[int, bytes]:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.read()


async def test_the_feed_holds_what_has_been_published_by_then_newest_first() -> None:
    now = EARLY
    async with serve(load(), lambda: now) as address:
        assert address.startswith("http://127.0.0.1:")
        early = feedparser.parse((await fetch(address))[1])
        now = LATE
        late = feedparser.parse((await fetch(address))[1])
    assert not early.bozo
    assert [entry.title for entry in early.entries] == [
        "TURKSOY opens exhibition of village looms in Konya"
    ]
    assert len(late.entries) == len(load())
    days = [entry.published_parsed for entry in late.entries]
    assert days == sorted(days, reverse=True)


async def test_an_entry_without_its_whole_text_has_it_on_its_page() -> None:
    async with serve(load(), lambda: LATE) as address:
        parsed = feedparser.parse((await fetch(address))[1])
        bare = next(entry for entry in parsed.entries if "content" not in entry)
        status, page = await fetch(bare.link)
    article = next(article for article in load() if article.title == bare.title)
    assert status == 200
    assert article.paragraphs[-1].split("“")[0][:40] in page.decode()


@pytest.mark.parametrize("path", ["/news/none", "/news/..%2f..%2fpyproject.toml", "/other"])
async def test_what_is_not_there_is_not_found(path: str) -> None:
    async with serve(load(), lambda: LATE) as address:
        status, _ = await fetch(address.replace("/feed.xml", path))
    assert status == 404
