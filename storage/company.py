"""Who was where with whom, counted: what the pages of people and of places show of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, bindparam, func, select
from sqlmodel import Session, col

from storage.event_rows import PARTICIPATIONS, ParticipationRow
from storage.events import EventArticle
from storage.models import Article, Event, Participation, Person, Source, Tenure


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody who was where others were.

    Attributes:
        person_id: Who.
        name: As first met.
        times: At how many events.
        last: The day of the last of them that has one, or None.
    """

    person_id: int
    name: str
    times: int
    last: date | None


LAST = 200
"""Events of somebody by which it is counted whom they met: those found last."""


_LAST_EVENTS = (
    select(col(Participation.event_id))
    .where(
        col(Participation.person_id).in_(bindparam("people", expanding=True)),
        col(Participation.attended).is_(True),
    )
    .order_by(col(Participation.event_id).desc())
    .limit(LAST)
)


def last_events(session: Session, person_ids: Collection[int]) -> tuple[int, ...]:
    """Return the ids of the last events of any of these people, to be given to `most_present`.

    There are `LAST` at most, so that to count costs the same whoever these people are.
    """
    found = session.connection().execute(_LAST_EVENTS, {"people": person_ids})
    return tuple(found.scalars())


_TIMES, _LAST = func.count(col(Participation.event_id)), func.max(col(Event.starts_on))
# Built once, as below: the building costs as much as what is found.
_MOST_PRESENT = (
    select(col(Person.id), col(Person.name), _TIMES, _LAST)
    .join(Participation, col(Participation.person_id) == col(Person.id))
    .join(Event, col(Event.id) == col(Participation.event_id))
    .where(
        col(Participation.event_id).in_(bindparam("events", expanding=True)),
        col(Participation.person_id).not_in(bindparam("without", expanding=True)),
        col(Participation.attended).is_(True),
        col(Event.merged_into).is_(None),
        col(Event.tense) == "past",
        col(Event.cancel_proof).is_(None),
    )
    .group_by(col(Person.id), col(Person.name))
    .order_by(_TIMES.desc(), _LAST.desc().nulls_last(), col(Person.id))
    .limit(bindparam("most"))
)


def most_present(
    session: Session, event_ids: Collection[int], *, limit: int, without: Collection[int] = ()
) -> Sequence[Companion]:
    """Return who was at most of these events, the last met first of equals.

    Args:
        session: The transaction.
        event_ids: The events; only what happened counts.
        limit: At most so many people.
        without: People who are left out.
    """
    asked = {"events": event_ids, "without": without, "most": limit}
    return [Companion(*row) for row in session.connection().execute(_MOST_PRESENT, asked)]


_ELSEWHERE = (
    select(col(Participation.person_id))
    .join(Event, col(Event.id) == col(Participation.event_id))
    .where(
        col(Participation.person_id).in_(bindparam("people", expanding=True)),
        col(Participation.attended).is_(True),
        col(Participation.event_id) != bindparam("event"),
        col(Event.merged_into).is_(None),
        col(Event.tense) == "past",
        col(Event.starts_on) <= bindparam("last"),
        func.coalesce(col(Event.ends_on), col(Event.starts_on)) >= bindparam("first"),
    )
    .distinct()
)


def elsewhere(
    session: Session, event_id: int, person_ids: Collection[int], first: date, last: date
) -> frozenset[int]:
    """Return which of these people are reported at another event from `first` to `last`."""
    asked = {"people": person_ids, "event": event_id, "first": first, "last": last}
    return frozenset(session.scalars(_ELSEWHERE, asked)) if person_ids else frozenset()


_HEADSHIPS = (
    select(Tenure, Person, Article, col(Source.name))
    .join(Person, col(Person.id) == col(Tenure.person_id))
    .join(Article, col(Article.id) == col(Tenure.article_id))
    .join(Source, col(Source.id) == col(Article.source_id))
    .order_by(
        func.coalesce(col(Tenure.since), col(Tenure.first_seen_on)).desc(), col(Tenure.id).desc()
    )
)
_OF_PEOPLE = _HEADSHIPS.where(col(Tenure.person_id).in_(bindparam("people", expanding=True)))
_OF_BODY = _HEADSHIPS.where(col(Tenure.organization) == bindparam("organization"))


def headships_of(
    session: Session, person_ids: Collection[int]
) -> list[tuple[Tenure, Person, EventArticle]]:
    """Return what these people head and headed, as articles attest it, the latest first."""
    return _headships(session.execute(_OF_PEOPLE, {"people": person_ids}))


def heads_of(session: Session, organization: str) -> list[tuple[Tenure, Person, EventArticle]]:
    """Return who heads and headed an organisation, as articles attest it, the latest first."""
    return _headships(session.execute(_OF_BODY, {"organization": organization}))


def _headships(
    found: Iterable[Row[Tenure, Person, Article, str]],
) -> list[tuple[Tenure, Person, EventArticle]]:
    return [(tenure, person, _told(article, source)) for tenure, person, article, source in found]


def last_named(session: Session, person_id: int) -> tuple[ParticipationRow, EventArticle] | None:
    """Return how somebody was last named with an office, and the article that does it."""
    statement = (
        PARTICIPATIONS.add_columns(Article, col(Source.name))
        .join(Article, col(Article.id) == col(Participation.article_id))
        .join(Source, col(Source.id) == col(Article.source_id))
        .where(col(Participation.person_id) == person_id, col(Participation.role).is_not(None))
        .order_by(col(Participation.event_id).desc())
    )
    row = session.execute(statement.limit(1)).first()
    if row is None:
        return None
    *named, article, source = row
    return ParticipationRow._make(named), _told(article, source)


def _told(article: Article, source: str) -> EventArticle:
    return EventArticle(
        article.id,
        article.url,
        article.title,
        article.language,
        article.published_at,
        article.first_seen_at,
        source,
    )
