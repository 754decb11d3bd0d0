"""What chats are told in the course of a great event: its eve, that it has begun, its evening.

It goes to who has the event's card, and for long enough that there is something to add to it. An
event begins once and has one last evening, so each is told once, whatever becomes of its days and
whichever event it turns out to be; where the card came without a sound, so does this.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, Select, bindparam, literal, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from storage import outbox
from storage.alert_limits import NO_LIMITS, AlertLimits
from storage.delivery_subjects import course_subject, reminder_subject
from storage.enums import HAS_OR_MAY_HAVE, ChatState, DeliveryKind, Lead, Manner, Mode
from storage.errors import NotStored
from storage.event_rows import EVENTS, EventRow, read
from storage.models import Chat, Delivery, Event, Subscription
from storage.reminders import wants

HAD_FOR = {
    Lead.EVE: timedelta(hours=12),
    Lead.START: timedelta(hours=12),
    Lead.EVENING: timedelta(hours=3),
}
"""How long a chat must have had the card, or it has just been told as much by it."""


def _standing(day: Mapped[date | None], *also: ColumnElement[bool]) -> Select[Any]:
    """Return the whole events that stand, with this day of theirs between two, by their number."""
    between = day.between(bindparam("first", type_=Date), bindparam("last", type_=Date))
    alone = (col(Event.merged_into).is_(None), col(Event.parent_id).is_(None))
    stands = (between, col(Event.cancel_proof).is_(None), *alone)
    return EVENTS.where(*stands, *also).order_by(col(Event.id))


# Built once: these run at every look, and mostly find nothing.
_ENDING = _standing(col(Event.ends_on), col(Event.begun_at).is_not(None))
_BEGINNING = _standing(
    col(Event.starts_on),
    col(Event.is_great).is_(True),
    col(Event.begun_at).is_(None),
    col(Event.date_proof).is_not(None),  # a day that no text states is foretold to nobody
)
_ZONES = {
    lead: select(col(Chat.timezone))
    .where(wants(lead), col(Chat.state) == ChatState.ACTIVE)
    .distinct()
    for lead in (Lead.EVE, Lead.EVENING)
}


def ending(session: Session, first: date, last: date) -> Sequence[EventRow]:
    """Return the great events that have begun and whose last day is one of these."""
    return read(session, _ENDING, {"first": first, "last": last})


def beginning(session: Session, first: date, last: date) -> Sequence[EventRow]:
    """Return the great events that are to begin on one of these days, as a text states."""
    return read(session, _BEGINNING, {"first": first, "last": last})


def zones(session: Session, lead: Lead) -> Sequence[str]:
    """Return the zones of the active chats that are told of an eve, or of an evening."""
    return session.scalars(_ZONES[lead]).all()


def family(session: Session, event_id: int) -> frozenset[int]:
    """Return an event and its parts."""
    parts = session.scalars(select(col(Event.id)).where(col(Event.parent_id) == event_id))
    return frozenset({event_id, *parts})


def enqueue_start(
    session: Session,
    event_id: int,
    now: datetime,
    words: Collection[str] = (),
    limits: AlertLimits = NO_LIMITS,
) -> int:
    """Owe the news that an event has begun to the chats that have its card; return how many.

    Args:
        session: The transaction.
        event_id: The event, which has a day.
        now: The present, aware UTC.
        words: The words that chats follow or keep out and that the event holds.
        limits: What keeps it from a chat besides.

    Raises:
        NotStored: There is no such event.
    """
    known = read(session, EVENTS.where(col(Event.id) == event_id))
    if not known:
        raise NotStored("event", event_id)
    (event,) = known
    return _enqueue(session, event, Lead.START, now, words, limits.conditions(now))


def enqueue_evening(  # noqa: PLR0913, PLR0917 - each says who is owed what
    session: Session,
    event: EventRow,
    lead: Lead,
    zones: Collection[str],
    now: datetime,
    words: Collection[str] = (),
    limits: AlertLimits = NO_LIMITS,
) -> int:
    """Owe what is told on an event's eve or last evening to chats in these zones with its card.

    Return how many that is; see `enqueue_start`. Whoever is reminded of every event a day before
    it is told of no eve besides.
    """
    here = [col(Chat.timezone).in_(zones), *limits.conditions(now)]
    if lead is Lead.EVE:
        here.append(col(Chat.remind_day).is_(False))
    return _enqueue(session, event, lead, now, words, here)


def _enqueue(
    session: Session,
    event: EventRow,
    lead: Lead,
    now: datetime,
    words: Collection[str],
    here: Sequence[ColumnElement[bool]],
) -> int:
    assert event.starts_on is not None  # noqa: S101 - what has begun has a day
    of_another = (
        select(col(Delivery.chat_id))
        .join(Event, col(Event.id) == col(Delivery.event_id))
        .where(
            col(Delivery.kind) == DeliveryKind.REMINDER,
            col(Delivery.lead) == lead,
            *(() if lead is not Lead.EVE else (col(Delivery.day) == event.starts_on,)),
            or_(col(Event.id) == event.id, col(Event.merged_into) == event.id),
        )
    )
    at_once = or_(
        col(Chat.mode).in_([Mode.INSTANT, Mode.BOTH]),
        col(Subscription.manner).in_([Manner.INSTANT, Manner.SILENT]),
    )
    chosen = (wants(lead), at_once, col(Chat.id).not_in(of_another), *here)
    # Of what is moved there is another eve.
    subject_of = reminder_subject if lead is Lead.EVE else course_subject
    subject = subject_of(event.id, lead, event.starts_on)
    return sum(
        outbox.enqueue_for_followers(
            session,
            DeliveryKind.REMINDER,
            subject,
            event.id,
            now,
            [*chosen, _has_card(event.id, now - HAD_FOR[lead], is_silent=is_silent)],
            words,
            is_silent=literal(is_silent),
        )
        for is_silent in (False, True)
    )


def _has_card(event_id: int, since: datetime, *, is_silent: bool) -> ColumnElement[bool]:
    """Return the condition that a chat has had the card since then, with or without a sound."""
    holders = select(col(Delivery.chat_id)).where(
        col(Delivery.event_id) == event_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.state).in_(HAS_OR_MAY_HAVE),
        col(Delivery.created_at) <= since,
        col(Delivery.is_silent).is_(is_silent),
    )
    return col(Chat.id).in_(holders)
