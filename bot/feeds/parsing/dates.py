"""Dates as feeds and pages write them, in the languages of the field.

Feeds say "Çar, 29 Nis 2026 18:57", "9 марта 2023 г.", "19:27, 13 Қыркүйек 2025, GMT +5" or
"2016/6/29", and a library that guesses returns a wrong day without a word (FIELD.md, Q16 to Q23).
Here a string either has one reading or none: month names come from the CLDR data of every language
of the field, an order of day and month that cannot be told is no date, and a zone that is not
written is the source's own.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from config.languages import locale
from config.text import fold

LANGUAGES = ("en", "ru", "tr", "az", "az-Cyrl", "kk", "ky", "uz", "uz-Cyrl", "tk", "hu")
_EXTRA_MONTHS = {
    "sept": 9,
    "iyn": 6,
    "iyl": 7,
    "avgusta": 8,
    "mayis": 5,
    "nis": 4,
    "mayya": 5,
    # Kazakh in Latin letters, which CLDR lacks, in the spellings of 2018 and 2021
    "qantar": 1,
    "aqpan": 2,
    "nauryz": 3,
    "nayryz": 3,
    "sauir": 4,
    "sayir": 4,
    "mamyr": 5,
    "mausym": 6,
    "maysym": 6,
    "shilde": 7,
    "tamyz": 8,
    "qyrkuiek": 9,
    "qazan": 10,
    "qarasha": 11,
    "jeltoqsan": 12,
}
_POSSESSIVES = frozenset("иыіүуiı")
"""The vowel that a month's name ends in where it is the month of a year: апрели, сәуірі."""

_LOCATIVE = re.compile(r"([nн]?)[dtдт][aeəаеә]$")
"""The ending of a month in which something is: апрельде, сәуірінде, aprelda."""

