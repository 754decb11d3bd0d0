"""The article itself, from its page, where the feed gives too little of it.

trafilatura finds the text among the navigation. A page with no more than a few lines is a shell
that a browser would fill in, or a paywall: that is said, and the feed's summary is read instead.
What a page says is data, even where it speaks to machines (FIELD.md, Q58).
"""

import html
import re
from collections.abc import Mapping
from datetime import datetime, tzinfo
from itertools import islice
from typing import Any

import lxml.html
import trafilatura
from trafilatura.settings import Document, use_config

from bot.feeds.http.encoding import decode
from bot.feeds.parsing.dates import parse_date, zone_of
from bot.feeds.parsing.findings import Page, Picture
from bot.feeds.parsing.html_text import clean, plain_title
from bot.feeds.parsing.links import web_link
from bot.feeds.parsing.page_furniture import without_furniture
from config.text import fold, squeeze

MAX_BYTES = 1_500_000
"""Most bytes of a page that are looked at; a longer one has its article near the start."""

_SHELL = 200
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", "150")
# Its own date is not asked for: where a page does not state one plainly it is guessed by the words
# of 205 languages, which take forty megabytes for good and, the first time, five seconds.
_CONFIG.set("DEFAULT", "EXTENSIVE_DATE_SEARCH", "off")
_HEAD = 300_000
_CANONICAL = re.compile(
    r"<link\b(?=[^>]{0,500}\brel\s*=\s*[\"']?canonical\b)[^>]{0,500}"
    r"\bhref\s*=\s*[\"']?([^\"'\s>]{1,2000})",
    re.IGNORECASE,
)
_NAMED_DATE = (
    r"(?:article:published_time|og:published_time|datePublished|pubdate|publish-?date"
    r"|publication_date|dc\.date(?:\.issued)?|date)"
)
_STATED_DATES = (
    re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{6,60})\"", re.IGNORECASE),
    re.compile(
        rf"<meta\b(?=[^>]{{0,500}}\b(?:property|name|itemprop)\s*=\s*[\"']?{_NAMED_DATE}\b)"
        r"[^>]{0,500}\bcontent\s*=\s*[\"']([^\"']{6,60})[\"']",
        re.IGNORECASE,
    ),
    re.compile(r"<time\b[^>]{0,500}\bdatetime\s*=\s*[\"']([^\"']{6,60})[\"']", re.IGNORECASE),
)
_LEADS = frozenset(
    {"lead", "lede", "lid", "spot", "summary", "anons", "annotation", "excerpt", "intro"}
    | {"standfirst", "subtitle", "description", "desc", "leading", "perex", "announce"}
)
"""What outlets call the paragraph above the body."""
_LEAD_TAGS = ("h2", "h3", "h4", "p", "b", "strong")
"""What else a paragraph above the body is written in."""

_LEAD_LENGTH = (60, 900)
_LEAD_WITHIN = 60
"""Elements behind the headline among which its lead is looked for."""

_HEADINGS, _HEADLINE_LENGTH = 20, 20
"""Smaller headings that are looked at where a page has no h1, and the characters of a headline."""

_LEAD_PARTS = 50
"""Elements within a lead at most: what has more is a box of something else."""

_SAME_LEAD = 60
_RIGHTS = "©"
"""Opens a line on rights, which is the site's and not the article's."""
_NAME_PARTS = re.compile(r"[^A-Za-z]+")
_GRAPH_NAME = r"\bproperty\s*=\s*[\"']?(og:image(?::url|:width|:height)?)[\"']?"
_GRAPH_VALUE = r"\bcontent\s*=\s*[\"']([^\"']{1,2000})[\"']"
_OPEN_GRAPH = re.compile(
    rf"<meta\s[^>]{{0,300}}?{_GRAPH_NAME}[^>]{{0,300}}?{_GRAPH_VALUE}"
    rf"|<meta\s[^>]{{0,300}}?{_GRAPH_VALUE}[^>]{{0,300}}?{_GRAPH_NAME}",
    re.IGNORECASE,
)
_ABOVE = 8
"""Lines among which the headline is looked for: a kicker, rates and the weather stand above it."""

_DATELINES = 4
_DATELINE_LENGTH = 60


