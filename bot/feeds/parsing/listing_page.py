"""Pages of headlines, for sites without a feed: by selectors, or by how headline links repeat.

The generic mode needs no description of the site. Links that stand in the same place of the same
structure are one group; the list of news is the group whose links lead on within the site and whose
words read like headlines. Each link's surroundings, up to where the next one begins, are its item:
there stand the headline, the date and the teaser.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html
from cssselect import SelectorError

from bot.feeds.errors import Cause
from bot.feeds.http.encoding import decode
from bot.feeds.parsing.article_keys import address
from bot.feeds.parsing.dates import parse_date, zone_of
from bot.feeds.parsing.findings import Entry, Parsed
from bot.feeds.parsing.html_text import clean, plain_title
from bot.feeds.parsing.links import web_link
from bot.feeds.parsing.xml_text import language_code
from config.text import squeeze

MAX_ITEMS = 100
MAX_BYTES = 1_500_000
_MAX_LINKS = 3_000
_FEWEST = 3
_SHORTEST_HEADLINE = 18
_DATE_LENGTH = 60
_DEPTH = 4
_CLIMB = 8
_DIGIT = re.compile(r"\d")
_ASIDE = frozenset({"nav", "footer", "header", "aside"})
_DATE_HOLDERS = ("div", "span", "p", "td", "li", "small", "time")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5")

Element = Any
"""An element of lxml, which has no types of its own."""


def parse_listing(
    body: bytes,
    headers: Mapping[str, str],
    url: str,
    *,
    recipe: Mapping[str, Any] | None = None,
    timezone: str | None = None,
) -> Parsed:
    """Read a page of headlines; never raises.

    Args:
        body: The decompressed bytes.
        headers: The response's, names in lower case.
        url: Where it came from.
        recipe: "selectors" as in sources.toml, and "only", which every link must hold; None finds
            the headlines without.
        timezone: The IANA zone of dates that name none.
    """
    text, encoding = decode(body[:MAX_BYTES], headers)
    recipe = recipe or {}
    try:
        root = lxml.html.document_fromstring(
            clean(text).encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
        base = urljoin(url, next(iter(root.xpath("//base/@href")), url))
        found = (
            _selected(root, base, recipe["selectors"], zone_of(timezone))
            if recipe.get("selectors")
            else _repeated(root, base, zone_of(timezone))
        )
    except (
        lxml.etree.LxmlError,
        SelectorError,
        ValueError,
        AssertionError,
        RecursionError,
    ) as error:
        return Parsed(
            encoding=encoding,
            cause=Cause.MALFORMED,
            detail=f"no page can be made out: {type(error).__name__}",
        )
    kept = {
        address(entry.link): entry
        for entry in reversed(found)
        if entry.link and recipe.get("only", "") in entry.link
    }
    entries = tuple(reversed(kept.values()))[:MAX_ITEMS]
    title = plain_title(next(iter(root.xpath("//title/text()")), ""))
    if not entries:
        shell = len(root.xpath("//a[@href]")) < _FEWEST and root.find(".//script") is not None
        return Parsed(
            title=title,
            encoding=encoding,
            cause=Cause.EMPTY,
            detail="a page that a browser fills in" if shell else "no headlines found",
        )
    return Parsed(entries, title, encoding)


def _selected(root: Element, base: str, selectors: Mapping[str, str], zone: tzinfo) -> list[Entry]:
    entries = []
    for item in root.cssselect(selectors["item"])[:_MAX_LINKS]:
        anchor = _first(item, selectors.get("link")) if selectors.get("link") else _anchor(item)
        link = web_link(anchor.get("href"), base) if anchor is not None else None
        headline = _first(item, selectors.get("title"))
        anchors = [anchor] if anchor is not None else []
        title = _words(headline) if headline is not None else _title_of(item, anchors)
        when = _first(item, selectors.get("date"))
        teaser = _first(item, selectors.get("summary"))
        if link and title:
            moment = _date_of(when, zone) if when is not None else None
            entries.append(
                Entry(
                    title,
                    link,
                    _words(teaser) if teaser is not None else "",
                    published=moment,
                    language=_language(root),
                )
            )
    return entries


def _first(item: Element, selector: str | None) -> Element | None:
    return next(iter(item.cssselect(selector)), None) if selector else None


def _anchor(item: Element) -> Element | None:
    if item.tag == "a" and item.get("href"):
        return item
    inside = item.find(".//a[@href]")
    return (
        inside
        if inside is not None
        else next((up for up in item.iterancestors("a") if up.get("href")), None)
    )


def _repeated(root: Element, base: str, zone: tzinfo) -> list[Entry]:
    groups: dict[tuple[str, ...], dict[str, list[Element]]] = defaultdict(lambda: defaultdict(list))
    site = urlsplit(base).hostname
    for anchor in root.iterfind(".//a[@href]"):
        link = web_link(anchor.get("href"), base)
        if (
            link
            and urlsplit(link).hostname == site
            and len(urlsplit(link).path) > 1
            and address(link) != address(base)
        ):
            groups[_place(anchor)][link].append(anchor)
            if len(groups) > _MAX_LINKS:
                break
    best: list[Entry] = []
    best_score = 0.0
    for group in groups.values():
        if len(group) < _FEWEST or len(group) > _MAX_LINKS:
            continue
        entries = _entries(group, zone, _language(root))
        score = _score(entries)
        if score > best_score:
            best, best_score = entries, score
    return best


def _place(anchor: Element) -> tuple[str, ...]:
    """Where a link stands: tags and classes of it and of what is around it, without numbers."""
    around = [anchor, *anchor.iterancestors()]
    names = tuple(f"{node.tag}.{' '.join(sorted(_classes(node)))}" for node in around[:_DEPTH])
    return (*names, "aside" if any(node.tag in _ASIDE for node in around) else "")


def _classes(node: Element) -> list[str]:
    names = (node.get("class") or "").split()
    return [name for name in names if _DIGIT.search(name) is None]


def _entries(group: Mapping[str, list[Element]], zone: tzinfo, language: str | None) -> list[Entry]:
    owners = {anchor: link for link, anchors in group.items() for anchor in anchors}
    entries = []
    for link, anchors in list(group.items())[:MAX_ITEMS]:
        item = _item(anchors[0], link, owners)
        title = _title_of(item, anchors)
        if len(title) >= _SHORTEST_HEADLINE:
            teaser = max((_words(node) for node in item.iter("p")), key=len, default="")
            entries.append(
                Entry(
                    title,
                    link,
                    teaser if teaser != title else "",
                    published=_date_of(item, zone),
                    language=language,
                )
            )
    return entries


def _item(anchor: Element, link: str, owners: Mapping[Element, str]) -> Element:
    """The widest surroundings of `anchor` that hold no other item's link."""
    item = anchor
    for up in list(anchor.iterancestors())[:_CLIMB]:
        if up.tag in ("body", "html") or any(
            owners.get(other, link) != link for other in up.iter("a")
        ):
            break
        item = up
    return item


