"""Which pages there are, for search engines (sitemaps.org, version 0.9), and where the list is.

An event stands in it once, under the diary's own language: the page names its other languages
itself. A file holds a stretch of ids, so that it costs the same however many events there are.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from bot.web.addresses import Addresses
from storage.diary import Stamp

IN_A_FILE = 500
"""Ids that a file covers; the format allows 50,000, which would take half a second."""

MEDIA_TYPE = "application/xml"

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def index(base: str, last_id: int) -> bytes:
    """Return the list of files: one of fixed pages, and one for each stretch of ids.

    Args:
        base: What addresses begin with.
        last_id: The highest id of an event.
    """
    numbers = range(1, (last_id + IN_A_FILE - 1) // IN_A_FILE + 1)
    files = ["pages", *map(str, numbers)]
    addresses = (f"{base}/sitemap-{name}.xml" for name in files)
    return _written("sitemapindex", _listed("sitemap", addresses))


def stretch(number: int) -> tuple[int, int]:
    """Return the first and the last id that file `number`, counted from 1, covers."""
    return (number - 1) * IN_A_FILE + 1, number * IN_A_FILE


def events(addresses: Addresses, stamps: Iterable[Stamp]) -> bytes:
    """Return the file of some events."""
    begin = escape(addresses.page("event"))  # once: there are hundreds
    entries = [
        f"<url><loc>{begin}/{number}</loc>"
        f"<lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod></url>"
        for number, changed_at in stamps
    ]
    return _written("urlset", entries)


def pages(addresses: Addresses, organizations: Iterable[str]) -> bytes:
    """Return the file of fixed pages and of those of the organisations, given by id."""
    fixed = [addresses.page(), *map(addresses.page, ("people", "organizations", "met", "about"))]
    theirs = map(addresses.organization, organizations)
    return _written("urlset", _listed("url", [*fixed, *theirs]))


def robots(base: str) -> str:
    """Return robots.txt: everything may be read, but for what answers each question anew."""
    lines = (
        "User-agent: *",
        "Disallow: /choose/",
        "Disallow: /api/",
        f"Sitemap: {base}/sitemap.xml",
    )
    return "\n".join((*lines, ""))


def _listed(entry: str, addresses: Iterable[str]) -> list[str]:
    return [f"<{entry}><loc>{escape(address)}</loc></{entry}>" for address in addresses]


def _written(root: str, entries: Iterable[str]) -> bytes:
    begin = ("<?xml version='1.0' encoding='utf-8'?>", f'<{root} xmlns="{_SPACE}">')
    return "\n".join((*begin, *entries, f"</{root}>\n")).encode()
