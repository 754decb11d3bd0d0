"""What is remembered of events: filing what the reader found, and giving it out whole.

`records` makes four queries whatever the number of events: events, organisations, participations, articles.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, false, func, or_, select, update
from sqlmodel import Session, col

from storage import articles, people, search
from storage.errors import NotStored
from storage.models import Article, ArticleState, Event, EventOrganization, Participation, Source, Topic
from storage.statements import table_of


@dataclass(frozen=True, slots=True)
class NewParticipation:
    """A person in an event, as an article tells it.

    Attributes:
        name: Nominative, without honorifics, in the article's script.
        role: The office or part as stated, or None.
        affiliation: The body or country of the role as stated, or None.
        attended: False for somebody who is only mentioned.
        moderator: Whether the text says that this person chaired.
        proof: The sentence that says so.
    """

    name: str
    role: str | None
    affiliation: str | None
    attended: bool
    moderator: bool
    proof: str


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as an article tells it.

    Attributes:
        title: Its name.
        kind: What sort of event.
        language: Of the article (ISO 639-1).
        tense: "past" or "future", from the article's day.
        starts_on: First day, or None where the text does not decide it.
        ends_on: Last day.
        city: As the article names it, or None.
        country: As the article names it, or None.
        country_code: ISO 3166-1 alpha-2, or TRNC; None where the country is none that the catalogue knows.
        venue: The building or body that hosts, or None.
        date_proof: The sentence that gives the days.
        place_proof: The sentence that gives the place.
        cancel_proof: The sentence that says that it is called off; None where none does.
        organizations: Ids as in organizations.toml, the foremost first.
        participations: Who was there or is mentioned, the foremost first.
    """

    title: str
    kind: str
    language: str
    tense: str
    starts_on: date | None = None
    ends_on: date | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    venue: str | None = None
    date_proof: str | None = None
    place_proof: str | None = None
    cancel_proof: str | None = None
    organizations: tuple[str, ...] = ()
    participations: tuple[NewParticipation, ...] = ()


@dataclass(frozen=True, slots=True)
class EventArticle:
    """An article that reports an event, without its text.

    Attributes:
        id: Its id; `Participation.article_id` refers to it.
        url: Where it stands.
        title: The headline.
        language: ISO 639-1, or None.
        published_at: Aware UTC, or None where the source does not say.
        first_seen_at: Aware UTC.
        source: The outlet's name.
    """

    id: int
    url: str
    title: str
    language: str | None
    published_at: datetime | None
    first_seen_at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event with all that is known of it.

    Attributes:
        event: The event itself.
        organizations: Ids, the foremost first.
        participations: The foremost first.
        articles: Who reported it, the first to be seen first.
    """

    event: Event
    organizations: tuple[str, ...]
    participations: tuple[Participation, ...]
    articles: tuple[EventArticle, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What events are asked for: those that concern any of these.

    Attributes:
        organizations: Ids as in organizations.toml.
        people: Ids of people who took part.
        countries: Codes of countries where they are held.
        kinds: What sorts of event.
    """

    organizations: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    @classmethod
    def of(cls, followed: Iterable[tuple[str, str]]) -> "About":
        """Return what some subscriptions, given by topic and subject, are to."""
        subjects = defaultdict[str, set[str]](set)
        for topic, subject in followed:
            subjects[topic].add(subject)
        people = frozenset(int(one) for one in subjects[Topic.PERSON] if one.isascii() and one.isdigit())
        return cls(frozenset(subjects[Topic.ORGANIZATION]), people, frozenset(subjects[Topic.COUNTRY]), frozenset(subjects[Topic.KIND]))

    def __bool__(self) -> bool:
        return bool(self.organizations or self.people or self.countries or self.kinds)

    def condition(self) -> ColumnElement[bool]:
        """Return the condition that an event concerns any of these."""
        bodies = select(col(EventOrganization.event_id)).where(col(EventOrganization.organization).in_(self.organizations))
        present = (col(Participation.person_id).in_(self.people), col(Participation.attended).is_(True))
        ways: list[ColumnElement[bool]] = []
        if self.organizations:
            ways.append(col(Event.id).in_(bodies))
        if self.people:
            ways.append(col(Event.id).in_(select(col(Participation.event_id)).where(*present)))
        if self.countries:
            ways.append(col(Event.country_code).in_(self.countries))
        if self.kinds:
            ways.append(col(Event.kind).in_(self.kinds))
        return or_(false(), *ways)


