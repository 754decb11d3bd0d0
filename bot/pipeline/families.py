"""What belongs to what among the events around a change: parts and the wholes that they are of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from bot.merging.sub_events import EXHIBITION, FESTIVAL, SubEventCandidate, is_aside, parents
from storage.alert_limits import AlertLimits
from storage.relatives import Relative


@dataclass(slots=True)
class Families:
    """What belongs to what among the events around a change.

    Attributes:
        parts: Part -> its whole.
        aside: The parts that are told with their whole and call nobody.
        grown: The wholes that gained or lost a part.
        moved: The parts that are of another whole than before, or of none.
    """

    parts: dict[int, int] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    grown: set[int] = field(default_factory=set)
    moved: dict[int, int | None] = field(default_factory=dict)

    def limits(self, event_id: int, most: int) -> AlertLimits:
        """Return what keeps an alert of an event from those who follow it."""
        whole = self.parts.get(event_id)
        root = event_id if whole is None else whole
        family = {root, *(part for part, of in self.parts.items() if of == root)}
        told_with = whole if event_id in self.aside else None
        return AlertLimits(most, frozenset(family), told_with)


def note_families(relatives: Sequence[Relative], changed: Collection[int]) -> Families:
    """Return of each event whether it is a part of another, and what has changed by that.

    Args:
        relatives: Events around a change.
        changed: Those that were told anew: all that each of these may be a part of is at hand.
    """
    candidates = {relative.id: _candidate(relative) for relative in relatives}
    whole_of = parents([*candidates.values()])
    families = Families()
    for event in relatives:
        whole = whole_of[event.id]
        at_hand = event.id in changed or (event.parent_id in candidates and not event.near)
        if whole is None and not at_hand:
            whole = event.parent_id  # a day of a festival was met, and the festival was not
        if event.parent_id != whole:
            both = (event.parent_id, whole)
            families.grown.update(event_id for event_id in both if event_id is not None)
            families.moved[event.id] = whole
        if whole is None:
            continue
        families.parts[event.id] = whole
        if whole in candidates and is_aside(candidates[event.id], candidates[whole]):
            families.aside.add(event.id)
    return families


def _candidate(event: Relative) -> SubEventCandidate:
    shown = event.format == EXHIBITION and event.kind == FESTIVAL
    return SubEventCandidate(
        id=event.id,
        kind=EXHIBITION if shown else event.kind,
        start=event.starts_on,
        end=event.ends_on,
        city=event.city_id,
        organizations=event.organizations,
        umbrella=event.umbrella,
        size=event.reports,
        format=event.format,
        found=event.found_at.date(),
    )
