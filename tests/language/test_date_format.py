"""Days and spans of days read as a careful writer of each language would write them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.date_format import format_day, format_days
from bot.language.translator import Translator
from config.languages import INTERFACE_LANGUAGES

GENEVA = date(2024, 4, 23)

DAYS = [
    ("en", "Tue 23 April 2024", "Tuesday 23 April", "23 Apr"),
    ("tr", "23 Nisan 2024 Salı", "23 Nisan Salı", "23 Nis"),
    ("ru", "вт, 23 апреля 2024", "вторник, 23 апреля", "23 апр."),
    ("az", "23 aprel 2024, çərşənbə axşamı", "23 aprel, çərşənbə axşamı", "23 apr"),
    ("kk", "2024 жылғы 23 сәуір, сейсенбі", "23 сәуір, сейсенбі", "23 сәу."),
    ("ky", "2024-жылдын 23-апрели, шейшемби", "23-апрель, шейшемби", "23-апр."),
    ("uz", "2024-yil 23-aprel, seshanba", "23-aprel, seshanba", "23-apr"),
]

SPANS = [
    (
        "en",
        "8–11 October 2023",
        "29 September – 2 October 2023",
        "30 December 2023 – 2 January 2024",
    ),
    ("tr", "8–11 Ekim 2023", "29 Eylül – 2 Ekim 2023", "30 Aralık 2023 – 2 Ocak 2024"),
    ("ru", "8–11 октября 2023", "29 сентября – 2 октября 2023", "30 декабря 2023 – 2 января 2024"),
    ("az", "8–11 oktyabr 2023", "29 sentyabr – 2 oktyabr 2023", "30 dekabr 2023 – 2 yanvar 2024"),
    (
        "kk",
        "2023 жылғы 8–11 қазан",
        "2023 жылғы 29 қыркүйек – 2 қазан",
        "2023 жылғы 30 желтоқсан – 2024 жылғы 2 қаңтар",
    ),
    (
        "ky",
        "2023-жылдын 8–11-октябры",
        "2023-жылдын 29-сентябры – 2-октябры",
        "2023-жылдын 30-декабры – 2024-жылдын 2-январы",
    ),
    (
        "uz",
        "2023-yil 8–11-oktabr",
        "2023-yil 29-sentabr – 2-oktabr",
        "2023-yil 30-dekabr – 2024-yil 2-yanvar",
    ),
]


def test_every_language_of_the_bot_is_tried_here() -> None:
    assert {row[0] for row in DAYS} == {row[0] for row in SPANS} == set(INTERFACE_LANGUAGES)


@pytest.mark.parametrize(("language", "full", "weekday", "short"), DAYS)
def test_a_day_is_written_in_the_languages_own_order(
    language: str, full: str, weekday: str, short: str
) -> None:
    translator = Translator(language)
    assert translator.date(GENEVA) == full
    assert translator.date(GENEVA, "weekday") == weekday
    assert translator.date(GENEVA, "short") == short


@pytest.mark.parametrize(("language", "in_month", "in_year", "across"), SPANS)
def test_a_span_says_nothing_twice(language: str, in_month: str, in_year: str, across: str) -> None:
    translator = Translator(language)
    assert translator.dates(date(2023, 10, 8), date(2023, 10, 11)) == in_month
    assert translator.dates(date(2023, 9, 29), date(2023, 10, 2)) == in_year
    assert translator.dates(date(2023, 12, 30), date(2024, 1, 2)) == across


def test_one_day_is_no_span() -> None:
    assert (
        Translator("en").dates(GENEVA, GENEVA)
        == Translator("en").dates(GENEVA)
        == "Tue 23 April 2024"
    )


@given(
    st.dates(),
    st.timedeltas(timedelta(days=1), timedelta(days=800)),
    st.sampled_from(sorted(INTERFACE_LANGUAGES)),
)
def test_a_span_holds_both_days_and_each_year_once(
    start: date, length: timedelta, language: str
) -> None:
    if start > date.max - length:
        return
    end = start + length
    said = format_days(start, end, language)
    assert str(start.day) in said
    assert str(end.day) in said
    assert said.count(str(end.year)) >= 1
    assert "–" in said
    assert (" – " in said) == (start.month != end.month or start.year != end.year)


@given(st.dates(), st.sampled_from(sorted(INTERFACE_LANGUAGES)))
def test_a_day_in_full_begins_or_goes_on_with_its_long_form(day: date, language: str) -> None:
    assert format_day(day, "long", language) in format_day(day, "full", language)


@pytest.mark.parametrize("language", sorted(INTERFACE_LANGUAGES))
def test_the_clock_has_24_hours_everywhere(language: str) -> None:
    assert Translator(language).time(time(8, 5)) == "08:05"
    evening = datetime(2024, 4, 23, 20, 30)  # noqa: DTZ001 - an hour of the chat's own clock

    assert Translator(language).time(evening) == "20:30"
