"""Lists of sources as feed readers exchange them.

OPML 2.0, read from whatever people have, and written for others to read.

What is read comes from strangers. Each `&` that begins neither a character reference nor one of
XML's own five entities is taken for the ampersand that somebody forgot to escape; so no entity of
the document's own can ever be expanded, and addresses come through whole. Pages of headlines and
sitemaps, which the format does not know, stand under a type of their own in `url`, where other
readers pass them over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Final

import lxml.etree

from bot.feeds.http.encoding import decode
from bot.feeds.parsing.html_text import clean, plain_title
from bot.feeds.parsing.links import web_link
from bot.feeds.parsing.xml_text import language_code, without_doctype
from config.errors import TcoError
from config.text import squeeze

MAX_BYTES = 8_000_000
"""Several times what `write_opml` makes of as many sources as may be read."""

MAX_SOURCES = 20_000

_BARE: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)", re.IGNORECASE)
_OTHERS: Final = ("listing", "sitemap")


class NotOpml(TcoError):
    """A file that holds no list of sources.

    Attributes:
        where: The file.
        problem: What is wrong, in one clause.
    """

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        self.problem = problem
        super().__init__(f"{where}: {problem}.")


@dataclass(frozen=True, slots=True)
class Outline:
    """One source of a list.

    Attributes:
        url: An absolute http or https URL.
        name: What the list calls it; may be empty.
        kind: "feed", "listing" or "sitemap".
        language: What it claims to be written in (ISO 639-1), or None.
    """

    url: str
    name: str = ""
    kind: str = "feed"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Outlines:
    """A list of sources.

    Attributes:
        sources: Each URL once, in the order of the file.
        passed_over: Entries whose address is none that can be followed.
        broken_line: The line from which on the file is no proper XML and something may be missing;
            None where all is well.
    """

    sources: tuple[Outline, ...]
    passed_over: int = 0
    broken_line: int | None = None


def parse_opml(body: bytes, where: str = "the file") -> Outlines:
    """Read a list of sources, whatever folders they are in.

    Args:
        body: The file.
        where: What an error calls it.

    Raises:
        NotOpml: It is too big, or not OPML at all.
    """
    if len(body) > MAX_BYTES:
        raise NotOpml(where, f"is larger than {MAX_BYTES} bytes")
    text = _BARE.sub("&amp;", without_doctype(decode(body, {})[0]))
    parser = lxml.etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        root = lxml.etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (lxml.etree.LxmlError, ValueError):
        root = None
    if root is None or _name(root.tag) != "opml":
        raise NotOpml(where, "is not OPML, the form in which feed readers exchange their lists")
    found: dict[str, Outline] = {}
    passed_over = 0
    for node in root.iter():
        told = (
            {_name(name): str(value) for name, value in node.attrib.items()}
            if _name(node.tag) == "outline"
            else {}
        )
        given = told.get("xmlurl") or (
            told.get("url") if told.get("type", "").lower() in _OTHERS else None
        )
        if given is None:
            continue  # a folder, or something else than a source
        outline = _outline(given, told)
        if outline is None:
            passed_over += 1
        elif len(found) < MAX_SOURCES or outline.url in found:
            found.setdefault(outline.url, outline)
        else:
            raise NotOpml(where, f"lists more than {MAX_SOURCES} sources")
    broken = min((error.line for error in parser.error_log), default=None)
    return Outlines(tuple(found.values()), passed_over, broken)


def write_opml(sources: Iterable[Outline], title: str, now: datetime) -> bytes:
    """Return the file that lists `sources` under `title`, made at `now`."""
    root = lxml.etree.Element("opml", version="2.0")
    head = lxml.etree.SubElement(root, "head")
    lxml.etree.SubElement(head, "title").text = _plain(title)
    lxml.etree.SubElement(head, "dateCreated").text = format_datetime(now)
    body = lxml.etree.SubElement(root, "body")
    for source in sources:
        name = _plain(source.name) or source.url
        feed = source.kind not in _OTHERS
        node = lxml.etree.SubElement(
            body, "outline", type="rss" if feed else source.kind, text=name, title=name
        )
        node.set("xmlUrl" if feed else "url", _plain(source.url))
        if source.language:
            node.set("language", source.language)
    written: bytes = lxml.etree.tostring(
        root, encoding="utf-8", xml_declaration=True, pretty_print=True
    )
    return written


def _outline(given: str, told: dict[str, str]) -> Outline | None:
    url = web_link(given, "")
    kind = told.get("type", "").lower()
    name = plain_title(told.get("title") or told.get("text") or "")
    if not url:
        return None
    kind = kind if kind in _OTHERS else "feed"
    return Outline(url, name, kind, language_code(told.get("language")))


def _plain(text: str) -> str:
    return squeeze(clean(text))


def _name(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower() if isinstance(tag, str) else ""
