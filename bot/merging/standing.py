"""How those who came to a gathering stand among each other.

Leaders of member states first, then those of observers and of other states, then the heads of the
bodies that hold it, then those who govern, and all others as the reports tell them.
"""

from collections.abc import Collection
from enum import IntEnum

from bot.extraction.facts import Participant
from bot.language import concepts
from bot.merging.knowledge import MergingKnowledge

GATHERING = 3
"""People from whom on they stand by rank: of two the one told first is the one who acts."""

_GOVERN = frozenset({"minister", "speaker"})


class Standing(IntEnum):
    """Where somebody stands; the lowest stands first."""

    MEMBER_STATE = 0
    MEMBER_GOVERNMENT = 1
    OBSERVER = 2
    OTHER_STATE = 3
    BODY = 4
    GOVERNS = 5
    OTHERS = 6


def leads(role: str | None) -> bool:
    """Whether an office leads a state or its government where it is of a country.

    Not that of whoever serves one, nor a secretary general's.
    """
    ranks, offices = concepts.ranks().of(role or ""), concepts.offices().of(role or "")
    if "under" in ranks or "secretary_general" in offices:
        return False
    return "head" in ranks or not offices.isdisjoint({"head_of_state", "head_of_government"})


def standing(person: Participant, bodies: Collection[str], knowledge: MergingKnowledge) -> Standing:
    """Return where somebody stands at a gathering.

    Args:
        person: Somebody there.
        bodies: Ids of the organisations that hold it.
        knowledge: What is known of states and organisations.
    """
    role = person.role or ""
    if leads(role) and knowledge.leads_a_state(role, person.affiliation):
        return _of_a_state(role, knowledge.country(person.affiliation or role), knowledge)
    if not role or "under" in concepts.ranks().of(role):
        return Standing.OTHERS
    heads = "head" in concepts.ranks().of(role)
    if heads and knowledge.organization(person.affiliation or role) in bodies:
        return Standing.BODY
    return Standing.OTHERS if concepts.offices().of(role).isdisjoint(_GOVERN) else Standing.GOVERNS


def _of_a_state(role: str, country: str | None, knowledge: MergingKnowledge) -> Standing:
    if country in knowledge.members:
        governs = "head_of_government" in concepts.offices().of(role)
        return Standing.MEMBER_GOVERNMENT if governs else Standing.MEMBER_STATE
    return Standing.OBSERVER if country in knowledge.observers else Standing.OTHER_STATE
