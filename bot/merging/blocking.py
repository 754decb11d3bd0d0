"""The keys under which a report is filed, so that those that could be of its event are found by index and not by search.

Two reports whose evidence could ever be for one event share a key: a day that both name with an
organisation or a town in common, a month with organisation and town, a person in a month, or a run
of words. The keys say nothing by themselves; the evidence decides.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.language import name_matching
from bot.merging.report import Report
from bot.merging.similarity import is_frequent_attendee

_WAIT = 9  # days in which an article that names no day still writes of an event
_MOST_DAYS = 16
_MOST_PEOPLE = 12
_RUNS = 4


def index_keys(report: Report) -> frozenset[str]:
    """Return the keys that a report is filed under."""
    told = "+" if report.city_id else "-"
    days = _days(report)
    return frozenset(_narrow(report, days)) | {
        f"o{told} {organization} {day}" for organization in report.organizations for day in days
    }


def lookup_keys(report: Report) -> frozenset[str]:
    """Return the keys under which others are looked for.

    Of those that share but day and organisation only they are met that name no town, or all of them
    by a report that names none: two that name towns share one of these, or a person, if they are of
    one event.
    """
    days = _days(report)
    told = "-" if report.city_id else "+-"
    broad = {
        f"o{one} {organization} {day}"
        for one in told
        for organization in report.organizations
        for day in days
    }
    return frozenset(_narrow(report, days)) | broad


def _narrow(report: Report, days: list[date]) -> Iterator[str]:
    for day in days:
        yield from (f"c {city} {day}" for city in report.cities)
    people = [
        name_matching.pair_keys(one.name)
        for one in report.people[:_MOST_PEOPLE]
        if not is_frequent_attendee(one.name)
    ]
    for month in _months(report):
        yield from (
            f"t {organization} {city} {month}"
            for organization in report.organizations
            for city in report.cities
        )
        yield from (f"p {sounds} {month}" for pairs in people for sounds in pairs)
    yield from (f"w {run}" for run in report.sketch[:_RUNS])


def _days(report: Report) -> list[date]:
    found = set(sorted(report.days)[:_MOST_DAYS])
    if report.start is not None:
        last = report.end or report.start
        found.update((report.start, last, last + timedelta(days=1)))
    else:
        found.update(report.published - timedelta(days=back) for back in range(_WAIT + 1))
    return sorted(found)


def _months(report: Report) -> set[str]:
    around = {report.start, report.end, report.published}
    if report.start is None:
        around.add(report.published + timedelta(days=31 if report.tense == "future" else -9))
    return {f"{day:%Y-%m}" for day in around if day is not None}
