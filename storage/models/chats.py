"""Who is spoken to, and what they want to hear of."""

from datetime import date, datetime, time

import sqlalchemy as sa
from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.column_types import OutsideText, RowId
from storage.enums import CardForm, ChatState, Manner, Mode, Sound, Topic
from storage.models.base import Table, index_of_few


class Chat(Table, table=True):
    """A Telegram chat or topic, a Matrix room, or the terminal."""

    __table_args__ = (
        UniqueConstraint("platform", "address", "thread"),
        Index(None, "state", "next_digest_at", "id"),
        Index(None, "quiet_turn_at", "id"),
        Index(None, "remind_day", "timezone", "digest_at"),
        Index(None, "remind_hour", "timezone", "digest_at"),
        Index(None, "review_week", "timezone", "digest_at"),
        Index(None, "review_month", "timezone", "digest_at"),
        # Few chats take nothing: the others cost these indexes nothing.
        index_of_few("refused_since"),
        index_of_few("try_again_at"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    platform: str
    address: str = Field(sa_type=OutsideText, description="the platform's own chat or room id")
    thread: str = Field(default="", sa_type=OutsideText, description="forum topic; empty for none")
    title: str | None = Field(default=None, sa_type=OutsideText)
    language: str = "en"
    timezone: str = Field(default="UTC", description="IANA name")
    mode: str = Field(default=Mode.BOTH)
    digest_at: time | None = Field(
        default=time(8, 30), description="chat-local; None for no digest"
    )
    digest_days: int = Field(default=0b1111111, description="bit 0 is Monday")
    digest_if_quiet: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether the digest comes where there is nothing to tell, too",
    )
    next_digest_at: datetime | None = Field(default=None, description="None for no digest")
    last_digest_on: date | None = Field(
        default=None, description="chat-local day of the last digest owed"
    )
    quiet_from: time | None = Field(
        default=None, description="chat-local; from then on alerts wait"
    )
    quiet_until: time | None = Field(
        default=None, description="chat-local; equal to quiet_from is never"
    )
    hushed: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="within its quiet hours",
    )
    quiet_turn_at: datetime | None = Field(
        default=None,
        description="when `hushed` changes next, or what waits beside quiet hours is told;"
        " None for neither",
    )
    admitted_at: datetime | None = Field(
        default=None, description="when it gave the invitation code"
    )
    remind_day: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether it is reminded a day before an event",
    )
    remind_hour: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether it is reminded an hour before an event",
    )
    review_week: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether each week is summed up for it",
    )
    review_month: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether each month is summed up for it",
    )
    remind_eve: bool = Field(
        default=True,
        sa_column_kwargs={"server_default": sa.text("true")},
        description="whether it is told of a great event on the evening before",
    )
    remind_start: bool = Field(
        default=True,
        sa_column_kwargs={"server_default": sa.text("true")},
        description="whether it is told when a great event has begun",
    )
    remind_evening: bool = Field(
        default=True,
        sa_column_kwargs={"server_default": sa.text("true")},
        description="whether it is told of a great event in the evening of its last day",
    )
    sound: str = Field(
        default=Sound.ALERTS,
        sa_column_kwargs={"server_default": Sound.ALERTS.value},
        description="for which messages it is rung",
    )
    preview: str = Field(
        default="none",
        sa_column_kwargs={"server_default": "none"},
        description="how large the preview of a card's first link is",
    )
    form: str = Field(
        default=CardForm.LONG,
        sa_column_kwargs={"server_default": CardForm.LONG.value},
        description="how much its cards tell",
    )
    hashtags: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether its cards end with hashtags",
    )
    is_channel: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether nobody can talk to the bot there",
    )
    calendar_token: str | None = Field(
        default=None, unique=True, description="secret part of the address of its calendar"
    )
    state: str = Field(default=ChatState.ACTIVE)
    created_at: datetime
    refusals: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="how often in a row it took nothing from the bot",
    )
    refused_since: datetime | None = None
    refusal: str | None = Field(
        default=None, sa_type=OutsideText, description="what the platform said last"
    )
    refusal_told_at: datetime | None = Field(
        default=None, description="when the admins were told that it takes nothing"
    )
    try_again_at: datetime | None = Field(
        default=None, description="when one that is paused is tried again"
    )
    last_message_at: datetime | None = Field(
        default=None, description="last time that the chat spoke to the bot, to an hour"
    )
    held_until: datetime | None = Field(
        default=None, description="nothing is sent before: an earlier delivery has to wait"
    )


class Subscription(Table, table=True):
    """What a chat follows."""

    __table_args__ = (
        UniqueConstraint("chat_id", "topic", "subject"),
        Index(None, "topic", "subject", "chat_id"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    chat_id: int = Field(foreign_key="chat.id", sa_type=RowId, ondelete="CASCADE")
    topic: str = Field(default=Topic.ORGANIZATION)
    subject: str = Field(
        sa_type=OutsideText,
        description="id of an organisation, a person or a town, a country, a kind of event, words",
    )
    manner: str = Field(
        default=Manner.USUAL,
        sa_column_kwargs={"server_default": Manner.USUAL.value},
        description="whether it comes at once, in the digest, silently",
    )


class Exclusion(Table, table=True):
    """What a chat wants to be kept out of all that it follows."""

    __table_args__ = (Index(None, "topic", "subject", "chat_id"),)

    chat_id: int = Field(foreign_key="chat.id", primary_key=True, sa_type=RowId, ondelete="CASCADE")
    topic: str = Field(primary_key=True)
    subject: str = Field(primary_key=True, sa_type=OutsideText, description="as of a subscription")


class Muted(Table, table=True):
    """An event of which a chat wants to hear nothing more."""

    chat_id: int = Field(foreign_key="chat.id", primary_key=True, sa_type=RowId, ondelete="CASCADE")
    event_id: int = Field(
        foreign_key="event.id", primary_key=True, sa_type=RowId, index=True, ondelete="CASCADE"
    )
