"""An event as a calendar file (iCalendar, RFC 5545).

Whole days, place, people and links, under an identity that stays the same.

The identity (UID) and the count of changes let a calendar take a later file of the same event as
the same entry.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from bot.messages.message import Document
from bot.messages.people import in_order, language_of, name_of, office
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.event_rows import ParticipationRow
from storage.events import EventRecord

MEDIA_TYPE = "text/calendar"

REFRESH = timedelta(hours=1)
"""How often a client is asked to look for changes."""

_LONGEST = 74
"""Bytes of a line, or of a piece of one behind the blank that it begins with; 75 are allowed."""

_ESCAPED = (("\\N", "\n"), ("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\r\n", "\n"),
            ("\n", r"\n"), ("\r", r"\n"))  # fmt: skip
"""Signs of a text and how they are written, in the order in which they are looked for."""

_ESCAPES = rb"\^"
"""What no piece of a line ends with: some clients do not put together what it escapes."""


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
    if first is None:
        return b""
    lines = ("BEGIN:VEVENT", *_lines(view, record, first), "END:VEVENT", "")
    return b"\r\n".join(map(_folded, lines))


def identity(record: EventRecord) -> str:
    """Return the UID of an event.

    The same for ever, wherever it moves to, and another than any other bot gives.
    """
    return f"event-{record.event.id}-{record.event.found_at:%Y%m%dT%H%M%S}@tco-bot"


def _lines(view: View, record: EventRecord, first: date) -> Iterator[str]:
    """Yield the lines of an event, in the order in which icalendar would write them.

    Its objects for properties and parameters took four fifths of the time of a calendar of 300.
    """
    event = record.event
    # A whole day ends where the next one begins.
    ends = max(event.ends_on or first, first) + timedelta(days=1)
    links = [address for article in record.articles if (address := link(article.url))]
    people = [_person(view, record, guest) for guest in in_order(record.participations)]
    yield f"SUMMARY:{_text(event_title(view, record).text)}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{ends:%Y%m%d}"
    yield f"DTSTAMP:{event.changed_at:%Y%m%dT%H%M%SZ}"
    yield f"UID:{identity(record)}"
    yield f"SEQUENCE:{event.revision}"
    yield f"CATEGORIES:{','.join(_text(view.organization(body)) for body in record.organizations)}"
    yield f"CREATED:{event.found_at:%Y%m%dT%H%M%SZ}"
    yield f"DESCRIPTION:{_text(chr(10).join([*people, *links]))}"
    yield f"LAST-MODIFIED:{event.changed_at:%Y%m%dT%H%M%SZ}"
    if where := place(view, event):
        yield f"LOCATION:{_text(where)}"
    yield f"STATUS:{'CONFIRMED' if event.cancel_proof is None else 'CANCELLED'}"
    yield "TRANSP:TRANSPARENT"
    if links:
        yield f"URL:{links[0]}"


def _person(view: View, record: EventRecord, one: ParticipationRow) -> str:
    name = name_of(view, record, one)
    has = office(view, one.role, one.affiliation, language_of(record, one))
    return f"{name}, {has}" if has else name


def _text(text: str) -> str:
    """Return a value of the sort TEXT, in which each sign that means something is escaped."""
    for sign, escaped in _ESCAPED:
        text = text.replace(sign, escaped)
    return text


def _folded(line: str) -> bytes:
    """Return a line in pieces that are short enough, none of which ends within a sign."""
    left, pieces = line.encode(), list[bytes]()
    while len(left) > _LONGEST:
        cut = _LONGEST
        while left[cut] & 0xC0 == 0x80:  # in the middle of a letter
            cut -= 1
        if left[cut - 1] in _ESCAPES:
            cut -= 1
        pieces.append(left[:cut])
        left = left[cut:]
    return b"\r\n ".join((*pieces, left))