_CLOCK = re.compile(
    r"(?<![\d:])([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.]([0-6]\d)(?:[.,]\d+)?)?(?![\d])"
    r"\s*([ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_HOUR_ALONE = re.compile(r"(?<![\d:.])(1[0-2]|0?[1-9])\s?([ap])\.?m\b", re.IGNORECASE)
_NAMED_OFFSET = re.compile(
    r"(?:GMT|UTC|Z)\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?(?!\d)", re.IGNORECASE
)
_OFFSET = re.compile(r"(?<=[\d\s])(?:([+\-−])(\d{2}):?(\d{2})?|(\+)(\d):?(\d{2})?)(?!\d|:\d)")
_ZONE_NAME = re.compile(r"\b[A-Z][A-Za-z]{2,20}/[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z_]{1,30})?\b")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d{1,9})?\s*")
_ISO = re.compile(
    r"(?<!\d)(\d{4})([-./])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)"
    r"|(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?=T|\s|$)"
)
_COMPACT_CLOCK = re.compile(r"^(\d{2})(\d{2})(\d{2})(?=\D|$)")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_SPACED = re.compile(r"(?<![\d.:])(\d{1,2}) ?\. ?(\d{1,2}) ?\. ?((?:19|20)\d{2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_LONGEST = 200
_ENGLISH = dict(
    zip(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        range(1, 13),
        strict=True,
    )
)
_RFC_822 = re.compile(
    rf"\s*(?:[a-z]{{3}},\s)?\s*(\d{{1,2}}) ({'|'.join(_ENGLISH)}) (\d{{4}})"
    r" ([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)"
    r" (?:([+-])(\d\d)([0-5]\d)|GMT|UTC|Z)\s*",
    re.IGNORECASE | re.ASCII,
)

_ZONES: dict[str, tzinfo] = {
    "z": UTC,
    "utc": UTC,
    "gmt": UTC,
    "ut": UTC,
    "wet": UTC,
    "msk": ZoneInfo("Europe/Moscow"),
    "мск": ZoneInfo("Europe/Moscow"),
    "msd": timezone(timedelta(hours=4)),
    "trt": ZoneInfo("Europe/Istanbul"),
    "azt": ZoneInfo("Asia/Baku"),
    "azst": timezone(timedelta(hours=5)),
    "almt": ZoneInfo("Asia/Almaty"),
    "alma": ZoneInfo("Asia/Almaty"),
    "qyzt": ZoneInfo("Asia/Qyzylorda"),
    "kgt": ZoneInfo("Asia/Bishkek"),
    "uzt": ZoneInfo("Asia/Tashkent"),
    "tmt": ZoneInfo("Asia/Ashgabat"),
    "cet": timezone(timedelta(hours=1)),
    "mez": timezone(timedelta(hours=1)),
    "bst": timezone(timedelta(hours=1)),
    "cest": timezone(timedelta(hours=2)),
    "mest": timezone(timedelta(hours=2)),
    "mesz": timezone(timedelta(hours=2)),
    "eet": timezone(timedelta(hours=2)),
    "eest": timezone(timedelta(hours=3)),
    "est": timezone(timedelta(hours=-5)),
    "edt": timezone(timedelta(hours=-4)),
    "cst": timezone(timedelta(hours=-6)),
    "cdt": timezone(timedelta(hours=-5)),
    "mst": timezone(timedelta(hours=-7)),
    "mdt": timezone(timedelta(hours=-6)),
    "pst": timezone(timedelta(hours=-8)),
    "pdt": timezone(timedelta(hours=-7)),
}


def parse_date(text: str, zone: tzinfo = UTC) -> datetime | None:
    """Return the moment that `text` names, in UTC, or None where it names none or more than one.

    Args:
        text: A date as a feed or a page writes it.
        zone: The zone of a date that names none.
    """
    plain = _RFC_822.fullmatch(text)
    if plain:  # what nearly every feed writes
        return _plain(plain)
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1]), UTC)
        return moment if 1990 <= moment.year <= 2100 else None
    text = _HOUR_ALONE.sub(r"\1:00 \2m", _once(" ".join(text[:_LONGEST].split())))
    text = _SPACED.sub(r"\1.\2.\3", text)
    day, rest = _day(text)
    if day is None:
        return None
    offset = _zone(rest, zone)
    hour, minute, second = _clock(rest)
    try:
        local = datetime(day.year, day.month, day.day, tzinfo=offset) + timedelta(
            hours=hour, minutes=minute, seconds=second
        )
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _plain(match: re.Match[str]) -> datetime | None:
    day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
    if int(hours or 0) > 14:
        return None
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (
        -1 if sign == "-" else 1
    )
    try:
        local = datetime(
            int(year),
            _ENGLISH[month.lower()],
            int(day),
            int(hour),
            int(minute),
            int(second),
            tzinfo=UTC,
        )
        return local - offset if 1990 <= local.year <= 2100 else None
    except (ValueError, OverflowError):
        return None


def _once(text: str) -> str:
    """Return half of a text that says everything twice, as some templates do."""
    half = len(text) // 2
    return text[:half] if half > 9 and text[:half] == text[half:].removeprefix(" ") else text


def zone_of(name: str | None) -> tzinfo:
    """Return the IANA zone `name`, or UTC for None."""
    return ZoneInfo(name) if name else UTC


def _day(text: str) -> tuple[date | None, str]:
    """Find the day, and return it with the text around it."""
    for pattern, reading in ((_ISO, _iso), (_NUMERIC, _numeric)):
        match = pattern.search(text)
        if match is not None:
            after = _COMPACT_CLOCK.sub(
                r"\1:\2:\3", text[match.end() :].removeprefix("T").removeprefix("t")
            )
            return reading(match), f"{text[: match.start()]} {after}"
    return _worded(text)


def _iso(match: re.Match[str]) -> date | None:
    year, month, day = (
        (match[1], match[3], match[4]) if match[1] else (match[5], match[6], match[7])
    )
    return _date(int(year), int(month), int(day))


