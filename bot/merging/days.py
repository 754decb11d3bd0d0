"""When two reports say that their event is, and when those were written that do not say it."""

from datetime import date

from bot.extraction.facts import Tense
from bot.merging.reasons import Reason, reason
from bot.merging.report import Report
from bot.merging.weights import WEIGHTS


def compare_days(one: Report, two: Report) -> Reason:
    """Compare when two reports say that their event is, or when they were written."""
    if _moved(one, two) or _moved(two, one):
        return reason("days", WEIGHTS.days.moved_from, "one says that the other's day was moved")
    if one.event.start and two.event.start:
        return _both_dated(one, two, one.event.start, two.event.start)
    if one.event.start:
        return _one_dated(one, two, one.event.start)
    if two.event.start:
        return _one_dated(two, one, two.event.start)
    return _neither_dated(one, two)


def _moved(told: Report, other: Report) -> bool:
    """Whether a report claims that the event was moved away from the other's first day."""
    old = told.reading.moved_from
    return old is not None and old in _ends(other)


def _both_dated(one: Report, two: Report, first: date, second: date) -> Reason:
    weights = WEIGHTS.days
    gap = max(first, second) - min(one.event.end or first, two.event.end or second)
    if gap.days <= 0:
        weight = weights.same_first if first == second else weights.overlap
        return reason("days", weight, f"{max(first, second)}")
    named = bool(_ends(one) & two.clues.days) or bool(_ends(two) & one.clues.days)
    if gap <= weights.beside_within.time:
        weight = weights.beside_named if named else weights.beside
    elif gap <= weights.near_within.time:
        weight = weights.near_named if named else weights.near
    elif named and gap <= weights.moved_within.time:
        weight = weights.moved
    elif gap <= weights.apart_within.time:
        weight = weights.apart
    else:
        weight = weights.far_apart
    return reason("days", weight, f"{first} and {second}")


def _one_dated(dated: Report, other: Report, first: date) -> Reason:
    """Compare the days of one report with when the other, which gives none, was written."""
    weights, ahead = WEIGHTS.days, other.event.tense == Tense.FUTURE
    if _ends(dated) & other.clues.days:
        return reason("days", weights.named_by_undated, "one names the other's day")
    last, written = dated.event.end or first, other.published
    earliest = first - weights.announced_before.time if ahead else first
    latest = first if ahead else last + weights.written_after.time
    fits = earliest <= written <= latest
    if fits and not ahead and written - last <= weights.at_once_within.time:
        weight = weights.written_at_once
    elif fits and written - last <= weights.news_within.time:
        weight = weights.written_near
    elif fits:
        weight = weights.written_within
    elif ahead and first < written <= first + weights.news_within.time:
        weight = weights.announced_late
    elif ahead and last < written <= last + weights.written_after.time:
        weight = weights.outlook
    elif max(first - written, written - last) <= weights.apart_within.time:
        weight = weights.written_far
    else:
        weight = weights.far_apart
    return reason("days", weight, f"{first}, and written on {written}")


def _neither_dated(one: Report, two: Report) -> Reason:
    weights, apart = WEIGHTS.days, abs(one.published - two.published)
    here = one.city_id is not None and one.city_id == two.city_id
    if not apart:
        weight = weights.undated_same
    elif apart <= weights.undated_near_within.time:
        weight = weights.undated_here if here else weights.undated_near
    elif apart <= weights.undated_later_within.time:
        weight = weights.undated_later
    elif apart <= weights.apart_within.time:
        weight = weights.undated_apart
    else:
        weight = weights.far_apart
    return reason("days", weight, f"written {apart.days} days apart")


def _ends(report: Report) -> frozenset[date]:
    """Return the first and the last day of a report's event."""
    start = report.event.start
    return frozenset() if start is None else frozenset({start, report.event.end or start})
