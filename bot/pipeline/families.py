"""What belongs to what among the events around a change: parts and the wholes that they are of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.merging.sub_events import EXHIBITION, FESTIVAL, SubEventCandidate, is_aside, parents
from storage.outbox import AlertLimits
from storage.relatives import Relative


@dataclass(slots=True)
class Families:
    """What belongs to what among the events around a change.

    Attributes:
        parts: Part -> its whole.
        aside: The parts that are told with their whole and call nobody.
        grown: The wholes that gained or lost a part.
    """

    parts: dict[int, int] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    grown: set[int] = field(default_factory=set)

    def limits(self, event_id: int, most: int | None) -> AlertLimits:
        """Return what keeps an alert of an event from those who follow it."""
        whole = self.parts.get(event_id)
        root = event_id if whole is None else whole
        family = {root, *(part for part, of in self.parts.items() if of == root)}
        told_with = whole if event_id in self.aside else None
        return AlertLimits(most, frozenset(family), told_with)


def note_families(relatives: Sequence[Relative]) -> Families:
    """Note of each event whether it is a part of another, and return what belongs to what."""
    candidates = {relative.event.id: _candidate(relative) for relative in relatives}
    whole_of = parents([*candidates.values()])
    families = Families()
    for relative in relatives:
        event, whole = relative.event, whole_of[relative.event.id]
        if whole is None and relative.near:
            whole = event.parent_id  # not all that it may be a part of is at hand
        if event.parent_id != whole:
            both = (event.parent_id, whole)
            families.grown.update(event_id for event_id in both if event_id is not None)
            event.parent_id = whole
        if whole is None:
            continue
        families.parts[event.id] = whole
        if whole in candidates and is_aside(candidates[event.id], candidates[whole]):
            families.aside.add(event.id)
    return families


def _candidate(relative: Relative) -> SubEventCandidate:
    event = relative.event
    shown = relative.format == EXHIBITION and event.kind == FESTIVAL
    return SubEventCandidate(
        id=event.id,
        kind=EXHIBITION if shown else event.kind,
        start=event.starts_on,
        end=event.ends_on,
        city=event.city_id,
        organizations=relative.organizations,
        umbrella=relative.umbrella,
        size=relative.reports,
        format=relative.format,
        found=event.found_at.date(),
    )
