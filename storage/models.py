"""The tables.

Plain `datetime` columns are aware UTC both ways on SQLite and PostgreSQL (SQLModel 0.0.50 refuses
naive ones). States and kinds are short strings, so that a new one needs no migration. What is due
is always a column with an index, never something to be worked out: a worker that takes a row moves
that column on by a lease, so that what a dead worker held falls due again by itself. The database
gives each row its id when it is stored; a row of yours has none before.
"""

from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON, BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.column_types import OutsideText, RowId
from storage.enums import ArticleState, ChatState, DeliveryState, Mode, Origin, Topic

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Source(SQLModel, table=True):
    """A feed or a listing page that is polled."""

    __table_args__ = (Index(None, "enabled", "next_poll_at", "id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    key: str = Field(unique=True, description="the name in sources.toml")
    name: str
    url: str
    kind: str = Field(default="feed")
    language: str | None = None
    timezone: str | None = Field(default=None, description="IANA zone of dates that name none")
    user_agent: str | None = None
    enabled: bool = True
    etag: str | None = Field(default=None, sa_type=OutsideText)
    last_modified: str | None = Field(default=None, sa_type=OutsideText)
    body_hash: str | None = None
    interval_seconds: int = 1800
    next_poll_at: datetime = Field(description="while somebody polls it: when their lease ends")
    last_polled_at: datetime | None = None
    last_ok_at: datetime | None = None
    newest_item_at: datetime | None = None
    failures: int = Field(default=0, description="in a row")
    failure_cause: str | None = None
    failure_detail: str | None = Field(default=None, sa_type=OutsideText)
    failing_since: datetime | None = None
    parked_at: datetime | None = Field(
        default=None, description="since when it is given up but for a rare try"
    )
    told_at: datetime | None = Field(
        default=None, description="when the admins were told that it is parked"
    )
    origin: str = Field(
        default=Origin.CATALOGUE, sa_column_kwargs={"server_default": Origin.CATALOGUE.value}
    )
    switched: bool | None = Field(
        default=None, description="an admin's word on whether it is polled, over the catalogue's"
    )
    recipe: dict[str, Any] | None = Field(
        default=None,
        sa_type=JSON(none_as_null=True),
        description="how its page is read, and headers to send",
    )
    not_modified: int = Field(
        default=0, sa_column_kwargs={"server_default": "0"}, description="304 answers in a row"
    )
    empties: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="polls in a row without any item",
    )
    items_seen: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="items when it last had some",
    )
    moved_to: str | None = Field(
        default=None, sa_type=OutsideText, description="where permanent redirects lead"
    )
    moved_since: datetime | None = None
    given_url: str | None = Field(
        default=None,
        description="the URL as its describer gave it, which `url` may have moved away from",
    )
    called_at: datetime | None = Field(
        default=None, description="when its hub last said that there is news"
    )


