"""Finding the feed of a site, from any of its pages.

What the page itself names as its feed comes first, then links that look like one, then the places
where feeds usually are, then its sitemaps, and at last the page itself as a list of headlines. Only
what can be fetched, is read and has items is offered.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html

from bot.feeds.errors import FeedError
from bot.feeds.http.encoding import decode
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest, FetchResponse
from bot.feeds.parsing.feed import Parsed, web_link
from bot.feeds.parsing.html_text import clean
from bot.feeds.parsing.pool import Workers

_FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
)
_USUAL = ("/rss", "/feed/", "/rss.xml", "/feed.xml", "/atom.xml", "/rss/", "/index.xml")
_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml")
_MOST_LINKS = 12
_MAX_BYTES = 1_500_000


@dataclass(frozen=True, slots=True)
class Found:
    """A way to follow a site.

    Attributes:
        url: What to poll.
        kind: "feed", "sitemap" or "listing".
        parsed: What it holds now.
        fetched: The answer that it was read from.
    """

    url: str
    kind: str
    parsed: Parsed
    fetched: FetchResponse


class Discovery:
    """Looks for feeds."""

    def __init__(self, door: Fetcher, workers: Workers) -> None:
        self._door = door
        self._workers = workers

    async def find(self, url: str, *, user_agent: str | None = None) -> list[Found]:
        """Return the ways to follow the site at `url`, the best first; empty where there is none.

        Args:
            url: A feed, or any page of the site.
            user_agent: Instead of the bot's own.

        Raises:
            FeedError: `url` itself cannot be fetched.
        """
        fetched = await self._door.fetch(FetchRequest(url, user_agent=user_agent))
        parsed = await self._workers.read(fetched, "feed")
        if parsed.entries:
            return [Found(fetched.moved_to or url, "feed", parsed, fetched)]
        named = feed_links(fetched.body, fetched.headers, fetched.url)
        root = "{0.scheme}://{0.netloc}".format(urlsplit(fetched.url))
        feeds = await self._try([*named, *(root + path for path in _USUAL)], "feed", user_agent)
        if feeds:
            return feeds
        sitemaps = await self._try([root + path for path in _SITEMAPS], "sitemap", user_agent)
        headlines = await self._workers.read(fetched, "listing")
        listing = [Found(url, "listing", headlines, fetched)] if headlines.entries else []
        news = [
            found
            for found in sitemaps
            if not all(entry.provisional for entry in found.parsed.entries)
        ]
        return [*news, *listing, *(found for found in sitemaps if found not in news)]

    async def _try(self, urls: list[str], kind: str, user_agent: str | None) -> list[Found]:
        tried = await asyncio.gather(
            *(self._one(url, kind, user_agent) for url in dict.fromkeys(urls))
        )
        seen, kept = set[str](), []
        for found in tried:
            if found is not None and found.fetched.body_hash not in seen:
                seen.add(found.fetched.body_hash)
                kept.append(found)
        return kept

    async def _one(self, url: str, kind: str, user_agent: str | None) -> Found | None:
        try:
            fetched = await self._door.fetch(FetchRequest(url, user_agent=user_agent))
            parsed = await self._workers.read(fetched, kind)
        except FeedError:
            return None  # a guess that was wrong
        return Found(url, kind, parsed, fetched) if parsed.entries else None


def feed_links(body: bytes, headers: Mapping[str, str], url: str) -> list[str]:
    """Return what the page names as its feeds, then what looks like one; never raises."""
    try:
        root = lxml.html.document_fromstring(
            clean(decode(body[:_MAX_BYTES], headers)[0]).encode("utf-8"),
            parser=lxml.html.HTMLParser(encoding="utf-8"),
        )
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return []
    base = urljoin(url, next(iter(root.xpath("//base/@href")), url))
    named = [
        link.get("href")
        for link in root.iterfind(".//link[@href]")
        if (link.get("type") or "").lower().strip() in _FEED_TYPES
    ]
    looks = [
        link.get("href")
        for link in root.iterfind(".//a[@href]")
        if _looks_like_a_feed(link.get("href"))
    ]
    found = dict.fromkeys(filter(None, (web_link(href, base) for href in [*named, *looks])))
    return list(found)[:_MOST_LINKS]


def _looks_like_a_feed(href: str) -> bool:
    path = urlsplit(href).path.lower().rstrip("/") if href.isascii() and "[" not in href else ""
    return path.endswith(
        (
            "/rss",
            "/feed",
            "/atom",
            ".rss",
            ".atom",
            "rss.xml",
            "feed.xml",
            "atom.xml",
            "feed.json",
            "rss.php",
        )
    )
