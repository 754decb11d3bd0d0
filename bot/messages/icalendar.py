"""An event as a calendar file (iCalendar, RFC 5545).

Whole days, place, people and links, under an identity that stays the same.

The identity (UID) and the count of changes let a calendar take a later file of the same event as
the same entry.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from icalendar import Calendar, Event

from bot.messages.message import Document
from bot.messages.people import in_order, language_of, office
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventRecord

MEDIA_TYPE = "text/calendar"

REFRESH = timedelta(hours=1)
"""How often a client is asked to look for changes."""


def calendar_file(view: View, record: EventRecord) -> Document:
    """Return the file of one event, which must have a day."""
    return Document(f"event-{record.event.id}.ics", MEDIA_TYPE, calendar(view, [record]))


def calendar_of_chat(view: View, records: Iterable[EventRecord]) -> Document:
    """Return the calendar of what a chat follows."""
    name = view.translator.gettext("Turkic cooperation")
    return Document("calendar.ics", MEDIA_TYPE, calendar(view, records, name))


def calendar(view: View, records: Iterable[EventRecord], name: str = "") -> bytes:
    """Return an iCalendar of those of `records` that have a day.

    The same records give the same bytes.

    Args:
        view: The language, and the names of organisations.
        records: The events.
        name: What a calendar that is subscribed to calls itself; empty for a file that is only
            opened.
    """
    whole = Calendar()
    whole.add("prodid", "-//tco-bot//Turkic Cooperation Organizations//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    if name:
        whole.add("name", name)
        whole.add("x-wr-calname", name)
        whole.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        whole.add("x-published-ttl", REFRESH)
    for record in records:
        if record.event.starts_on is not None:
            whole.add_component(_entry(view, record, record.event.starts_on))
    data: bytes = whole.to_ical()
    return data


def identity(record: EventRecord) -> str:
    """Return the UID of an event.

    The same for ever, wherever it moves to, and another than any other bot gives.
    """
    return f"event-{record.event.id}-{record.event.found_at:%Y%m%dT%H%M%S}@tco-bot"


def _entry(view: View, record: EventRecord, first: date) -> Event:
    event, entry = record.event, Event()
    entry.add("uid", identity(record))
    entry.add("sequence", event.revision)
    entry.add("status", "CONFIRMED" if event.cancel_proof is None else "CANCELLED")
    entry.add("dtstamp", event.changed_at)
    entry.add("created", event.found_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", first)
    entry.add(
        "dtend", max(event.ends_on or first, first) + timedelta(days=1)
    )  # a whole day ends where the next one begins
    entry.add("summary", event_title(view, record).text)
    if where := place(view, event):
        entry.add("location", where)
    people = [_person(view, record, at) for at in range(len(in_order(record.participations)))]
    links = [address for article in record.articles if (address := link(article.url))]
    entry.add("description", "\n".join([*people, *links]))
    if links:
        entry.add("url", links[0])
    entry.add(
        "categories", [view.organization(organization) for organization in record.organizations]
    )
    entry.add("transp", "TRANSPARENT")
    return entry


def _person(view: View, record: EventRecord, at: int) -> str:
    one = in_order(record.participations)[at]
    language = language_of(record, one)
    name, has = view.person(one.name, language), office(view, one.role, one.affiliation, language)
    return f"{name}, {has}" if has else name
