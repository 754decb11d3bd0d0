"""The sum of what all reports of one event say.

Each fact is told as most of the trustworthy say it, with the article that its proof stands in.

A copy of another's text adds nothing; an organisation's own site counts double. How the days are
agreed on stands in `bot.merging.agreed_days`. Where reports disagree, all that they say is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from bot.extraction.facts import EventFacts, Kind, Participant, Tense
from bot.language import name_matching
from bot.merging.agreed_days import Span, days
from bot.merging.announced import expected
from bot.merging.event_outcomes import AgreedOutcome, agreed_outcomes
from bot.merging.event_titles import Gathering, best_title, gathering, titled
from bot.merging.guests import Guest, is_at
from bot.merging.knowledge import MergingKnowledge
from bot.merging.name_index import NameIndex
from bot.merging.people import same_name
from bot.merging.report import Report
from bot.merging.similarity import resemblance
from bot.merging.standing import GATHERING, standing
from bot.merging.weights import WEIGHTS

COPY = WEIGHTS.words.copied_from.of_one
"""Share of the text from which a report is a copy."""

OFFICIAL_VOICE = 2.0
"""Votes of an organisation's own site, where any other outlet has one: it knows its own events."""

Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody in an event, by all reports.

    Attributes:
        person: As the report that tells most tells it.
        report: Key of that report: the proof stands there.
        language: Of that report.
        spellings: (name, language) in every report, that one's first.
    """

    person: Participant
    report: str
    language: str
    spellings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """An event by all its reports.

    Attributes:
        lead: The report whose title and language the event takes.
        kind: What sort of event.
        tense: "past" once any report looks back on it.
        dated: The report with the proof of the days, or None.
        days: The first and the last day, or None.
        placed: The report that gives the place, or None.
        venue: The building or body that hosts, or None.
        organizations: Ids, those of most reports first.
        people: Those who attended first, at a gathering by what they lead.
        expected: Names of those of them whom only announcements name.
        disagreements: Fact ("days", "town", "kind") -> what is said besides -> keys of the reports
            that say it; all values, where more than one is said.
        titled: The report with the best title in each language that one is written in.
        gathering: What sort of gathering it is.
        outcomes: What came of it, what matters most first.
    """

    lead: Report
    kind: Kind
    tense: Tense
    dated: Report | None
    days: Span | None
    placed: Report | None
    venue: str | None
    organizations: tuple[str, ...]
    people: tuple[Presence, ...]
    expected: tuple[str, ...]
    disagreements: Mapping[str, Mapping[str, tuple[str, ...]]]
    titled: Mapping[str, Report]
    gathering: Gathering
    outcomes: tuple[AgreedOutcome, ...]


def summary(
    reports: Sequence[Report], knowledge: MergingKnowledge, guests: Iterable[Guest] = ()
) -> Summary:
    """Return the sum of `reports`, of which there is at least one; their order does not matter.

    Args:
        reports: All that is told of the event.
        knowledge: By what reports are merged.
        guests: Who came to it by reports of another event.
    """
    ranked = sorted(reports, key=partial(rank, knowledge.official_hosts))
    weights = _weights(ranked, knowledge.official_hosts)
    past = [report for report in ranked if report.event.tense == Tense.PAST]
    kind = _most(ranked, weights, _kind) or Kind.OTHER
    known = days(ranked, weights, kind)
    city = _most(ranked, weights, lambda report: report.city_id)
    country = _most(ranked, weights, lambda report: report.country_code)
    placed = (
        _first(ranked, lambda report: report.city_id == city)
        if city
        else _first(ranked, lambda report: bool(report.event.country))
    )
    if city is None and country is not None:
        placed = _first(ranked, lambda report: report.country_code == country)
    best = titled(ranked, knowledge.official_hosts)
    bodies = _organizations(ranked, weights)
    people = by_standing(_people(ranked, knowledge.official_hosts, kind, guests), bodies, knowledge)
    tense = Tense.PAST if past else Tense.FUTURE
    told = [(presence.person, presence.report) for presence in people]
    return Summary(
        lead=best_title(ranked, knowledge.official_hosts),
        kind=kind,
        tense=tense,
        dated=known.report if known else None,
        days=(known.start, known.end) if known else None,
        placed=placed,
        venue=_most(ranked, weights, lambda report: report.event.venue),
        organizations=bodies,
        people=people,
        expected=expected(ranked, known.start if known else None, tense, told),
        disagreements=_disagreements(ranked),
        titled=best,
        gathering=gathering(ranked),
        outcomes=agreed_outcomes(ranked, knowledge),
    )


def by_standing(
    people: tuple[Presence, ...], bodies: Sequence[str], knowledge: MergingKnowledge
) -> tuple[Presence, ...]:
    """Return the people of an event, those who attended a gathering by what they lead."""
    there = [presence for presence in people if presence.person.attended]
    if len(there) < GATHERING:
        return people
    own = bodies[:1]  # the heads of others are its guests
    there.sort(key=lambda presence: standing(presence.person, own, knowledge))
    return (*there, *people[len(there) :])


def rank(official: Collection[str], report: Report) -> tuple[bool, date, str, str, str]:
    """Official reports first, then the earliest; of equals what stays the same decides."""
    ties = report.outlet, report.headline, report.key
    return report.outlet not in official, report.published, *ties


def _weights(ranked: Sequence[Report], official: Collection[str]) -> dict[str, float]:
    """What each report counts: copies nothing, an organisation's own site double."""
    weights: dict[str, float] = {}
    for at, report in enumerate(ranked):
        voice = OFFICIAL_VOICE if report.outlet in official else 1.0
        copy = any(resemblance(report, earlier) >= COPY for earlier in ranked[:at])
        weights[report.key] = 0.0 if copy else voice
    return weights


