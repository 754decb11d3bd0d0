"""Events as a feed: Atom (RFC 4287) and JSON Feed (version 1.1), with the same entries in both.

The same events give the same bytes. An entry keeps its identity wherever the diary moves to, so
that a reader which has seen an event takes its change for a change and not for news.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from feedgenerator import Atom1Feed

from bot.messages.icalendar import identity
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.web.addresses import Addresses
from bot.web.feed_entry import entry
from bot.web.structured import summary
from config.text import escape_controls
from storage.events import EventRecord

ATOM = "application/atom+xml"
JSON = "application/feed+json"

_NOT_XML = "\ufffe", "\uffff"
"""What XML 1.0 bears no more than control characters, which no line of ours holds."""

Write = Callable[[EventRecord], str]
"""Gives an entry as `atom_entry` or `json_item` does; for who has written it before."""


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed says of itself.

    Attributes:
        title: What a reader calls it.
        page: Full address of the page that shows the same.
        own: Full address of the feed.
        updated: When it changed, where it holds nothing; aware UTC.
    """

    title: str
    page: str
    own: str
    updated: datetime


class _AtomFeed(Atom1Feed):  # type: ignore[misc] # it has no types
    """The head of an Atom feed, which goes by its entries' day and not by the clock."""

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        found: datetime = self.feed["updated"]
        return found


def atom(view: View, records: Sequence[EventRecord], head: FeedHead, write: Write) -> bytes:
    """Return events as an Atom feed.

    Args:
        view: The language of the feed.
        records: The events, in order.
        head: What the feed says of itself.
        write: Gives the entries.
    """
    feed = _AtomFeed(
        title=head.title,
        link=head.page,
        description=None,
        language=view.translator.language,
        feed_url=head.own,
        feed_guid=head.own,
        author_name=view.translator.gettext("The diary of the Turkic world"),
        updated=max(map(_updated, records), default=head.updated),
    )
    begin, end, behind = feed.writeString("utf-8").rpartition("</feed>")
    written = "".join((begin, *map(write, records), end, behind))
    for sign in _NOT_XML:  # a hundred times as fast as a translation of both at once
        written = written.replace(sign, "")
    return written.encode()


def atom_entry(view: View, record: EventRecord, addresses: Addresses) -> str:
    """Return an event as an entry of an Atom feed.

    Args:
        view: The language of the feed.
        record: The event.
        addresses: Where the pages of events are.
    """
    event = record.event
    parts = (
        "<entry>",
        f"<title>{escape(event_title(view, record).text)}</title>",
        f'<link href={quoteattr(addresses.event(event.id))} rel="alternate"/>',
        f"<published>{event.found_at.isoformat()}</published>",
        f"<updated>{_updated(record).isoformat()}</updated>",
        f"<id>{escape(_identity(record))}</id>",
        f'<content type="html">{escape(entry(view, record))}</content>',
        *(f"<category term={quoteattr(tag)}/>" for tag in _tags(view, record)),
        "</entry>",
    )
    return "".join(parts)


def json_feed(view: View, records: Sequence[EventRecord], head: FeedHead, write: Write) -> bytes:
    """Return events as a JSON Feed; the arguments are those of `atom`."""
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.page,
        "feed_url": head.own,
        "language": view.translator.language,
        "authors": [{"name": view.translator.gettext("The diary of the Turkic world")}],
        "items": [],
    }
    begin, end, behind = _json(whole).rpartition("]")
    return "".join((begin, ", ".join(map(write, records)), end, behind)).encode()


def json_item(view: View, record: EventRecord, addresses: Addresses) -> str:
    """Return an event as an item of a JSON Feed; the arguments are those of `atom_entry`."""
    event = record.event
    return _json(
        {
            "id": _identity(record),
            "url": addresses.event(event.id),
            "title": event_title(view, record).text,
            "summary": summary(view, record),
            "content_html": entry(view, record),
            "date_published": event.found_at.isoformat(),
            "date_modified": _updated(record).isoformat(),
            "tags": _tags(view, record),
        }
    )


def _json(values: Mapping[str, object]) -> str:
    return escape_controls(json.dumps(values, ensure_ascii=False))


def _updated(record: EventRecord) -> datetime:
    return max(record.event.found_at, record.event.changed_at)


def _identity(record: EventRecord) -> str:
    """Return the identity of an event as a URI, the same as in calendars and in every language."""
    unique, _, authority = identity(record).partition("@")
    return f"tag:{authority},{record.event.found_at:%Y-%m-%d}:{unique}"


def _tags(view: View, record: EventRecord) -> list[str]:
    return [view.organization(organization) for organization in record.organizations]
