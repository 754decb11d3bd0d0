"""Events as a feed: Atom (RFC 4287) and JSON Feed (version 1.1), with the same entries in both.

The same events give the same bytes. An entry keeps its identity wherever the diary moves to, so
that a reader which has seen an event takes its change for a change and not for news.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from feedgenerator import Atom1Feed

from bot.messages.icalendar import identity
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.web.addresses import Addresses
from bot.web.structured import summary
from config.text import escape_controls
from config.types import JsonObject
from storage.events import EventRecord

ATOM = "application/atom+xml"
JSON = "application/feed+json"

_NOT_XML = "\ufffe", "\uffff"
"""What XML 1.0 bears no more than control characters, which no line of ours holds."""

Markup = Callable[[EventRecord], str]
"""Writes what an entry holds as HTML in which all text is escaped."""


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
    """An Atom feed that without entries goes by a day of its own and not by the clock."""

    def latest_post_date(self) -> datetime:
        """Return when the feed last changed."""
        moments = [item["updateddate"] for item in self.items]
        found: datetime = max(moments, default=self.feed["updated"])
        return found


def atom(
    view: View,
    records: Sequence[EventRecord],
    head: FeedHead,
    addresses: Addresses,
    markup: Markup,
) -> bytes:
    """Return events as an Atom feed.

    Args:
        view: The language of the feed.
        records: The events, in order.
        head: What the feed says of itself.
        addresses: Where the pages of events are.
        markup: Writes the entries.
    """
    feed = _AtomFeed(
        title=head.title,
        link=head.page,
        description=None,
        language=view.translator.language,
        feed_url=head.own,
        feed_guid=head.own,
        author_name=view.translator.gettext("The diary of the Turkic world"),
        updated=head.updated,
    )
    for record in records:
        event = record.event
        feed.add_item(
            title=event_title(view, record).text,
            link=addresses.event(event.id),
            description=None,
            content=markup(record),
            unique_id=_identity(record),
            pubdate=event.found_at,
            updateddate=max(event.found_at, event.changed_at),
            categories=_tags(view, record),
        )
    written: str = feed.writeString("utf-8")
    for sign in _NOT_XML:  # a hundred times as fast as a translation of both at once
        written = written.replace(sign, "")
    return written.encode()


def json_feed(
    view: View,
    records: Sequence[EventRecord],
    head: FeedHead,
    addresses: Addresses,
    markup: Markup,
) -> bytes:
    """Return events as a JSON Feed; the arguments are those of `atom`."""
    items = [_item(view, record, addresses, markup) for record in records]
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": head.title,
        "home_page_url": head.page,
        "feed_url": head.own,
        "language": view.translator.language,
        "authors": [{"name": view.translator.gettext("The diary of the Turkic world")}],
        "items": items,
    }
    return escape_controls(json.dumps(whole, ensure_ascii=False)).encode()


def _item(view: View, record: EventRecord, addresses: Addresses, markup: Markup) -> JsonObject:
    event = record.event
    return {
        "id": _identity(record),
        "url": addresses.event(event.id),
        "title": event_title(view, record).text,
        "summary": summary(view, record),
        "content_html": markup(record),
        "date_published": event.found_at.isoformat(),
        "date_modified": max(event.found_at, event.changed_at).isoformat(),
        "tags": [*_tags(view, record)],
    }


def _identity(record: EventRecord) -> str:
    """Return the identity of an event as a URI, the same as in calendars and in every language."""
    unique, _, authority = identity(record).partition("@")
    return f"tag:{authority},{record.event.found_at:%Y-%m-%d}:{unique}"


def _tags(view: View, record: EventRecord) -> list[str]:
    return [view.organization(organization) for organization in record.organizations]