def _title_of(item: Element, anchors: list[Element]) -> str:
    texts = [_words(anchor) for anchor in anchors]
    headings = [_words(node) for node in item.iter(*_HEADINGS)]
    said = [plain_title(anchor.get("title") or "") for anchor in anchors]
    longest = max(texts, key=len, default="")
    heading = next((text for text in headings if text), "")
    return heading or (
        longest if len(longest) >= _SHORTEST_HEADLINE else max([longest, *said], key=len)
    )


def _score(entries: list[Entry]) -> float:
    """How much a group reads like a list of news.

    Many headlines of a headline's length, links with a slug or a number, and dates.
    """
    if len(entries) < _FEWEST:
        return 0.0
    length = sum(min(len(entry.title), 100) for entry in entries)
    telling = sum(_has_a_slug(entry.link or "") for entry in entries) / len(entries)
    dated = sum(entry.published is not None for entry in entries) / len(entries)
    return length * (0.3 + telling + dated)


def _has_a_slug(link: str) -> bool:
    return _DIGIT.search(link) is not None or link.count("-") > 2


def _date_of(node: Element, zone: tzinfo) -> datetime | None:
    for time in node.iter("time"):
        moment = parse_date(time.get("datetime") or "", zone)
        if moment is not None:
            return moment
    for text in node.itertext():
        if (moment := _short_date(squeeze(text), zone)) is not None:
            return moment
    # a day, a month and a year may stand in elements of their own, side by side
    for inner in node.iter(*_DATE_HOLDERS):
        if len(inner) and (moment := _short_date(_words(inner), zone)) is not None:
            return moment
    return _short_date(_words(node), zone)


def _short_date(words: str, zone: tzinfo) -> datetime | None:
    if not 5 < len(words) <= _DATE_LENGTH or not any(character.isdigit() for character in words):
        return None
    return parse_date(words, zone)


def _words(node: Element) -> str:
    return plain_title(" ".join(node.itertext()))


def _language(root: Element) -> str | None:
    return language_code(root.get("lang"))
