"""Who is named, in what office, and whether they took part."""

from dataclasses import dataclass, replace

from bot.extraction.facts import Participant
from bot.extraction.people import (
    case_forms,
    cues_beside,
    headline_guests,
    name_matching,
    told_offices,
)
from bot.extraction.people.appointments import give_new_offices
from bot.extraction.people.bodies_in_context import give_bodies_in_context
from bot.extraction.people.delegations import give_bodies_of_delegations
from bot.extraction.people.group_nouns import give_offices_of_groups
from bot.extraction.people.heads_of_state import give_office_of_head_of_state
from bot.extraction.people.mention_clauses import give_clauses
from bot.extraction.people.mentions import Mention, in_sentence
from bot.extraction.people.office_sharing import give_shared_offices
from bot.extraction.people.persons import Person, gather
from bot.extraction.people.posts import give_offices_of_posts
from bot.extraction.people.presence import reasons, verdict
from bot.extraction.people.presence_clauses import official
from bot.extraction.people.reasons import Reason
from bot.extraction.people.scene import Scene
from bot.extraction.people.seconds import give_offices_of_seconds
from bot.extraction.people.somebody import is_somebody
from bot.extraction.text.tagger import TaggedArticle

_NEAR = 8  # mentions among which the office stands that "this post" takes up


@dataclass(frozen=True, slots=True)
class Found:
    """A person as read.

    Attributes:
        participant: What a card shows.
        office: The tokens of the name and the office: places in them are not the event's.
        reason: Why the person is taken to have been there, or not.
        told: By sentence that names the person, why it says so.
        given: The first tokens of the name where an office is given to the person.
    """

    participant: Participant
    office: frozenset[int]
    reason: Reason
    told: tuple[tuple[int, Reason], ...]
    given: frozenset[int]


def people(marked: TaggedArticle) -> list[Found]:
    """Return the people named in `marked`, those who attended first, in the order of the text."""
    scene = Scene(marked)
    titles = (part for part in marked.sentences if not part.paragraph)
    headline = [mention for part in titles for mention in in_sentence(marked, part)]
    found: list[Mention] = []
    for sentence in marked.sentences:
        if sentence.paragraph:
            mentions = in_sentence(marked, sentence)
            give_new_offices(marked, sentence, mentions)
            give_offices_of_posts(marked, sentence, mentions, [*headline, *found[-_NEAR:]])
            give_shared_offices(marked, mentions)
            give_bodies_of_delegations(marked, sentence, mentions)
            give_clauses(marked, mentions)
            for mention, reason in zip(mentions, reasons(scene, mentions), strict=True):
                mention.reason = reason
            found.extend(mentions)
    inside = [mention for mention in found if mention.reason is not Reason.AT_THE_EDGE]
    persons = gather(marked, inside)
    give_offices_of_seconds(marked, persons)
    give_offices_of_groups(marked, persons)
    give_office_of_head_of_state(marked, persons, headline)
    persons = headline_guests.join(marked, persons, headline)
    give_bodies_in_context(marked, persons, headline)
    told = [_found(scene, person, headline) for person in persons if is_somebody(marked, person)]
    return sorted(told, key=lambda found: not found.participant.attended)


def without_appointed(
    people: tuple[Participant, ...], found: list[Found]
) -> tuple[Participant, ...]:
    """Return `people`, those not there of whom it is only told that they are given an office.

    A summit appoints whom it likes, be he there or not.
    """
    given = {person.participant.name for person in found if person.reason is Reason.APPOINTED}
    told = [
        replace(person, attended=person.attended and person.name not in given) for person in people
    ]
    return tuple(sorted(told, key=lambda person: not person.attended))


def _found(scene: Scene, person: Person, headline: list[Mention]) -> Found:
    marked = scene.marked
    in_office = any(official(scene, mention) for mention in person.mentions)
    reason = verdict([mention.reason for mention in person.mentions], official=in_office)
    told = tuple((mention.sentence.number, mention.reason) for mention in person.mentions)
    given = (mention.run.first for mention in person.mentions if mention.appointed)
    shown = _participant(marked, person, reason)
    if shown.role is None and shown.affiliation is None:
        role, body = told_offices.by_headline(marked, person, headline)
        shown = replace(shown, role=role, affiliation=body)
    elif shown.affiliation is None:
        body = told_offices.of_headline(marked, person, shown.role, headline)
        shown = replace(shown, affiliation=body)
    return Found(shown, _office(person), reason, told, frozenset(given))


def _office(person: Person) -> frozenset[int]:
    office = (
        index
        for mention in person.mentions
        if mention.role is not None
        for index in range(mention.role.first, mention.role.last)
    )
    runs = (mention.run for mention in person.mentions)
    names = (index for run in runs for index in range(run.first, run.last))
    return frozenset((*office, *names))


def _telling(mention: Mention) -> tuple[int, int]:
    """How well a mention tells the name.

    By its fullness, then by how surely its case is known (an office says so, or a surname).
    """
    led = mention.role is not None and mention.role.last <= mention.run.first
    fullness = name_matching.weight(mention.words)
    if mention.cases:
        return fullness, 1
    return fullness, 2 if led else 0  # an office without an ending tells the nominative


def _participant(marked: TaggedArticle, person: Person, reason: Reason) -> Participant:
    fullest = max(person.mentions, key=_telling)
    told = told_offices.best(marked, person) or fullest
    role, affiliation = told_offices.told(marked, told)
    kept = told_offices.kept(marked, told)
    role = f"{role}; {kept}" if role is not None and kept is not None else role
    affiliation = affiliation or told_offices.land(marked, person)
    affiliation = affiliation or next(
        filter(None, (mention.origin for mention in person.mentions)), None
    )
    runs = [mention.run for mention in person.mentions]
    proof = told if told.role is not None else fullest
    return Participant(
        name=case_forms.name(marked, fullest.run, runs, fullest.cases),
        role=role,
        affiliation=affiliation,
        attended=reason.present,
        moderator=reason is Reason.CHAIRED,
        proof=marked.sentence_text(proof.sentence),
        presides=role is not None and _presides(marked, person),
        by_message=reason is Reason.SENT,
    )


def _presides(marked: TaggedArticle, person: Person) -> bool:
    """Whether somebody is told to preside: who has an office does so in it."""
    chairing = (mention for mention in person.mentions if mention.reason is Reason.CHAIRED)
    return any(
        cues_beside.presides(marked, mention) and not cues_beside.moderates(marked, mention)
        for mention in chairing
    )
