"""Which event is a part of which: the council of its summit, the opening of its festival.

A part is held in the town of the whole and within its days, and concerns an organisation of it; and
it either says that it is a part ("on the sidelines", "within the framework"), or is of a sort that
is held at a summit. What names a summit and gives no day is a part of the only one that its body
holds within two days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

FESTIVAL, EXHIBITION = "festival", "exhibition"
"""Kinds of event; the one is held at the other, and often called by it."""

_RANK = {"summit": 3, FESTIVAL: 2, "conference": 2, EXHIBITION: 1, "election": 1}
_AT_A_SUMMIT = frozenset({"meeting", "visit", "statement", "agreement", "ceremony"})
_ASSEMBLY = "assembly"
_AT_AN_ASSEMBLY = frozenset({"council", "committee", "board", "group", "bilateral"})
_DAY = timedelta(days=1)
_AROUND = timedelta(days=2)
"""How long before or after a gathering a report without a day may come that speaks of it."""

WHOLES = frozenset(kind for kind, rank in _RANK.items() if rank >= _RANK["conference"])
"""Kinds of event that have parts, and that other news is told beside."""

BESIDE_BEFORE, BESIDE_AFTER = timedelta(days=14), timedelta(days=2)
"""How long before and after a gathering news may come that is told beside it: closed roads."""

_ASIDE = frozenset(
    {"exhibition", "statement", "agreement", "ceremony", "visit", "appointment", "other"}
)
"""Kinds of part that are told with the whole and call nobody."""


@dataclass(frozen=True, slots=True)
class SubEventCandidate:
    """An event as far as its place in a family goes.

    Attributes:
        id: Its number.
        kind: What sort of event.
        start: First day, or None.
        end: Last day, or None.
        city: Its town in the catalogue, or None.
        organizations: Ids of the TCOs concerned.
        umbrella: Whether a report says that it is a part of another.
        size: How many reports it has.
        format: What sort of gathering its reports name first, or None.
        found: The day on which it was found.
    """

    id: int
    kind: str
    start: date | None
    end: date | None
    city: str | None
    organizations: frozenset[str]
    umbrella: bool
    size: int
    format: str | None = None
    found: date | None = None


def parents(events: Sequence[SubEventCandidate]) -> dict[int, int | None]:
    """Return, for each event, the event of which it is a part, or None."""
    return {event.id: _parent(event, events) for event in events}


def _parent(part: SubEventCandidate, events: Sequence[SubEventCandidate]) -> int | None:
    wholes = [whole for whole in events if _holds(whole, part)]
    if not wholes:
        spoken_of = [whole.id for whole in events if _is_spoken_of(whole, part)]
        return spoken_of[0] if len(spoken_of) == 1 else None
    return max(wholes, key=lambda whole: (_RANK.get(whole.kind, 0), whole.size, -whole.id)).id


def _holds(whole: SubEventCandidate, part: SubEventCandidate) -> bool:
    session = (
        whole.format == _ASSEMBLY and part.format in _AT_AN_ASSEMBLY and whole.kind == part.kind
    )
    if whole.id == part.id or (_RANK.get(whole.kind, 0) <= _RANK.get(part.kind, 0) and not session):
        return False
    if whole.start is None or part.start is None or whole.city is None or whole.city != part.city:
        return False
    last, end = whole.end or whole.start, part.end or part.start
    if (
        part.start < whole.start - _DAY
        or end > last + _DAY
        or not whole.organizations & part.organizations
    ):
        return False
    return part.umbrella or session or (whole.kind == "summit" and part.kind in _AT_A_SUMMIT)


def is_aside(part: SubEventCandidate, whole: SubEventCandidate) -> bool:
    """Whether a part is told with its whole and calls nobody by itself.

    A speech, an exhibition, what gives no day of its own or only tells of the whole again; but not
    whom a summit appoints.
    """
    if _is_appointed_by(whole, part):
        return False
    return part.start is None or part.kind in _ASIDE or part.format == whole.kind


def _is_spoken_of(whole: SubEventCandidate, part: SubEventCandidate) -> bool:
    """Whether a report without a day speaks of a gathering, and came out around its days."""
    if part.start is not None or part.found is None or whole.start is None:
        return False
    if whole.city is None:
        return False
    if whole.format == _ASSEMBLY and _is_told_of_it(whole, part):
        return True
    if _is_appointed_by(whole, part):
        return True
    if _RANK.get(whole.kind, 0) < _RANK["conference"]:
        return False
    if part.city not in {None, whole.city} or not whole.organizations & part.organizations:
        return False
    last = whole.end or whole.start
    if not whole.start - _AROUND <= part.found <= last + _AROUND:
        return False
    return part.umbrella or whole.kind in {part.kind, part.format}


def _is_appointed_by(summit: SubEventCandidate, part: SubEventCandidate) -> bool:
    """Whether an office of a body was given while its summit sat, which gives the body's offices.

    The report need not say so: it names neither a day nor a place.
    """
    if summit.kind != "summit" or part.kind != "appointment" or summit.start is None:
        return False
    if part.start is not None or part.found is None or part.city not in {None, summit.city}:
        return False
    last = summit.end or summit.start
    during = summit.start <= part.found <= last + _DAY
    return during and bool(summit.organizations & part.organizations)


def _is_told_of_it(assembly: SubEventCandidate, part: SubEventCandidate) -> bool:
    """Whether a report of no sort and no day came out while its body's assembly sat: a speech."""
    if part.format is not None or part.found is None or assembly.start is None:
        return False
    if part.kind not in {"meeting", "statement"} or part.city not in {None, assembly.city}:
        return False
    last = assembly.end or assembly.start
    during = assembly.start <= part.found <= last + _DAY
    return during and bool(assembly.organizations & part.organizations)
