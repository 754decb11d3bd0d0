"""Finding the feed of a site, from any of its pages.

What the page itself names as its feed comes first, then links that look like one, then the places
where feeds usually are, then its sitemaps, and at last the page itself as a list of headlines. Only
what can be fetched, is read and has items is offered.
"""

import asyncio
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from bot.feeds.errors import FeedError
from bot.feeds.http.encoding import decode
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.headers import linked
from bot.feeds.http.messages import FetchRequest, FetchResponse
from bot.feeds.parsing.findings import Parsed
from bot.feeds.parsing.html_text import clean
from bot.feeds.parsing.links import web_link
from bot.feeds.parsing.pool import Workers

_FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/xml",
        "text/xml",
    }
)
_USUAL = (
    "/rss",
    "/feed/",
    "/rss.xml",
    "/feed.xml",
    "/atom.xml",
    "/rss/",
    "/index.xml",
    "/?feed=rss2",
)
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_INDEX_WORDS = ("rss", "feed")
_MOST_INDEXES = 3
"""Pages that list a site's feeds, looked into at most."""

_COMMENTS = re.compile(r"comment|комментари|yorum|şərh|пікір|пикир|izoh", re.IGNORECASE)
_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml")
_MOST_LINKS = 12
_MAX_BYTES = 1_500_000
_LONGEST_LABEL = 60


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
    """Finds how a site can be followed: by its feeds, its sitemap, or a page of headlines."""

    def __init__(self, fetcher: Fetcher, workers: Workers) -> None:
        self._fetcher = fetcher
        self._workers = workers

    async def find(self, url: str, *, user_agent: str | None = None) -> list[Found]:
        """Return the ways to follow the site at `url`, the best first; empty where there is none.

        Args:
            url: A feed, or any page of the site.
            user_agent: Instead of the bot's own.

        Raises:
            FeedError: `url` itself cannot be fetched.
        """
        try:
            fetched = await self._fetcher.fetch(FetchRequest(url, user_agent=user_agent))
        except FeedError:
            # a home page that turns robots away often leaves its feed open
            if feeds := await self._usual(url, user_agent):
                return feeds
            raise
        parsed = await self._workers.read(fetched, "feed")
        if parsed.entries:
            return [Found(fetched.moved_to or url, "feed", parsed, fetched)]
        fetched = await self._refreshed(fetched, user_agent)
        named = feed_links(fetched.body, fetched.headers, fetched.url)
        if feeds := await self._try(named.feeds, "feed", user_agent):
            return _comments_last(feeds)
        if feeds := await self._listed(named.indexes, user_agent):
            return _comments_last(feeds)
        if feeds := await self._usual(fetched.url, user_agent):
            return feeds
        root = _root(fetched.url)
        sitemaps = await self._try([root + path for path in _SITEMAPS], "sitemap", user_agent)
        headlines = await self._workers.read(fetched, "listing")
        listing = [Found(url, "listing", headlines, fetched)] if headlines.entries else []
        news = [found for found in sitemaps if _has_headlines(found)]
        bare = [found for found in sitemaps if found not in news]
        return [*news, *listing, *bare]

    async def _usual(self, url: str, user_agent: str | None) -> list[Found]:
        """Return the feeds at the places where feeds usually are."""
        return await self._try([_root(url) + path for path in _USUAL], "feed", user_agent)

    async def _refreshed(self, fetched: FetchResponse, user_agent: str | None) -> FetchResponse:
        """Return the page that a page sends its visitors on to at once, or the page itself."""
        target = refresh_target(fetched.body, fetched.headers, fetched.url)
        if target is None:
            return fetched
        try:
            return await self._fetcher.fetch(FetchRequest(target, user_agent=user_agent))
        except FeedError:
            return fetched  # what it has itself may do

    async def _listed(self, pages: Sequence[str], user_agent: str | None) -> list[Found]:
        """Return the feeds that links called so lead to, or that pages about feeds name."""
        found: list[Found] = []
        for page in pages[:_MOST_INDEXES]:
            try:
                fetched = await self._fetcher.fetch(FetchRequest(page, user_agent=user_agent))
            except FeedError:
                continue  # a link that led nowhere
            if parsed := await self._read(fetched):
                found.append(Found(page, "feed", parsed, fetched))
                continue
            named = feed_links(fetched.body, fetched.headers, fetched.url, loosely=True)
            found += await self._try(named.feeds, "feed", user_agent)
        return found

    async def _read(self, fetched: FetchResponse) -> Parsed | None:
        """Return what an answer holds, where it is a feed with items."""
        try:
            parsed = await self._workers.read(fetched, "feed")
        except FeedError:
            return None  # the worker was lost over it
        return parsed if parsed.entries else None

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
            fetched = await self._fetcher.fetch(FetchRequest(url, user_agent=user_agent))
            parsed = await self._workers.read(fetched, kind)
        except FeedError:
            return None  # a guess that was wrong
        return Found(url, kind, parsed, fetched) if parsed.entries else None


