"""What is owed to chats, and what became of it.

Owing is one statement however many chats follow an event, and `unique (chat, kind, subject)` makes owing twice the same as owing once.
A sender claims what is due, sends, and records the outcome; a delivery that a dead sender left behind is found by its lease (`recover`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import CompoundSelect, String, case, cast, func, literal, select, union_all, update
from sqlmodel import Session, col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import quiet
from storage.columns import RowId
from storage.errors import NotStored
from storage.models import (
    Chat,
    ChatState,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Event,
    EventOrganization,
    Mode,
    Muted,
    Participation,
    Subscription,
    Topic,
)
from storage.statements import changed, insert
from storage.statements import claim as claim_rows

REASON_LENGTH = 500
"""Characters kept of why a delivery failed."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of deliveries whose sender died.

    Attributes:
        again: How many are due again.
        uncertain: How many may or may not have arrived.
    """

    again: int
    uncertain: int


def subject_of(event_id: int) -> str:
    """Return the subject of a delivery that is about an event."""
    return f"event:{event_id}"


def owe_alerts(session: Session, event_id: int, now: datetime) -> int:
    """Owe an alert of an event to every active chat that wants alerts and follows it, and return how many chats that is anew.

    A chat follows an event by one of its organisations, its country, its kind, or somebody who took part in it. Within a chat's quiet
    hours its alert is held (`storage.quiet`); one that has muted the event is owed nothing.
    """
    topics = _topics(event_id).subquery("topics")
    followers = (
        select(
            col(Chat.id),
            literal(DeliveryKind.ALERT.value),
            literal(subject_of(event_id)),
            literal(event_id, RowId),
            case((quiet.quiet_at(now), DeliveryState.HELD.value), else_=DeliveryState.PENDING.value),
            literal(0),
            literal(now, UTCDateTime()),
            literal(now, UTCDateTime()),
        )
        .join(Subscription, col(Subscription.chat_id) == col(Chat.id))
        .join(topics, (topics.c.topic == col(Subscription.topic)) & (topics.c.subject == col(Subscription.subject)))
        .where(col(Chat.state) == ChatState.ACTIVE, col(Chat.mode).in_([Mode.INSTANT, Mode.BOTH]))
        .where(col(Chat.id).not_in(select(col(Muted.chat_id)).where(col(Muted.event_id) == event_id)))
        .distinct()
    )
    columns = ["chat_id", "kind", "subject", "event_id", "state", "attempts", "created_at", "next_attempt_at"]
    return changed(session, insert(session, Delivery).from_select(columns, followers).on_conflict_do_nothing())


def owe_digest(session: Session, chat_id: int, day: date, now: datetime) -> bool:
    """Owe a chat the digest of its local `day` and note that day in the chat; False when it was owed already.

    Raises:
        NotStored: There is no such chat.
    """
    chat = session.get(Chat, chat_id)
    if chat is None:
        raise NotStored("chat", chat_id)
    chat.last_digest_on = max(day, chat.last_digest_on or day)
    row = Delivery(chat_id=chat_id, kind=DeliveryKind.DIGEST, subject=day.isoformat(), created_at=now, next_attempt_at=now)
    return changed(session, insert(session, Delivery).on_conflict_do_nothing().values(row.model_dump(exclude={"id"}))) == 1


def claim(session: Session, now: datetime, *, limit: int, lease: timedelta, platforms: Collection[str]) -> list[tuple[Delivery, Chat]]:
    """Take up to `limit` due deliveries to active chats of `platforms`, the longest due first, to send them before `now + lease`."""
    due = (
        select(col(Delivery.id))
        .join(Chat, col(Chat.id) == col(Delivery.chat_id))
        .where(col(Delivery.state) == DeliveryState.PENDING, col(Delivery.next_attempt_at) <= now)
        .where(col(Chat.platform).in_(platforms), col(Chat.state) == ChatState.ACTIVE)
        .order_by(col(Delivery.next_attempt_at), col(Delivery.id))
        .limit(limit)
    )
    values = {"state": DeliveryState.SENDING, "attempts": col(Delivery.attempts) + 1, "next_attempt_at": now + lease}
    taken = claim_rows(session, Delivery, due, values)
    where = select(Chat).where(col(Chat.id).in_({delivery.chat_id for delivery in taken}))
    chats = {chat.id: chat for chat in session.scalars(where)}
    return [(delivery, chats[delivery.chat_id]) for delivery in taken]


def recover(session: Session, now: datetime, *, repeatable: Collection[str]) -> Recovered:
    """Deal with deliveries whose sender held them beyond its lease, so died between sending and recording.

    Args:
        session: The transaction.
        now: The present.
        repeatable: Platforms on which a second send of the same delivery is the same message: there it is due again. Elsewhere nobody
            knows whether it arrived, and it is uncertain.
    """
    lapsed = (col(Delivery.state) == DeliveryState.SENDING, col(Delivery.next_attempt_at) <= now)
    safe = col(Delivery.chat_id).in_(select(col(Chat.id)).where(col(Chat.platform).in_(repeatable)))
    again = update(Delivery).where(*lapsed, safe).values(state=DeliveryState.PENDING, reason="its sender stopped")
    rest = update(Delivery).where(*lapsed).values(state=DeliveryState.UNCERTAIN, finished_at=now, reason="its sender stopped")
    return Recovered(again=changed(session, again), uncertain=changed(session, rest))


def sent(session: Session, delivery_id: int, remote_id: str, now: datetime) -> None:
    """Record that a delivery arrived, under the platform's id of the message."""
    _finish(session, delivery_id, now, DeliveryState.SENT, None, remote_id)


