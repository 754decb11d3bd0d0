"""The tables.

Plain `datetime` columns are aware UTC both ways on SQLite and PostgreSQL (SQLModel 0.0.50 refuses naive ones). States and kinds are
short strings, so that a new one needs no migration. What is due is always a column with an index, never something to be worked out.
"""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class ArticleState(StrEnum):
    """Where an article stands on its way through the reader."""

    UNREAD = "unread"
    EVENT = "event"
    IRRELEVANT = "irrelevant"
    FAILED = "failed"


class ChatState(StrEnum):
    """Whether a chat wants to hear from the bot."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


class Mode(StrEnum):
    """When a chat hears of an event."""

    INSTANT = "instant"
    DIGEST = "digest"
    BOTH = "both"


class Topic(StrEnum):
    """What a subscription can be to."""

    ORGANIZATION = "organization"
    PERSON = "person"
    COUNTRY = "country"
    KIND = "kind"


class DeliveryKind(StrEnum):
    """What is owed."""

    ALERT = "alert"
    EDIT = "edit"
    DIGEST = "digest"
    REMINDER = "reminder"


class DeliveryState(StrEnum):
    """How far what is owed has come."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Source(SQLModel, table=True):
    """A feed or a listing page that is polled."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, description="the name in sources.toml")
    name: str
    url: str
    kind: str = Field(default="feed")
    language: str | None = None
    timezone: str | None = Field(default=None, description="IANA zone of dates that name none")
    user_agent: str | None = None
    enabled: bool = True
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    interval_seconds: int = 1800
    next_poll_at: datetime = Field(index=True)
    leased_until: datetime | None = None
    last_polled_at: datetime | None = None
    last_ok_at: datetime | None = None
    newest_item_at: datetime | None = None
    failures: int = Field(default=0, description="in a row")
    failure_cause: str | None = None
    failure_detail: str | None = None


class Article(SQLModel, table=True):
    """One publication."""

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", index=True)
    identity: str = Field(unique=True, description="survives changed guids and links")
    url: str
    title: str
    text: str
    language: str | None = None
    published_at: datetime | None = None
    first_seen_at: datetime = Field(index=True)
    content_hash: str
    state: str = Field(default=ArticleState.UNREAD, index=True)
    leased_until: datetime | None = None
    read_at: datetime | None = None
    error: str | None = None
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)


class Event(SQLModel, table=True):
    """Something that happened or will happen."""

    id: int | None = Field(default=None, primary_key=True)
    title: str
    kind: str
    language: str = Field(description="of the title and of the names as first read")
    starts_on: date | None = Field(default=None, index=True)
    ends_on: date | None = None
    tense: str
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    date_proof: str | None = None
    place_proof: str | None = None
    found_at: datetime = Field(index=True)
    changed_at: datetime


class EventOrganization(SQLModel, table=True):
    """An organisation that an event concerns."""

    event_id: int = Field(foreign_key="event.id", primary_key=True)
    organization: str = Field(primary_key=True, index=True, description="id in organizations.toml")


class Person(SQLModel, table=True):
    """Somebody under all their spellings."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    key: str = Field(index=True, description="folded name")


class Participation(SQLModel, table=True):
    """A person in an event, with the sentence that says so."""

    __table_args__ = (UniqueConstraint("event_id", "person_id"),)

    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    article_id: int = Field(foreign_key="article.id")
    position: int = Field(description="order within the event")
    name: str
    role: str | None = None
    affiliation: str | None = None
    attended: bool = True
    moderator: bool = False
    proof: str


class Chat(SQLModel, table=True):
    """A Telegram chat or topic, a Matrix room, or the terminal."""

    __table_args__ = (UniqueConstraint("platform", "address", "thread"),)

    id: int | None = Field(default=None, primary_key=True)
    platform: str
    address: str = Field(description="the platform's own chat or room id")
    thread: str = Field(default="", description="forum topic; empty for none")
    title: str | None = None
    language: str = "en"
    timezone: str = Field(default="UTC", description="IANA name")
    mode: str = Field(default=Mode.BOTH)
    digest_at: time | None = Field(default=time(8, 30), description="chat-local; None for no digest")
    digest_days: int = Field(default=0b1111111, description="bit 0 is Monday")
    next_digest_at: datetime | None = Field(default=None, index=True)
    last_digest_on: date | None = Field(default=None, description="chat-local day of the last digest owed")
    state: str = Field(default=ChatState.ACTIVE)
    created_at: datetime
    last_message_at: datetime | None = Field(default=None, description="last time that the chat spoke to the bot")


class Subscription(SQLModel, table=True):
    """What a chat follows."""

    __table_args__ = (UniqueConstraint("chat_id", "topic", "subject"), Index("ix_subscription_topic_subject", "topic", "subject"))

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(foreign_key="chat.id")
    topic: str = Field(default=Topic.ORGANIZATION)
    subject: str


class Delivery(SQLModel, table=True):
    """One message owed to one chat. The unique key makes "twice" impossible."""

    __table_args__ = (
        UniqueConstraint("chat_id", "kind", "subject"),
        Index("ix_delivery_state_next_attempt_at", "state", "next_attempt_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    chat_id: int = Field(foreign_key="chat.id")
    kind: str
    subject: str = Field(description="event:ID, or the chat-local day of a digest")
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    state: str = Field(default=DeliveryState.PENDING)
    attempts: int = 0
    created_at: datetime
    next_attempt_at: datetime
    leased_until: datetime | None = None
    finished_at: datetime | None = None
    reason: str | None = None
    remote_id: str | None = Field(default=None, description="the platform's message id")
