"""A calendar takes the file of an event as whole days under an identity of its own, whatever its texts hold."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.digests.calendar import calendar, calendar_file
from tests.digests.records import event, geneva, person, record, view

OURS = frozenset(
    [
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "URL",
        "CATEGORIES",
        "TRANSP",
        "SEQUENCE",
        "STATUS",
    ]
)


def test_the_conference_in_geneva_is_one_entry_of_one_day() -> None:
    document = calendar_file(view(), geneva())
    assert (document.name, document.media_type) == ("event-1.ics", "text/calendar")
    (entry,) = Calendar.from_ical(document.content.decode()).walk("VEVENT")
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2024, 4, 23), date(2024, 4, 24))
    assert entry["location"] == "United Nations Office, Geneva, Switzerland"
    assert "Kubanychbek Omuraliev, Secretary General, OTS" in str(entry["description"])
    assert document.content.count(b"\r\n") == document.content.count(b"\n")
    assert all(len(line) <= 75 for line in document.content.split(b"\r\n"))


def test_the_last_day_counts_in() -> None:
    (entry,) = Calendar.from_ical(calendar(view(), [record(event(starts_on=date(2023, 10, 8), ends_on=date(2023, 10, 11)))]).decode()).walk(
        "VEVENT"
    )
    assert entry.decoded("dtend") == date(2023, 10, 12)


def test_what_has_no_day_is_left_out() -> None:
    assert Calendar.from_ical(calendar(view(), [record(event(starts_on=None))]).decode()).walk("VEVENT") == []


@given(title=st.text(min_size=1, max_size=200), name=st.text(min_size=1, max_size=60))
def test_no_text_breaks_out_of_its_line(title: str, name: str) -> None:
    one = record(event(title=title, starts_on=date(2024, 4, 23)), people=(person(1, name),))
    (entry,) = Calendar.from_ical(calendar(view(), [one]).decode()).walk("VEVENT")
    assert set(entry) <= {
        "UID",
        "DTSTAMP",
        "LAST-MODIFIED",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "URL",
        "CATEGORIES",
        "TRANSP",
    } | {
        "SEQUENCE",
        "STATUS",
    }
