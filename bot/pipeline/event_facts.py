"""What an event is kept as: the sum of its reports, with everybody in it known by who that is."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import TypeVar

from sqlmodel import Session

from bot.extraction.facts import Participant, Tense
from bot.language import name_cases, name_matching, spellings
from bot.merging.event_outcomes import AgreedOutcome
from bot.merging.fusion import Presence, Summary
from bot.merging.headships import find_headships
from bot.merging.knowledge import MergingKnowledge
from bot.merging.person_matching import NameRecord, choose
from bot.pipeline import known_people
from bot.pipeline.sql_report_store import SqlReportStore
from storage import headships, people, person_splits
from storage.event_outcomes import NewOutcome
from storage.event_writes import NewEvent, NewParticipation
from storage.models import Tenure

Found = TypeVar("Found")

_NOT_ADDED = 2**62
"""From here on people are numbered who are not added yet: behind all that are."""

Spelling = tuple[str, str | None]
"""A name as it is written, and in which language (ISO 639-1)."""


def new_event(
    session: Session,
    store: SqlReportStore,
    whole: Summary,
    article_ids: Collection[int],
    knowledge: MergingKnowledge,
) -> NewEvent:
    """Return what the reports of an event say together, as it is kept.

    Who was not known yet is added; of several who may be meant an admin's word on these articles
    decides.
    """
    people = _participations(session, store, whole.people, article_ids, knowledge)
    return replace(kept_as(whole, people), outcomes=outcomes_of(whole, store.article))


def kept_as(whole: Summary, participations: tuple[NewParticipation, ...]) -> NewEvent:
    """Return an event as it is kept, once it is known who everybody in it is."""
    dated = whole.dated.event if whole.dated else None
    placed = whole.placed
    place = placed.event if placed else None
    return NewEvent(
        title=whole.lead.event.title,
        kind=str(whole.kind),
        language=whole.lead.reading.language,
        tense=str(whole.tense),
        starts_on=whole.days[0] if whole.days else None,
        ends_on=whole.days[1] if whole.days else None,
        city=place.city if place else None,
        city_id=placed.city_id if placed else None,
        country=place.country if place else None,
        country_code=placed.country_code if placed else None,
        venue=whole.venue,
        date_proof=dated.date_proof if dated else None,
        place_proof=place.place_proof if place else None,
        organizations=whole.organizations,
        participations=participations,
        titles={language: report.event.title for language, report in whole.titled.items()},
        gathering=asdict(whole.gathering) | _weak_titles(whole) | {"expected": [*whole.expected]},
    )


def _weak_titles(whole: Summary) -> dict[str, list[str]]:
    """Return the languages whose best title says little of the event, by why it does."""
    events = {language: report.event for language, report in whole.titled.items()}
    aside = [language for language, event in events.items() if event.titled_aside]
    ahead = [language for language, event in events.items() if event.tense == Tense.FUTURE]
    bare = [language for language, event in events.items() if event.titled_barely]
    opening = [language for language, event in events.items() if event.titled_opening]
    return {"aside": aside, "ahead": ahead, "bare": bare, "opening": opening}


def outcomes_of(whole: Summary, article: Callable[[str], int]) -> tuple[NewOutcome, ...]:
    """Return what came of an event as it is kept, `article` giving the id of a report's article."""
    return tuple(_outcome(outcome, article) for outcome in whole.outcomes)


def _outcome(outcome: AgreedOutcome, article: Callable[[str], int]) -> NewOutcome:
    said = [(article(told.report), told.language, told.proof) for told in outcome.said]
    act, called = str(outcome.act), outcome.called
    return NewOutcome(act, outcome.thing, outcome.names, tuple(said), called)


def record_headships(
    session: Session,
    store: SqlReportStore,
    whole: Summary,
    facts: NewEvent,
    knowledge: MergingKnowledge,
) -> None:
    """Keep who heads which organisation according to an event's reports."""
    ids = {
        presence.person: kept.person_id
        for presence, kept in zip(whole.people, facts.participations, strict=True)
    }
    for headship in find_headships(whole, knowledge):
        day = store.report(headship.report).published
        tenure = Tenure(
            organization=headship.organization,
            person_id=ids[headship.person],
            role=headship.person.role or "",
            since=headship.since,
            first_seen_on=day,
            last_seen_on=day,
            article_id=store.article(headship.report),
            proof=headship.person.proof,
        )
        headships.record(session, tenure)


