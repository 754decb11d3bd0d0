"""What happened or will happen, with whom, and how it changed."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from storage.column_types import OutsideText, RowId
from storage.models.base import Table, index_of_few


class Event(Table, table=True):
    """Something that happened or will happen."""

    __table_args__ = (
        # The diary walks along these; see `storage.diary`.
        Index(None, "starts_on", "id"),
        Index(None, "starts_on", "found_at"),
        Index(None, "ends_on", "starts_on", "id"),
        Index(None, "kind", "starts_on", "id"),
        Index(None, "kind", "id"),
        Index(None, "country_code", "starts_on", "id"),
        Index(None, "country_code", "id"),
        Index(None, "city_id", "starts_on", "id"),
        Index(None, "city_id", "id"),
        # Few events turned out to be others; that most did not is nothing to look events up by.
        index_of_few("merged_into"),
        # Of few events anything came that is kept; digests ask for what came lately.
        index_of_few("outcome_at"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    title: str = Field(sa_type=OutsideText)
    kind: str
    language: str = Field(description="of the title and of the names as first read")
    starts_on: date | None = None
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
        sa_type=RowId,
        description="the event that it turned out to be",
    )
    titles: dict[str, str] = Field(
        default_factory=dict,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "{}"},
        description="the best headline in each language that an outlet wrote one in",
    )
    gathering: dict[str, Any] = Field(
        default_factory=dict,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "{}"},
        description="what sort it is and which of its row, as bot.merging.event_titles tells it",
    )
    is_great: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether it is told in its course, as far as its reports say by now",
    )
    outcomes: list[dict[str, Any]] = Field(
        default_factory=list,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "[]"},
        description="what came of it, as storage.event_outcomes keeps it",
    )
    outcome_at: datetime | None = Field(
        default=None, description="when the last of these became known"
    )
    begun_at: datetime | None = Field(
        default=None, description="when reports first said of a great event that it is on"
    )
    found_at: datetime = Field(index=True)
    changed_at: datetime = Field(index=True)


class EventChange(Table, table=True):
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


class EventOrganization(Table, table=True):
    """An organisation that an event concerns."""

    __table_args__ = (Index(None, "organization", "event_id"),)

    event_id: int = Field(
        foreign_key="event.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    organization: str = Field(primary_key=True, description="id in organizations.toml")
    position: int = Field(description="order within the event")


SETTLED_FROM = 1_000_000
"""Position from which those stand of whom only reports tell that are settled, behind all others."""


class Participation(Table, table=True):
    """A person in an event, with the sentence that says so."""

    __table_args__ = (
        UniqueConstraint("event_id", "person_id"),
        Index(None, "person_id", "event_id"),
        Index(None, "event_id", "position"),
    )

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    event_id: int = Field(foreign_key="event.id", sa_type=RowId, ondelete="CASCADE")
    person_id: int = Field(foreign_key="person.id", sa_type=RowId)
    article_id: int = Field(
        foreign_key="article.id", index=True, sa_type=RowId, description="where the proof stands"
    )
    position: int = Field(description="order within the event")
    name: str = Field(sa_type=OutsideText, description="as this article writes it")
    role: str | None = Field(default=None, sa_type=OutsideText)
    affiliation: str | None = Field(default=None, sa_type=OutsideText)
    country_code: str | None = Field(
        default=None, description="ISO 3166-1 alpha-2, where the affiliation is of a country"
    )
    attended: bool = True
    moderator: bool = False
    presides: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether who chaired presided, and is told in the office",
    )
    by_message: bool = Field(
        default=False,
        sa_column_kwargs={"server_default": sa.text("false")},
        description="whether who was not there sent a message to it",
    )
    language: str | None = Field(
        default=None, description="ISO 639-1, of name and office; None for the article's"
    )
    spellings: dict[str, str] = Field(
        default_factory=dict,
        sa_type=JSON,
        sa_column_kwargs={"server_default": "{}"},
        description="the name as outlets write it, by language",
    )
    proof: str = Field(sa_type=OutsideText)