def found(session: Session, article_id: int, event: NewEvent, now: datetime) -> int:
    """File the event that an article reports, with its organisations and people, and mark the article as read.

    Of two readers of one article the second changes nothing. An article that is read again because its outlet has edited it retells its
    event.

    Returns:
        The event's id; for an article that had been read already, the id of the event that it was filed under.

    Raises:
        NotStored: There is no such article, or it had been read already and reports no event.
    """
    if not articles.finish(session, article_id, now, state=ArticleState.EVENT, language=event.language):
        known = session.scalar(select(col(Article.event_id)).where(col(Article.id) == article_id))
        if known is None:
            raise NotStored("unread article", article_id)
        return known
    earlier = session.scalar(select(col(Article.event_id)).where(col(Article.id) == article_id))
    row = session.get(Event, earlier) if earlier is not None else None
    if row is None:
        row = Event(found_at=now, changed_at=now, **_facts(event))
        session.add(row)
    else:
        _retell(session, row, article_id, event, now)
    session.flush()
    event_id = row.id
    session.exec(update(Article).where(col(Article.id) == article_id).values(event_id=event_id, cancel_proof=event.cancel_proof))
    held = set(session.scalars(select(col(EventOrganization.organization)).where(col(EventOrganization.event_id) == event_id)))
    names = [name for name in dict.fromkeys(event.organizations) if name not in held]
    session.add_all(EventOrganization(event_id=event_id, organization=name, position=len(held) + n) for n, name in enumerate(names))
    session.add_all(_participations(session, event_id, article_id, event.participations))
    search.index(session, event_id)
    return event_id


def _retell(session: Session, row: Event, article_id: int, event: NewEvent, now: datetime) -> None:
    """Replace what an edited article had said of its event; what other articles say stays."""
    for name, value in _facts(event).items():
        setattr(row, name, value)
    row.changed_at = now
    told = col(Participation.event_id) == row.id, col(Participation.article_id) == article_id
    session.exec(delete(Participation).where(*told))


def _facts(event: NewEvent) -> dict[str, Any]:
    return {
        "title": event.title,
        "kind": event.kind,
        "language": event.language,
        "tense": event.tense,
        "starts_on": event.starts_on,
        "ends_on": event.ends_on,
        "city": event.city,
        "country": event.country,
        "country_code": event.country_code,
        "venue": event.venue,
        "date_proof": event.date_proof,
        "place_proof": event.place_proof,
    }


def record(session: Session, event_id: int) -> EventRecord:
    """Return one event with all that is known of it.

    Raises:
        NotStored: There is no such event.
    """
    whole = _whole(session, select(Event).where(col(Event.id) == event_id))
    if not whole:
        raise NotStored("event", event_id)
    return whole[0]


