"""The one way in which anything comes to be owed: chats are chosen, and a row is written for each.

It is one statement however many chats these are, and `unique (chat, kind, subject)` makes owing
twice the same as owing once.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    SQLColumnExpression,
    String,
    bindparam,
    case,
    literal,
    select,
)
from sqlalchemy.types import Date
from sqlmodel import Session, col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.column_types import RowId
from storage.delivery_subjects import DeliverySubject, event_subject
from storage.enums import DeliveryKind, DeliveryState
from storage.models import Chat, Delivery
from storage.sql import changed, insert, moment

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
    about = (
        literal(subject.key),
        literal(subject.event_id, RowId),
        literal(subject.revision, Integer),
        literal(subject.day, Date),
        literal(subject.lead, String),
        literal(subject.note_id, RowId),
    )
    return _rows(kind, about, literal(now, UTCDateTime()), state, is_silent)


def owed_of_event(
    kind: DeliveryKind,
    state: ColumnElement[str] | None = None,
    is_silent: SQLColumnExpression[bool] | None = None,
    due: ColumnElement[datetime] | None = None,
) -> Select[*tuple[object, ...]]:
    """Return what `owed_to_chats` does for an event as it stands, to be built once.

    The values that `asked_of` gives are handed in where it is run. It is due when it is owed,
    unless `due` says when.
    """
    about = (
        bindparam("subject", type_=String),
        bindparam("event", type_=RowId),
        literal(None, Integer),
        literal(None, Date),
        literal(None, String),
        literal(None, RowId),
    )
    return _rows(kind, about, moment("now"), state, is_silent, due)


def asked_of(event_id: int, now: datetime) -> dict[str, object]:
    """Return the values that a statement over `owed_of_event` is run with."""
    return {"subject": event_subject(event_id).key, "event": event_id, "now": now}


def _rows(
    kind: DeliveryKind,
    about: Sequence[ColumnElement[Any]],
    at: ColumnElement[datetime],
    state: ColumnElement[str] | None,
    is_silent: SQLColumnExpression[bool] | None,
    due: ColumnElement[datetime] | None = None,
) -> Select[*tuple[object, ...]]:
    pending, due = literal(DeliveryState.PENDING.value), at if due is None else due
    # Each has its type: in a SELECT DISTINCT, PostgreSQL takes a bare NULL for a text.
    return select(
        col(Chat.id),
        col(Chat.platform),
        literal(kind.value),
        *about,
        literal(value=False) if is_silent is None else is_silent,
        pending if state is None else state,
        literal(0),
        at,
        case((col(Chat.held_until) > due, col(Chat.held_until)), else_=due),
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
