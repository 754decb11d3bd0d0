"""Whom only announcements of an event name: they are expected, and nobody says that they came."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from bot.extraction.facts import Participant, Tense
from bot.merging.people import same_name
from bot.merging.report import Report


def telling(reports: Sequence[Report], first: date) -> list[Report]:
    """Return the reports that tell of an event as of something that is on or was held.

    They came out on its `first` day or later, and speak of nothing ahead nor of another day.
    """
    since = [report for report in reports if report.published >= first]
    return [report for report in since if report.event.tense == Tense.PAST and _fits(report, first)]


def _fits(report: Report, first: date) -> bool:
    """Whether the day that a report gives, if any, is one since `first` that was there by then."""
    start = report.event.start
    return start is None or (start <= report.published and (report.event.end or start) >= first)


def came(reports: Sequence[Report], first: date, tense: Tense, names: Iterable[str]) -> set[str]:
    """Return the names of those who took part by reports of an event's days.

    Where reports of its days name nobody, those count whom any other report names that does not
    merely announce.

    Args:
        reports: Of the event.
        first: Its first day.
        tense: Of the event.
        names: Of all who attend it by any report.
    """
    named = _attending(telling(reports, first))
    if named or tense != Tense.PAST:
        return named
    # Who arrived on the day before is not there yet, in whatever tense that is told.
    early = [report for report in reports if _is_early(report, first)]
    ahead = _attending(early) - _attending(report for report in reports if report not in early)
    return {name for name in names if not is_named(name, ahead)}


def expected(
    reports: Sequence[Report],
    first: date | None,
    tense: Tense,
    people: Sequence[tuple[Participant, str]],
) -> tuple[str, ...]:
    """Return the names of those whom only announcements of an event name, in their order.

    Args:
        reports: Of the event.
        first: Its first day, or None.
        tense: Of the event.
        people: Who is in it, and the key of the report that tells it: who is known from a report of
            another event was seen to come to this one.
    """
    own = {report.key for report in reports}
    present = [(person.name, key) for person, key in people if person.attended]
    if tense == Tense.FUTURE and (first is None or not telling(reports, first)):
        return tuple(name for name, key in present if key in own)
    if first is None:
        return ()
    there = came(reports, first, tense, [name for name, _ in present])
    return tuple(name for name, key in present if key in own and not is_named(name, there))


def is_named(name: str, named: Iterable[str]) -> bool:
    """Whether somebody is among those of some names, however they are written."""
    known = set(named)
    return name in known or any(same_name(name, other) for other in known)


def _is_early(report: Report, first: date) -> bool:
    return report.event.tense == Tense.FUTURE or report.published < first


def _attending(reports: Iterable[Report]) -> set[str]:
    """Return the names of those who were there by any of some reports."""
    people = chain.from_iterable(report.reading.participants for report in reports)
    return {person.name for person in people if person.attended}
