"""The keys under which a report is filed, so that those that could be of its event are found by index and not by search.

Two reports whose evidence could ever be for one event share a key: a day that both name with an organisation or a town in common, a
month with organisation and town, a person in a month, or a run of words. The keys say nothing by themselves; the evidence decides.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.events.merging.evidence import everywhere
from bot.events.merging.report import Report
from config import spelling

_WAIT = 9  # days in which an article that names no day still writes of an event
_MOST_DAYS = 16
_MOST_PEOPLE = 12
_RUNS = 4


def keys(report: Report) -> frozenset[str]:
    """Return the keys of a report."""
    return frozenset(_keys(report))


def _keys(report: Report) -> Iterator[str]:
    for day in _days(report):
        yield from (f"o {organization} {day}" for organization in report.organizations)
        yield from (f"c {city} {day}" for city in report.cities)
    people = [spelling.pair_keys(one.name) for one in report.people[:_MOST_PEOPLE] if not everywhere(one.name)]
    for month in _months(report):
        yield from (f"t {organization} {city} {month}" for organization in report.organizations for city in report.cities)
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
