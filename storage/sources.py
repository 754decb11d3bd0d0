"""What is remembered of the feeds and listing pages that are polled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, select, update
from sqlmodel import Session, col

from config.sources import SourceSpec
from storage.articles import NewArticle, add_new
from storage.errors import NotStored
from storage.models import Source
from storage.statements import claim, insert, run

DETAIL_LENGTH = 500
"""Characters kept of what a failing source said; a person needs no more, and an error page can be megabytes."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How the sources are doing.

    Attributes:
        enabled: How many are polled.
        failing: How many of these failed at their last poll.
    """

    enabled: int
    failing: int


def sync(session: Session, specs: Iterable[SourceSpec], now: datetime) -> None:
    """Make the stored sources those of the catalogue; a new one is due at `now`, one that has gone from it is no longer polled.

    A source whose URL changed loses its validators and its failures, since these were the old page's.
    """
    fields = ("key", "name", "url", "kind", "language", "timezone", "user_agent", "enabled")
    fresh = Source(key="", name="", url="", next_poll_at=now).model_dump(exclude={"id"})
    rows = [fresh | {field: getattr(spec, field) for field in fields} for spec in specs]
    gone = update(Source).where(col(Source.key).not_in([row["key"] for row in rows])).values(enabled=False)
    session.exec(gone)
    if not rows:
        return
    statement = insert(session, Source)
    new, same_page = statement.excluded, col(Source.url) == statement.excluded.url
    kept: dict[str, ColumnElement[Any]] = {field: new[field] for field in fields if field != "key"}
    for field in ("etag", "last_modified", "body_hash", "failure_cause", "failure_detail"):
        kept[field] = case((same_page, getattr(Source, field)), else_=None)
    kept["failures"] = case((same_page, Source.failures), else_=0)
    kept["next_poll_at"] = case((same_page, Source.next_poll_at), else_=new.next_poll_at)
    run(session, statement.on_conflict_do_update(index_elements=["key"], set_=kept), rows)


def claim_due(session: Session, now: datetime, *, limit: int, lease: timedelta) -> Sequence[Source]:
    """Take up to `limit` sources that are due, those waiting longest first; nobody else gets them until `now + lease`."""
    due = (
        select(col(Source.id))
        .where(col(Source.enabled).is_(True), col(Source.next_poll_at) <= now)
        .order_by(col(Source.next_poll_at), col(Source.id))
        .limit(limit)
    )
    return claim(session, Source, due, {"next_poll_at": now + lease})


def succeeded(  # noqa: PLR0913 (each is a column)
    session: Session,
    source_id: int,
    now: datetime,
    *,
    etag: str | None,
    last_modified: str | None,
    body_hash: str | None,
    next_poll_at: datetime,
    items: Sequence[NewArticle] = (),
) -> int:
    """Store what a poll brought together with the source's new state, and return how many of `items` are new.

    Args:
        session: The transaction.
        source_id: The source.
        now: When it was polled; the first-seen time of new articles.
        etag: As the server gave it; after a 304 the one that was sent.
        last_modified: Likewise.
        body_hash: Of the body last parsed.
        next_poll_at: When it is due again.
        items: What the feed holds now; those whose identity is stored already are left alone.

    Raises:
        NotStored: There is no such source.
    """
    source = _get(session, source_id)
    source.etag, source.last_modified, source.body_hash = etag, last_modified, body_hash
    source.next_poll_at, source.last_polled_at, source.last_ok_at = next_poll_at, now, now
    source.failures, source.failure_cause, source.failure_detail = 0, None, None
    dates = [item.published_at for item in items if item.published_at]
    source.newest_item_at = max([*dates, *filter(None, [source.newest_item_at])], default=None)
    return add_new(session, source_id, items, now)


def failed(session: Session, source_id: int, now: datetime, *, cause: str, detail: str, next_poll_at: datetime) -> None:
    """Record that a poll failed.

    Args:
        session: The transaction.
        source_id: The source.
        now: When it was polled.
        cause: One of a small set of names, the same for all sources.
        detail: What exactly happened, for a person; cut at `DETAIL_LENGTH` characters.
        next_poll_at: When to try again.

    Raises:
        NotStored: There is no such source.
    """
    source = _get(session, source_id)
    source.next_poll_at, source.last_polled_at = next_poll_at, now
    source.failures += 1
    source.failure_cause, source.failure_detail = cause, detail[:DETAIL_LENGTH]


def health(session: Session) -> SourceHealth:
    """Return how many sources are polled and how many of them fail."""
    failing = func.count().filter(col(Source.failures) > 0)
    row = session.execute(select(func.count(), failing).where(col(Source.enabled).is_(True))).one()
    return SourceHealth(enabled=row[0], failing=row[1])


def all_sources(session: Session) -> Sequence[Source]:
    """Return every source, by name."""
    return session.scalars(select(Source).order_by(col(Source.name), col(Source.id))).all()


def _get(session: Session, source_id: int) -> Source:
    source = session.get(Source, source_id)
    if source is None:
        raise NotStored("source", source_id)
    return source
