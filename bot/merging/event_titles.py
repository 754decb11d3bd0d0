"""What the reports of an event call it in each language, and what sort of gathering they tell of.

The first is what a chat in that language reads; of the second a title is composed for chats in
whose language no outlet wrote one.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar

from bot.extraction.facts import Kind, Tense
from bot.language import concepts
from bot.merging.gatherings import SIGNING
from bot.merging.portfolios import GOVERNMENTS
from bot.merging.report import Report

Value = TypeVar("Value", bound=Hashable)

_ELDERS = "elders"
"""The one field that is no minister's."""

_MINISTER = "minister"
"""Whose fields a title tells; heads of services gather too."""

_NUMBER = re.compile(r"(?<![\w.])\d{1,2}(?![\w.-])")

CUT = ("…", "...")
"""How a headline ends that a feed has cut off."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What sort of gathering an event is, as far as most of its reports agree.

    Attributes:
        format: The sort, by its key in `concepts.toml`: summit, council, assembly; or None.
        field: What its ministers are in charge of, by the key of a topic; or None.
        ordinal: Which in a row, or None.
        manner: "informal" or "extraordinary", of a summit; or None.
        document: What is signed, by its key in `concepts.toml`; or None.
    """

    format: str | None = None
    field: str | None = None
    ordinal: int | None = None
    manner: str | None = None
    document: str | None = None


def best_title(reports: Collection[Report], official: Collection[str]) -> Report:
    """Return the report whose title says best what the event is; there is at least one.

    A report goes before an announcement, and both before one that only tells of a part of it, moves
    it or calls it off; what is told of a summit goes before what somebody does there, a whole
    headline before one that was cut off, the event's own name before a headline, an organisation's
    site before an agency, the earlier before the later.
    """
    return min(reports, key=partial(_rank, official))


def _rank(
    official: Collection[str], report: Report
) -> tuple[bool, bool, bool, bool, bool, bool, object, str, str, str]:
    title = report.event.title
    return (
        _is_beside(report),
        report.event.tense == Tense.FUTURE,
        report.event.titled_aside and report.event.kind == Kind.SUMMIT,
        title.endswith(CUT),
        title == report.headline,
        report.outlet not in official,
        report.published,
        report.outlet,
        report.headline,
        report.key,
    )


def _is_beside(report: Report) -> bool:
    """Whether a report tells of a part of its event, or moves it or calls it off."""
    reading = report.reading
    return report.umbrella or reading.move_proof is not None or reading.cancel_proof is not None


def titled(reports: Collection[Report], official: Collection[str]) -> Mapping[str, Report]:
    """Return the report with the best title in each language (ISO 639-1) that one is written in.

    What tells of a part of the event, or moves it or calls it off, gives none where others do. A
    headline that names a day which the event was moved from gives way to the one that moves it.
    """
    written = defaultdict[str, list[Report]](list)
    left = {day for report in reports if (day := report.reading.moved_from) is not None}
    plain = [report for report in reports if not _is_beside(report)] or reports
    fresh = [report for report in plain if not _names_a_day(report.event.title, left)]
    for report in fresh:
        written[report.reading.language].append(report)
    told = frozenset(written)
    others = [report for report in reports if report.reading.move_proof is not None] or plain
    for report in others if len(fresh) < len(plain) else ():
        if report.reading.language not in told:
            written[report.reading.language].append(report)
    return {language: best_title(theirs, official) for language, theirs in sorted(written.items())}


def _names_a_day(title: str, days: Collection[date]) -> bool:
    """Whether a headline has the number of one of some days."""
    return any(int(number) == day.day for number in _NUMBER.findall(title) for day in days)


def gathering(reports: Sequence[Report]) -> Gathering:
    """Return what sort of gathering the reports tell of."""
    return Gathering(
        _agreed(reports, _sort),
        _agreed(reports, _field),
        _ordinal(reports),
        _agreed(reports, lambda report: _only(report.clues.lead_topics & concepts.manners())),
        _agreed(reports, _document),
    )


def _ordinal(reports: Sequence[Report]) -> int | None:
    """Return which in its row a gathering is; of "the first" two must say so.

    One may mean the first in a town, or under a new name.
    """
    told = [_only(report.clues.ordinals) for report in reports]
    agreed = _agreed(reports, lambda report: _only(report.clues.ordinals))
    return None if agreed == 1 and told.count(1) == 1 else agreed


def _sort(report: Report) -> str | None:
    first = next(iter(report.formats), None)
    return None if first in concepts.acts() else first


def _field(report: Report) -> str | None:
    offices = report.clues.offices  # empty in reports of earlier versions, which knew no others
    if (not offices or _MINISTER in offices) and (
        field := _only(report.clues.portfolios - GOVERNMENTS)
    ):
        return field
    return _ELDERS if _ELDERS in report.clues.lead_topics else None


def _document(report: Report) -> str | None:
    """Return what was signed, where signing is what the event is."""
    is_act = report.event.kind == Kind.AGREEMENT or report.formats[:1] == (SIGNING,)
    if is_act and concepts.signings().of(report.headline):
        return None  # they agreed to speed it up
    return _only(report.clues.documents) if is_act else None


def _only(values: Collection[Value]) -> Value | None:
    """Return the one value there is; several leave it open which of them is the gathering's."""
    return next(iter(values)) if len(values) == 1 else None


def _agreed(reports: Sequence[Report], fact: Callable[[Report], Value | None]) -> Value | None:
    """Return what more than half of those reports say that say anything."""
    votes = defaultdict[Value, int](int)
    for report in reports:
        if (value := fact(report)) is not None:
            votes[value] += 1
    best = max(votes, key=votes.__getitem__, default=None)
    return best if best is not None and 2 * votes[best] > sum(votes.values()) else None
