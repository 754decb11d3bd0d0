"""How each language of the bot writes days and spans of days.

Babel (CLDR) knows the words; the patterns are the house's own, in CLDR's letters, because CLDR's
spans are uneven ("2023 okt 8–11" in Azerbaijani) and have abbreviated months only.
"""

from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from babel import Locale
from babel.dates import format_date

from config.languages import locale
from config.remembering import remembered

DateStyle = Literal["full", "long", "weekday", "short"]
"""full: Tue 23 April 2024; long: 23 April 2024; weekday: Tuesday 23 April; short: 23 Apr."""


class _Patterns(NamedTuple):
    full: str
    long: str
    weekday: str
    short: str
    in_month: tuple[str, str]
    in_year: tuple[str, str]


_KK_YEAR, _KY_YEAR, _UZ_YEAR = "y 'жылғы'", "y-'жылдын'", "y-'yil'"

_KY_MONTHS = (
    "январы", "февралы", "марты", "апрели", "майы", "июну",
    "июлу", "августу", "сентябры", "октябры", "ноябры", "декабры",
)  # fmt: skip
"""The months as Kyrgyz writes them behind a year, which owns them: "2024-жылдын 23-апрели"."""

_PATTERNS = {
    "en": _Patterns(
        "EEE d MMMM y",
        "d MMMM y",
        "EEEE d MMMM",
        "d MMM",
        ("d", "d MMMM y"),
        ("d MMMM", "d MMMM y"),
    ),
    "tr": _Patterns(
        "d MMMM y EEEE",
        "d MMMM y",
        "d MMMM EEEE",
        "d MMM",
        ("d", "d MMMM y"),
        ("d MMMM", "d MMMM y"),
    ),
    "ru": _Patterns(
        "EEE, d MMMM y",
        "d MMMM y",
        "EEEE, d MMMM",
        "d MMM",
        ("d", "d MMMM y"),
        ("d MMMM", "d MMMM y"),
    ),
    "az": _Patterns(
        "d MMMM y, EEEE",
        "d MMMM y",
        "d MMMM, EEEE",
        "d MMM",
        ("d", "d MMMM y"),
        ("d MMMM", "d MMMM y"),
    ),
    "kk": _Patterns(
        f"{_KK_YEAR} d MMMM, EEEE",
        f"{_KK_YEAR} d MMMM",
        "d MMMM, EEEE",
        "d MMM",
        (f"{_KK_YEAR} d", "d MMMM"),
        (f"{_KK_YEAR} d MMMM", "d MMMM"),
    ),
    "ky": _Patterns(
        f"{_KY_YEAR} d-MMMM, EEEE",
        f"{_KY_YEAR} d-MMMM",
        "d-MMMM, EEEE",
        "d-MMM",
        (f"{_KY_YEAR} d", "d-MMMM"),
        (f"{_KY_YEAR} d-MMMM", "d-MMMM"),
    ),
    "uz": _Patterns(
        f"{_UZ_YEAR} d-MMMM, EEEE",
        f"{_UZ_YEAR} d-MMMM",
        "d-MMMM, EEEE",
        "d-MMM",
        (f"{_UZ_YEAR} d", "d-MMMM"),
        (f"{_UZ_YEAR} d-MMMM", "d-MMMM"),
    ),
}

_MONTHS = {"kk": "y 'жылғы' MMMM", "ky": "y-'жыл', MMMM", "uz": "y-'yil', MMMM"}
"""Months with their year, where the month does not simply stand before it.

Behind the year it is small, as these languages write it; CLDR's months that stand alone are not.
"""


@lru_cache(maxsize=32)
def date_locale(language: str) -> Locale:
    """Return the locale for a language of the bot.

    English is British, as the house writes day before month.
    """
    return locale("en-GB" if language == "en" else language)


def weekday_names(
    language: str, width: Literal["wide", "abbreviated"] = "abbreviated"
) -> list[str]:
    """Return the names of the weekdays, Monday first, as `language` writes them alone."""
    names = date_locale(language).days["stand-alone"][width]
    return [str(names[day]) for day in range(7)]


@remembered(4_096)
def format_day(day: date, style: DateStyle, language: str) -> str:
    """Return `day` as `language`, one of the bot's, writes it."""
    return _formatted(day, getattr(_PATTERNS[language], style), language)


def _formatted(day: date, pattern: str, language: str, *, with_year: bool = False) -> str:
    if language == "ky" and (with_year or "y" in pattern):
        pattern = pattern.replace("MMMM", f"'{_KY_MONTHS[day.month - 1]}'")
    return format_date(day, pattern, locale=date_locale(language))


def format_month(day: date, language: str) -> str:
    """Return the month of `day` with its year, as a heading: "April 2024"."""
    written = format_date(day, _MONTHS.get(language, "LLLL y"), locale=date_locale(language))
    return written[:1].upper() + written[1:]


def format_short_days(start: date, end: date, language: str) -> str:
    """Return the days from `start` to `end` for a list, without the year.

    "22–24 Apr", "29 Apr – 2 May".
    """
    same_month = (start.year, start.month) == (end.year, end.month)
    return (
        f"{start.day}–{format_day(end, 'short', language)}"
        if same_month
        else " – ".join(format_day(day, "short", language) for day in (start, end))
    )


@remembered(1_024)
def format_days(start: date, end: date | None, language: str) -> str:
    """Return the days from `start` to `end` as briefly as `language` writes them.

    One day, or no `end`, is written in full.
    """
    if end is None or start == end:
        return format_day(start, "full", language)
    if start.year != end.year:
        return f"{format_day(start, 'long', language)} – {format_day(end, 'long', language)}"
    same_month = start.month == end.month
    first, last = _PATTERNS[language].in_month if same_month else _PATTERNS[language].in_year
    dash = "–" if same_month else " – "
    return (
        _formatted(start, first, language, with_year=True)
        + dash
        + _formatted(end, last, language, with_year=True)
    )