def _most(
    ranked: Sequence[Report], weights: Mapping[str, float], fact: Callable[[Report], Value | None]
) -> Value | None:
    """Return what the reports say that count most; of equals what the first of them says."""
    votes = defaultdict[Value, float](float)
    for report in ranked:
        if (value := fact(report)) is not None:
            votes[value] += weights[report.key]
    return max(votes, key=votes.__getitem__) if votes else None


def _kind(report: Report) -> Kind | None:
    return report.event.kind if report.event.kind != Kind.OTHER else None


def _first(reports: Iterable[Report], fits: Callable[[Report], bool]) -> Report | None:
    return next((report for report in reports if fits(report)), None)


def _organizations(ranked: Sequence[Report], weights: Mapping[str, float]) -> tuple[str, ...]:
    votes = defaultdict[str, float](float)
    for report in ranked:
        for organization in report.reading.organizations:
            votes[organization] += weights[report.key]
    return tuple(sorted(votes, key=lambda organization: -votes[organization]))


def _people(
    ranked: Sequence[Report], official: Collection[str], kind: Kind, guests: Iterable[Guest]
) -> tuple[Presence, ...]:
    groups: list[list[tuple[Report, Participant]]] = []
    index: NameIndex[dict[str, None]] = NameIndex()
    for report, told in _told(ranked, kind, guests):
        taken = set[int]()
        for person in told:
            home = _group_of(person.name, index, taken)
            if home is None:
                groups.append([])
                home = index.add((), {})
            groups[home].append((report, person))
            names = index.also(person.name, home)
            names[person.name] = None
            taken.add(home)
    groups = _with_fathers(groups)
    lead = best_title(ranked, official)
    found = [_presence(group, lead) for group in groups]
    return tuple(sorted(found, key=lambda presence: not presence.person.attended))


def _told(
    ranked: Sequence[Report], kind: Kind, guests: Iterable[Guest]
) -> Iterator[tuple[Report, Sequence[Participant]]]:
    """Yield whom each report names; who came to another gathering was not at this one."""
    for report in ranked:
        yield (
            report,
            [
                person if is_at(report, person, kind) else replace(person, attended=False)
                for person in report.reading.participants
            ],
        )
    for report, theirs in groupby(guests, key=itemgetter(0)):
        yield report, [person for _, person in theirs]


