"""What is owed to chats, and how far it was worked out."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.column_types import OutsideText, RowId
from storage.enums import DeliveryState
from storage.models.base import Table, index_of_few


class Note(Table, table=True):
    """Something written to be sent to chats, such as what a person tells the admins."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    kind: str = Field(description="feedback, broadcast, …: what stands above the text")
    text: str = Field(sa_type=OutsideText)
    author: str = Field(
        sa_type=OutsideText,
        description="who wrote it, as the admins may know it; empty for the bot",
    )
    created_at: datetime


class Delivery(Table, table=True):
    """One message owed to one chat. The unique key makes "twice" impossible."""

    __table_args__ = (
        UniqueConstraint("chat_id", "kind", "subject"),
        Index(None, "state", "platform", "kind", "next_attempt_at", "id"),
        # Few deliveries are told within another one: the others cost the index nothing.
        index_of_few("told_in_id"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    chat_id: int = Field(foreign_key="chat.id", sa_type=RowId, ondelete="CASCADE")
    platform: str = Field(
        description="the chat's: what is due on one platform is found without a look at the others'"
    )
    kind: str
    subject: str = Field(
        description="what it is about, as a key that is compared and never taken apart"
    )
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True, sa_type=RowId)
    revision: int | None = Field(
        default=None, description="of the event, after the change that is told"
    )
    day: date | None = Field(
        default=None,
        description="of a digest: the chat-local day; of a reminder: the event's;"
        " of a review: the first day of its week or month",
    )
    lead: str | None = Field(
        default=None, description="at which moment of the event it reminds of it"
    )
    note_id: int | None = Field(default=None, foreign_key="note.id", sa_type=RowId)
    is_silent: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether it comes without a sound, whatever else of its kind does",
    )
    state: str = Field(default=DeliveryState.PENDING)
    told_in_id: int | None = Field(
        default=None,
        foreign_key="delivery.id",
        sa_type=RowId,
        ondelete="SET NULL",
        description="the catch-up within which it was told",
    )
    attempts: int = 0
    created_at: datetime
    next_attempt_at: datetime = Field(description="while somebody sends it: when their lease ends")
    finished_at: datetime | None = None
    reason: str | None = Field(default=None, sa_type=OutsideText)
    remote_id: str | None = Field(
        default=None, sa_type=OutsideText, description="the platform's message id"
    )


class Progress(Table, table=True):
    """How far a task has come that goes along with the time."""

    task: str = Field(primary_key=True)
    until: datetime = Field(description="all that was due up to then has been owed")
