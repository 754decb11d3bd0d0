"""The keys under which a report is filed, so that others of its event are found by index.

Two reports whose evidence could ever be for one event share a key: a day that both name with an
organisation or a town in common, a month with organisation and town, a person in a month, a name in
quotation marks in a month, or a run of words. The keys say nothing by themselves; the evidence
decides.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from bot.extraction.facts import Tense
from bot.language import name_matching
from bot.merging.headed import bodies_of
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report

_WAIT = 9
"""Days in which an article that names no day still writes of an event."""

_WRITTEN_OF = timedelta(days=_WAIT)
_AHEAD = timedelta(days=31)
"""How far ahead an announcement without a day may look: a month key reaches no further."""

_LONGEST_TITLE, _SHORTEST_WORD = 6, 3
"""Words of a name in quotation marks at most, and letters of the code of one that tells."""

_MOST_DAYS, _MOST_PEOPLE, _RUNS = 16, 12, 4
"""Days, people and runs of words by which a report is found: none floods the index."""


def index_keys(report: Report, knowledge: MergingKnowledge) -> frozenset[str]:
    """Return the keys that a report is filed under."""
    days, bodies = _days(report), bodies_of(report, knowledge)
    told = "+" if _in_known_town(report) else "-"
    return frozenset(_narrow(report, days, bodies, knowledge)) | _broad(bodies, days, told)


def lookup_keys(report: Report, knowledge: MergingKnowledge) -> frozenset[str]:
    """Return the keys under which others are looked for.

    Of those that share but day and organisation only they are met that name no town, or all of them
    by a report that names none: two that name towns share one of these, or a person, if they are of
    one event.
    """
    days, bodies = _days(report), bodies_of(report, knowledge)
    told = "-" if _in_known_town(report) else "+-"
    return frozenset(_narrow(report, days, bodies, knowledge)) | _broad(bodies, days, told)


def town_keys(report: Report) -> Iterator[str]:
    """Give those keys of a report that tell day and town."""
    return _in_towns(report, _days(report))


def _in_towns(report: Report, days: list[date]) -> Iterator[str]:
    cities = report.clues.cities
    return (f"c {city} {day}" for day in days for city in cities)


def _in_known_town(report: Report) -> bool:
    """Whether a report's town is one of the catalogue; another may be it, spelt otherwise."""
    return report.city_id is not None and not report.city_id.startswith("?")


def _broad(bodies: frozenset[str], days: list[date], told: str) -> frozenset[str]:
    """Return a key for each organisation on each day, named or told by its head.

    `told` says whose keys: "+" of reports that name a town, "-" of those that name none.
    """
    return frozenset(f"o{sign} {name} {day}" for sign, name, day in product(told, bodies, days))


def _narrow(
    report: Report, days: list[date], bodies: frozenset[str], knowledge: MergingKnowledge
) -> Iterator[str]:
    cities, people = report.clues.cities, _pairs_of_words(report, knowledge)
    yield from _in_towns(report, days)
    for month in _months(report):
        for organization in bodies:
            yield from (f"t {organization} {city} {month}" for city in cities)
        yield from (f"p {pair} {month}" for pair in people)
    titles = set(filter(None, map(_sound_of, report.clues.quoted)))
    yield from (f"q {title} {month}" for title in titles for month in _months(report))
    yield from (f"w {run}" for run in report.clues.sketch[:_RUNS])


def _sound_of(title: str) -> str:
    """Return a name in quotation marks by its sound, so that it meets in two scripts, or ""."""
    words = title.split()
    if len(words) > _LONGEST_TITLE:
        return ""  # something said
    codes = (name_matching.code(name_matching.sound(word)) for word in words)
    telling = sorted(code for code in codes if len(code) >= _SHORTEST_WORD)
    return " ".join(telling) if len("".join(telling)) > _SHORTEST_WORD else ""


def _pairs_of_words(report: Report, knowledge: MergingKnowledge) -> set[str]:
    """Return the keys of the names of those who do not come to every event."""
    pairs: set[str] = set()
    read = (person.name for person in report.reading.participants[:_MOST_PEOPLE])
    for name in (*read, *sorted(report.clues.titled)[:_MOST_PEOPLE]):
        if not knowledge.is_frequent_attendee(name):
            pairs |= name_matching.pair_keys(name)
    return pairs


def _days(report: Report) -> list[date]:
    found, start = set(sorted(report.clues.days)[:_MOST_DAYS]), report.event.start
    if start is not None:
        last = report.event.end or start
        found.update((start, last, last + timedelta(days=1)))
    else:
        found.update(report.published - timedelta(days=back) for back in range(_WAIT + 1))
    return sorted(found)


def _months(report: Report) -> set[str]:
    event = report.event
    around = {event.start, event.end, report.published}
    if event.start is None:
        around.add(report.published + (_AHEAD if event.tense == Tense.FUTURE else -_WRITTEN_OF))
    return {f"{day:%Y-%m}" for day in around if day is not None}