def records(  # noqa: PLR0913 (each is a condition)
    session: Session,
    *,
    about: About | None = None,
    ids: Sequence[int] | None = None,
    found_since: datetime | None = None,
    starts_from: date | None = None,
    starts_until: date | None = None,
    on_from: date | None = None,
    on_until: date | None = None,
    without: Collection[int] = (),
    limit: int = 50,
    offset: int = 0,
) -> list[EventRecord]:
    """Return events that meet every condition given.

    With `ids` they come in that order; with `starts_from` or `on_from` those that begin soonest first; else those found last first.

    Args:
        session: The transaction.
        about: What they must concern, any of it; None for all events. One that names nothing finds nothing.
        ids: They must be among these.
        found_since: The event must have been found at this time or later.
        starts_from: First day from this one on; an event without a day is left out.
        starts_until: First day up to and with this one.
        on_from: It must go on on this day or later; an event without a day is left out.
        on_until: It must have begun by this day.
        without: Ids of events to leave out.
        limit: At most so many.
        offset: So many of the first are passed over.
    """
    first, last = col(Event.starts_on), func.coalesce(col(Event.ends_on), col(Event.starts_on))
    conditions: list[ColumnElement[bool] | None] = [
        about.condition() if about is not None else None,
        col(Event.id).in_(ids) if ids is not None else None,
        col(Event.found_at) >= found_since if found_since is not None else None,
        first >= starts_from if starts_from is not None else None,
        first <= starts_until if starts_until is not None else None,
        last >= on_from if on_from is not None else None,
        first <= on_until if on_until is not None else None,
        col(Event.id).not_in(without) if without else None,
    ]
    chosen = select(Event).where(*(one for one in conditions if one is not None))
    if starts_from is not None or on_from is not None:
        chosen = chosen.order_by(first, col(Event.id))
    else:
        chosen = chosen.order_by(col(Event.found_at).desc(), col(Event.id).desc())
    whole = _whole(session, chosen.limit(limit).offset(offset))
    return sorted(whole, key=lambda one: ids.index(one.event.id)) if ids is not None else whole


def _participations(session: Session, event_id: int, article_id: int, named: Iterable[NewParticipation]) -> Iterable[Participation]:
    named = list(named)
    ids = people.find_or_add(session, [one.name for one in named])
    seen = set(session.scalars(select(col(Participation.person_id)).where(col(Participation.event_id) == event_id)))
    for position, one in enumerate(named):
        person_id = ids.get(one.name)
        if person_id is None or person_id in seen:
            continue  # one person under two spellings of one article: the foremost stands
        seen.add(person_id)
        yield Participation(
            event_id=event_id,
            person_id=person_id,
            article_id=article_id,
            position=position,
            name=one.name,
            role=one.role,
            affiliation=one.affiliation,
            attended=one.attended,
            moderator=one.moderator,
            proof=one.proof,
        )


def _whole(session: Session, chosen: Select[Event]) -> list[EventRecord]:
    events = session.scalars(chosen).all()
    ids = [event.id for event in events]
    if not ids:
        return []
    bodies, parts = defaultdict[int, list[str]](list), defaultdict[int, list[Participation]](list)
    ranked = select(EventOrganization).order_by(col(EventOrganization.position))
    for body in session.scalars(ranked.where(col(EventOrganization.event_id).in_(ids))):
        bodies[body.event_id].append(body.organization)
    ranked_people = select(Participation).order_by(col(Participation.position))
    for part in session.scalars(ranked_people.where(col(Participation.event_id).in_(ids))):
        parts[part.event_id].append(part)
    reports = _reports(session, ids)
    return [EventRecord(e, tuple(bodies[e.id]), tuple(parts[e.id]), tuple(reports[e.id])) for e in events]


def _reports(session: Session, ids: Sequence[int]) -> defaultdict[int, list[EventArticle]]:
    reports = defaultdict[int, list[EventArticle]](list)
    a = table_of(Article).c
    statement = (
        select(a.event_id, a.id, a.url, a.title, a.language, a.published_at, a.first_seen_at, col(Source.name).label("source"))
        .join(Source, col(Source.id) == col(Article.source_id))
        .where(col(Article.event_id).in_(ids))
        .order_by(col(Article.first_seen_at), col(Article.id))
    )
    for row in session.execute(statement).mappings():
        values = dict(row)
        reports[values.pop("event_id")].append(EventArticle(**values))
    return reports
