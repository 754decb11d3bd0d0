"""The sender's side of the outbox: what is due, and what became of it.

There is one sender for each account of the bot. It looks at what is due (`due`), and takes each
delivery in the moment before it is sent (`begin`): a change of one row that only one can make, so
that even two senders send nothing twice, and that a killed sender leaves no more in doubt than what
was on its way. What it left behind is found at once by the next one, or by its lease (`recover`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    bindparam,
    exists,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlmodel import Session, col

from storage.enums import ChatState, DeliveryKind, DeliveryState
from storage.models import Chat, Delivery, Event
from storage.sql import changed, moment, table_of

REASON_LENGTH = 500
"""Characters kept of why a delivery failed."""

LAST = (DeliveryKind.DIGEST, DeliveryKind.WEEK_REVIEW, DeliveryKind.MONTH_REVIEW)
"""Kinds that wait for all others."""

_OPEN = (DeliveryState.PENDING, DeliveryState.SENDING)
_DOUBTFUL = (DeliveryState.SENDING, DeliveryState.UNCERTAIN)

_delivery, _event = table_of(Delivery).c, table_of(Event).c

# Built once: these run at every look, and mostly find nothing.
_KINDS_DUE = union_all(
    *(
        select(literal(kind.value)).where(
            exists().where(
                _delivery.state == DeliveryState.PENDING,
                _delivery.platform == bindparam("platform"),
                _delivery.kind == kind,
                _delivery.next_attempt_at <= moment("now"),
            )
        )
        for kind in DeliveryKind
    )
)
_SENDING = select(_delivery.id).where(
    _delivery.state == DeliveryState.SENDING, _delivery.platform == bindparam("platform")
)
_DUE = (
    select(Delivery, Chat, col(Event.changed_at))
    .join(Chat, col(Chat.id) == col(Delivery.chat_id))
    .outerjoin(Event, col(Event.id) == col(Delivery.event_id))
    .where(
        col(Delivery.state) == DeliveryState.PENDING,
        col(Delivery.platform) == bindparam("platform"),
        col(Delivery.kind) == bindparam("kind"),
    )
    .where(col(Delivery.next_attempt_at) <= moment("now"), col(Chat.state) == ChatState.ACTIVE)
    .where(col(Chat.held_until).is_(None) | (col(Chat.held_until) <= moment("now")))
    .order_by(col(Delivery.next_attempt_at), col(Delivery.id))
    .limit(bindparam("most", type_=Integer))
)
_DUE_TO_OTHERS = _DUE.where(col(Delivery.chat_id).not_in(bindparam("without", expanding=True)))

# Built once: these run for every single delivery.
_BEGIN = (
    update(table_of(Delivery))
    .where(_delivery.id == bindparam("delivery"), _delivery.state == DeliveryState.PENDING)
    .values(
        state=DeliveryState.SENDING,
        attempts=_delivery.attempts + 1,
        next_attempt_at=moment("lease_ends"),
    )
    .returning(
        _delivery.created_at,
        select(_event.changed_at)
        .where(_event.id == _delivery.event_id)
        .scalar_subquery()
        .label("event_changed_at"),
    )
)
_SENT = (
    update(table_of(Delivery))
    .where(
        _delivery.id == bindparam("delivery"),
        # A list would be written out anew each time.
        or_(*(_delivery.state == state for state in _DOUBTFUL)),
    )
    .values(
        state=DeliveryState.SENT,
        finished_at=moment("at"),
        reason=None,
        remote_id=bindparam("message"),
    )
)


@dataclass(frozen=True, slots=True)
class Due:
    """A delivery that is due, and all that is known of it.

    Attributes:
        delivery: The delivery.
        chat: The chat that it is owed to.
        event_changed_at: When its event changed last, or None where it is about none.
    """

    delivery: Delivery
    chat: Chat
    event_changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Begun:
    """A delivery that is ours to send now.

    Attributes:
        owed_at: When it was owed last; an edit that was owed again meanwhile has a new time.
        event_changed_at: As of when its event must be told, or None where it is about none.
    """

    owed_at: datetime
    event_changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of deliveries whose sender died.

    Attributes:
        again: How many are due again.
        uncertain: How many may or may not have arrived.
    """

    again: int
    uncertain: int


def due(
    session: Session, now: datetime, *, platform: str, limit: int, without: Collection[int] = ()
) -> list[Due]:
    """Return up to `limit` deliveries that are due to active chats of `platform`.

    Digests and reviews come last, else the longest due first.

    Args:
        session: The transaction.
        now: The present.
        platform: Whose deliveries.
        limit: At most so many.
        without: Ids of chats to pass over.
    """
    found: list[Due] = []
    kinds = set(session.scalars(_KINDS_DUE, {"platform": platform, "now": now}))
    for kind in (kind for kind in DeliveryKind if kind in kinds and kind not in LAST):
        found += _due(session, now, platform, kind, limit, without)
    found.sort(key=lambda one: (one.delivery.next_attempt_at, one.delivery.id))
    for kind in LAST:
        if kind in kinds and len(found) < limit:
            found += _due(session, now, platform, kind, limit - len(found), without)
    return found[:limit]


