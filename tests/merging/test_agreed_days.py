"""The days of an event: no report overrules the others, unless it says that the event was moved."""

from datetime import date, timedelta

from bot.extraction.facts import Kind
from bot.merging.agreed_days import days
from bot.merging.report import Report
from tests.merging.reports import DAY, report

NEXT = DAY + timedelta(days=1)
END = DAY + timedelta(days=5)


def agreed(*reports: Report, kind: Kind = Kind.SUMMIT) -> tuple[date, date] | None:
    found = days(reports, {one.key: 1.0 for one in reports}, kind)
    return (found.start, found.end) if found else None


def announced(key: str, first: date = NEXT, last: date | None = None, **given: object) -> Report:
    given = {"tense": "future", "published": DAY - timedelta(days=4)} | given
    return report(key, start=first, end=last or first, **given)


def test_one_look_back_does_not_beat_three_announcements() -> None:
    three = [announced(key) for key in "bcd"]
    assert agreed(report("a"), *three) == (NEXT, NEXT)
    assert agreed(report("a"), *three[:2]) == (DAY, DAY)
    assert agreed(report("a"), report("e"), *three) == (DAY, DAY)


def test_an_outlet_has_one_voice_that_of_its_latest_report() -> None:
    first = [announced(key, DAY, NEXT, outlet="one.example") for key in "ab"]
    corrected = announced("c", outlet="one.example", published=DAY)
    assert agreed(*first, corrected, announced("d")) == (NEXT, NEXT)


def test_reports_of_the_opening_speak_for_the_days_of_a_festival() -> None:
    opened = [report(key, start=DAY, end=DAY) for key in "bcd"]
    whole = announced("a", DAY, END)
    assert agreed(whole, *opened, kind=Kind.FESTIVAL) == (DAY, END)
    assert agreed(whole, *opened, kind=Kind.MEETING) == (DAY, DAY)


def test_what_was_said_before_a_move_is_said_no_more() -> None:
    old = [announced(key, DAY, DAY) for key in "abc"]
    claim = announced("d", move_proof="It was moved.", published=DAY - timedelta(days=2))
    assert agreed(*old, claim) == (NEXT, NEXT)


def test_a_festival_whose_opening_is_moved_ends_when_it_was_to_end() -> None:
    old = [announced(key, DAY, END) for key in "abc"]
    claim = announced("d", move_proof="It was moved.", published=DAY - timedelta(days=2))
    assert agreed(*old, claim, kind=Kind.FESTIVAL) == (NEXT, END)
    longer = announced("e", NEXT, END + timedelta(days=1), published=DAY)
    assert agreed(*old, claim, longer, kind=Kind.FESTIVAL) == (NEXT, END + timedelta(days=1))


def test_where_no_report_gives_a_day_there_is_none() -> None:
    assert agreed(report("a", start=None, end=None)) is None
