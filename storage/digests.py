"""Which chats are due for a digest, and the digests that they are owed."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import bindparam, exists, func, select, update
from sqlmodel import Session, col

from storage.delivery_subjects import digest_subject
from storage.enqueuing import enqueue_selected, owed_to_chats
from storage.enums import ChatState, DeliveryKind, DeliveryState, Manner, Mode
from storage.models import Chat, Delivery, Subscription
from storage.sql import changed, moment

_WANTS_DIGEST = col(Chat.mode).in_([Mode.DIGEST, Mode.BOTH]) | exists().where(
    col(Subscription.chat_id) == col(Chat.id), col(Subscription.manner) == Manner.DIGEST
)

# Built once: this runs at every look, and mostly finds nothing.
_FIRST_DUE = (
    select(col(Chat.next_digest_at), col(Chat.timezone), col(Chat.digest_at), col(Chat.digest_days))
    .where(
        col(Chat.state) == ChatState.ACTIVE,
        col(Chat.next_digest_at) <= moment("now"),
        _WANTS_DIGEST,
    )
    .order_by(col(Chat.next_digest_at), col(Chat.id))
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class DigestGroup:
    """What chats have in common whose digests fall due together and for the same day.

    They can be owed together.

    Attributes:
        next_digest_at: When they are due.
        timezone: IANA zone.
        digest_at: The local time of day.
        digest_days: The chosen weekdays; bit 0 is Monday.
    """

    next_digest_at: datetime
    timezone: str
    digest_at: time | None
    digest_days: int


def next_digest_group(session: Session, now: datetime) -> DigestGroup | None:
    """Return the first group of active chats whose digests are due at `now`; None when none is."""
    row = session.execute(_FIRST_DUE, {"now": now}).first()
    return None if row is None else DigestGroup(*row)


def enqueue_digests(
    session: Session,
    group: DigestGroup,
    day: date | None,
    next_at: datetime | None,
    now: datetime,
    *,
    limit: int,
) -> int:
    """Owe up to `limit` chats of a group the digest of their local day, and move the next one on.

    A group of a million chats takes a few statements, so the cost is the database's own.

    Args:
        session: The transaction.
        group: The chats.
        day: Which day's digest; None for no digest.
        next_at: When the one after it is due; None for never.
        now: The present.
        limit: At most so many chats.

    Returns:
        How many chats were moved on; when it is `limit`, there may be more in the group.
    """
    # By the index on state and next_digest_at: SQLite would rather skip through one that holds the
    # zone, so the zone is hidden from it.
    members = [
        col(Chat.state) == ChatState.ACTIVE,
        col(Chat.next_digest_at) == group.next_digest_at,
        col(Chat.digest_at) == group.digest_at,
        col(Chat.digest_days) == group.digest_days,
        func.coalesce(col(Chat.timezone), "") == group.timezone,
        _WANTS_DIGEST,
    ]
    last = session.scalar(
        select(col(Chat.id)).where(*members).order_by(col(Chat.id)).offset(limit - 1).limit(1)
    )
    if last is not None:
        members.append(col(Chat.id) <= last)
    moved = update(Chat).where(*members).values(next_digest_at=next_at)
    if day is not None:
        owed = owed_to_chats(DeliveryKind.DIGEST, digest_subject(day), now)
        enqueue_selected(session, owed.where(*members))
        moved = moved.values(last_digest_on=day)
    return changed(session, moved.execution_options(synchronize_session=False))


def previous_digest(session: Session, chat_id: int, day: date) -> datetime | None:
    """Return when the last digest of a day before the chat-local `day` was owed; None for none.

    Of those that were sent or will be.
    """
    return session.connection().execute(_PREVIOUS, {"chat": chat_id, "day": day}).scalar()


_PREVIOUS = (
    select(col(Delivery.created_at))
    .where(
        col(Delivery.chat_id) == bindparam("chat"),
        col(Delivery.kind) == DeliveryKind.DIGEST,
        col(Delivery.day) < bindparam("day"),
        col(Delivery.state).not_in([DeliveryState.FAILED, DeliveryState.CANCELLED]),
    )
    .order_by(col(Delivery.day).desc())
    .limit(1)
)
