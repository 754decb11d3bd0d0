"""Quiet hours: which chats keep quiet now, and what becomes of the alerts that were held meanwhile.

When a chat's quiet hours begin and end is its own local time, which no database can reckon; so each
chat carries the moment of its next turn, and whoever works out that moment turns it
(`bot.pipeline.quiet_hours`). Between a turn that fell due and its being carried out the chat counts
as turned already.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlmodel import Session, col

from storage.enums import ChatState, DeliveryKind, DeliveryState, Mode
from storage.models import Chat, Delivery
from storage.sql import insert, run


def quiet_at(now: datetime) -> ColumnElement[bool]:
    """Return the condition that a chat keeps quiet at `now`."""
    turn, hushed = col(Chat.quiet_turn_at), col(Chat.hushed)
    return or_(and_(hushed.is_(True), turn > now), and_(hushed.is_(False), turn <= now))


def due(session: Session, now: datetime, *, limit: int) -> Sequence[Chat]:
    """Return up to `limit` chats whose quiet hours should have begun or ended, the longest due first."""
    chosen = (
        select(Chat)
        .where(col(Chat.quiet_turn_at) <= now)
        .order_by(col(Chat.quiet_turn_at), col(Chat.id))
    )
    return session.scalars(chosen.limit(limit)).all()


def release(session: Session, chat: Chat, now: datetime) -> int:
    """Let go of the alerts that a chat's quiet hours held, and return how many deliveries are owed for them.

    One alone is owed as the alert that it is. Several are told in one catch-up. A chat that wants
    no alerts any more is owed nothing.
    """
    held = select(Delivery).where(
        col(Delivery.chat_id) == chat.id, col(Delivery.state) == DeliveryState.HELD
    )
    waiting = session.scalars(held.order_by(col(Delivery.id))).all()
    if not waiting:
        return 0
    these = update(Delivery).where(col(Delivery.id).in_([one.id for one in waiting]))
    if chat.state != ChatState.ACTIVE or chat.mode == Mode.DIGEST:
        values: dict[str, object] = {
            "state": DeliveryState.CANCELLED,
            "finished_at": now,
            "reason": "the chat wants no alerts any more",
        }
        session.exec(these.values(**values))
        return 0
    at = max(
        now, chat.held_until or now
    )  # a chat that has to wait gets it behind what waits already
    if len(waiting) == 1:
        session.exec(these.values(state=DeliveryState.PENDING, next_attempt_at=at))
        return 1
    subject = now.isoformat(timespec="seconds")
    owed = Delivery(
        chat_id=chat.id,
        platform=chat.platform,
        kind=DeliveryKind.CATCHUP,
        subject=subject,
        created_at=now,
        next_attempt_at=at,
    )
    run(
        session,
        insert(session, Delivery).on_conflict_do_nothing().values(owed.model_dump(exclude={"id"})),
    )
    session.exec(these.values(state=DeliveryState.TOLD, finished_at=now, reason=_within(subject)))
    return 1


def told_within(session: Session, chat_id: int, subject: str) -> list[int]:
    """Return the ids of the events that the catch-up `subject` of a chat tells, the first found first."""
    told = (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.state) == DeliveryState.TOLD,
        col(Delivery.reason) == _within(subject),
    )
    ids = session.scalars(select(col(Delivery.event_id)).where(*told).order_by(col(Delivery.id)))
    return [event_id for event_id in ids if event_id is not None]


def _within(subject: str) -> str:
    return f"within the catch-up {subject}"
