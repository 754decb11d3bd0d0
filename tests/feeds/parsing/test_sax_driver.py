"""feedparser is told the text between two tags at once, and all else as by Python's own driver."""

import io
import xml.sax
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl

import pytest

from bot.feeds.parsing import feed, sax_driver

DOCUMENT = (
    '<rss xmlns:dc="urn:d" version="2.0"><item><title>Roads &lt;b&gt;open&lt;/b&gt;\n&amp; fair'
    '</title><dc:creator a="1" dc:b="2">A\nB</dc:creator><link/>\n  tail</item></rss>'
)


class Noting(ContentHandler):
    """Notes what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[object, ...]] = []

    def startElementNS(  # noqa: N802 - the library's name
        self, name: tuple[str | None, str], qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        """Note that an element begins."""
        self.told.append(("begin", name, qname, dict(attrs.items()), sorted(attrs.getQNames())))

    def endElementNS(  # noqa: N802 - the library's name
        self, name: tuple[str | None, str], qname: str | None
    ) -> None:
        """Note that an element ends."""
        self.told.append(("end", name, qname))

    def characters(self, content: str) -> None:
        """Note text."""
        self.told.append(("text", content))


def told_by(*drivers: str) -> list[tuple[object, ...]]:
    handler = Noting()
    parser = xml.sax.make_parser(drivers)  # noqa: S317 - what is written above
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    parser.parse(io.StringIO(DOCUMENT))
    return handler.told


def joined(events: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return `events` with neighbouring texts as one."""
    whole: list[tuple[object, ...]] = []
    for event in events:
        if event[0] == "text" and whole and whole[-1][0] == "text":
            whole[-1] = ("text", f"{whole[-1][1]}{event[1]}")
        else:
            whole.append(event)
    return whole


def test_text_between_two_tags_is_told_at_once_and_nothing_else_differs() -> None:
    own, pythons = told_by(sax_driver.__name__), told_by("xml.sax.expatreader")
    assert ("text", "Roads <b>open</b>\n& fair") in own
    assert own == joined(pythons) != pythons


def test_a_longer_text_than_is_told_at_once_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sax_driver, "_LONGEST_PIECE", 8)
    assert joined(told_by(sax_driver.__name__)) == joined(told_by("xml.sax.expatreader"))


def test_feedparser_reads_feeds_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made, create = list[sax_driver.JoinedTextParser](), sax_driver.create_parser

    def noted() -> sax_driver.JoinedTextParser:
        made.append(create())
        return made[-1]

    monkeypatch.setattr(sax_driver, "create_parser", noted)
    body = b'<rss version="2.0"><channel><item><title>Roads open</title></item></channel></rss>'
    assert [entry.title for entry in feed.parse_feed(body, {}, "https://outlet.example/").entries]
    assert made
