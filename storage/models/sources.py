"""What is polled, and the hubs that tell of news."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from storage.column_types import OutsideText, RowId
from storage.enums import Origin
from storage.models.base import Table


class Source(Table, table=True):
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


class HubSubscription(Table, table=True):
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
