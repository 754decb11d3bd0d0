"""What is remembered of events, given out whole.

`records` makes four queries whatever the number of events: events, organisations, participations,
articles; and one more where articles of other events name who was there.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple, TypedDict, Unpack

from sqlalchemy import BindParameter, ColumnElement, bindparam, false, or_, select
from sqlmodel import Session, col

from storage import search
from storage.enums import Topic
from storage.errors import NotStored
from storage.event_conditions import SETS, Shape, but_not, chosen_by_shape, ways
from storage.event_conditions import chosen as chosen_of
from storage.event_rows import EVENTS, PARTICIPATIONS, EventRow, ParticipationRow, read
from storage.models import Article, Event, EventOrganization, Participation, Source
from storage.sql import table_of

Words = tuple[tuple[str, ...], ...]
"""Some words, each in all of its spellings."""

SpellingsOf = Callable[[str], Sequence[Sequence[str]]]
"""Gives the words of a text, each in the spellings under which it is looked for."""

MOST_PARTS = 20
"""Parts of an event that are fetched with it."""


class EventArticle(NamedTuple):
    """An article that reports an event, without its text.

    Attributes:
        id: Its id; `Participation.article_id` refers to it.
        url: Where it stands.
        title: The headline.
        language: ISO 639-1, or None.
        published_at: Aware UTC, or None where the source does not say.
        first_seen_at: Aware UTC.
        source: The outlet's name.
        picture_url: Address of its lead picture, or None.
    """

    id: int
    url: str
    title: str
    language: str | None
    published_at: datetime | None
    first_seen_at: datetime
    source: str
    picture_url: str | None = None


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event with all that is known of it.

    Attributes:
        event: The event itself.
        organizations: Ids, the foremost first.
        participations: The foremost first.
        articles: Who reported it, the first to be seen first.
        parts: The events that are a part of it, the first found first, where it was asked for
            alone.
        naming: Articles of other events that name who took part in this one.
    """

    event: EventRow
    organizations: tuple[str, ...]
    participations: tuple[ParticipationRow, ...]
    articles: tuple[EventArticle, ...]
    parts: tuple["EventRecord", ...] = ()
    naming: tuple[EventArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What events are asked for: those that concern any of these.

    Attributes:
        organizations: Ids as in organizations.toml.
        people: Ids of people who took part.
        countries: Codes of countries where they are held, or that somebody came for.
        kinds: What sorts of event.
        towns: Ids of towns where they are held.
        words: Words that their reports hold: all of one entry, each in any of its spellings.
        without: What they must not concern, any of it; None for nothing.
    """

    organizations: frozenset[str] = frozenset()
    people: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    words: frozenset[Words] = frozenset()
    without: "EventFilter | None" = None

    @classmethod
    def of(
        cls,
        followed: Iterable[tuple[str, str]],
        spellings_of: SpellingsOf,
        *,
        without: "EventFilter | None" = None,
    ) -> "EventFilter":
        """Return what some subscriptions, given by topic and subject, are to.

        Args:
            followed: The subscriptions.
            spellings_of: Gives the words of a text, each in all spellings.
            without: What is kept out.
        """
        subjects = defaultdict[str, set[str]](set)
        for topic, subject in followed:
            subjects[topic].add(subject)
        people = frozenset(
            int(subject)
            for subject in subjects[Topic.PERSON]
            if subject.isascii() and subject.isdigit()
        )
        return cls(
            frozenset(subjects[Topic.ORGANIZATION]),
            people,
            frozenset(subjects[Topic.COUNTRY]),
            frozenset(subjects[Topic.KIND]),
            frozenset(subjects[Topic.TOWN]),
            frozenset(tuple(map(tuple, spellings_of(text))) for text in subjects[Topic.WORD]),
            without,
        )

    def __bool__(self) -> bool:
        named = (self.organizations, self.people, self.countries, self.kinds)
        return any(named) or bool(self.towns or self.words)

    @property
    def shape(self) -> Shape | None:
        """Which sets it names and which it keeps out; None where words are among them."""
        out = self.without.shape if self.without else ((), ())
        if self.words or out is None:
            return None
        return tuple(name for name in SETS if getattr(self, name)), out[0]

    def values(self) -> dict[str, list[Any]]:
        """Return what stands in the places of `concerning` for the shape."""
        values = {name: list(getattr(self, name)) for name in SETS}
        if self.without:
            values |= {f"no_{name}": list(getattr(self.without, name)) for name in SETS}
        return values

    def condition(self, session: Session) -> ColumnElement[bool]:
        """Return the condition that an event concerns any of these, and nothing kept out."""
        held = {name: getattr(self, name) for name in SETS if getattr(self, name)}
        words = [search.holding(session, words) for words in self.words]
        concerned = or_(false(), *ways(held), *words)
        return but_not(concerned, self.without.condition(session)) if self.without else concerned


def going_on_as(session: Session, event_id: int) -> int:
    """Return the event that an event goes on as: itself, unless it turned out to be another."""
    return session.scalar(_MERGED_INTO, {"event": event_id}) or event_id


_MERGED_INTO = select(col(Event.merged_into)).where(col(Event.id) == bindparam("event"))


def record(session: Session, event_id: int) -> EventRecord:
    """Return one event with all that is known of it.

    For one that turned out to be another, that one.

    Raises:
        NotStored: There is no such event.
    """
    known = read(session, _BY_ID, {"event": going_on_as(session, event_id)})
    if not known:
        raise NotStored("event", event_id)
    (found,) = whole(session, known)
    below = read(session, _BELOW, {"whole": found.event.id})
    return replace(found, parts=tuple(whole(session, below)))


_BY_ID = EVENTS.where(col(Event.id) == bindparam("event"))
_BELOW = (
    EVENTS.where(col(Event.parent_id) == bindparam("whole"), col(Event.merged_into).is_(None))
    .order_by(col(Event.found_at), col(Event.id))
    .limit(MOST_PARTS)
)


def ids_of_parts(session: Session, event_id: int, *, limit: int = 50) -> Sequence[int]:
    """Return the ids of the events that are a part of one, those that begin soonest first."""
    found = session.connection().execute(_PARTS_OF, {"whole": event_id, "most": limit})
    return found.scalars().all()


_PARTS_OF = (
    select(col(Event.id))
    .where(col(Event.parent_id) == bindparam("whole"), col(Event.merged_into).is_(None))
    .order_by(col(Event.starts_on), col(Event.id))
    .limit(bindparam("most"))
)


class Question(TypedDict, total=False):
    """What events are asked for; each condition that is given, and not None, must be met.

    Attributes:
        about: What they must concern, any of it; one that names nothing finds nothing.
        ids: They must be among these.
        found_since: The event must have been found at this time or later.
        starts_from: First day from this one on; an event without a day is left out.
        starts_until: First day up to and with this one.
        on_from: It must go on on this day or later; an event without a day is left out.
        on_until: It must have begun by this day.
        without: Ids of events to leave out.
        limit: At most so many; 50 unless given.
        offset: So many of the first are passed over.
    """

    about: EventFilter | None
    ids: Sequence[int] | None
    found_since: datetime | None
    starts_from: date | None
    starts_until: date | None
    on_from: date | None
    on_until: date | None
    without: Collection[int]
    limit: int
    offset: int


def records(session: Session, **question: Unpack[Question]) -> list[EventRecord]:
    """Return the events that a question asks for, whole; see `matching`."""
    return whole(session, matching(session, **question))


def matching(session: Session, **question: Unpack[Question]) -> Sequence[EventRow]:
    """Return the events that a question asks for, without what belongs to them.

    With `ids` they come in that order; with `starts_from` or `on_from` those that begin soonest
    first; else those found last first.
    """
    about, ids = question.pop("about", None), question.get("ids")
    most, passed_over = question.pop("limit", 50), question.pop("offset", 0)
    given: dict[str, Any] = {**question, "without": question.get("without") or None}
    asked = {name: value for name, value in given.items() if value is not None}
    names = tuple(sorted(asked))
    asked |= {"most": most, "passed_over": passed_over}
    if about is None:
        chosen = chosen_by_shape(names, None)
    elif (shape := about.shape) is not None:
        chosen, asked = chosen_by_shape(names, shape), asked | about.values()
    else:
        chosen = chosen_of(names, about.condition(session))
    found = read(session, chosen, asked)
    return sorted(found, key=lambda event: ids.index(event.id)) if ids is not None else found


def by_ids(session: Session, ids: Sequence[int]) -> list[EventRecord]:
    """Return the events with these ids, in their order; those that are no more are left out."""
    if not ids:
        return []
    known = read(session, _BY_IDS, {"ids": ids})
    found = {record.event.id: record for record in whole(session, known)}
    return [found[number] for number in ids if number in found]


_BY_IDS = EVENTS.where(
    col(Event.id).in_(bindparam("ids", expanding=True)), col(Event.merged_into).is_(None)
)
_event = table_of(Event).c
_CHANGED_AT = select(_event.id, _event.changed_at).where(
    _event.id.in_(bindparam("ids", expanding=True)), _event.merged_into.is_(None)
)


def changed_at(session: Session, ids: Collection[int]) -> dict[int, datetime]:
    """Return when each of these events last changed, aware UTC; those that are no more have none.

    What a card shows of an event is never another at the same moment.
    """
    if not ids:
        return {}
    rows = session.connection().execute(_CHANGED_AT, {"ids": ids}).all()
    return {row[0]: row[1] for row in rows}


# Built once: the building costs as much as what an event or two take to be read.
_OF_THESE: BindParameter[int] = bindparam("events", expanding=True)
_BODIES = (
    select(col(EventOrganization.event_id), col(EventOrganization.organization))
    .where(col(EventOrganization.event_id).in_(_OF_THESE))
    .order_by(col(EventOrganization.position))
)
_PARTS = PARTICIPATIONS.where(col(Participation.event_id).in_(_OF_THESE)).order_by(
    col(Participation.position)
)
_article = table_of(Article).c
_TOLD = (
    # In the order of `EventArticle`, behind the event.
    select(
        _article.event_id,
        _article.id,
        _article.url,
        _article.title,
        _article.language,
        _article.published_at,
        _article.first_seen_at,
        col(Source.name),
        _article.picture_url,
    )
    .join(Source, col(Source.id) == col(Article.source_id))
    .order_by(col(Article.first_seen_at), col(Article.id))
)
_REPORTS = _TOLD.where(col(Article.event_id).in_(_OF_THESE))
_BY_ARTICLE = _TOLD.where(_article.id.in_(bindparam("articles", expanding=True)))


def whole(session: Session, events: Sequence[EventRow]) -> list[EventRecord]:
    """Return events with what belongs to them, in their order."""
    ids = [event.id for event in events]
    if not ids:
        return []
    connection, asked = session.connection(), {"events": ids}
    bodies, parts = (
        defaultdict[int, list[str]](list),
        defaultdict[int, list[ParticipationRow]](list),
    )
    for event_id, organization in connection.execute(_BODIES, asked).all():
        bodies[event_id].append(organization)
    for part in map(ParticipationRow._make, connection.execute(_PARTS, asked).all()):
        parts[part.event_id].append(part)
    reports = _reports(session, ids)
    naming = _naming(session, parts, reports)
    return [
        EventRecord(
            event,
            tuple(bodies[event.id]),
            tuple(parts[event.id]),
            tuple(reports[event.id]),
            naming=tuple(naming.get(event.id, ())),
        )
        for event in events
    ]


def _naming(
    session: Session,
    parts: Mapping[int, Sequence[ParticipationRow]],
    reports: Mapping[int, Sequence[EventArticle]],
) -> Mapping[int, Sequence[EventArticle]]:
    """Return by event the articles of others that name who took part in it."""
    elsewhere: dict[int, set[int]] = {}
    for event_id, people in parts.items():
        named = {guest.article_id for guest in people if guest.attended}
        if missing := named - {article.id for article in reports.get(event_id, ())}:
            elsewhere[event_id] = missing
    if not elsewhere:
        return {}
    ids = sorted(set[int]().union(*elsewhere.values()))
    found = defaultdict[int, list[EventArticle]](list)
    for _, *told in session.connection().execute(_BY_ARTICLE, {"articles": ids}):
        article = EventArticle(*told)
        for event_id, missing in elsewhere.items():
            if article.id in missing:
                found[event_id].append(article)
    return found


def _reports(session: Session, ids: Sequence[int]) -> defaultdict[int, list[EventArticle]]:
    reports = defaultdict[int, list[EventArticle]](list)
    for event_id, *told in session.connection().execute(_REPORTS, {"events": ids}).all():
        reports[event_id].append(EventArticle._make(told))
    return reports
