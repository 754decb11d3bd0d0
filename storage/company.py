"""Who was where with whom, counted: what the pages of people and of places show of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

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


def companions(session: Session, person_ids: Collection[int], *, limit: int) -> Sequence[Companion]:
    """Return who was most often where any of these people were, the last met first of equals.

    Only the `LAST` events of these people count, so that it costs the same whoever they are.
    """
    last_events = (
        select(col(Participation.event_id))
        .where(col(Participation.person_id).in_(person_ids), col(Participation.attended).is_(True))
        .order_by(col(Participation.event_id).desc())
        .limit(LAST)
    )
    ids = session.scalars(last_events).all()
    return most_present(session, ids, limit=limit, without=person_ids)


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
    times, last = func.count(col(Participation.event_id)), func.max(col(Event.starts_on))
    statement = (
        select(col(Person.id), col(Person.name), times, last)
        .join(Participation, col(Participation.person_id) == col(Person.id))
        .join(Event, col(Event.id) == col(Participation.event_id))
        .where(
            col(Participation.event_id).in_(event_ids),
            col(Participation.person_id).not_in(without),
            col(Participation.attended).is_(True),
            col(Event.merged_into).is_(None),
            col(Event.tense) == "past",
            col(Event.cancel_proof).is_(None),
        )
        .group_by(col(Person.id), col(Person.name))
        .order_by(times.desc(), last.desc().nulls_last(), col(Person.id))
    )
    return [Companion(*row) for row in session.execute(statement.limit(limit))]


def headships_of(
    session: Session, person_ids: Collection[int]
) -> list[tuple[Tenure, Person, EventArticle]]:
    """Return what these people head and headed, as articles attest it, the latest first."""
    return _headships(session, col(Tenure.person_id).in_(person_ids))


def heads_of(session: Session, organization: str) -> list[tuple[Tenure, Person, EventArticle]]:
    """Return who heads and headed an organisation, as articles attest it, the latest first."""
    return _headships(session, col(Tenure.organization) == organization)


def _headships(
    session: Session, which: ColumnElement[bool]
) -> list[tuple[Tenure, Person, EventArticle]]:
    began = func.coalesce(col(Tenure.since), col(Tenure.first_seen_on))
    statement = (
        select(Tenure, Person, Article, col(Source.name))
        .join(Person, col(Person.id) == col(Tenure.person_id))
        .join(Article, col(Article.id) == col(Tenure.article_id))
        .join(Source, col(Source.id) == col(Article.source_id))
        .where(which)
        .order_by(began.desc(), col(Tenure.id).desc())
    )
    return [
        (tenure, person, _told(article, source))
        for tenure, person, article, source in session.execute(statement)
    ]


def last_named(session: Session, person_id: int) -> tuple[Participation, EventArticle] | None:
    """Return how somebody was last named with an office, and the article that does it."""
    statement = (
        select(Participation, Article, col(Source.name))
        .join(Article, col(Article.id) == col(Participation.article_id))
        .join(Source, col(Source.id) == col(Article.source_id))
        .where(col(Participation.person_id) == person_id, col(Participation.role).is_not(None))
        .order_by(col(Participation.event_id).desc())
    )
    row = session.execute(statement.limit(1)).first()
    return None if row is None else (row[0], _told(row[1], row[2]))


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
