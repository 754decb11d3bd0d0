"""An event as a calendar file (iCalendar, RFC 5545): whole days, place, people and links, under an identity that stays the same.

The identity (UID) and the count of changes let a calendar take a later file of the same event as the same entry.
"""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar, Event

from bot.digests.facts import link, place
from bot.digests.people import in_order, language_of, office
from bot.digests.view import View
from bot.message import Document, tidy
from storage.events import EventRecord

MEDIA_TYPE = "text/calendar"


def calendar_file(view: View, record: EventRecord) -> Document:
    """Return the file of one event, which must have a day."""
    return Document(f"event-{record.event.id}.ics", MEDIA_TYPE, calendar(view, [record]))


def calendar(view: View, records: Iterable[EventRecord]) -> bytes:
    """Return an iCalendar of those of `records` that have a day."""
    whole = Calendar()
    whole.add("prodid", "-//tco-bot//Turkic Cooperation Organizations//EN")
    whole.add("version", "2.0")
    for record in records:
        if record.event.starts_on is not None:
            whole.add_component(_entry(view, record))
    data: bytes = whole.to_ical()
    return data


def _entry(view: View, record: EventRecord) -> Event:
    event, entry = record.event, Event()
    first, last = event.starts_on, event.ends_on or event.starts_on
    entry.add("uid", f"event-{event.id}@tco-bot")
    entry.add("dtstamp", event.changed_at)
    entry.add("last-modified", event.changed_at)
    entry.add("dtstart", first)
    entry.add("dtend", (last or first) + timedelta(days=1))  # type: ignore[operator]  # only events with a day come here
    entry.add("summary", tidy(event.title))
    if where := place(view, event):
        entry.add("location", where)
    people = [_person(view, record, at) for at in range(len(in_order(record.participations)))]
    links = [address for one in record.articles if (address := link(one.url))]
    entry.add("description", "\n".join([*people, *links]))
    if links:
        entry.add("url", links[0])
    entry.add("categories", [view.organization(one) for one in record.organizations])
    entry.add("transp", "TRANSPARENT")
    return entry


def _person(view: View, record: EventRecord, at: int) -> str:
    one = in_order(record.participations)[at]
    language = language_of(record, one)
    name, has = view.person(one.name, language), office(view, one.role, one.affiliation, language)
    return f"{name}, {has}" if has else name
