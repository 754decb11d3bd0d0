"""Who heads which organisation, as an event's reports say it.

With the day on which they take office, where that is what they report.
"""

from dataclasses import dataclass
from datetime import date

from bot.extraction.facts import Participant
from bot.language import concepts
from bot.merging.fusion import Summary
from bot.merging.knowledge import MergingKnowledge

TAKING = frozenset({"appointment", "election"})
"""Kinds of event by which somebody takes office."""


@dataclass(frozen=True, slots=True)
class Headship:
    """Somebody at the head of an organisation.

    Attributes:
        organization: Its id.
        person: Who, with the office and the proof as one report tells it.
        report: Key of that report.
        since: The day of taking office, or None where the reports are about something else.
    """

    organization: str
    person: Participant
    report: str
    since: date | None


def find_headships(event: Summary, knowledge: MergingKnowledge) -> tuple[Headship, ...]:
    """Return who heads an organisation according to the reports of an event."""
    found = []
    for presence in event.people:
        organization = headed(presence.person, knowledge)
        if organization is not None:
            since = (
                event.dated.event.start
                if event.dated and _takes(event, organization, presence.person, knowledge)
                else None
            )
            found.append(Headship(organization, presence.person, presence.report, since))
    return tuple(found)


def headed(person: Participant, knowledge: MergingKnowledge) -> str | None:
    """Return the organisation that somebody heads by the office stated, or None."""
    role = person.role or ""
    ranks = concepts.ranks().of(role)
    if "head" not in ranks or "under" in ranks:
        return None
    return knowledge.organization(person.affiliation or role)


def _takes(
    event: Summary, organization: str, person: Participant, knowledge: MergingKnowledge
) -> bool:
    """Whether the event is that this person takes this office.

    Of several heads at it, only the one of the first organisation does.
    """
    people = [presence.person for presence in event.people]
    heads = [someone for someone in people if headed(someone, knowledge) == organization]
    return (
        event.kind in TAKING
        and event.organizations[:1] == (organization,)
        and heads == [person]
        and person.attended
    )
