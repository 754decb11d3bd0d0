"""A feed's bytes to entries: RSS, Atom and RDF through feedparser, JSON Feed by hand.

Nothing here raises, whatever the bytes are: a feed that cannot be read comes out as no entries and
the cause of it. feedparser gets text that has been decoded and cleaned by us, without its document
type (so no entity can be declared, near or far), and neither its sanitiser nor its dates are used:
what leaves is plain text, http(s) links and dates of our own reading.
"""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from functools import partial
from typing import Any
from urllib.parse import urljoin

import feedparser
import feedparser.api

from bot.feeds.errors import Cause
from bot.feeds.http.encoding import decode
from bot.feeds.parsing import sax_driver
from bot.feeds.parsing.dates import parse_date, zone_of
from bot.feeds.parsing.findings import Entry, Parsed, Picture
from bot.feeds.parsing.html_text import clean, plain_text, plain_title
from bot.feeds.parsing.json_feed import json_items, looks_like_json
from bot.feeds.parsing.links import alternate, unwrapped, web_link, whole_link
from bot.feeds.parsing.xml_text import HEAD, language_code, without_doctype

feedparser.api.PREFERRED_XML_PARSERS[:] = [sax_driver.__name__]  # there is no other way to say so

MAX_ENTRIES = 2_000
_LONGEST_URL = 2_000

_FEED_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_PAGE_ROOT = re.compile(r"<!doctype\s+html|<html\b|<head\b|<body\b", re.IGNORECASE)
_BARE_AMPERSAND = re.compile(r"&(?!#\d{1,8};|#x[0-9a-f]{1,6};|[a-z][a-z0-9]{1,31};)", re.IGNORECASE)
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_MEDIA_PREFIX = re.compile(r"xmlns:(\w{1,20})\s?=\s?[\"']https?://search\.yahoo\.com/mrss/?[\"']")
_OF_IMAGE = re.compile(r"(</?)(title|description|link)\b", re.IGNORECASE)
_LONGEST_IMAGE = 4_000
"""Characters within which an `<image>` ends."""

_FULL_TEXTS = ("yandex_full-text", "full-text", "turbo_content")
"""Where Yandex has outlets put the whole text."""


def parse_feed(
    body: bytes,
    headers: Mapping[str, str],
    url: str,
    *,
    timezone: str | None = None,
    complete: bool = True,
) -> Parsed:
    """Parse `body`.

    Args:
        body: The decompressed bytes.
        headers: The response's headers, names in lower case; of use are content-type and
            content-language.
        url: Where the body came from; relative links are resolved against it.
        timezone: The IANA zone of dates that name none; UTC when None.
        complete: False when the body was cut short; its last entry is then left out, as it may be
            half of one.
    """
    text, encoding = decode(body, headers)
    if not text.strip("\ufeff \t\r\n\0"):
        return Parsed(encoding=encoding, cause=Cause.EMPTY, detail="nothing but white space")
    try:
        parsed = (
            _json(text, url, zone_of(timezone))
            if looks_like_json(text)
            else _xml(text, url, zone_of(timezone))
        )
    except RecursionError:
        parsed = Parsed(cause=Cause.MALFORMED, detail="nested too deeply")
    except Exception as error:  # noqa: BLE001 - hostile bytes; it is this one feed's failure
        parsed = Parsed(cause=Cause.MALFORMED, detail=f"the parser gave up: {type(error).__name__}")
    if not complete and parsed.entries:
        parsed = replace(parsed, entries=parsed.entries[:-1])
    return replace(parsed, encoding=encoding)


