"""What changes of an event: its facts at two moments are compared, and what was moved or called off ahead of its day is kept.

An event changes when its card would read otherwise: its cards are then edited, and its entry in a
calendar goes up by one revision. A change matters, and is told anew, when the first day, the town
or the country of an event that still lies ahead was known and is another now, or when the event is
called off or on again. What an aftermath sets right of a day that is over is a correction and no
news.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from config.catalogue import load_catalogue
from config.text import fold
from storage.errors import NotStored
from storage.events import About
from storage.models import Article, Event, EventChange, EventOrganization, Participation

ECHO = timedelta(days=1)
"""How long after the news that an event is off other outlets may still announce it without its being on again."""

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Facts:
    """All of an event that its card shows, at one moment.

    Attributes:
        about: What, when and where, as `EventChange` keeps it: plain JSON values by name.
        rest: Who, which organisations, which articles: to be compared and nothing else.
    """

    about: Mapping[str, Any]
    rest: frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """What came of a comparison.

    Attributes:
        revision: The event's, afterwards.
        differs: Whether its card reads otherwise than before.
        matters: Whether it is to be told anew.
    """

    revision: int
    differs: bool
    matters: bool


def facts(session: Session, event_id: int | None) -> Facts | None:
    """Return an event's facts as they stand, to be handed to `settle` later.

    None for an event that is not there yet.
    """
    session.flush()
    event = session.get(Event, event_id) if event_id is not None else None
    return None if event is None else _facts(session, event)


def settle(session: Session, event_id: int, before: Facts | None, now: datetime) -> Change:
    """Compare an event with what it was before, and write down what has changed: to be called once it has all its new facts.

    Args:
        session: The transaction.
        event_id: The event.
        before: Its facts before, of `facts`; None for one that is new, which has not changed.
        now: The present; days of this day or later lie ahead.

    Raises:
        NotStored: There is no such event.
    """
    session.flush()
    event = session.get(Event, event_id)
    if event is None:
        raise NotStored("event", event_id)
    event.cancel_proof = _called_off(session, event_id)
    after = _facts(session, event)
    if before is None or before == after:
        session.flush()
        return Change(event.revision, differs=False, matters=False)
    event.revision += 1
    event.changed_at = max(
        now, event.changed_at + _TICK
    )  # never the same twice: cards are kept by it
    matters = _matters(before.about, after.about, now.date())
    if matters:
        was, became = dict(before.about), dict(after.about)
        session.add(
            EventChange(
                event_id=event_id,
                revision=event.revision,
                changed_at=event.changed_at,
                was=was,
                became=became,
            )
        )
    session.flush()
    return Change(event.revision, differs=True, matters=matters)


def change(session: Session, event_id: int, revision: int) -> EventChange:
    """Return the change that took an event to `revision`.

    Raises:
        NotStored: There is none that mattered.
    """
    found = session.scalars(
        select(EventChange).where(
            col(EventChange.event_id) == event_id, col(EventChange.revision) == revision
        )
    ).first()
    if found is None:
        raise NotStored("change of an event", event_id)
    return found


def between(
    session: Session, about: About, since: datetime, until: datetime, *, limit: int
) -> list[EventChange]:
    """Return the last change of each event that concerns `about`, was known at `since`, and changed from then on and before `until`."""
    last = select(func.max(col(EventChange.id))).join(
        Event, col(Event.id) == col(EventChange.event_id)
    )
    within = (
        col(EventChange.changed_at) >= since,
        col(EventChange.changed_at) < until,
        col(Event.found_at) < since,
    )
    ids = last.where(*within, col(Event.merged_into).is_(None), about.condition()).group_by(
        col(EventChange.event_id)
    )
    statement = (
        select(EventChange)
        .where(col(EventChange.id).in_(ids))
        .order_by(col(EventChange.changed_at), col(EventChange.id))
    )
    return list(session.scalars(statement.limit(limit)))


def day(value: object) -> date | None:
    """Return a day as `EventChange` keeps it."""
    return date.fromisoformat(str(value)) if value else None


def _facts(session: Session, event: Event) -> Facts:
    parts = (
        col(Participation.person_id),
        col(Participation.name),
        col(Participation.role),
        col(Participation.affiliation),
    )
    there = select(*parts, col(Participation.attended), col(Participation.moderator)).where(
        col(Participation.event_id) == event.id
    )
    bodies = select(col(EventOrganization.organization)).where(
        col(EventOrganization.event_id) == event.id
    )
    reports = select(col(Article.id), col(Article.url), col(Article.published_at)).where(
        col(Article.event_id) == event.id
    )
    rest = {
        tuple(row) for statement in (there, bodies, reports) for row in session.execute(statement)
    }
    about = {
        "title": event.title,
        "kind": event.kind,
        "starts_on": event.starts_on and event.starts_on.isoformat(),
        "ends_on": event.ends_on and event.ends_on.isoformat(),
        "city": event.city,
        "country": event.country,
        "country_code": event.country_code,
        "venue": event.venue,
        "cancelled": event.cancel_proof is not None,
    }
    return Facts(about, frozenset(rest))


def _matters(was: Mapping[str, Any], became: Mapping[str, Any], today: date) -> bool:
    last = max(
        (
            one
            for one in (day(facts["ends_on"] or facts["starts_on"]) for facts in (was, became))
            if one
        ),
        default=None,
    )
    if last is not None and last < today:
        return False
    if was["cancelled"] != became["cancelled"]:
        return True
    if became["cancelled"]:
        return False
    return moved_in_time(was, became) or moved_in_space(was, became)


def moved_in_time(was: Mapping[str, Any], became: Mapping[str, Any]) -> bool:
    """Whether the first day was known and is another now.

    A last day that becomes known is a detail.
    """
    return bool(
        was["starts_on"] and became["starts_on"] and was["starts_on"] != became["starts_on"]
    )


def moved_in_space(was: Mapping[str, Any], became: Mapping[str, Any]) -> bool:
    """Whether the town or the country was known and is another now, however the articles spell it."""
    if (
        was["country_code"]
        and became["country_code"]
        and was["country_code"] != became["country_code"]
    ):
        return True
    return bool(was["city"] and became["city"] and _town(was["city"]) != _town(became["city"]))


def _town(name: str) -> str:
    city = load_catalogue().places.find_city(name)
    return city.id if city else fold(name)


def _called_off(session: Session, event_id: int) -> str | None:
    """Return the sentence that calls an event off, unless an article that came out more than a day later speaks of it as on."""
    told_at = func.coalesce(col(Article.published_at), col(Article.first_seen_at)).label("told_at")
    statement = (
        select(col(Article.cancel_proof), told_at)
        .where(col(Article.event_id) == event_id)
        .order_by(told_at, col(Article.id))
    )
    off: tuple[str, datetime] | None = None
    for proof, at in session.execute(statement):
        if proof is not None:
            off = proof, at
        elif off is not None and at - off[1] > ECHO:
            off = None
    return off[0] if off else None