@dataclass(frozen=True, slots=True)
class Named:
    """What a page says of feeds.

    Attributes:
        feeds: Addresses named as feeds, then those that look like one.
        indexes: Pages of the site that may list its feeds.
    """

    feeds: list[str]
    indexes: list[str]


def feed_links(
    body: bytes, headers: Mapping[str, str], url: str, *, loosely: bool = False
) -> Named:
    """Return what the page names as its feeds, then what looks like one; never raises.

    Args:
        body: The page.
        headers: Its answer's, names in lower case; a Link header names feeds as well (RFC 8288).
        url: Where it came from.
        loosely: Whether every link whose words speak of a feed is taken for one.
    """
    announced = linked(headers, "alternate", _FEED_TYPES)
    root = _page(body, headers)
    if root is None:
        return Named([], [])
    base = urljoin(url, next(iter(root.xpath("//base/@href")), url))
    links = list(root.iterfind(".//link[@href]"))
    anchors = list(root.iterfind(".//a[@href]"))
    named = [link.get("href") for link in (*links, *anchors) if _names_a_feed(link)]
    looks = [
        anchor.get("href")
        for anchor in anchors
        if _looks_like_a_feed(anchor.get("href")) or (loosely and _speaks_of_feeds(anchor))
    ]
    spoken = [anchor.get("href") for anchor in anchors if _speaks_of_feeds(anchor)]
    feeds = _whole([announced, *named, *looks], base)
    pages = [page for page in _whole(spoken, base) if page not in feeds]
    return Named(feeds[:_MOST_LINKS], pages)


def refresh_target(body: bytes, headers: Mapping[str, str], url: str) -> str | None:
    """Return where a page sends its visitors on to, or None.

    That is by `<meta http-equiv="refresh">`, or by showing another page in its frame.
    """
    root = _page(body, headers)
    if root is None:
        return None
    for meta in root.iterfind(".//meta[@content]"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            target = _REFRESH.search(meta.get("content"))
            return web_link(target[1], url) if target else None
    framed = root.xpath("//frameset//frame/@src")
    return web_link(framed[0], url) if framed else None


def _page(body: bytes, headers: Mapping[str, str]) -> Any:  # noqa: ANN401 - lxml has no types
    # Only who looks for feeds needs it.
    import lxml.etree  # noqa: PLC0415 - only a page that is searched needs it
    import lxml.html  # noqa: PLC0415 - only a page that is searched needs it

    try:
        return lxml.html.document_fromstring(
            clean(decode(body[:_MAX_BYTES], headers)[0]).encode("utf-8"),
            parser=lxml.html.HTMLParser(encoding="utf-8"),
        )
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return None


def _whole(hrefs: Iterable[str | None], base: str) -> list[str]:
    links = (web_link(href, base) for href in hrefs if href)
    return list(dict.fromkeys(link for link in links if link))


def _names_a_feed(link: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether a link element names a feed.

    By its relation, or by its type whatever its parameters.
    """
    relations = (link.get("rel") or "").lower().split()
    kind = (link.get("type") or "").lower().partition(";")[0].strip()
    return "feed" in relations or (kind in _FEED_TYPES and "stylesheet" not in relations)


def _speaks_of_feeds(anchor: Any) -> bool:  # noqa: ANN401 - lxml has no types
    pictured = " ".join(anchor.xpath(".//img/@alt"))
    said = f"{' '.join(anchor.itertext())} {anchor.get('title') or ''} {pictured}".lower()
    return any(word in said for word in _INDEX_WORDS) and len(said) < _LONGEST_LABEL


def _has_headlines(found: Found) -> bool:
    return not all(entry.provisional for entry in found.parsed.entries)


def _comments_last(feeds: list[Found]) -> list[Found]:
    """Put feeds of readers' comments behind those of news."""
    return sorted(feeds, key=_is_of_comments)


def _is_of_comments(found: Found) -> bool:
    titles = [entry.title for entry in found.parsed.entries]
    about_comments = sum(bool(_COMMENTS.search(title)) for title in titles)
    return bool(_COMMENTS.search(f"{found.url} {found.parsed.title}")) or (
        2 * about_comments > len(titles)
    )


def _root(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


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
