"""Feeds on loopback that hold what has been published by the simulated clock."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from email.utils import format_datetime
from html import escape

from aiohttp import web

from config.sources import SourceSpec
from tests.replay.stretch import Item

NEWEST = 30
"""Items that a feed holds."""

_ABOUT = "What this outlet is and how to write to it. " * 8


class Outlets:
    """All outlets of a stretch; each is a host of its own, as in the world."""

    def __init__(self, items: Iterable[Item], now: Callable[[], datetime]) -> None:
        self._now = now
        self._items = defaultdict[str, list[Item]](list)
        for item in items:
            self._items[item.outlet].append(item)
        self._pages = {item.id: item for theirs in self._items.values() for item in theirs}

    @asynccontextmanager
    async def served(self) -> AsyncIterator[tuple[SourceSpec, ...]]:
        """Serve all feeds as long as this lasts, and give the sources that poll them."""
        application = web.Application()
        application.add_routes(
            [
                web.get("/{outlet}/feed.xml", self._feed),
                web.get("/{outlet}/news/{id}", self._page),
                web.get("/{outlet}/about-us", self._about),
            ]
        )
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        try:
            keys = sorted(self._items)
            for number in range(len(keys)):
                await web.TCPSite(runner, f"127.0.2.{number + 1}", 0).start()
            yield tuple(map(self._source, keys, runner.addresses))
        finally:
            await runner.cleanup()

    def _source(self, key: str, address: tuple[str, int]) -> SourceSpec:
        host, port = address
        first = self._items[key][0]
        described = {
            "key": key,
            "name": first.name,
            "url": f"http://{host}:{port}/{key}/feed.xml",
            "language": first.language,
            "certainty": "A",
        }
        return SourceSpec.model_validate(described)

    async def _feed(self, request: web.Request) -> web.Response:
        """Serve a feed; a post without a date keeps one from being empty at first."""
        key = request.match_info["outlet"]
        items = self._items[key]
        known = bisect_right(items, self._now(), key=lambda item: item.published)
        etag = f'"{known}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        base = f"http://{request.host}/{key}"
        nodes = [_node(base, item) for item in reversed(items[max(known - NEWEST, 0) : known])]
        about = (
            f"<item><title>About {escape(key)}</title><link>{base}/about-us</link>"
            f"<description>{_ABOUT}</description></item>"
        )
        body = (
            '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            f"<title>{escape(key)}</title><link>{base}/</link><description>{escape(key)}"
            f"</description>{''.join(nodes)}{about}</channel></rss>"
        )
        return web.Response(text=body, content_type="application/rss+xml", headers={"ETag": etag})

    async def _page(self, request: web.Request) -> web.Response:
        item = self._pages[request.match_info["id"]]
        return _html(
            item.title,
            f'<article><h1>{escape(item.title)}</h1><time datetime="{item.published.isoformat()}">'
            f"</time>{_paragraphs(item)}</article>",
        )

    async def _about(self, request: web.Request) -> web.Response:
        del request
        return _html("About", f"<h1>About</h1><p>{_ABOUT}</p>")


def _node(base: str, item: Item) -> str:
    link = f"{base}/news/{item.id}"
    return (
        f"<item><title>{escape(item.title)}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{format_datetime(item.published)}</pubDate>"
        f"<description>{escape(item.text[:300])}</description>"
        f"<content:encoded>{escape(_paragraphs(item))}</content:encoded></item>"
    )


def _paragraphs(item: Item) -> str:
    rows = [row for row in item.text.splitlines() if row.strip()]
    return "".join(f"<p>{escape(row)}</p>" for row in rows)


def _html(title: str, body: str) -> web.Response:
    return web.Response(
        text=f'<!doctype html><html><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'</head><body><nav><a href="/">Home</a></nav><main>{body}</main></body></html>',
        content_type="text/html",
    )
