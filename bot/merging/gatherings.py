"""What sort of gathering two reports tell of, and whose: these are part of an event's identity."""

from bot.extraction.facts import Kind
from bot.language import concepts
from bot.merging.reasons import Reason, nothing, reason
from bot.merging.report import Report
from bot.merging.weights import WEIGHTS

_FAMILIES = (
    frozenset({Kind.CONFERENCE, Kind.MEETING, Kind.TRAINING, Kind.SUMMIT}),
    frozenset({Kind.FESTIVAL, Kind.CEREMONY, Kind.EXHIBITION}),
    frozenset({Kind.CEREMONY, Kind.APPOINTMENT, Kind.ELECTION}),
    frozenset({Kind.MEETING, Kind.AGREEMENT, Kind.VISIT, Kind.SUMMIT}),
    frozenset({Kind.CEREMONY, Kind.AGREEMENT}),
)
"""Kinds that outlets confuse: an event is told now as the one, now as the other."""


MEETING_OF_TWO = "bilateral"
"""The sort of gathering of which a report names all who matter."""


def kind(one: Report, two: Report) -> Reason:
    """Compare the kinds of event; those of one family are confused."""
    ours, theirs = one.event.kind, two.event.kind
    if Kind.OTHER in {ours, theirs}:
        return nothing("kind")
    if ours == theirs:
        return reason("kind", WEIGHTS.sort.same_kind, ours)
    kin = any(ours in family and theirs in family for family in _FAMILIES)
    weight = WEIGHTS.sort.kin_kind if kin else WEIGHTS.sort.other_kind
    return reason("kind", weight, f"{ours} and {theirs}")


def gathering(one: Report, two: Report) -> Reason:
    """Compare what sort of gathering each names first.

    A council that meets before the assembly names both.
    """
    if _session_received(one, two) or _session_received(two, one):
        return reason("format", WEIGHTS.sort.other_format, "a session and a reception")
    if not one.formats or not two.formats:
        return nothing("format")
    weights, first, second = WEIGHTS.sort, one.formats[0], two.formats[0]
    if first == second:
        return reason("format", weights.same_format, first)
    crossed = (first in two.formats) + (second in one.formats)
    by_crossed = (weights.other_format, weights.other_format_named, weights.both_formats_named)
    if not concepts.acts().isdisjoint((first, second)):  # signed, opened: said of any gathering
        by_crossed = (weights.other_act, weights.other_act_named, weights.both_acts_named)
    return reason("format", by_crossed[crossed], f"{first} and {second}")


def two_gatherings(one: Report, two: Report) -> bool:
    """Whether the sorts of gathering tell two events: the council and the plenary of a session."""
    if _session_received(one, two) or _session_received(two, one):
        return True
    if not one.formats or not two.formats or one.formats[0] == two.formats[0]:
        return False
    return concepts.acts().isdisjoint((one.formats[0], two.formats[0]))


def _session_received(guest: Report, host: Report) -> bool:
    """Whether one report tells of a session, the other of somebody who receives people.

    What ministers hold in a row ("the 2nd meeting of ...") is no reception.
    """
    counted = guest.clues.ordinals and guest.clues.portfolios
    if guest.formats or not counted or host.clues.ordinals:
        return False
    return host.formats[:1] == (MEETING_OF_TWO,)


def portfolio(one: Report, two: Report) -> Reason:
    """Compare what the ministers are in charge of whom each names first."""
    ours, theirs = one.clues.portfolios, two.clues.portfolios
    if not ours or not theirs:
        return nothing("portfolio")
    if two_gatherings(one, two):
        return nothing("portfolio")  # those whom a president receives have met before
    if shared := ours & theirs:
        return reason("portfolio", WEIGHTS.sort.same_portfolio, ", ".join(sorted(shared)))
    detail = f"{min(ours)} and {min(theirs)}"
    return reason("portfolio", WEIGHTS.sort.other_portfolio, detail)