def _xml(text: str, url: str, zone: tzinfo) -> Parsed:
    text = _well_meant(without_doctype(text))
    head = text[:4_000]
    if not _FEED_ROOT.search(head):
        page = _PAGE_ROOT.search(head) is not None
        return Parsed(
            cause=Cause.NOT_A_FEED,
            detail="a web page" if page else "neither RSS, Atom, RDF nor JSON Feed",
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # feedparser warns of its own plans
        raw = feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            response_headers={
                "content-type": "application/xml; charset=utf-8"
            },  # links are made whole below, once
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    feed = raw.feed
    language = language_code(feed.get("language"))
    base = urljoin(url, _string(feed.get("xml_base")))
    entries = tuple(
        filter(None, (_entry(item, base, zone, language) for item in raw.entries[:MAX_ENTRIES]))
    )
    if not entries and raw.bozo and not raw.version:
        return Parsed(cause=Cause.MALFORMED, detail="no item can be made out")
    if not entries:
        return Parsed(
            title=plain_title(_string(feed.get("title"))),
            cause=Cause.EMPTY,
            detail="a feed without items",
        )
    title, hub, topic = (
        plain_title(_string(feed.get("title"))),
        _link(feed, "hub", base),
        _link(feed, "self", base),
    )
    return Parsed(entries, title, pause=_pause(feed), hub=hub, topic=topic)


def _well_meant(text: str) -> str:
    """Return a document whose bare ampersands and captions do no harm.

    "&section=2" in a link would be read as a paragraph sign, and feedparser takes the caption of a
    picture (`media:description`, kurtmckee/feedparser#53) for the item's own summary, and so what
    an `<image>` within an item says.
    """
    text = "".join(_with_ampersands(text))
    if "<image>" in text:
        text = "".join(_with_images_apart(text))
    media = _MEDIA_PREFIX.search(text, 0, HEAD)
    if media is None:
        return text
    return re.sub(rf"(</?{media[1]}):(?:description|title)\b", r"\1:caption", text)


def _with_images_apart(text: str) -> Iterator[str]:
    """Give `text` in pieces, what each `<image>` says of itself under names that are no item's."""
    at = 0
    while (begun := text.find("<image>", at)) >= 0:
        ended = text.find("</image>", begun, begun + _LONGEST_IMAGE)
        yield text[at:begun]
        at = max(ended, begun + len("<image>"))
        yield _OF_IMAGE.sub(r"\1image-\2", text[begun:at])
    yield text[at:]


def _with_ampersands(text: str) -> Iterator[str]:
    """Give `text` in pieces, each `&` that nobody escaped written out, but for what is CDATA.

    What is opened and never closed is no CDATA: so every character is looked at once.
    """
    at = 0
    while (begun := text.find(_CDATA, at)) >= 0:
        ended = text.find(_CDATA_END, begun)
        if ended < 0:
            break
        yield _BARE_AMPERSAND.sub("&amp;", text[at:begun])
        at = ended + len(_CDATA_END)
        yield text[begun:at]
    yield _BARE_AMPERSAND.sub("&amp;", text[at:])


def _entry(item: dict[str, Any], base: str, zone: tzinfo, language: str | None) -> Entry | None:
    # The dict's own get: feedparser's looks up older names of each field as well, which costs more
    # than the rest of this function.
    get = partial(dict.get, item)
    title = plain_title(_string(get("title")))
    texts = [
        plain_text(_string(content.get("value")))
        for content in get("content") or []
        if isinstance(content, dict)
    ]
    texts += [plain_text(_string(get(name))) for name in _FULL_TEXTS if get(name)]
    text = max([*texts, plain_text(_string(get("summary")))], key=len)
    guid = clean(_string(get("id"))).strip()[:_LONGEST_URL] or None
    language = language_code(get("language")) or language
    link = _entry_link(item, guid, base, language)
    if not title and not text:
        return None
    updated = _first_date((get("updated"),), zone)
    source = get("source")
    publisher = plain_title(_string(source.get("title"))) if isinstance(source, dict) else ""
    return Entry(
        title=title or text.partition("\n")[0][:200],
        link=link,
        text=text,
        guid=guid,
        published=_first_date((get("published"), get("created"), get("issued")), zone) or updated,
        updated=updated,
        language=language,
        publisher=publisher or None,
        picture=_picture(item, base),
    )


def _picture(item: dict[str, Any], base: str) -> Picture | None:
    """Return the picture that an entry brings: of its media the widest, else its enclosure."""
    get = partial(dict.get, item)
    enclosures = [held for held in get("links") or [] if held.get("rel") == "enclosure"]
    media = sorted(get("media_content") or [], key=lambda held: -(_number(held.get("width")) or 0))
    for held in (*media, *enclosures, *(get("media_thumbnail") or [])):
        kind = _string(held.get("type")) or f"{_string(held.get('medium'))}/"
        link = web_link(held.get("url") or held.get("href"), base)
        if link and (kind.startswith("image/") or kind == "/"):
            return Picture(link, _number(held.get("width")), _number(held.get("height")))
    return None


def _number(value: object) -> int | None:
    text = _string(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _entry_link(
    item: dict[str, Any], guid: str | None, base: str, language: str | None
) -> str | None:
    """Return where an entry leads: behind FeedBurner and its like, to the page in its language."""
    get = partial(dict.get, item)
    links = [held for held in get("links") or [] if isinstance(held, dict)]
    told = [get("feedburner_origlink")]
    told += [alternate(links, language)] if len(links) > 1 else []
    told += [get("link"), guid if guid and guid.startswith(("http://", "https://")) else None]
    found = (web_link(link, base) for link in told)
    return next((unwrapped(link) for link in found if link), None)


def _first_date(values: Iterable[object], zone: tzinfo) -> datetime | None:
    return next(
        (
            moment
            for value in values
            if isinstance(value, str) and (moment := parse_date(value, zone))
        ),
        None,
    )


_PERIODS = {
    "hourly": 3_600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}


def _pause(feed: Mapping[str, Any]) -> timedelta | None:
    ttl = _string(feed.get("ttl")).strip()
    if ttl.isascii() and ttl.isdigit() and int(ttl[:6]) > 0:
        return timedelta(minutes=int(ttl[:6]))
    period = _PERIODS.get(_string(feed.get("sy_updateperiod")).strip().lower())
    times = _string(feed.get("sy_updatefrequency")).strip()
    if period is None:
        return None
    return timedelta(
        seconds=period / max(1, int(times[:4]) if times.isascii() and times.isdigit() else 1)
    )


def _link(feed: Mapping[str, Any], relation: str, base: str) -> str | None:
    return next(
        (
            whole_link(link.get("href"), base)
            for link in feed.get("links", [])
            if link.get("rel") == relation
        ),
        None,
    )


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""


def _json(text: str, url: str, zone: tzinfo) -> Parsed:
    title, items, hub, topic = json_items(text)
    if items is None:
        return Parsed(cause=Cause.NOT_A_FEED, detail="JSON, but not JSON Feed")
    entries = []
    for item in items[:MAX_ENTRIES]:
        body = max(
            (plain_text(item[key]) for key in ("content_html", "content_text", "summary")), key=len
        )
        name = plain_title(item["title"]) or body.partition("\n")[0][:200]
        if name:
            link = web_link(item["url"] or item["external_url"], url)
            published, updated = (
                parse_date(item["date_published"], zone),
                parse_date(item["date_modified"], zone),
            )
            language = language_code(item["language"])
            entries.append(
                Entry(
                    name,
                    link,
                    body,
                    item["id"][:_LONGEST_URL] or None,
                    published or updated,
                    updated,
                    language,
                )
            )
    if not entries:
        return Parsed(title=plain_title(title), cause=Cause.EMPTY, detail="a feed without items")
    return Parsed(
        tuple(entries), plain_title(title), hub=whole_link(hub, url), topic=whole_link(topic, url)
    )
