"""Whom reports of one gathering name as having come to another, told beside it.

"Ahead of the summit the ministers' council met": the ministers whom the report on the summit names
there belong to their own council, where that is known as an event of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.extraction.facts import EventMention, Kind, Participant, Tense
from bot.language import concepts
from bot.merging.gatherings import MEETING_OF_TWO
from bot.merging.portfolios import portfolios
from bot.merging.report import Report

Guest = tuple[Report, Participant]
"""Somebody at a gathering, and the report that names him, which is of another."""


def is_at(report: Report, person: Participant, kind: Kind) -> bool:
    """Whether what a report tells of somebody he did at an event of a kind, which is the report's.

    A report that is joined to the gathering that it tells of beside its own names its guests.
    """
    beside = person.beside
    return beside is None or (beside.kind == kind and report.event.kind != kind)


def brings_guests(report: Report) -> bool:
    """Whether a report names people who came to another gathering than its own."""
    return any(person.beside is not None for person in report.reading.participants)


def guests(whole: Iterable[Report], part: Sequence[Report]) -> list[Guest]:
    """Return whom reports of a gathering name as having come to another.

    Args:
        whole: Reports of the gathering.
        part: Reports of the other.
    """
    return list(_guests(whole, part))


def _guests(whole: Iterable[Report], part: Sequence[Report]) -> Iterator[Guest]:
    over = any(report.event.tense == Tense.PAST for report in part)
    first = min((report.event.start for report in part if report.event.start), default=None)
    for report in whole:
        if over and first is not None and report.published < first:
            continue  # whom it names was only to come
        for person in report.reading.participants:
            if person.beside is not None and _is_meant(person.beside, part):
                yield report, replace(person, attended=True, beside=None)


def _is_meant(told: EventMention, part: Sequence[Report]) -> bool:
    """Whether a gathering that is told of is the one that some reports are of."""
    if any(report.formats[:1] == (MEETING_OF_TWO,) for report in part):
        return False  # whoever meets whom is told by its own reports
    alike = [report for report in part if report.event.kind == told.kind]
    return any(_is_of_its_days(told, report) and _is_alike(told, report) for report in alike)


def _is_of_its_days(told: EventMention, report: Report) -> bool:
    event = report.event
    if told.start is None or event.start is None:
        return True
    return told.start <= (event.end or event.start) and event.start <= (told.end or told.start)


def _is_alike(told: EventMention, report: Report) -> bool:
    """Whether two are of one sort: what ministers are in charge of, which in a row, a council."""
    words, clues = concepts.folded_words(told.proof), report.clues
    charges = portfolios(words)
    if charges and clues.portfolios:
        return not charges.isdisjoint(clues.portfolios)
    if told.ordinal is not None and clues.ordinals:
        return told.ordinal in clues.ordinals
    return any(idea in report.formats[:1] for _, idea in concepts.formats().find(words))
