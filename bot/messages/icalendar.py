"""An event as a calendar file (iCalendar, RFC 5545).

Whole days, place, people and links, under an identity that stays the same.

The identity (UID) and the count of changes let a calendar take a later file of the same event as
the same entry.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.messages.message import Document
from bot.messages.people import in_order, language_of, name_of, office
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventRecord

if TYPE_CHECKING:
    from icalendar import Event

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


def calendar(
    view: View,
    records: Iterable[EventRecord],
    name: str = "",
    write: Callable[[View, EventRecord], bytes] | None = None,
) -> bytes:
    """Return an iCalendar of those of `records` that have a day.

    The same records give the same bytes.

    Args:
        view: The language, and the names of organisations.
        records: The events.
        name: What a calendar that is subscribed to calls itself; empty for a file that is only
            opened.
        write: Gives an event as `entry` writes it; for who has written it before.
    """
    # Its library takes three megabytes, and many a bot is never asked for a calendar.
    from icalendar import Calendar  # noqa: PLC0415 - only a calendar needs it

    whole = Calendar()
    whole.add("prodid", "-//tco-bot//Turkic Cooperation Organizations//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    if name:
        whole.add("name", name)
        whole.add("x-wr-calname", name)
        whole.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
        whole.add("x-published-ttl", REFRESH)
    begin, end, behind = whole.to_ical().rpartition(b"END:VCALENDAR")
    entries = map(partial(write or entry, view), records)
    return b"".join((begin, *entries, end, behind))


def entry(view: View, record: EventRecord) -> bytes:
    """Return an event as an iCalendar has it; nothing of one without a day."""
    first = record.event.starts_on
    data: bytes = b"" if first is None else _entry(view, record, first).to_ical()
    return data


def identity(record: EventRecord) -> str:
    """Return the UID of an event.

    The same for ever, wherever it moves to, and another than any other bot gives.
    """
    return f"event-{record.event.id}-{record.event.found_at:%Y%m%dT%H%M%S}@tco-bot"


def _entry(view: View, record: EventRecord, first: date) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - only a calendar needs it

    event, made = record.event, Event()
    made.add("uid", identity(record))
    made.add("sequence", event.revision)
    made.add("status", "CONFIRMED" if event.cancel_proof is None else "CANCELLED")
    made.add("dtstamp", event.changed_at)
    made.add("created", event.found_at)
    made.add("last-modified", event.changed_at)
    made.add("dtstart", first)
    made.add(
        "dtend", max(event.ends_on or first, first) + timedelta(days=1)
    )  # a whole day ends where the next one begins
    made.add("summary", event_title(view, record).text)
    if where := place(view, event):
        made.add("location", where)
    people = [_person(view, record, at) for at in range(len(in_order(record.participations)))]
    links = [address for article in record.articles if (address := link(article.url))]
    made.add("description", "\n".join([*people, *links]))
    if links:
        made.add("url", links[0])
    made.add(
        "categories", [view.organization(organization) for organization in record.organizations]
    )
    made.add("transp", "TRANSPARENT")
    return made


def _person(view: View, record: EventRecord, at: int) -> str:
    one = in_order(record.participations)[at]
    name = name_of(view, record, one)
    has = office(view, one.role, one.affiliation, language_of(record, one))
    return f"{name}, {has}" if has else name
