"""What changes of an event: its facts at two moments are compared.

What was moved or called off ahead of its day is kept.

An event changes when its card would read otherwise: its cards are then edited, and its entry in a
calendar goes up by one revision. Whether a change matters, so that it is told anew, is decided by
whoever hands in `Matters`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    bindparam,
    func,
    select,
)
from sqlmodel import Session, col

from config.types import JsonObject
from storage.errors import NotStored
from storage.event_conditions import Shape, concerning
from storage.event_outcomes import key_of, outcomes_of
from storage.event_told import Told, people_and_bodies, sources_of
from storage.event_values import EventValues
from storage.events import EventFilter
from storage.models import Article, Event, EventChange
from storage.prepared import Prepared
from storage.sql import moment, plainly

ECHO = timedelta(days=1)
"""How long after the news that an event is off other outlets may still announce it.

An announcement that comes later says that it is on again.
"""

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ChangedFacts:
    """What, when and where of an event, at one moment.

    Attributes:
        title: Its name.
        kind: What sort of event.
        starts_on: First day, or None where no article decides it.
        ends_on: Last day, or None.
        city: As an article names it, or None.
        country: As an article names it, or None.
        country_code: ISO 3166-1 alpha-2, or None.
        venue: The building or body that hosts, or None.
        cancelled: Whether it is called off.
    """

    title: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    city: str | None
    country: str | None
    country_code: str | None
    venue: str | None
    cancelled: bool

    def stored(self) -> JsonObject:
        """Return the facts as plain JSON values, days in ISO form, as `EventChange` keeps them."""
        values: JsonObject = _adapter().dump_python(self, mode="json")
        return values

    @staticmethod
    def restored(values: JsonObject) -> "ChangedFacts":
        """Return the facts of which `values` are the stored form.

        Raises:
            ValueError: They are not.
        """
        return _adapter().validate_python(values)


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[ChangedFacts]:
    return TypeAdapter(ChangedFacts)


Matters = Callable[[ChangedFacts, ChangedFacts, date], bool]
"""Whether a change between two states is to be told anew on a day; handed in by who decides it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All of an event that its card shows, at one moment.

    Attributes:
        about: What, when and where.
        rest: Who, which organisations, what came of it: only to be compared.
        sources: Which articles tell of it, in the same way.
    """

    about: ChangedFacts
    rest: frozenset[tuple[object, ...]]
    sources: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class KnownChange:
    """A change that mattered, as it was kept.

    Attributes:
        event_id: The event.
        revision: The event's, after the change.
        changed_at: When it became known, aware UTC.
        was: The facts before.
        became: The facts after.
    """

    event_id: int
    revision: int
    changed_at: datetime
    was: ChangedFacts
    became: ChangedFacts


@dataclass(frozen=True, slots=True)
class Change:
    """What came of a comparison.

    Attributes:
        revision: The event's, afterwards.
        differs: Whether its card reads otherwise than before.
        matters: Whether it is to be told anew.
        can_wait: Whether the card reads otherwise in its line of sources alone.
    """

    revision: int
    differs: bool
    matters: bool
    can_wait: bool = False


def facts(session: Session, event_id: int | None) -> Facts | None:
    """Return an event's facts as they stand, to be handed to `settle` later.

    None for an event that is not there yet.
    """
    event = session.get(Event, event_id) if event_id is not None else None
    return None if event is None else facts_of(event, _told(session, event.id))


def settle(
    session: Session, event_id: int, before: Facts | None, now: datetime, matters: Matters
) -> Change:
    """Compare an event with what it was before, and write down what has changed.

    To be called once it has all its new facts.

    Args:
        session: The transaction.
        event_id: The event.
        before: Its facts before, of `facts`; None for one that is new, which has not changed.
        now: The present, aware UTC.
        matters: Decides whether the change is to be told anew.

    Raises:
        NotStored: There is no such event.
    """
    event = session.get(Event, event_id)
    if event is None:
        raise NotStored("event", event_id)
    told = _told(session, event_id)
    return settle_values(session, EventValues(event), told, before, now, matters)


def settle_values(
    session: Session,
    values: EventValues,
    told: Told,
    before: Facts | None,
    now: datetime,
    matters: Matters,
) -> Change:
    """Do what `settle` does with an event whose new values are not written yet, and write them.

    `told` is what is kept of it beside its row by now.
    """
    values.set("cancel_proof", told.called_off)
    event, after = values.row, facts_of(values.row, told)
    if before is None or before == after:
        values.write(session)
        return Change(event.revision, differs=False, matters=False)
    values.set("revision", event.revision + 1)
    # Never the same twice: cards are kept by it.
    values.set("changed_at", max(now, event.changed_at + _TICK))
    values.write(session)
    to_be_told = matters(before.about, after.about, now.date()) and not _is_known(
        session, event.id, after.about
    )
    if to_be_told:
        session.add(
            EventChange(
                event_id=event.id,
                revision=event.revision,
                changed_at=event.changed_at,
                was=dict(before.about.stored()),
                became=dict(after.about.stored()),
            )
        )
        session.flush()
    can_wait = (before.about, before.rest) == (after.about, after.rest)
    return Change(event.revision, differs=True, matters=to_be_told, can_wait=can_wait)


def _is_known(session: Session, event_id: int, became: ChangedFacts) -> bool:
    """Whether the last change that was told of an event already led to these days and this fate."""
    last = session.scalars(
        select(EventChange)
        .where(col(EventChange.event_id) == event_id)
        .order_by(col(EventChange.id).desc())
        .limit(1)
    ).first()
    if last is None:
        return False
    told = ChangedFacts.restored(last.became)
    facts = (told.starts_on, told.city, told.country_code, told.cancelled)
    return facts == (became.starts_on, became.city, became.country_code, became.cancelled)


def touch(session: Session, event_id: int, now: datetime) -> None:
    """Note that the card of an event reads otherwise though its own facts are the same."""
    event = session.get(Event, event_id)
    if event is not None:
        event.changed_at = max(now, event.changed_at + _TICK)
        session.flush()


def change(session: Session, event_id: int, revision: int) -> KnownChange:
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
    return _known(found)


def between(
    session: Session, about: EventFilter, since: datetime, until: datetime, *, limit: int
) -> list[KnownChange]:
    """Return the last change, from `since` on and before `until`, of events that were known before.

    Of each event that concerns `about`; the earliest change first.
    """
    asked: dict[str, Any] = {"since": since, "until": until, "most": limit}
    if (shape := about.shape) is not None:
        statement, asked = _between_of_shape(shape), asked | about.values()
    else:
        statement = _between(about.condition(session))
    return [_known(row) for row in session.scalars(statement, asked)]


def _between(concerned: ColumnElement[bool]) -> Select[EventChange]:
    last = select(func.max(col(EventChange.id))).join(
        Event, col(Event.id) == col(EventChange.event_id)
    )
    within = (
        col(EventChange.changed_at) >= moment("since"),
        col(EventChange.changed_at) < moment("until"),
        col(Event.found_at) < moment("since"),
    )
    ids = last.where(*within, col(Event.merged_into).is_(None), concerned).group_by(
        col(EventChange.event_id)
    )
    return (
        select(EventChange)
        .where(col(EventChange.id).in_(ids))
        .order_by(col(EventChange.changed_at), col(EventChange.id))
        .limit(bindparam("most", type_=Integer))
    )


@cache
def _between_of_shape(shape: Shape) -> Select[EventChange]:
    return _between(concerning(shape))


_OF_EVENTS = (
    select(EventChange)
    .where(col(EventChange.event_id).in_(bindparam("events", expanding=True)))
    .order_by(col(EventChange.changed_at), col(EventChange.id))
)


def of_events(session: Session, event_ids: Collection[int]) -> list[KnownChange]:
    """Return all changes of some events that mattered, the earliest first."""
    rows = session.scalars(_OF_EVENTS, {"events": event_ids}) if event_ids else ()
    return [_known(row) for row in rows]


def _known(row: EventChange) -> KnownChange:
    was, became = ChangedFacts.restored(row.was), ChangedFacts.restored(row.became)
    return KnownChange(row.event_id, row.revision, row.changed_at, was, became)


_TOLD_AT = func.coalesce(col(Article.published_at), col(Article.first_seen_at)).label("told_at")
# Of hundreds of articles hardly one calls its event off: only that one is looked at.
_CALLED_OFF = Prepared(
    select(col(Article.cancel_proof), _TOLD_AT)
    .where(col(Article.event_id) == bindparam("event"), col(Article.cancel_proof).is_not(None))
    .order_by(_TOLD_AT.desc(), col(Article.id).desc())
    .limit(1),
    ["event"],
)
_LAST_TOLD = select(func.max(_TOLD_AT)).where(col(Article.event_id) == bindparam("event"))


def _told(session: Session, event_id: int) -> Told:
    of_articles = sources_of(session, event_id), called_off(session, event_id)
    return Told(*people_and_bodies(session, event_id), *of_articles)


def facts_of(event: Event, told: Told) -> Facts:
    """Return the facts of an event, of which this is kept beside its row."""
    rest = told.shown() | {key_of(outcome) for outcome in outcomes_of(event)}
    about = ChangedFacts(
        title=event.title,
        kind=event.kind,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        city=event.city,
        country=event.country,
        country_code=event.country_code,
        venue=event.venue,
        cancelled=event.cancel_proof is not None,
    )
    return Facts(about, frozenset(rest), told.sources)


def called_off(session: Session, event_id: int) -> str | None:
    """Return the sentence that calls an event off.

    None where an article that came out more than a day later speaks of it as on.
    """
    asked = {"event": event_id}
    for proof, at in _CALLED_OFF.rows(session, asked):
        last = plainly(session, _LAST_TOLD, asked).scalar_one()
        return None if last - at > ECHO else str(proof)
    return None
