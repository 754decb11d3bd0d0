"""Quiet hours: which chats keep quiet now, and what becomes of the alerts that were held meanwhile.

What comes beyond what may call a chat within an hour (`storage.alert_limits`) is held in the same
way until an hour later; such a chat is not hushed, so all else comes to it as ever.

When a chat's quiet hours begin and end is its own local time, which no database can reckon; so each
chat carries the moment of its next turn, and whoever works out that moment turns it
(`bot.pipeline.quiet_hours`). Between a turn that fell due and its being carried out the chat counts
as turned already.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Integer, and_, bindparam, exists, func, or_, select, update
from sqlmodel import Session, col

from storage.delivery_subjects import catch_up_subject
from storage.enqueuing import enqueue
from storage.enums import ChatState, DeliveryKind, DeliveryState, Manner, Mode
from storage.models import Chat, Delivery, Subscription
from storage.sql import moment

# Built once: this runs at every look, and mostly finds nothing.
_DUE = (
    select(Chat)
    .where(col(Chat.quiet_turn_at) <= moment("now"))
    .order_by(col(Chat.quiet_turn_at), col(Chat.id))
    .limit(bindparam("most", type_=Integer))
)


def quiet_at(now: datetime | ColumnElement[datetime]) -> ColumnElement[bool]:
    """Return the condition that a chat keeps quiet at `now`."""
    turn, hushed = col(Chat.quiet_turn_at), col(Chat.hushed)
    return or_(and_(hushed.is_(True), turn > now), and_(hushed.is_(False), turn <= now))


def due(session: Session, now: datetime, *, limit: int) -> Sequence[Chat]:
    """Return up to `limit` chats whose turn is due, the longest due first.

    Their quiet hours begin or end, or what is held beyond these for an hour may go.
    """
    return session.scalars(_DUE, {"now": now, "most": limit}).all()


def let_go_after(session: Session, event_id: int, moment: datetime) -> None:
    """Let the chats whose alert of an event is held beyond quiet hours be turned at `moment`.

    Those that are to be turned sooner, or keep quiet, are left as they are.
    """
    waiting = select(col(Delivery.chat_id)).where(
        col(Delivery.event_id) == event_id,
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.state) == DeliveryState.HELD,
    )
    turn = col(Chat.quiet_turn_at)
    these = (col(Chat.id).in_(waiting), col(Chat.hushed).is_(False))
    later = update(Chat).where(*these, or_(turn.is_(None), turn > moment))
    session.exec(later.values(quiet_turn_at=moment).execution_options(synchronize_session=False))


def held_since(session: Session, chat_id: int) -> datetime | None:
    """Return since when something waits for a chat, or None while nothing does."""
    here = (col(Delivery.chat_id) == chat_id, col(Delivery.state) == DeliveryState.HELD)
    return session.scalar(select(func.min(col(Delivery.created_at))).where(*here))


def release(session: Session, chat: Chat, now: datetime) -> int:
    """Let go of what is held for a chat, and return how many deliveries are owed for it.

    One alone is owed as the alert that it is. Several are told in one catch-up. A chat that wants
    no alerts any more is owed nothing.
    """
    held = select(col(Delivery.id)).where(
        col(Delivery.chat_id) == chat.id, col(Delivery.state) == DeliveryState.HELD
    )
    waiting = session.scalars(held).all()
    if not waiting:
        return 0
    these = update(Delivery).where(col(Delivery.id).in_(waiting))
    if chat.state != ChatState.ACTIVE or not _wants_alerts(session, chat):
        unwanted: dict[str, object] = {
            "state": DeliveryState.CANCELLED,
            "finished_at": now,
            "reason": "the chat wants no alerts any more",
        }
        session.exec(these.values(**unwanted))
        return 0
    if len(waiting) == 1:
        # A chat that has to wait gets it behind what waits already.
        at = max(now, chat.held_until or now)
        session.exec(these.values(state=DeliveryState.PENDING, next_attempt_at=at))
        return 1
    told_in = _owe_catch_up(session, chat.id, now)
    session.exec(these.values(state=DeliveryState.TOLD, finished_at=now, told_in_id=told_in))
    return 1


def _wants_alerts(session: Session, chat: Chat) -> bool:
    """Whether a chat is told of anything at once: by its mode, or of one of its subscriptions."""
    at_once = exists().where(
        col(Subscription.chat_id) == chat.id,
        col(Subscription.manner).in_([Manner.INSTANT, Manner.SILENT]),
    )
    return chat.mode != Mode.DIGEST or bool(session.scalar(select(at_once)))


def _owe_catch_up(session: Session, chat_id: int, now: datetime) -> int:
    subject = catch_up_subject(now)
    enqueue(session, DeliveryKind.CATCHUP, subject, [chat_id], now)
    here = (
        col(Delivery.chat_id) == chat_id,
        col(Delivery.kind) == DeliveryKind.CATCHUP,
        col(Delivery.subject) == subject.key,
    )
    return session.scalars(select(col(Delivery.id)).where(*here)).one()


def told_within(session: Session, catch_up_id: int) -> list[int]:
    """Return the ids of the events that a catch-up tells, the first found first."""
    told = select(col(Delivery.event_id)).where(col(Delivery.told_in_id) == catch_up_id)
    ids = session.scalars(told.order_by(col(Delivery.id)))
    return [event_id for event_id in ids if event_id is not None]


def told_from(session: Session, catch_up_id: int) -> datetime | None:
    """Return when the first of what a catch-up tells began to be held."""
    told = select(func.min(col(Delivery.created_at)))
    return session.scalar(told.where(col(Delivery.told_in_id) == catch_up_id))
