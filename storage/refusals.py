"""Chats that take nothing from the bot: for a while, or until they are tried again."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Integer, bindparam, func, select, update
from sqlmodel import Session, col

from storage.enums import ChatState, DeliveryState
from storage.models import Chat, Delivery
from storage.sql import moment, run

REASON_LENGTH = 500
"""Characters kept of what a platform says."""


# Built once: this runs at every look, and mostly finds nothing.
_DUE_AGAIN = (
    select(Chat)
    .where(col(Chat.state) == ChatState.PAUSED, col(Chat.try_again_at) <= moment("now"))
    .order_by(col(Chat.try_again_at), col(Chat.id))
    .limit(bindparam("most", type_=Integer))
)


def refused(session: Session, chat_id: int, reason: str, now: datetime) -> None:
    """Count that a chat took nothing, and keep what the platform said."""
    values = {
        "refusals": col(Chat.refusals) + 1,
        "refused_since": func.coalesce(col(Chat.refused_since), now),
        "refusal": reason[:REASON_LENGTH],
    }
    run(session, update(Chat).where(col(Chat.id) == chat_id).values(**values))


def accepted(session: Session, chat_id: int) -> None:
    """Forget the refusals of a chat that takes messages again."""
    clear = {
        "refusals": 0,
        "refused_since": None,
        "refusal": None,
        "refusal_told_at": None,
        "try_again_at": None,
    }
    run(session, update(Chat).where(col(Chat.id) == chat_id).values(**clear))


def heard_from(session: Session, chat: Chat, now: datetime) -> None:
    """Let a chat that spoke be sent at once what it is owed, if it had taken nothing before."""
    if not chat.refusals and chat.try_again_at is None:
        return
    waiting = (
        col(Delivery.chat_id) == chat.id,
        col(Delivery.state) == DeliveryState.PENDING,
        col(Delivery.next_attempt_at) > now,
    )
    run(session, update(Delivery).where(*waiting).values(next_attempt_at=now))
    chat.held_until = None
    session.flush()
    accepted(session, chat.id)
    session.refresh(chat)


def untold(session: Session) -> Sequence[Chat]:
    """Return the chats that take nothing and of which the admins have not been told, in order."""
    refusing = (col(Chat.refused_since).is_not(None), col(Chat.refusal_told_at).is_(None))
    return session.scalars(select(Chat).where(*refusing).order_by(col(Chat.id))).all()


def told(session: Session, chat_ids: Collection[int], now: datetime) -> None:
    """Write down that the admins were told of these chats."""
    run(session, update(Chat).where(col(Chat.id).in_(chat_ids)).values(refusal_told_at=now))


def due_again(session: Session, now: datetime, *, limit: int) -> Sequence[Chat]:
    """Return up to `limit` paused chats that are to be tried again, the longest due first."""
    return session.scalars(_DUE_AGAIN, {"now": now, "most": limit}).all()
