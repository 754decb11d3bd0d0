"""The one way in which anything comes to be owed: chats are chosen, and a row is written for each.

It is one statement however many chats these are, and `unique (chat, kind, subject)` makes owing
twice the same as owing once.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    case,
    literal,
    select,
)
from sqlalchemy.types import Date
from sqlmodel import Session, col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.column_types import RowId
from storage.delivery_subjects import DeliverySubject
from storage.enums import DeliveryKind, DeliveryState
from storage.models import Chat, Delivery
from storage.sql import changed, insert

COLUMNS = (
    "chat_id",
    "platform",
    "kind",
    "subject",
    "event_id",
    "revision",
    "day",
    "lead",
    "note_id",
    "is_silent",
    "state",
    "attempts",
    "created_at",
    "next_attempt_at",
)
"""The columns that `owed_to_chats` selects, in this order."""


def owed_to_chats(
    kind: DeliveryKind,
    subject: DeliverySubject,
    now: datetime,
    state: ColumnElement[str] | None = None,
    is_silent: SQLColumnExpression[bool] | None = None,
) -> Select[*tuple[object, ...]]:
    """Return the rows of what is owed from `now` on, one for each chat that is then chosen.

    Where a chat has to wait, it is due behind what has waited longer.

    Args:
        kind: What is owed.
        subject: What it is about.
        now: The present.
        state: In which state it begins; pending unless given.
        is_silent: Whether it comes without a sound; with one unless given.
    """
    pending = literal(DeliveryState.PENDING.value)
    at = literal(now, UTCDateTime())
    # Each has its type: in a SELECT DISTINCT, PostgreSQL takes a bare NULL for a text.
    return select(
        col(Chat.id),
        col(Chat.platform),
        literal(kind.value),
        literal(subject.key),
        literal(subject.event_id, RowId),
        literal(subject.revision, Integer),
        literal(subject.day, Date),
        literal(subject.lead, String),
        literal(subject.note_id, RowId),
        literal(value=False) if is_silent is None else is_silent,
        pending if state is None else state,
        literal(0),
        at,
        case((col(Chat.held_until) > now, col(Chat.held_until)), else_=at),
    )


def enqueue_selected(session: Session, rows: Select[*tuple[object, ...]]) -> int:
    """Owe what `owed_to_chats` selects, and return how much of it was not owed before."""
    statement = insert(session, Delivery).from_select(COLUMNS, rows)
    return changed(session, statement.on_conflict_do_nothing())


def enqueue(
    session: Session,
    kind: DeliveryKind,
    subject: DeliverySubject,
    chat_ids: Collection[int],
    now: datetime,
) -> int:
    """Owe some chats something, whatever their state, and return how many of them that is anew."""
    chosen = owed_to_chats(kind, subject, now).where(col(Chat.id).in_(chat_ids))
    return enqueue_selected(session, chosen)
