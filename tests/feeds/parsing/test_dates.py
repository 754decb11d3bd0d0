"""Dates as they are written in the field: one reading or none."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_datetime
from hypothesis import given
from hypothesis import strategies as st

from bot.feeds.parsing.dates import LANGUAGES, parse_date
from config.languages import locale

ALMATY = ZoneInfo("Asia/Almaty")


def utc(*parts: int) -> datetime:
    # Year, month, day and clock as the test gives them.
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Tue, 23 Apr 2024 10:00:00 +0600", utc(2024, 4, 23, 4)),
        ("2024-04-23T12:00:00.123Z", utc(2024, 4, 23, 12)),
        ("20240423T101500Z", utc(2024, 4, 23, 10, 15)),
        ("2024-04-23 12:00:00+06", utc(2024, 4, 23, 6)),
        ("Tue, 23 Apr 2024 12:00:00 -0000", utc(2024, 4, 23, 12)),
        ("Saturday 6 July 2024 16:46 GMT+6", utc(2024, 7, 6, 10, 46)),
        ("7 July 2024 08:30 (UTC+04:00)", utc(2024, 7, 7, 4, 30)),
        ("19:27, 13 Қыркүйек 2025, GMT +5", utc(2025, 9, 13, 14, 27)),
        ("Çar, 29 Nis 2026 18:57 +0300", utc(2026, 4, 29, 15, 57)),
        ("November 6, 2024 / 03:52 PM UTC", utc(2024, 11, 6, 15, 52)),
        ("Mon, 22 Apr 2024 24:00:00 GMT", utc(2024, 4, 23)),
        ("23 Apr 24 10:00 GMT", utc(2024, 4, 23, 10)),
        ("Tue, 23 Apr 2024 12:00:00 MSK", utc(2024, 4, 23, 9)),
        ("Tue, 23 Apr 2024 12:00:00 MEST", utc(2024, 4, 23, 10)),
        ("Tue, 23 Apr 2024 12:00:00 AZT", utc(2024, 4, 23, 8)),
        ("Tue, 23 Apr 2024 12:00:00 TRT", utc(2024, 4, 23, 9)),
        ("2024. április 23. 10:50 UTC", utc(2024, 4, 23, 10, 50)),
    ],
)
def test_a_date_with_its_zone_is_that_moment(text: str, moment: datetime) -> None:
    assert parse_date(text, ALMATY) == moment


def test_a_zone_that_is_not_written_is_the_sources_own_as_it_was_on_that_day() -> None:
    assert parse_date("23.01.2024 12:00", ALMATY) == utc(2024, 1, 23, 6)
    assert parse_date("23.04.2024 12:00", ALMATY) == utc(2024, 4, 23, 7)
    assert parse_date("9 марта 2023 г.") == utc(2023, 3, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "Oct 7",
        "04/05/2024",
        "31/02/2024",
        "13.13.2024",
        "huhtikuu 3, 2024",
        "23 April March 2024",
        "1 2 3 April 2024",
        "2024",
        "99.99.9999",
        "Tue, 23 Apr 0200",
    ],
)
def test_what_cannot_be_told_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016/6/29", utc(2016, 6, 29)),
        ("23/04/2024", utc(2024, 4, 23)),
        ("04/23/2024", utc(2024, 4, 23)),
        ("Sept 4, 2023", utc(2023, 9, 4)),
        ("06.12.2025", utc(2025, 12, 6)),
    ],
)
def test_odd_orders_are_read_where_they_can_be_told(text: str, day: datetime) -> None:
    assert parse_date(text) == day


@given(
    moment=st.datetimes(utc(1991, 1, 1).replace(tzinfo=None), utc(2099, 1, 1).replace(tzinfo=None)),
    language=st.sampled_from(LANGUAGES),
    width=st.sampled_from(["MMMM", "LLLL", "MMM"]),
)
def test_every_month_of_every_language_of_the_field_is_read(
    moment: datetime, language: str, width: str
) -> None:
    text = format_datetime(moment, f"d {width} y HH:mm", locale=locale(language))
    assert parse_date(text) == moment.replace(second=0, microsecond=0, tzinfo=UTC)


@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    moment = parse_date(text, ALMATY)
    assert moment is None or moment.tzinfo is UTC


@given(st.text("0123456789 -/.:+TZAprilGMTUTC,", max_size=60))
def test_nothing_that_looks_like_a_date_makes_it_raise(text: str) -> None:
    moment = parse_date(text, ALMATY)
    assert moment is None or 1989 <= moment.year <= 2101


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sat, 18 Mar 2023 20:21:00 America/Los_Angeles", datetime(2023, 3, 19, 3, 21, tzinfo=UTC)),
        ("Sat, 18 Mar 2023 20:21:00 Asia/Almaty", datetime(2023, 3, 18, 14, 21, tzinfo=UTC)),
        ("23 Apr 2024 10:00 Europe/Istanbul", datetime(2024, 4, 23, 7, 0, tzinfo=UTC)),
        ("1713859200", datetime(2024, 4, 23, 8, 0, tzinfo=UTC)),
        ("1713859200000", datetime(2024, 4, 23, 8, 0, tzinfo=UTC)),
        ("2024. 04. 23. 10:15", datetime(2024, 4, 23, 10, 15, tzinfo=UTC)),
        ("13 Qyrkúıek 2025", datetime(2025, 9, 13, tzinfo=UTC)),
        ("5 Naýryz 2025", datetime(2025, 3, 5, tzinfo=UTC)),
        ("2024-жылдын 23-апрели", datetime(2024, 4, 23, tzinfo=UTC)),
        ("2024-жылдын 3-сентябры", datetime(2024, 9, 3, tzinfo=UTC)),
        ("Tue, 23 Apr 2024 10:00:00 +5", datetime(2024, 4, 23, 5, 0, tzinfo=UTC)),
        ("Tue, 23 Apr 2024 10:00:00 +500", datetime(2024, 4, 23, 5, 0, tzinfo=UTC)),
        (
            "2016-05-24 14:17:57.02016-05-24 14:17:57.0",
            datetime(2016, 5, 24, 14, 17, 57, tzinfo=UTC),
        ),
        ("23 April 2024, 7 pm", datetime(2024, 4, 23, 19, 0, tzinfo=UTC)),
    ],
)
def test_dates_that_other_readers_missed(text: str, moment: datetime) -> None:
    assert parse_date(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "0000000000",
        "9999999999999",
        "31 December 9999",
        "30 February 2024",
        "31/11/2024",
        "17138592",
    ],
)
def test_impossible_dates_are_no_dates(text: str) -> None:
    assert parse_date(text) is None
