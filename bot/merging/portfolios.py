"""What those who gather are in charge of: health, energy, the interior, or a whole government."""

from collections.abc import Iterable, Sequence

from bot.language import concepts

_IN_CHARGE = 4
"""Words between an office and what it is in charge of: minister of internal affairs."""

_OFFICES = frozenset({"minister"})
_OF_A_FIELD = frozenset({"committee", "group"})
"""Gatherings of which a body has several, told by their fields."""

GOVERNMENTS = frozenset({"government"})
"""Heads of governments gather as ministers do, whatever they speak of."""

_NO_FIELDS = frozenset({"leaders", "cooperation", "parliament", "foreign", "city"})
"""Ideas beside "heads of" that say of whom they are heads, not what they are in charge of."""


def portfolios(words: Sequence[str], *, committees: bool = True) -> frozenset[str]:
    """Return what the ministers, heads of services and committees in `words` are in charge of.

    Args:
        words: Folded.
        committees: Whether what committees and working groups are for counts.
    """
    ministers = [at for at, office in concepts.offices().find_outer(words) if office in _OFFICES]
    chiefs = [at for at, idea in concepts.gathered().find(words) if idea == "chiefs"]
    if committees:
        chiefs += [at for at, idea in concepts.formats().find(words) if idea in _OF_A_FIELD]
    matters = concepts.matters()
    topics = [
        (at, topic) for at, topic in concepts.topics().find_outer(words) if topic not in matters
    ]
    fields = _beside(ministers, topics) | {topic for _, topic in topics if topic in GOVERNMENTS}
    return (fields | (_beside(chiefs, topics) - _NO_FIELDS)) - concepts.manners()


def _beside(places: Iterable[int], topics: Iterable[tuple[int, str]]) -> frozenset[str]:
    """Return the topics that stand so near to one of the places that they belong to it."""
    near: set[int] = set()
    for at in places:
        near.update(range(at - _IN_CHARGE, at + _IN_CHARGE + 1))
    return frozenset(topic for at, topic in topics if at in near)
