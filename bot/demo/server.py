"""The outlet of the demonstration: a feed and its pages on loopback, as of the demo's own clock."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from email.utils import format_datetime
from html import escape
from xml.etree import ElementTree as ET

from aiohttp import web

from bot.demo.articles import DemoArticle
from bot.runtime.scheduler import Clock

_CONTENT = "http://purl.org/rss/1.0/modules/content/"
NAME = "The Demo Wire"


@asynccontextmanager
async def serve(articles: Sequence[DemoArticle], now: Clock) -> AsyncIterator[str]:
    """Serve `articles` on a free port of 127.0.0.1 and give the address of the feed."""
    by_slug = {article.slug: article for article in articles}

    async def feed(request: web.Request) -> web.Response:
        published = [article for article in articles if article.published <= now()]
        body = _rss(published, f"http://{request.host}")
        return web.Response(body=body, content_type="application/rss+xml", charset="utf-8")

    async def page(request: web.Request) -> web.Response:
        article = by_slug.get(request.match_info["slug"])
        if article is None:
            raise web.HTTPNotFound
        return web.Response(text=_page(article), content_type="text/html")

    application = web.Application()
    application.add_routes([web.get("/feed.xml", feed), web.get("/news/{slug}", page)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}/feed.xml"
    finally:
        await runner.cleanup()


def _rss(articles: Sequence[DemoArticle], base: str) -> bytes:
    ET.register_namespace("content", _CONTENT)
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _add(channel, "title", NAME)
    _add(channel, "link", f"{base}/")
    _add(channel, "description", "Bundled articles of the demonstration")
    for article in reversed(articles):
        item = ET.SubElement(channel, "item")
        _add(item, "title", article.title)
        _add(item, "link", f"{base}/news/{article.slug}")
        _add(item, "guid", f"{base}/news/{article.slug}")
        _add(item, "pubDate", format_datetime(article.published))
        _add(item, "description", article.paragraphs[0])
        if article.whole:
            _add(item, f"{{{_CONTENT}}}encoded", _paragraphs(article))
    return bytes(ET.tostring(rss, encoding="utf-8", xml_declaration=True))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text


def _paragraphs(article: DemoArticle) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)


def _page(article: DemoArticle) -> str:
    title, published = escape(article.title), article.published
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{title} | {NAME}</title></head>"
        "<body><nav><a href='/'>Home</a> <a href='/about'>About</a></nav>"
        f"<main><article><h1>{title}</h1>"
        f'<time datetime="{published.isoformat()}">{published:%d %B %Y}</time>'
        f"{_paragraphs(article)}</article></main>"
        f"<footer>{NAME}. Bundled with the bot.</footer></body></html>"
    )
