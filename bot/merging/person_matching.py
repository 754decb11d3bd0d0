"""Who a name means: somebody known already under this or another spelling, or somebody new.

One name may be two people's. They are kept apart by what they are and where: a minister is no
singer, and an ambassador of one country is not another country's. Somebody who rises from one
office of state to another, or heads an organisation after serving a country, stays the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from bot.language import concepts, name_matching
from bot.merging.knowledge import MergingKnowledge
from config.remembering import remembered

_STATE = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "minister",
        "speaker",
        "deputy",
        "ambassador",
        "secretary_general",
        "local",
    }
)
_CALLINGS = (
    _STATE | {"rector", "scholar", "writer"},  # of these many serve their state sooner or later
    frozenset({"artist", "writer"}),
    frozenset({"scholar", "rector", "writer", "health", "journalist"}),
    frozenset({"athlete"}),
    frozenset({"business", "local", "minister"}),
    frozenset({"soldier", "minister", "ambassador"}),
    frozenset({"journalist", "writer"}),
)


@dataclass(frozen=True, slots=True)
class NameRecord:
    """Somebody by a name.

    Attributes:
        name: In one spelling.
        role: The office or part as stated, or None.
        affiliation: The body or country of the role as stated, or None.
        language: Of the name (ISO 639-1), or None.
    """

    name: str
    role: str | None = None
    affiliation: str | None = None
    language: str | None = None


def same_person(one: NameRecord, two: NameRecord, knowledge: MergingKnowledge) -> bool:
    """Return whether two names in their company are one person's."""
    if (
        name_matching.likeness(one.name, two.name, (one.language, two.language))
        < name_matching.NEAR_ENOUGH
    ):
        return False
    if _one_is_a_namesake(one, two, knowledge):
        return False
    return knowledge.is_frequent_attendee(one.name) or not _at_odds(one, two, knowledge)


def choose(
    wanted: Sequence[NameRecord],
    known: Sequence[tuple[int, Sequence[NameRecord]]],
    knowledge: MergingKnowledge,
) -> int | None:
    """Return who of `known` somebody is, or None.

    Args:
        wanted: One person in the spellings of one event.
        known: Id -> the spellings and offices under which that person was met.
        knowledge: Who heads an organisation, and what affiliations name.
    """
    best: tuple[float, int] | None = None
    for person_id, records in known:
        pairs = list(product(wanted, records))
        alike = max((_alike(mine, theirs) for mine, theirs in pairs), default=0.0)
        if alike < name_matching.NEAR_ENOUGH or _is_another(pairs, knowledge):
            continue
        best = max(best or (0.0, 0), (alike, -person_id))  # of equally like, whom we know longest
    return -best[1] if best else None


def _is_another(
    pairs: Sequence[tuple[NameRecord, NameRecord]], knowledge: MergingKnowledge
) -> bool:
    """Whether no two of the offices that are stated could be one person's."""
    stated = [(mine, theirs) for mine, theirs in pairs if mine.role and theirs.role]
    return bool(stated) and all(
        _one_is_a_namesake(mine, theirs, knowledge)
        or (not knowledge.is_frequent_attendee(mine.name) and _at_odds(mine, theirs, knowledge))
        for mine, theirs in stated
    )


def _one_is_a_namesake(one: NameRecord, two: NameRecord, knowledge: MergingKnowledge) -> bool:
    """Whether one of two, both with an office, only bears the name of an organisation's head."""
    if not one.role or not two.role:
        return False
    ours = knowledge.is_namesake_of_a_head(one.name, one.role, one.affiliation)
    theirs = knowledge.is_namesake_of_a_head(two.name, two.role, two.affiliation)
    return ours != theirs


def _alike(one: NameRecord, two: NameRecord) -> float:
    return name_matching.likeness(one.name, two.name, (one.language, two.language))


def _at_odds(one: NameRecord, two: NameRecord, knowledge: MergingKnowledge) -> bool:
    """Whether two offices are not one person's."""
    ours, theirs = _offices(one.role or ""), _offices(two.role or "")
    if ours and theirs and not any(ours & calling and theirs & calling for calling in _CALLINGS):
        return True
    here = knowledge.country(one.affiliation or one.role)
    there = knowledge.country(two.affiliation or two.role)
    return here is not None and there is not None and here != there


@remembered(8_192)
def _offices(role: str) -> frozenset[str]:
    return concepts.offices().of(role)