class HubSubscription(SQLModel, table=True):
    """The WebSub hub that a source names, and how far the subscription there has come."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    source_id: int = Field(foreign_key="source.id", unique=True, sa_type=RowId, ondelete="CASCADE")
    page: str = Field(
        description="the URL of the source when it named the hub; at another one it is not wanted"
    )
    hub: str = Field(sa_type=OutsideText)
    topic: str = Field(
        sa_type=OutsideText,
        description="what is subscribed to: the URL that the page calls its own",
    )
    token: str = Field(
        unique=True, repr=False, description="secret part of the address that the hub calls"
    )
    secret: str = Field(repr=False, description="with which the hub signs what it sends")
    next_try_at: datetime = Field(index=True, description="when the hub is asked, or asked again")
    tries: int = Field(default=0, description="since it last granted something")
    pending: bool = Field(
        default=False, description="whether the outcome of the last try is not known yet"
    )
    lease_ends_at: datetime | None = Field(
        default=None, description="until when the hub calls; None where it has granted nothing"
    )


class Article(SQLModel, table=True):
    """One publication."""

    __table_args__ = (Index(None, "state", "next_read_at", "id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    source_id: int = Field(foreign_key="source.id", index=True, sa_type=RowId)
    identity: str = Field(
        unique=True, sa_type=OutsideText, description="survives changed guids and links"
    )
    url: str = Field(sa_type=OutsideText)
    title: str = Field(sa_type=OutsideText)
    text: str = Field(sa_type=OutsideText)
    language: str | None = Field(
        default=None, description="what the source claims, then what the reader found"
    )
    published_at: datetime | None = None
    first_seen_at: datetime = Field(index=True)
    content_hash: str
    state: str = Field(default=ArticleState.UNREAD)
    next_read_at: datetime = Field(description="while somebody reads it: when their lease ends")
    read_at: datetime | None = None
    taken_up: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="how often its reading began since it came in or changed",
    )
    error: str | None = Field(default=None, sa_type=OutsideText)
    picture_url: str | None = Field(
        default=None, sa_type=OutsideText, description="of the lead picture; never fetched"
    )
    picture_width: int | None = None
    picture_height: int | None = None
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True, sa_type=RowId)
    edits: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="how often the outlet changed it",
    )
    edited_at: datetime | None = None
    cancel_proof: str | None = Field(
        default=None,
        sa_type=OutsideText,
        description="the sentence that says that its event is called off",
    )


class SourceParagraph(SQLModel, table=True):
    """A paragraph that an outlet puts under its articles, as a sketch; see `storage.paragraphs`."""

    source_id: int = Field(
        primary_key=True, foreign_key="source.id", ondelete="CASCADE", sa_type=RowId
    )
    sketch: int = Field(
        primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False}
    )
    articles: int = Field(description="in how many it stood")
    article_id: int = Field(description="the last of them", sa_type=RowId)
    since: datetime = Field(description="when it was first seen")
    seen_at: datetime = Field(index=True)


class ArticleKey(SQLModel, table=True):
    """A key under which an article is recognised: its address, number, guid or headline."""

    key: int = Field(
        primary_key=True,
        sa_type=RowId,
        sa_column_kwargs={"autoincrement": False},
        description="see `storage.articles`",
    )
    article_id: int = Field(foreign_key="article.id", ondelete="CASCADE", index=True, sa_type=RowId)


class Event(SQLModel, table=True):
    """Something that happened or will happen."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    title: str = Field(sa_type=OutsideText)
    kind: str
    language: str = Field(description="of the title and of the names as first read")
    starts_on: date | None = Field(default=None, index=True)
    ends_on: date | None = None
    tense: str
    city: str | None = Field(default=None, sa_type=OutsideText)
    country: str | None = Field(
        default=None, sa_type=OutsideText, description="as the article names it"
    )
    country_code: str | None = Field(
        default=None,
        description="ISO 3166-1 alpha-2, or TRNC; what a subscription to a country names",
    )
    venue: str | None = Field(default=None, sa_type=OutsideText)
    date_proof: str | None = Field(default=None, sa_type=OutsideText)
    place_proof: str | None = Field(default=None, sa_type=OutsideText)
    cancel_proof: str | None = Field(
        default=None,
        sa_type=OutsideText,
        description="the sentence that calls it off; None: it is on",
    )
    revision: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="how often it has changed: a calendar's SEQUENCE",
    )
    city_id: str | None = Field(
        default=None, description="in the catalogue, or a made-up key for a town that is not there"
    )
    parent_id: int | None = Field(
        default=None,
        foreign_key="event.id",
        index=True,
        sa_type=RowId,
        description="of which it is a part",
    )
    merged_into: int | None = Field(
        default=None,
        foreign_key="event.id",
        index=True,
        sa_type=RowId,
        description="the event that it turned out to be",
    )
    found_at: datetime = Field(index=True)
    changed_at: datetime


