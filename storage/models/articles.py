"""Publications, and by what they are recognised."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from storage.column_types import OutsideText, RowId
from storage.enums import ArticleState
from storage.models.base import Table, index_of_few


class Article(Table, table=True):
    """One publication."""

    __table_args__ = (
        Index(None, "state", "next_read_at", "id"),
        # Which articles an event has, and when the last of them came out, is told by the index
        # alone: a row lies behind its text, and a summit has a thousand.
        Index(None, "event_id", "published_at"),
        index_of_few("event_id", where="cancel_proof", name="ix_article_that_calls_off"),
    )

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
    event_id: int | None = Field(default=None, foreign_key="event.id", sa_type=RowId)
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


class SourceParagraph(Table, table=True):
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


class ArticleKey(Table, table=True):
    """A key under which an article is recognised: its address, number, guid or headline."""

    key: int = Field(
        primary_key=True,
        sa_type=RowId,
        sa_column_kwargs={"autoincrement": False},
        description="see `storage.articles`",
    )
    article_id: int = Field(foreign_key="article.id", ondelete="CASCADE", index=True, sa_type=RowId)
