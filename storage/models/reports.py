"""What articles say of events, and what ties them to each other."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import JSON
from sqlmodel import Field

from storage.column_types import RowId
from storage.models.base import Table


class Report(Table, table=True):
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


class ReportKey(Table, table=True):
    """A key under which reports that may be of one event are found: day and town, or person."""

    key: str = Field(primary_key=True)
    article_id: int = Field(
        foreign_key="report.article_id",
        primary_key=True,
        sa_type=RowId,
        ondelete="CASCADE",
        index=True,
    )


class Tie(Table, table=True):
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


class JoiningReport(Table, table=True):
    """What an article says that founds no event: it waits for one that it may go to."""

    article_id: int = Field(
        foreign_key="article.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    facts: dict[str, Any] = Field(sa_type=JSON, description="as bot.merging.report stores them")


class JoiningKey(Table, table=True):
    """A key under which a report that founds no event looks for those that do."""

    key: str = Field(primary_key=True)
    article_id: int = Field(
        foreign_key="joiningreport.article_id",
        primary_key=True,
        sa_type=RowId,
        ondelete="CASCADE",
        index=True,
    )


class Decision(Table, table=True):
    """A split or a join of events or a split of people, with what was before it."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    kind: str = Field(description="split, join, or person split")
    made_at: datetime
    undone_at: datetime | None = None
    was: dict[str, Any] = Field(
        sa_type=JSON, description="as storage.decisions and storage.person_splits keep it"
    )


class Ruling(Table, table=True):
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
