"""On which days an event is, by all its reports.

One report does not overrule the others. Each outlet has one voice, that of its latest report; one
that looks back counts double, for it knows, and so does an organisation's own site. What is said
before the event was moved is said no more. A report of the opening day of what lasts speaks for its
days, not against them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.extraction.facts import Kind, Tense
from bot.merging.report import Report

HINDSIGHT = 2.0
"""How much more a report counts that looks back: three announcements outweigh one of them."""

CLAIM = 3.0
"""How much more a report counts that says that the event was moved."""

LASTING = frozenset(
    {Kind.FESTIVAL, Kind.EXHIBITION, Kind.CONFERENCE, Kind.TRAINING, Kind.ELECTION, Kind.CEREMONY}
)
"""Kinds of which the opening is reported by itself."""

LONGEST = timedelta(days=31)
"""What an event lasts at most whose opening was moved."""

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class EventDays:
    """The days of an event.

    Attributes:
        start: The first.
        end: The last.
        report: The report with the proof.
    """

    start: date
    end: date
    report: Report


def days(ranked: Sequence[Report], weights: Mapping[str, float], kind: Kind) -> EventDays | None:
    """Return the days of an event; None where no report gives any.

    Args:
        ranked: Its reports, the most trustworthy first.
        weights: What each of them counts, by its key.
        kind: What sort of event it is.
    """
    dated = [report for report in ranked if report.event.start is not None]
    if not dated:
        return None
    claim = latest_claim(dated)
    valid = [report for report in dated if claim is None or _still_said(report, claim)]
    votes = _votes(valid, weights, claim)
    if kind in LASTING or claim is not None:
        _add_openings(votes)
    chosen = max(votes, key=lambda span: (*votes[span], _first_place(valid, span)))
    report = claim if claim is not None and chosen[0] == claim.event.start else None
    report = report or next(report for report in valid if span_of(report) == chosen)
    return EventDays(chosen[0], _end(chosen, claim, dated), report)


def span_of(report: Report) -> Span:
    """Return the days that a report gives.

    Raises:
        ValueError: It gives none.
    """
    if report.event.start is None:
        raise ValueError(f"{report.key} gives no day")
    return report.event.start, report.event.end or report.event.start


def latest_claim(reports: Iterable[Report]) -> Report | None:
    """Return the latest of the reports that say that the event was moved, and to which day."""
    claims = [
        report for report in reports if report.reading.move_proof is not None and report.event.start
    ]
    return max(claims, key=lambda report: (report.published, report.key), default=None)


def _still_said(report: Report, claim: Report) -> bool:
    """Whether a report was not overtaken by the claim that the event was moved."""
    return report.event.start == claim.event.start or report.published > claim.published


def _votes(
    valid: Sequence[Report], weights: Mapping[str, float], claim: Report | None
) -> dict[Span, tuple[float, bool]]:
    """Return for each span how much speaks for it, and whether a report that looks back does."""
    latest: dict[str, tuple[Report, Span]] = {}
    for report in sorted(valid, key=lambda report: (report.published, report.key)):
        if weights[report.key] or report.outlet not in latest:
            held = latest.get(report.outlet)
            latest[report.outlet] = report, _not_shortened(span_of(report), held)
    counted = defaultdict[Span, float](float)
    known = set[Span]()
    for report, span in latest.values():
        past = report.event.tense == Tense.PAST
        voice = weights[report.key] * (HINDSIGHT if past else 1.0)
        counted[span] += voice * CLAIM if report is claim else voice
        if past:
            known.add(span)
    return {span: (value, span in known) for span, value in counted.items()}


def _not_shortened(span: Span, held: tuple[Report, Span] | None) -> Span:
    """Return a span, or the longer one that its outlet told of before and that begins with it.

    Who reports today that something has opened does not take back until when it lasts.
    """
    start, end = span
    opens = held is not None and start == end and held[1][0] == start
    return held[1] if held is not None and opens else span


def _add_openings(votes: dict[Span, tuple[float, bool]]) -> None:
    """Let what is said of the first day alone speak for the span that begins on it."""
    single = {start: value for (start, end), value in votes.items() if start == end}
    for (start, end), (value, past) in list(votes.items()):
        if end > start and start in single:
            votes[start, end] = (value + single[start][0], past or single[start][1])


def _first_place(valid: Sequence[Report], span: Span) -> int:
    return -next(at for at, report in enumerate(valid) if span_of(report) == span)


def _end(chosen: Span, claim: Report | None, dated: Sequence[Report]) -> date:
    """Return the last day.

    What only begins later than was announced ends when it was to end, unless a report says more.
    """
    start, end = chosen
    if claim is None or end > start or start != claim.event.start:
        return end
    before = [span_of(report) for report in dated if report.published <= claim.published]
    ends = [last for first, last in before if first < start < last and last - start <= LONGEST]
    return max(ends, key=lambda last: (ends.count(last), last), default=end)
