"""Calendars are read by another library than the one that writes them.

An event keeps its entry, whatever becomes of it.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from icalendar.prop import vText

from bot.messages.icalendar import calendar, calendar_file, calendar_of_chat, identity
from storage.events import EventRecord
from tests.messages.records import FOUND, event, geneva, person, record, view


def parsed(data: bytes) -> Calendar:
    return IcsCalendarStream.calendar_from_ics(data.decode())


def entry(one: EventRecord) -> Event:
    (found,) = parsed(calendar(view(), [one])).events
    return found


def changed(one: EventRecord, **fields: Any) -> EventRecord:
    return replace(one, event=one.event._replace(**fields))


def test_the_conference_in_geneva_is_a_whole_day_with_place_people_and_links() -> None:
    found = entry(geneva())
    assert (found.dtstart, found.dtend) == (date(2024, 4, 23), date(2024, 4, 24))
    assert (
        found.summary == "United in Heritage, Forward in Action: Turkic Cooperation Organizations"
    )
    assert found.location == "United Nations Office, Geneva, Switzerland"
    assert "Kubanychbek Omuraliev, Secretary General, OTS" in (found.description or "")
    assert "https://example.org/1" in (found.description or "")
    assert str(found.url) == "https://example.org/1"
    assert (found.status, found.sequence, found.dtstamp) == ("CONFIRMED", 0, FOUND)
    assert set(found.categories) == {
        "OTS",
        "TURKSOY",
        "TURKPA",
        "Turkic Academy",
        "Turkic Heritage Foundation",
    }


def test_several_days_end_where_the_next_one_begins() -> None:
    found = entry(record(event(starts_on=date(2023, 10, 8), ends_on=date(2023, 10, 11))))
    assert (found.dtstart, found.dtend) == (date(2023, 10, 8), date(2023, 10, 12))


def test_a_moved_event_is_the_same_entry_with_a_higher_sequence() -> None:
    before = record(event(starts_on=date(2023, 10, 8), ends_on=date(2023, 10, 11)))
    after = changed(
        before,
        starts_on=date(2023, 10, 15),
        ends_on=date(2023, 10, 18),
        revision=1,
        changed_at=FOUND + timedelta(days=2),
    )
    old, new = entry(before), entry(after)
    assert new.uid == old.uid
    assert (new.sequence or 0) > (old.sequence or 0)
    assert new.dtstart == date(2023, 10, 15)
    assert new.dtstamp > old.dtstamp


def test_an_event_that_is_called_off_stays_and_says_so() -> None:
    off = changed(geneva(), cancel_proof="The conference was cancelled.", revision=3)
    assert (entry(off).uid, entry(off).status, entry(off).sequence) == (
        identity(geneva()),
        "CANCELLED",
        3,
    )


def test_two_bots_give_no_event_the_same_identity() -> None:
    assert identity(record(event(found_at=FOUND))) != identity(
        record(event(found_at=FOUND + timedelta(seconds=1)))
    )


def test_a_calendar_leaves_out_what_has_no_day_and_names_itself() -> None:
    data = calendar_of_chat(view("tr"), [geneva(), record(event(id=2))]).content
    whole = parsed(data)
    assert len(whole.events) == 1
    assert b"X-WR-CALNAME:" in data
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in data


def test_the_same_events_give_the_same_bytes() -> None:
    assert calendar_of_chat(view(), [geneva()]) == calendar_of_chat(view(), [geneva()])


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    assert parsed(calendar(view(), [])).events == []


@pytest.mark.parametrize(
    "title",
    ["A\r\nSUMMARY:B", "END:VEVENT", 'semi;colon, comma "quote" \\n', "Ж" * 300, "\x00\x1b[31m"],
)
def test_what_outlets_write_breaks_out_of_no_property(title: str) -> None:
    one = record(
        event(title=title, city=title, starts_on=date(2024, 4, 23)),
        people=(person(0, title, title),),
    )
    data = calendar_file(view(), one).content
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (found,) = parsed(data).events
    assert found.dtstart == date(2024, 4, 23)
    assert "\n" not in (found.summary or "")


@pytest.mark.parametrize("length", range(60, 82))
def test_lines_are_cut_between_letters_and_never_within_an_escape(length: int) -> None:
    title = f"{'a' * length}ş, w; c:\\dir ^ {'Ж' * 40} \\Nisan"
    written = calendar(view(), [record(event(title=title, starts_on=FOUND.date()))])
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if line.endswith((b"\\", b"^"))]
    for line in lines:
        line.decode()
    assert f"SUMMARY:{vText(title).to_ical().decode()}".encode() in written.replace(b"\r\n ", b"")
