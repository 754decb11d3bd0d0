"""Sitemaps, news sitemaps and indexes of them (sitemaps.org 0.9, Google's news extension).

What a site says that it has published.

A plain sitemap has no headlines: its entries are named after the words of their URLs until their
page has been read.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from urllib.parse import unquote, urlsplit

import lxml.etree

from bot.feeds.errors import Cause
from bot.feeds.http.encoding import decode
from bot.feeds.parsing.dates import parse_date, zone_of
from bot.feeds.parsing.findings import Entry, Parsed
from bot.feeds.parsing.html_text import plain_title
from bot.feeds.parsing.links import web_link
from bot.feeds.parsing.xml_text import language_code, without_doctype

MAX_ITEMS = 500
MAX_CHILDREN = 3
_EXTENSIONS = re.compile(r"sitemap-(?:image|video)|xhtml", re.IGNORECASE)
"""Namespaces whose loc, title and date are a picture's or a film's, and not the page's."""
_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def parse_sitemap(
    body: bytes,
    headers: Mapping[str, str],
    url: str,
    *,
    only: str = "",
    timezone: str | None = None,
) -> Parsed:
    """Read a sitemap; never raises.

    Args:
        body: The decompressed bytes.
        headers: The response's, names in lower case.
        url: Where it came from.
        only: What every link must hold.
        timezone: The IANA zone of dates that name none.

    Returns:
        The newest entries, or in `children` the newest sitemaps of an index.
    """
    text, encoding = decode(body, headers)
    parser = lxml.etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        root = lxml.etree.fromstring(without_doctype(text).encode("utf-8"), parser)
    except (lxml.etree.LxmlError, ValueError):
        root = None
    name = _name(root) if root is not None else ""
    if root is None or name not in ("urlset", "sitemapindex"):
        return Parsed(encoding=encoding, cause=Cause.NOT_A_FEED, detail="not a sitemap")
    zone = zone_of(timezone)
    told = [_entry(node, url, zone) for node in root if isinstance(node.tag, str)]
    read = [entry for entry in told if entry.link]
    read.sort(key=lambda entry: entry.published or entry.updated or _NEVER, reverse=True)
    if name == "sitemapindex":
        children = tuple(entry.link for entry in read[:MAX_CHILDREN] if entry.link)
        return Parsed(
            encoding=encoding,
            children=children,
            cause=None if children else Cause.EMPTY,
            detail="an index of no sitemaps",
        )
    entries = tuple(
        entry
        for entry in read
        if only in (entry.link or "") and len(urlsplit(entry.link or "").path) > 1
    )[:MAX_ITEMS]
    if not entries:
        return Parsed(encoding=encoding, cause=Cause.EMPTY, detail="a sitemap without articles")
    return Parsed(entries, encoding=encoding)


def _entry(node: lxml.etree._Element, base: str, zone: tzinfo) -> Entry:
    told: dict[str, str] = {}
    for inner in node.iter():
        if isinstance(inner.tag, str) and _EXTENSIONS.search(inner.tag) is None:
            told.setdefault(_name(inner), (inner.text or "").strip())
    link = web_link(told.get("loc"), base)
    title = plain_title(told.get("title", ""))
    return Entry(
        title=title or _words_of(link or ""),
        link=link,
        published=parse_date(told.get("publication_date", ""), zone),
        updated=parse_date(told.get("lastmod", ""), zone),
        language=language_code(told.get("language")),
        provisional=not title,
    )


def _words_of(link: str) -> str:
    segments = [segment for segment in urlsplit(link).path.split("/") if segment]
    return (
        plain_title(unquote(segments[-1]).rpartition(".")[0] or unquote(segments[-1]))
        .replace("-", " ")
        .replace("_", " ")
        if segments
        else ""
    )


def _name(node: lxml.etree._Element) -> str:
    return str(node.tag).rpartition("}")[2].lower()