def _numeric(match: re.Match[str]) -> date | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000
    if match[2] == "/" and first <= 12 and second <= 12 and first != second:
        return None
    if second > 12 >= first and match[2] != ".":
        first, second = second, first
    return _date(year, second, first)


def _worded(text: str) -> tuple[date | None, str]:
    months = [
        (word, month) for word in _WORD.finditer(text) if (month := _month(word[0])) is not None
    ]
    if len({month for _, month in months}) != 1:
        return None, text
    bare = _NAMED_OFFSET.sub(lambda m: " " * len(m[0]), text)
    bare = _CLOCK.sub(lambda m: " " * len(m[0]), bare)
    bare = _OFFSET.sub(lambda m: " " * len(m[0]), bare)
    numbers = list(_NUMBER.finditer(bare))
    years = [number for number in numbers if len(number[0]) == 4]
    days = [number for number in numbers if len(number[0]) <= 2]
    if (
        not years and len(days) == 2 and days[1].start() > days[0].end()
    ):  # "23 Apr 24", as RFC 822 had it
        years, days = [days[1]], [days[0]]
    if len(years) != 1 or len(days) != 1:
        return None, text
    year = int(years[0][0])
    found = _date(year + 2000 if len(years[0][0]) == 2 else year, months[0][1], int(days[0][0]))
    used = sorted((days[0].span(), years[0].span()), reverse=True)
    for start, end in used:
        text = text[:start] + " " * (end - start) + text[end:]
    return found, text


def _date(year: int, month: int, day: int) -> date | None:
    if not 1990 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str) -> tuple[int, int, int]:
    match = _CLOCK.search(_NAMED_OFFSET.sub(" ", text))
    if match is None:
        return 0, 0, 0
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").lower()[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, minute, second


def _zone(text: str, default: tzinfo) -> tzinfo:
    named = _ZONE_NAME.search(text)
    if named is not None and named[0] in _zone_names():
        return ZoneInfo(named[0])
    match = _NAMED_OFFSET.search(text) or _OFFSET.search(text)
    if match is not None:
        told = [part for part in match.groups() if part]
        sign, hours, minutes = told[0], int(told[1]), int(told[2]) if len(told) > 2 else 0
        if hours <= 14 and minutes < 60:
            return timezone(timedelta(hours=hours, minutes=minutes) * (1 if sign == "+" else -1))
    for word in _WORD.finditer(text):
        zone = _ZONES.get(word[0].lower())
        if zone is not None:
            return zone
    return default


def _month(word: str) -> int | None:
    folded = fold(word)
    month = _months().get(folded) or _month_of_year(folded)
    ending = _LOCATIVE.search(folded) if month is None else None
    if ending is None:
        return month
    bare, longer = folded[: ending.start()], folded[: ending.end(1)]
    return _months().get(longer) or _months().get(bare) or _month_of_year(bare)


def _month_of_year(folded: str) -> int | None:
    """Return the month of a name that ends as one of a certain year does."""
    if len(folded) <= 3 or folded[-1] not in _POSSESSIVES:
        return None
    return _months().get(folded[:-1]) or _months().get(f"{folded[:-1]}ь")


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _months() -> dict[str, int]:
    """Every month name of the field's languages, folded.

    A name that means two months in two languages is left out.
    """
    names: dict[str, int] = {}
    clashing: set[str] = set()
    for name, month in (*_cldr(), *_EXTRA_MONTHS.items()):
        if names.setdefault(name, month) != month:
            clashing.add(name)
    return {name: month for name, month in names.items() if name not in clashing}


def _cldr() -> Iterator[tuple[str, int]]:
    for language in LANGUAGES:
        months = locale(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    folded = fold(name.rstrip("."))
                    if len(folded) > 2 and folded.isalpha():
                        yield folded, number