def _participations(
    session: Session,
    store: SqlReportStore,
    present: Sequence[Presence],
    article_ids: Collection[int],
    knowledge: MergingKnowledge,
) -> tuple[NewParticipation, ...]:
    """Return everybody with who that is: known already, or added now."""
    keys = [_keys_of(presence) for presence in present]
    known = people.sharing(session, frozenset().union(*keys)) if present else {}
    by_key: dict[str, dict[int, people.PersonCandidate]] = defaultdict(dict)
    for row, theirs in known.values():
        for key in theirs:
            by_key[key][row.id] = row
    namesakes = any(len(rows) > 1 for rows in by_key.values())
    ruled = person_splits.ruled(session, article_ids) if namesakes else set[int]()
    added: dict[str, dict[int, list[NameRecord]]] = defaultdict(dict)
    unknown = dict[int, str]()  # who is new, by a number until all are added at once
    fresh = dict[int, set[Spelling]]()
    found = list[NewParticipation]()
    for presence, mine in zip(present, keys, strict=True):
        # In the order in which they were met first, as of equally like ones the first is meant.
        candidates = _under(by_key, mine)
        records = _name_records(presence)
        meant = [row for row in candidates.values() if row.id in ruled]
        met = [(row.id, _records_of(row)) for row in meant or candidates.values()]
        person_id = choose(records, [*met, *_under(added, mine).items()], knowledge)
        if person_id is None:
            person_id = _in_another_case(session, presence, knowledge)
        if person_id is None:
            person_id = _NOT_ADDED + len(unknown)
            unknown[person_id] = presence.person.name
            for key in mine:
                added[key][person_id] = records
        written = _names_of(candidates.get(person_id))
        new = {spelling for spelling in presence.spellings if spelling[0] not in written}
        fresh.setdefault(person_id, set()).update(new)
        country = _country(presence.person, knowledge)
        article_id = store.article(presence.report)
        written_so = candidates[person_id].names if person_id in candidates else ()
        found.append(participation_of(presence, article_id, person_id, country, written_so))
    ids = dict(zip(unknown, known_people.add_people(session, [*unknown.values()]), strict=True))
    met_as = {ids.get(person_id, person_id): names for person_id, names in fresh.items()}
    known_people.remember_spellings(session, met_as)
    return tuple(replace(part, person_id=ids.get(part.person_id, part.person_id)) for part in found)


def _in_another_case(
    session: Session, presence: Presence, knowledge: MergingKnowledge
) -> int | None:
    """Return who is known already by what may be the nominative of a name, or None."""
    person = presence.person
    tried = [
        NameRecord(nominative, person.role, person.affiliation, language)
        for name, language in presence.spellings
        for nominative in name_cases.nominatives(name, language)
    ]
    keys = frozenset().union(
        *(name_matching.pair_keys(record.name, record.language) for record in tried)
    )
    known = people.sharing(session, keys) if keys else {}
    met = [(row.id, _records_of(row)) for row, _ in known.values()]
    return choose(tried, met, knowledge) if met else None


def _under(by_key: Mapping[str, Mapping[int, Found]], keys: Collection[str]) -> dict[int, Found]:
    """Return what is found under any of these keys, in the order of the ids."""
    found: dict[int, Found] = {}
    for key in keys:
        found |= by_key.get(key, {})
    return dict(sorted(found.items()))


def _country(person: Participant, knowledge: MergingKnowledge) -> str | None:
    """Return the code of the country that somebody's affiliation is; None where it is none."""
    if not person.affiliation:
        return None
    country = knowledge.places.find_country(person.affiliation)
    return country.code if country else None


def participation_of(
    presence: Presence,
    article_id: int,
    person_id: int,
    country_code: str | None = None,
    met: Iterable[Spelling] = (),
) -> NewParticipation:
    """Return somebody's part in an event as it is kept.

    Args:
        presence: Who it is, by the event's reports.
        article_id: The article with the proof.
        person_id: Who that is among those who are known.
        country_code: Of the country that the affiliation names, or None.
        met: How he was written before.
    """
    person = presence.person
    return NewParticipation(
        name=person.name,
        role=person.role,
        affiliation=person.affiliation,
        attended=person.attended,
        moderator=person.moderator,
        proof=person.proof,
        article_id=article_id,
        person_id=person_id,
        country_code=country_code,
        presides=person.presides,
        by_message=person.by_message,
        language=presence.language,
        spellings=spellings.by_language(person.name, (*presence.spellings, *met)),
    )


def _keys_of(presence: Presence) -> frozenset[str]:
    keys: set[str] = set()
    for name, language in presence.spellings:
        pairs = name_matching.pair_keys(name, language)
        keys |= pairs or name_matching.index_keys(name, language)
    return frozenset(keys)


def _name_records(presence: Presence) -> list[NameRecord]:
    role, affiliation = presence.person.role, presence.person.affiliation
    return [NameRecord(name, role, affiliation, language) for name, language in presence.spellings]


def _records_of(known: people.PersonCandidate) -> list[NameRecord]:
    """Return somebody who is known under each name in each office."""
    offices = known.offices or ((None, None),)
    return [
        NameRecord(name, role, affiliation, language)
        for name, language in known.names
        for role, affiliation in offices
    ]


def _names_of(known: people.PersonCandidate | None) -> Collection[str]:
    return {name for name, _ in known.names} if known is not None else set()