def retry(session: Session, delivery_id: int, at: datetime, reason: str) -> None:
    """Record that a delivery certainly did not arrive and is due again at `at`."""
    values = {"state": DeliveryState.PENDING, "next_attempt_at": at, "reason": reason[:REASON_LENGTH]}
    _record(session, delivery_id, values)


def uncertain(session: Session, delivery_id: int, reason: str, now: datetime) -> None:
    """Record that nobody knows whether a delivery arrived."""
    _finish(session, delivery_id, now, DeliveryState.UNCERTAIN, reason)


def failed(session: Session, delivery_id: int, reason: str, now: datetime) -> None:
    """Record that a delivery will never arrive."""
    _finish(session, delivery_id, now, DeliveryState.FAILED, reason)


def cancelled(session: Session, delivery_id: int, reason: str, now: datetime) -> None:
    """Record that a delivery is no longer owed."""
    _finish(session, delivery_id, now, DeliveryState.CANCELLED, reason)


def alerted(session: Session, chat_id: int, event_ids: Collection[int]) -> frozenset[int]:
    """Return which of these events a chat has already been sent as alerts, or is being sent, or was told of after its quiet hours."""
    out = (DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNCERTAIN, DeliveryState.TOLD)
    statement = select(col(Delivery.event_id)).where(
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.subject).in_([subject_of(event_id) for event_id in event_ids]),
        col(Delivery.state).in_(out),
    )
    return frozenset(event_id for event_id in session.scalars(statement) if event_id is not None)


def previous_digest(session: Session, chat_id: int, day: date) -> datetime | None:
    """Return when the last digest of a day before the chat-local `day` was owed, of those that were sent or will be; None for none."""
    statement = select(col(Delivery.created_at)).where(
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.DIGEST,
        col(Delivery.subject) < day.isoformat(),
        col(Delivery.state).not_in([DeliveryState.FAILED, DeliveryState.CANCELLED]),
    )
    return session.scalar(statement.order_by(col(Delivery.subject).desc()).limit(1))


def deliveries(session: Session, chat_id: int, *, limit: int = 50) -> Sequence[Delivery]:
    """Return what a chat was owed last, the latest first."""
    return session.scalars(select(Delivery).where(col(Delivery.chat_id) == chat_id).order_by(col(Delivery.id).desc()).limit(limit)).all()


def tally(session: Session, chat_id: int | None = None) -> dict[str, int]:
    """Return how many deliveries are in each state: those of a chat, or all."""
    counted = select(col(Delivery.state), func.count()).group_by(col(Delivery.state))
    if chat_id is not None:
        counted = counted.where(col(Delivery.chat_id) == chat_id)
    return {row[0]: row[1] for row in session.execute(counted)}


def _topics(event_id: int) -> CompoundSelect[str, str]:
    """Return (topic, subject) of all that an event can be followed by."""
    this = col(Event.id) == event_id
    there = (col(Participation.event_id) == event_id, col(Participation.attended).is_(True))
    organization = literal(Topic.ORGANIZATION.value).label("topic")
    return union_all(
        select(organization, col(EventOrganization.organization).label("subject")).where(col(EventOrganization.event_id) == event_id),
        select(literal(Topic.KIND.value), col(Event.kind)).where(this),
        select(literal(Topic.COUNTRY.value), col(Event.country_code)).where(this),
        select(literal(Topic.PERSON.value), cast(col(Participation.person_id), String)).where(*there),
    )


def _finish(
    session: Session, delivery_id: int, now: datetime, state: DeliveryState, reason: str | None, remote_id: str | None = None
) -> None:
    reason = None if reason is None else reason[:REASON_LENGTH]
    values = {"state": state, "finished_at": now, "reason": reason}
    _record(session, delivery_id, values if remote_id is None else values | {"remote_id": remote_id})


def _record(session: Session, delivery_id: int, values: dict[str, object]) -> None:
    if not changed(session, update(Delivery).where(col(Delivery.id) == delivery_id).values(**values)):
        raise NotStored("delivery", delivery_id)
