"""Times of day, hours and days of the week as people type and read them.

Pure, in English and in the chat's language.
"""

import re
from datetime import time

from bot.language.translator import Translator
from config.text import fold

EVERY_DAY, WORKING_DAYS, WEEKEND, WEEKLY = 0b1111111, 0b0011111, 0b1100000, 0b0000001
"""Sets of weekdays; bit 0 is Monday."""

_NAMED_DAYS = {
    "daily": EVERY_DAY,
    "workdays": WORKING_DAYS,
    "weekend": WEEKEND,
    "weekly": WEEKLY,
}
_TIME = re.compile(r"([0-9]{1,2})(?:[:.h \-]?([0-5][0-9]))?\s*(am|pm)?", re.IGNORECASE)
_HOURS_PARTED = re.compile(r"\s*[-–—−]\s*|\s+(?:to|till|until)\s+")


_HALF_FIRST = re.compile(r"\b(am|pm)\s+([0-9][0-9:.]*)", re.IGNORECASE)
"""A half of the day before the hour, as most languages say it: "am 9"."""

_BESIDE_HOURS = re.compile(r"\b(?:from|to|at)\b", re.IGNORECASE)
_APART = re.compile(r"(?<=[0-9])\s+(?=am|pm)", re.IGNORECASE)


def parse_time(text: str) -> time | None:
    """Return the time of day that `text` means ("8", "08.30", "0830", "8:30 pm"), or None."""
    bare = re.sub(r"\bat\b", " ", text, flags=re.IGNORECASE)
    match = _TIME.fullmatch(_with_halves(bare))
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 else None


def _with_halves(text: str) -> str:
    """Return times of day with their half of the day right behind the hour."""
    text = text.strip()
    if text[:2].lower() in {"am", "pm"}:
        return _HALF_FIRST.sub(r"\2\1", text)
    return _APART.sub("", text)


def parse_hours(text: str) -> tuple[time, time] | None:
    """Return the two times of day in "22:00-07:00" or "from 23 to 7", or None.

    Two equal ones would be no hours at all.
    """
    parts = _HOURS_PARTED.split(text.strip())
    if len(parts) != 2 or _BESIDE_HOURS.search(text):
        parts = _with_halves(_BESIDE_HOURS.sub(" ", text)).split()
    if len(parts) != 2:
        return None
    start, end = parse_time(parts[0]), parse_time(parts[1])
    return (start, end) if start is not None and end is not None and start != end else None


def parse_days(text: str, translator: Translator) -> int | None:
    """Return the weekdays that `text` means, or None.

    "mon-fri" in English or the chat's own, or the name of a set: "daily", "workdays".
    """
    asked = text.strip().casefold()
    if (named := _NAMED_DAYS.get(asked)) is not None:
        return named
    chosen = 0
    for part in (part for part in re.split(r"[,;]|(?<![-–—−])\s+(?![-–—−])", asked) if part):
        bounds = [_weekday(end, translator) for end in re.split(r"\s*[-–—−]\s*", part)]
        if len(bounds) > 2 or None in bounds:
            return None
        first, last = bounds[0] or 0, bounds[-1] or 0
        for step in range((last - first) % 7 + 1):
            chosen |= 1 << (first + step) % 7
    return chosen or None


def _weekday(word: str, translator: Translator) -> int | None:
    """Return the day of the week, Monday 0, that alone begins so, by at least two letters."""
    for language in (Translator("en"), translator):
        short = [name.casefold().strip(".") for name in language.weekdays()]
        if (exact := word.strip(".")) in short:  # marks tell Azerbaijani's Tuesday from Thursday
            return short.index(exact)
        names = [fold(name) for name in language.weekdays("wide")]
        begun = fold(word)
        fitting = [at for at, name in enumerate(names) if len(begun) > 1 and name.startswith(begun)]
        if len(fitting) == 1:
            return fitting[0]
    return None


def days_label(translator: Translator, chosen: int) -> str:
    """Return a set of weekdays as people read it: "every day", "Mon–Fri", "Mon, Thu"."""
    if chosen & EVERY_DAY == EVERY_DAY:
        return translator.gettext("every day")
    names = translator.weekdays()
    there = [at for at in range(7) if chosen >> at & 1]
    if len(there) > 2 and there[-1] - there[0] == len(there) - 1:
        return f"{names[there[0]]}–{names[there[-1]]}"
    return ", ".join(names[at] for at in there)
