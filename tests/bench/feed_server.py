"""Feeds on loopback for the bench, in a process of their own.

`python -m tests.bench.feed_server`, which prints its port.

Every feed has fifty items. `/changed/N` has one new item in each generation, `/renewed/N` fifty;
`/validated/N` answers 304 to its ETag, `/same/N` sends the same bytes without any validator;
`/hanging/N` never answers, `/dripping/N` sends a byte a second, `/failing/N` answers
500. A GET of `/next` begins the next generation.
"""

import asyncio
import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

from aiohttp import web

ITEMS = 50
_WORDS = (
    *(
        "the",
        "ministers",
        "of",
        "culture",
        "met",
        "in",
        "Baku",
        "and",
        "spoke",
        "about",
        "roads",
        "trade",
        "heritage",
        "organization",
    ),
    *(
        "states",
        "turkic",
        "summit",
        "secretary",
        "general",
        "council",
        "agreement",
        "festival",
        "university",
        "parliament",
        "delegation",
    ),
    *("energy", "transport", "education", "visit", "Ankara", "Astana", "Bishkek", "Tashkent"),
)
_START = datetime(2024, 4, 25, tzinfo=UTC)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(words)).capitalize() + "."


def _item(number: int) -> str:
    chance = random.Random(number)  # noqa: S311 - the same words in every run
    link = f'<a href="/x/{number}">{_sentence(chance, 2)}</a>'
    text = (
        f"<p>{link} {_sentence(chance, 60)} <b>{_sentence(chance, 3)}</b></p><p>"
        f"{_sentence(chance, 70)}</p>"
    )
    when = format_datetime(_START + timedelta(minutes=10 * number))
    link = (
        f"https://HOST/news/"
        f"{100_000 + number}-{_sentence(chance, 4)[:-1].lower().replace(' ', '-')}"
    )
    title = escape(_sentence(chance, 8))
    return (
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid><pubDate>"
        f"{when}</pubDate><category>world</category>"
        f"<description>{escape(text)}</description></item>"
    )


def document(generation: int, host: str) -> bytes:
    """Return the feed of `host` as it stands in `generation`."""
    items = "".join(_item(number) for number in range(generation + ITEMS, generation, -1))
    head = (
        '<?xml version="1.0" encoding="utf-8"?><rss '
        'version="2.0"><channel><title>Outlet</title><link>https://HOST/</link>'
    )
    return f"{head}{items}</channel></rss>".replace("HOST", host).encode()


class Feeds:
    """The handlers and the generation."""

    def __init__(self) -> None:
        self.generation = 0
        self._bodies: dict[int, bytes] = {}

    def _body(self, generation: int, number: str) -> bytes:
        if generation not in self._bodies:
            self._bodies[generation] = document(generation, "HOST")
        return self._bodies[generation].replace(b"HOST", f"o{number}.example".encode())

    async def changed(self, request: web.Request) -> web.Response:
        return web.Response(
            body=self._body(self.generation, request.match_info["number"]),
            content_type="application/rss+xml",
        )

    async def renewed(self, request: web.Request) -> web.Response:
        return web.Response(
            body=self._body(ITEMS * self.generation, request.match_info["number"]),
            content_type="application/rss+xml",
        )

    async def same(self, request: web.Request) -> web.Response:
        return web.Response(
            body=self._body(0, request.match_info["number"]), content_type="application/rss+xml"
        )

    async def validated(self, request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == '"1"':
            return web.Response(status=304, headers={"ETag": '"1"'})
        response = await self.same(request)
        response.headers["ETag"] = '"1"'
        return response

    async def hanging(self, request: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return await self.same(request)

    async def failing(self, _: web.Request) -> web.Response:
        return web.Response(status=500)

    async def dripping(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/rss+xml"})
        await response.prepare(request)
        with suppress(ConnectionResetError):  # whoever waits for it gives up some time
            for byte in self._body(0, request.match_info["number"]):
                await response.write(bytes([byte]))
                await asyncio.sleep(1)
        return response

    async def next(self, _: web.Request) -> web.Response:
        self.generation += 1
        return web.Response()


def main() -> None:
    feeds = Feeds()
    app = web.Application()
    app.router.add_get("/next", feeds.next)
    for kind in ("changed", "renewed", "same", "validated", "hanging", "failing", "dripping"):
        app.router.add_get(f"/{kind}/{{number}}", getattr(feeds, kind))

    # Read by the bench.
    web.run_app(
        app,
        host="127.0.0.1",
        port=0,
        print=lambda text: print(text, flush=True),
    )


if __name__ == "__main__":
    main()
