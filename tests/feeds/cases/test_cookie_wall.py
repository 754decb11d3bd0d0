"""A server that sends on until it sees its cookie is answered with it, for that one fetch."""

from collections.abc import Callable

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from tests.feeds.cases.whole_way import BODY, LEAD, REST, OneArticle, html, one_article, polls
from tests.feeds.making import item, rss
from tests.feeds.server import Answer, Asked, Site

__all__ = ["one_article", "polls"]

FEED = rss(item("Ministers met in Baku", "https://o.example/n/1")).encode()
Wall = Callable[[Asked], Answer]


def wall(cookie: str, status: int = 302, seen: str = "k=1", target: str = "/rss") -> Wall:
    """A server that wants to see a cookie that it sets."""

    def answer(asked: Asked) -> Answer:
        if seen in asked.headers.get("cookie", ""):
            return Answer(FEED)
        return Answer(status=status, headers={"location": target, "set-cookie": cookie})

    return answer


def two_steps(asked: Asked) -> Answer:
    """A server that sets a second cookie once it has seen the first, and wants both."""
    had = asked.headers.get("cookie", "")
    if "a=1" in had and "b=2" in had:
        return Answer(FEED)
    cookie = "b=2" if "a=1" in had else "a=1"
    return Answer(status=302, headers={"location": "/rss", "set-cookie": cookie})


NEIGHBOURS: dict[str, Wall] = {
    "for good": wall("k=1; path=/", 301),
    "the same way": wall("k=1; path=/", 307),
    "for ever the same way": wall("k=1; path=/", 308),
    "see other": wall("k=1; path=/", 303),
    "for an hour": wall("k=1; Max-Age=3600; Path=/; HttpOnly; SameSite=Lax"),
    "until a day": wall("k=1; expires=Thu, 01-Jan-2099 00:00:00 GMT; path=/"),
    "of its folder": wall("k=1; path=/rss"),
    "two at once": wall("z=9; path=/\nk=1; path=/"),
    "with an equals sign": wall('k="1=="; path=/', seen="1=="),
    "with a question": wall("k=1; path=/", target="/rss?checked=1"),
    "in two steps": two_steps,
}


@pytest.mark.parametrize("script", NEIGHBOURS.values(), ids=NEIGHBOURS)
async def test_cookie_wall_lets_in_who_brings_the_cookie(
    site: Site, fetcher: Fetcher, script: Wall
) -> None:
    fetched = await fetcher.fetch(FetchRequest(site.answer("/rss", script)))
    assert fetched.body == FEED


async def test_cookie_wall_before_an_articles_page(one_article: OneArticle) -> None:
    def script(asked: Asked) -> Answer:
        if "k=1" in asked.headers.get("cookie", ""):
            return html(f"<article>{BODY}</article>")
        return Answer(status=302, headers={"location": asked.path, "set-cookie": "k=1; path=/"})

    text = (await one_article(script)).text
    assert text.splitlines() == [LEAD, *REST]