def _group_of(name: str, index: NameIndex[dict[str, None]], taken: set[int]) -> int | None:
    """Return the group of a name.

    To one that the same report has spoken of already (`taken`) only a full name adds.
    """
    for at, names in index.near(name):
        matches = _is_full_name if at in taken else same_name
        if any(matches(known, name) for known in names):
            return at
    return None


def _with_fathers(
    groups: list[list[tuple[Report, Participant]]],
) -> list[list[tuple[Report, Participant]]]:
    """Return the groups, each without a surname put to the only one that it can be a name of.

    Whoever is told by given name and patronymic with an office of his own may bear such a name.
    """
    homes: dict[int, int] = {}
    for at, group in enumerate(groups):
        told = [name_matching.by_father(person.name) for _, person in group]
        if None in told or any(person.role for _, person in group):
            continue
        fits = [
            other
            for other, theirs in enumerate(groups)
            if other != at and _can_be(filter(None, told), theirs)
        ]
        if len(fits) == 1:
            homes[at] = fits[0]
    for at, home in homes.items():
        groups[home].extend(groups[at])
    return [group for at, group in enumerate(groups) if at not in homes]


def _can_be(
    told: Iterable[name_matching.ByFather], theirs: Sequence[tuple[Report, Participant]]
) -> bool:
    """Whether somebody called by the father's name can be one of whom these reports tell."""
    names = {person.name for _, person in theirs}
    for called in told:
        if not any(name_matching.may_be_by_father(called, name) for name in names):
            return False
    return True


def _is_full_name(known: str, name: str) -> bool:
    return name_matching.likeness(known, name) >= name_matching.NEAR_ENOUGH


def _presence(group: Sequence[tuple[Report, Participant]], lead: Report) -> Presence:
    """Return somebody as the report tells it that tells most.

    That is with an office, with its body, in the event's language, by the fullest name; but who
    attended by any report attended. Who presided by any presided, in the office that is told best;
    who only moderated is told so unless others tell more of what he is. Who came by no report sent
    a message if any says so.
    """

    def tells(told: tuple[Report, Participant]) -> tuple[bool, bool, bool, int]:
        report, person = told
        in_language = report.reading.language == lead.reading.language
        held = person.role is not None
        return held, held and bool(person.affiliation), in_language, len(person.name.split())

    attended = any(person.attended for _, person in group)
    agreeing = [told for told in group if told[1].attended == attended]
    best = max(group, key=tells)
    if best[1].attended != attended:
        best = max(agreeing, key=tells)
    presides = any(person.presides for _, person in group)
    moderating = next((told for told in group if told[1].moderator and not told[1].presides), None)
    if (
        moderating is not None
        and not best[1].moderator
        and tells(moderating)[:2] >= tells(best)[:2]
    ):
        best = moderating
    report, person = best
    if presides and person.role is not None and not person.presides:
        person = replace(person, moderator=True, presides=True)
    if not attended and any(told.by_message for _, told in group):
        person = replace(person, by_message=True)
    others = [(told.name, source.reading.language) for source, told in group]
    spellings = dict.fromkeys([(person.name, report.reading.language), *others])
    return Presence(person, report.key, report.reading.language, tuple(spellings))


def _disagreements(ranked: Sequence[Report]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return by fact what is said of it and by whom, where more than one thing is said."""
    said: dict[str, dict[str, tuple[str, ...]]] = {"days": {}, "town": {}, "kind": {}}
    for report in ranked:
        event = report.event
        values = {
            "days": _span(event),
            "town": report.city_id,
            "kind": event.kind if event.kind != Kind.OTHER else None,
        }
        for fact, value in values.items():
            if value is not None:
                said[fact][value] = (*said[fact].get(value, ()), report.key)
    return {fact: values for fact, values in said.items() if len(values) > 1}


def _span(event: EventFacts) -> str | None:
    """Return the days of an event as text: 2025-05-21 or 2025-05-21/2025-05-23."""
    if event.start is None:
        return None
    return f"{event.start}" if event.end in {None, event.start} else f"{event.start}/{event.end}"
