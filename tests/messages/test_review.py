"""A review sums up what took place, by whom and where, and says what is coming."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.messages.message import Message
from bot.messages.review import review
from bot.messages.review_content import Active, ReviewContent, ReviewedPeriod
from storage.enums import Period
from storage.events import EventRecord
from tests.messages.records import article, event, geneva, person, record, view

WEEK = ReviewedPeriod(Period.WEEK, date(2024, 4, 22), date(2024, 4, 29))
MONTH = ReviewedPeriod(Period.MONTH, date(2024, 4, 1), date(2024, 5, 1))


def held(
    number: int, title: str, city: str, *outlets: str, bodies: tuple[str, ...] = ("ots",)
) -> EventRecord:
    what = event(id=number, title=title, starts_on=date(2024, 4, 21 + number), city=city)
    told = tuple(article(name, 10 * number + at) for at, name in enumerate(outlets))
    return record(what, bodies, (person(1, "Sultan Raev", attended=True),), told)


SEVERAL = (
    held(1, "Opening of a library", "Ankara", "KABAR"),
    held(2, "Summit of mayors", "Ankara", "KABAR", "Anadolu", "TASS", bodies=("ots", "turksoy")),
    held(3, "Book fair", "Baku", "KABAR", "Anadolu"),
)


# Any field of a participation.
def active(name: str, times: int, **fields: Any) -> Active:
    return Active(None, (record(), person(0, name, **fields)), times)


def told(
    records: Sequence[EventRecord],
    span: ReviewedPeriod = WEEK,
    language: str = "en",
    **fields: object,
) -> Message:
    values: dict[str, object] = {"unreported": 0, "cancelled": 0, "coming": (), "people": ()}
    content = ReviewContent(span, records, **(values | fields))  # type: ignore[arg-type]
    return review(view(language), content, ["OTS", "TURKSOY"])


def test_a_week_is_told_in_numbers_then_by_whom_and_where_and_what_stood_out() -> None:
    ahead = record(
        event(id=9, title="Board of Governors", starts_on=date(2024, 5, 2), city="Astana")
    )
    people = (active("Sultan Raev", 3), active("Ömer Kocaman", 1))
    message = told(SEVERAL, people=people, coming=(ahead,))
    assert message.plain == (
        "Week in review · 22–28 April 2024\nOTS, TURKSOY\n\n"
        "3 events · 2 towns · 2 people\n\n"
        "MOST ACTIVE\n• OTS (3), TURKSOY (1)\n• Sultan Raev (3)\n\n"
        "WHERE\n• Ankara (2), Baku (1)\n\n"
        "WHAT STOOD OUT\n"
        "• 22 Apr, Ankara · Opening of a library\n  OTS\n"
        "• 23 Apr, Ankara · Summit of mayors\n  OTS · TURKSOY · 3 outlets\n"
        "• 24 Apr, Baku · Book fair\n  OTS · 2 outlets\n\n"
        "COMING UP\n• 2 May, Astana · Board of Governors"
    )
    assert message.document is None


def test_what_was_announced_but_not_reported_and_what_was_called_off_is_told_by_number() -> None:
    message = told(SEVERAL[:1], unreported=2, cancelled=1)
    assert message.plain.endswith("2 announced events of which I read no report · 1 called off")


def test_what_stood_out_is_what_most_outlets_report_in_order_of_time() -> None:
    many = [held(1, f"Meeting {at}", "Baku", *"ABCDEF"[:at]) for at in range(1, 7)]
    each = [
        record(event(id=at, title=one.event.title), articles=one.articles)
        for at, one in enumerate(many)
    ]
    content = ReviewContent(WEEK, each, 0, 0, (), ())
    assert [one.event.title for one in content.foremost(3)] == [
        "Meeting 4",
        "Meeting 5",
        "Meeting 6",
    ]


def test_the_most_active_are_called_as_the_chats_readers_know_them() -> None:
    known = active("Ömer Kocaman", 2, language="tr", spellings={"ru": "Омер Коджаман"})
    head = replace(active("Sultan Raýew", 2, language="tk"), head="Sultan Raev")
    plain = told(SEVERAL, language="ru", people=(known, head)).plain
    assert "• Омер Коджаман (2), Султан Раев (2)" in plain


def test_somebody_who_was_at_one_event_is_not_called_active() -> None:
    message = told(SEVERAL, people=(active("Sultan Raev", 1),))
    assert "Raev" not in message.plain


def test_an_empty_week_says_so_in_one_line() -> None:
    assert told(()).plain == (
        "Week in review · 22–28 April 2024\nOTS, TURKSOY\n\nI read of no event that took place."
    )


def test_a_month_comes_with_its_picture_unless_it_was_empty() -> None:
    message = told((*SEVERAL, geneva()), MONTH)
    assert message.plain.startswith("Month in review · April 2024")
    assert message.document is not None
    assert message.document.name == "month-2024-04.png"
    assert message.document.is_picture
    assert told((), MONTH).document is None


@pytest.mark.parametrize("language", ["tr", "az", "kk", "ky", "uz", "ru"])
def test_no_english_word_stands_in_the_frame_of_another_language(language: str) -> None:
    plain = told(SEVERAL, language=language, unreported=1, cancelled=1).plain
    for word in ("review", "event", "town", "ACTIVE", "WHERE", "STOOD", "outlet", "called"):
        assert word not in plain, plain


def test_a_period_that_is_not_over_ends_today() -> None:
    span = ReviewedPeriod(Period.MONTH, date(2024, 4, 1), date(2024, 4, 10))
    assert span.last == date(2024, 4, 10)
    assert WEEK.last == date(2024, 4, 28) == WEEK.first + timedelta(days=6)