def _due(
    session: Session,
    now: datetime,
    platform: str,
    kind: DeliveryKind,
    limit: int,
    without: Collection[int],
) -> list[Due]:
    asked: dict[str, Any] = {"platform": platform, "kind": kind, "now": now, "most": limit}
    statement = _DUE
    if without:
        statement, asked["without"] = _DUE_TO_OTHERS, list(without)
    return [Due(*row) for row in session.execute(statement, asked)]


def begin(
    connection: Connection, delivery_id: int, now: datetime, *, lease: timedelta
) -> Begun | None:
    """Take a pending delivery to send it before `now + lease`.

    None when it is no longer owed or somebody else has taken it.
    """
    row = connection.execute(
        _BEGIN, {"delivery": delivery_id, "lease_ends": now + lease}
    ).one_or_none()
    return None if row is None else Begun(row.created_at, row.event_changed_at)


def recover(
    session: Session,
    now: datetime,
    *,
    platform: str,
    again: bool,
    dead: bool = False,
    without: Collection[int] = (),
) -> Recovered:
    """Deal with deliveries whose sender died between sending and recording.

    It held them beyond its lease, or is known to be `dead`.

    Args:
        session: The transaction.
        now: The present.
        platform: Whose deliveries.
        again: Whether they are due again, because a second send is the same message or is wanted;
            else they are uncertain, but for edits, which can always be made again.
        dead: Whether no sender of the platform lives, so that no lease need be waited for.
        without: Ids of deliveries that are known to be on their way.
    """
    under_way = session.scalars(_SENDING, {"platform": platform})
    if not set(under_way).difference(without):
        return Recovered(again=0, uncertain=0)
    left = update(Delivery).where(
        col(Delivery.state) == DeliveryState.SENDING, col(Delivery.platform) == platform
    )
    if not dead:
        left = left.where(col(Delivery.next_attempt_at) <= now)
    if without:
        left = left.where(col(Delivery.id).not_in(without))
    # Due since it was owed, so before what was owed to the chat later.
    values = {
        "state": DeliveryState.PENDING,
        "next_attempt_at": col(Delivery.created_at),
        "reason": "its sender stopped",
    }
    safe = left if again else left.where(col(Delivery.kind) == DeliveryKind.EDIT)
    repeated = changed(session, safe.values(**values))
    values = {"state": DeliveryState.UNCERTAIN, "finished_at": now, "reason": "its sender stopped"}
    return Recovered(
        again=repeated, uncertain=0 if again else changed(session, left.values(**values))
    )


def sent(connection: Connection, delivery_id: int, remote_id: str, now: datetime) -> bool:
    """Record that a delivery arrived, under the platform's id of the message.

    False when it was owed anew meanwhile, or is forgotten.
    """
    return (
        connection.execute(
            _SENT, {"delivery": delivery_id, "at": now, "message": remote_id}
        ).rowcount
        == 1
    )


def retry(
    session: Session, delivery_id: int, at: datetime, reason: str, *, attempts: int | None = None
) -> bool:
    """Record that a delivery did not arrive, or may arrive twice, and is due again at `at`.

    Args:
        session: The transaction.
        delivery_id: Which.
        at: When to try again.
        reason: Why it did not arrive.
        attempts: How often it was tried, where `begin` did not count.
    """
    values = {
        "state": DeliveryState.PENDING,
        "next_attempt_at": at,
        "reason": reason[:REASON_LENGTH],
        "finished_at": None,
    }
    return _record(
        session, delivery_id, _OPEN, values if attempts is None else values | {"attempts": attempts}
    )


def hold(session: Session, chat_id: int, until: datetime) -> None:
    """Send a chat nothing before `until`: what is owed to it keeps its order."""
    session.execute(update(Chat).where(col(Chat.id) == chat_id).values(held_until=until))
    waiting = (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.state) == DeliveryState.PENDING,
        col(Delivery.next_attempt_at) < until,
    )
    session.execute(update(Delivery).where(*waiting).values(next_attempt_at=until))


def uncertain(session: Session, delivery_id: int, reason: str, now: datetime) -> bool:
    """Record that nobody knows whether a delivery arrived."""
    return _finish(session, delivery_id, now, DeliveryState.UNCERTAIN, reason)


def failed(session: Session, delivery_id: int, reason: str, now: datetime) -> bool:
    """Record that a delivery will never arrive."""
    return _finish(session, delivery_id, now, DeliveryState.FAILED, reason)


def cancelled(session: Session, delivery_id: int, reason: str, now: datetime) -> bool:
    """Record that a delivery is no longer owed."""
    return _finish(session, delivery_id, now, DeliveryState.CANCELLED, reason)


def _finish(
    session: Session, delivery_id: int, now: datetime, state: DeliveryState, reason: str
) -> bool:
    return _record(
        session,
        delivery_id,
        _OPEN,
        {"state": state, "finished_at": now, "reason": reason[:REASON_LENGTH]},
    )


def _record(
    session: Session, delivery_id: int, states: Collection[DeliveryState], values: dict[str, Any]
) -> bool:
    here = (col(Delivery.id) == delivery_id, col(Delivery.state).in_(states))
    return changed(session, update(Delivery).where(*here).values(**values)) == 1