class EventChange(SQLModel, table=True):
    """A change of day, place or fate of an event ahead, told anew to whoever has its card."""

    __table_args__ = (UniqueConstraint("event_id", "revision"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    event_id: int = Field(foreign_key="event.id", sa_type=RowId, ondelete="CASCADE")
    revision: int = Field(description="of the event, after the change")
    changed_at: datetime = Field(index=True)
    was: dict[str, Any] = Field(
        sa_type=JSON, description="the facts before, as storage.event_changes keeps them"
    )
    became: dict[str, Any] = Field(sa_type=JSON, description="the facts after")


class Progress(SQLModel, table=True):
    """How far a task has come that goes along with the time."""

    task: str = Field(primary_key=True)
    until: datetime = Field(description="all that was due up to then has been owed")


class EventOrganization(SQLModel, table=True):
    """An organisation that an event concerns."""

    __table_args__ = (Index(None, "organization", "event_id"),)

    event_id: int = Field(
        foreign_key="event.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    organization: str = Field(primary_key=True, description="id in organizations.toml")
    position: int = Field(description="order within the event")


class Person(SQLModel, table=True):
    """Somebody under all their spellings."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    name: str = Field(sa_type=OutsideText)
    key: str = Field(index=True, sa_type=OutsideText, description="folded name; namesakes share it")
    sound: str = Field(
        default="",
        sa_type=OutsideText,
        sa_column_kwargs={"server_default": ""},
        description="what all spellings of the name share",
    )


class PersonName(SQLModel, table=True):
    """A spelling under which somebody was met."""

    person_id: int = Field(
        foreign_key="person.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    name: str = Field(primary_key=True, sa_type=OutsideText)
    language: str | None = Field(default=None, description="of the article that first wrote it so")


class PersonKey(SQLModel, table=True):
    """A key under which somebody is found by the sound of two words of the name, or of one."""

    key: str = Field(primary_key=True)
    person_id: int = Field(
        foreign_key="person.id", primary_key=True, sa_type=RowId, ondelete="CASCADE", index=True
    )


class Tenure(SQLModel, table=True):
    """Who heads which organisation, as articles attest it."""

    __table_args__ = (UniqueConstraint("organization", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    organization: str = Field(description="id in organizations.toml")
    person_id: int = Field(foreign_key="person.id", sa_type=RowId, ondelete="CASCADE", index=True)
    role: str = Field(sa_type=OutsideText, description="as first attested")
    since: date | None = Field(
        default=None, description="day of taking office, where an article reports it"
    )
    first_seen_on: date = Field(
        description="day of the first article that names the person in this office"
    )
    last_seen_on: date
    article_id: int = Field(
        foreign_key="article.id",
        sa_type=RowId,
        ondelete="CASCADE",
        index=True,
        description="of the proof",
    )
    proof: str = Field(sa_type=OutsideText)


class Report(SQLModel, table=True):
    """What one article says of its event, with all by which it is compared."""

    article_id: int = Field(
        foreign_key="article.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    facts: dict[str, Any] = Field(sa_type=JSON, description="as bot.merging.report stores them")
    settled: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="stays with its event, but is neither compared nor summed up any more",
    )


class ReportKey(SQLModel, table=True):
    """A key under which reports that may be of one event are found: day and town, or person."""

    key: str = Field(primary_key=True)
    article_id: int = Field(
        foreign_key="report.article_id",
        primary_key=True,
        sa_type=RowId,
        ondelete="CASCADE",
        index=True,
    )


class Tie(SQLModel, table=True):
    """Two reports with evidence for one event; the lower id first."""

    one_id: int = Field(
        foreign_key="report.article_id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    two_id: int = Field(
        foreign_key="report.article_id",
        primary_key=True,
        sa_type=RowId,
        ondelete="CASCADE",
        index=True,
    )
    score: float = Field(description="the sum of the evidence")
    reasons: list[list[Any]] = Field(sa_type=JSON, description="name, weight, detail of each")


class Ruling(SQLModel, table=True):
    """What an admin said of two articles: of one event, or not; the lower id first.

    It stands above all evidence.
    """

    one_id: int = Field(
        foreign_key="article.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    two_id: int = Field(
        foreign_key="article.id", primary_key=True, sa_type=RowId, ondelete="CASCADE", index=True
    )
    together: bool
    made_at: datetime


SETTLED_FROM = 1_000_000
"""Position from which those stand of whom only reports tell that are settled, behind all others."""


class Participation(SQLModel, table=True):
    """A person in an event, with the sentence that says so."""

    __table_args__ = (UniqueConstraint("event_id", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    event_id: int = Field(foreign_key="event.id", sa_type=RowId, ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", index=True, sa_type=RowId)
    article_id: int = Field(
        foreign_key="article.id", index=True, sa_type=RowId, description="where the proof stands"
    )
    position: int = Field(description="order within the event")
    name: str = Field(sa_type=OutsideText, description="as this article writes it")
    role: str | None = Field(default=None, sa_type=OutsideText)
    affiliation: str | None = Field(default=None, sa_type=OutsideText)
    attended: bool = True
    moderator: bool = False
    proof: str = Field(sa_type=OutsideText)


class Chat(SQLModel, table=True):
    """A Telegram chat or topic, a Matrix room, or the terminal."""

    __table_args__ = (
        UniqueConstraint("platform", "address", "thread"),
        Index(None, "state", "next_digest_at", "id"),
        Index(None, "quiet_turn_at", "id"),
        Index(None, "remind_day", "timezone", "digest_at"),
        Index(None, "remind_hour", "timezone", "digest_at"),
        # Few chats take nothing: the others cost these indexes nothing.
        Index(
            None,
            "refused_since",
            sqlite_where=sa.text("refused_since IS NOT NULL"),
            postgresql_where=sa.text("refused_since IS NOT NULL"),
        ),
        Index(
            None,
            "try_again_at",
            sqlite_where=sa.text("try_again_at IS NOT NULL"),
            postgresql_where=sa.text("try_again_at IS NOT NULL"),
        ),
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
        default=None, description="when `hushed` changes next; None for no quiet hours"
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
        default=None, description="last time that the chat spoke to the bot"
    )
    held_until: datetime | None = Field(
        default=None, description="nothing is sent before: an earlier delivery has to wait"
    )


class Subscription(SQLModel, table=True):
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
        description="id of an organisation or a person, a country, a kind of event",
    )


class Muted(SQLModel, table=True):
    """An event of which a chat wants to hear nothing more."""

    chat_id: int = Field(foreign_key="chat.id", primary_key=True, sa_type=RowId, ondelete="CASCADE")
    event_id: int = Field(
        foreign_key="event.id", primary_key=True, sa_type=RowId, index=True, ondelete="CASCADE"
    )


class Note(SQLModel, table=True):
    """Something written to be sent to chats, such as what a person tells the admins."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    kind: str = Field(description="feedback, broadcast, …: what stands above the text")
    text: str = Field(sa_type=OutsideText)
    author: str = Field(
        sa_type=OutsideText,
        description="who wrote it, as the admins may know it; empty for the bot",
    )
    created_at: datetime


class Delivery(SQLModel, table=True):
    """One message owed to one chat. The unique key makes "twice" impossible."""

    __table_args__ = (
        UniqueConstraint("chat_id", "kind", "subject"),
        Index(None, "state", "platform", "kind", "next_attempt_at", "id"),
        # Few deliveries are told within another one: the others cost the index nothing.
        Index(
            None,
            "told_in_id",
            sqlite_where=sa.text("told_in_id IS NOT NULL"),
            postgresql_where=sa.text("told_in_id IS NOT NULL"),
        ),
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
        default=None, description="of a digest: the chat-local day; of a reminder: the event's"
    )
    lead: str | None = Field(default=None, description="how long before the event it reminds of it")
    note_id: int | None = Field(default=None, foreign_key="note.id", sa_type=RowId)
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