def read_page(
    body: bytes, headers: Mapping[str, str], url: str, *, timezone: str | None = None
) -> Page:
    """Read the page at `url`.

    Never raises; a page that cannot be read comes out empty.

    Args:
        body: The decompressed bytes; at most `MAX_BYTES` are used.
        headers: The response's, names in lower case.
        url: Where it came from.
        timezone: The IANA zone of dates that name none.
    """
    markup = clean(decode(body[:MAX_BYTES], headers)[0])
    zone = zone_of(timezone)
    canonical = _CANONICAL.search(markup, 0, _HEAD)
    link = web_link(canonical[1], url) if canonical else None
    stated, lead = _stated_date(markup, zone), ""
    try:
        root = lxml.html.document_fromstring(
            markup.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
        article = without_furniture(root)
        lead = _lead_above(article)
        facts = trafilatura.bare_extraction(
            article,
            url=url,
            include_comments=False,
            with_metadata=True,
            fast=True,
            config=_CONFIG,
        )
    except Exception:  # noqa: BLE001 - hostile markup; the feed's own summary is read instead
        facts = None
    picture = _picture(markup, url)
    if not isinstance(facts, Document):
        return Page(canonical=link, published=stated, picture=picture)
    title = plain_title(facts.title or "")
    lines = [line for line in map(squeeze, clean(facts.text or "").split("\n")) if line]
    lines = _below_headline(lines, title)
    dateline = next(
        (
            moment
            for line in lines[:_DATELINES]
            if len(line) <= _DATELINE_LENGTH and (moment := parse_date(line, zone))
        ),
        None,
    )
    lines = [line for line in _without_dates(lines, zone) if not line.startswith(_RIGHTS)]
    if lead and not any(lead[:_SAME_LEAD] in line for line in lines):
        lines.insert(0, lead)
    text = "\n".join(lines)
    return Page(
        text=text if len(text) >= _SHELL else "",
        title=title,
        published=stated or dateline,
        author=plain_title(facts.author or "") or None,
        canonical=link,
        picture=picture,
    )


def _picture(markup: str, url: str) -> Picture | None:
    """Return the picture of the page's Open Graph tags."""
    told: dict[str, str] = {}
    for match in _OPEN_GRAPH.finditer(markup, 0, _HEAD):
        told.setdefault((match[1] or match[4]).lower(), html.unescape(match[2] or match[3]))
    link = web_link(told.get("og:image") or told.get("og:image:url"), url)
    if link is None:
        return None
    sizes = [told.get(f"og:image:{side}", "") for side in ("width", "height")]
    width, height = (int(size) if size.isdigit() and len(size) < 6 else None for size in sizes)
    return Picture(link, width, height)


def _lead_above(root: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the paragraph above the body that says who, when and where; empty where there is none.

    Many outlets set it apart behind the headline: in an element that is named for what it is, in a
    smaller heading, in bold, or in a paragraph outside the box of the body. It holds no link.
    """
    headline = _headline(root)
    if headline is None:
        return ""
    for element in headline.xpath(f"following::*[position() <= {_LEAD_WITHIN}]"):
        names = {part.lower() for part in _NAME_PARTS.split(element.get("class") or "")}
        if names.isdisjoint(_LEADS) and element.tag not in _LEAD_TAGS:
            continue
        text = _text_without_links(element)
        if _LEAD_LENGTH[0] <= len(text) <= _LEAD_LENGTH[1]:
            return text
    return ""


def _headline(root: Any) -> Any:  # noqa: ANN401 - lxml has no types
    """Return the element of the headline, or None.

    Some templates have no h1; then it is a smaller heading that says what the title says.
    """
    first = next(iter(root.iter("h1")), None)
    if first is not None:
        return first
    title = fold(squeeze((root.findtext(".//title") or "")[: _LEAD_LENGTH[1]]))
    for heading in islice(root.iter("h2", "h3"), _HEADINGS):
        text = fold(_text_without_links(heading))
        if len(text) >= _HEADLINE_LENGTH and title.startswith(text):
            return heading
    return None


def _text_without_links(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the text of a small element; empty for a large one and for one that holds a link."""
    texts: list[str] = []
    for number, part in enumerate(element.iter()):
        if part.tag == "a" or number == _LEAD_PARTS:
            return ""
        if isinstance(part.tag, str):  # no comment
            texts.append(part.text or "")
        if part is not element:
            texts.append(part.tail or "")
    return squeeze(clean(" ".join(texts)))


def _stated_date(markup: str, zone: tzinfo) -> datetime | None:
    """Return the date that the page states for machines.

    Trafilatura would also guess one from teasers of other articles.
    """
    for pattern in _STATED_DATES:
        match = pattern.search(markup)
        moment = parse_date(match[1], zone) if match else None
        if moment is not None:
            return moment
    return None


def _below_headline(lines: list[str], title: str) -> list[str]:
    """Leave out the headline, which the article carries on its own, and what stands above it."""
    known = fold(title)
    start = 0
    for number, line in enumerate(lines[:_ABOVE], 1):
        if known and fold(line) == known:
            start = number
    return lines[start:]


def _without_dates(lines: list[str], zone: tzinfo) -> list[str]:
    """Leave out the dates above the text."""
    start = 0
    while (
        start < min(len(lines), _DATELINES)
        and len(lines[start]) <= _DATELINE_LENGTH
        and parse_date(lines[start], zone) is not None
    ):
        start += 1
    return lines[start:]
