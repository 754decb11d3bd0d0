"""What is remembered of the feeds and listing pages that are polled."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypedDict

from sqlalchemy import Update, bindparam, case, func, or_, select, update
from sqlmodel import Session, col
from sqlmodel.sql.sqltypes import UTCDateTime

from config.sources import SourceSpec
from storage.enums import Origin
from storage.errors import NotStored
from storage.models import Source
from storage.sql import claim, claiming, insert, moment, run, table_of

DETAIL_LENGTH = 500
"""Characters kept of what a failing source said.

A person needs no more, and an error page can be megabytes.
"""

CALL_PAUSE = timedelta(minutes=1)
"""A source is polled at most once in this time, however often its hub calls."""


_source = table_of(Source).c
# Built once: this runs at every look, and mostly finds nothing.
_ANY_DUE = (
    select(_source.id)
    .where(_source.enabled.is_(True), _source.next_poll_at <= moment("now"))
    .limit(1)
)


_CLAIM_DUE = claiming(
    Source,
    select(col(Source.id))
    .where(col(Source.enabled).is_(True), col(Source.next_poll_at) <= moment("now"))
    .order_by(col(Source.next_poll_at), col(Source.id)),
    {"next_poll_at": moment("until")},
)


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How the sources are doing.

    Attributes:
        enabled: How many are polled.
        failing: How many of these failed at their last poll.
        last_ok_at: When one of these last answered, aware UTC; None for never.
    """

    enabled: int
    failing: int
    last_ok_at: datetime | None = None


def sync(session: Session, specs: Iterable[SourceSpec], now: datetime) -> None:
    """Make the stored sources those of the catalogue.

    A new one is due at `now`, one that has gone from it is no longer polled.

    A source whose URL was edited loses its validators and its failures, since these were the old
    page's. One that moved away by itself from the URL that the catalogue still gives stays where it
    has gone. What an admin added stays, but for what the catalogue itself has polled now; and what
    an admin switched on or off stays so.
    """
    rows = [fresh_row(spec, now) for spec in specs]
    ours, added = col(Source.origin) == Origin.CATALOGUE, col(Source.origin) == Origin.ADDED
    polled = [row["url"] for row in rows if row["enabled"]]
    listed = or_(col(Source.url).in_(polled), col(Source.given_url).in_(polled))
    session.exec(
        update(Source)
        .where(listed, added)
        .values(origin=Origin.REMOVED, enabled=False, switched=None)
    )
    session.exec(
        update(Source)
        .where(col(Source.key).not_in([row["key"] for row in rows]), ours)
        .values(enabled=False)
    )
    if rows:
        store(session, rows)


THERE = col(Source.origin) != Origin.REMOVED
"""Holds of every source but those that were removed."""

_GIVEN = ("key", "name", "url", "kind", "language", "timezone", "user_agent", "enabled", "recipe")


def fresh_row(spec: SourceSpec, now: datetime) -> dict[str, Any]:
    """Return the columns of a source of which nothing is known yet but its description.

    It is due at `now`.
    """
    fresh = Source(key="", name="", url="", next_poll_at=now).model_dump(exclude={"id"})
    given = {field: getattr(spec, field) for field in _GIVEN if field != "recipe"}
    return fresh | given | {"given_url": spec.url, "recipe": spec.stored_recipe()}


def store(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows of `fresh_row`, or give those that are there by key their new description."""
    statement = insert(session, Source)
    new = statement.excluded
    not_edited = col(Source.given_url) == new.given_url
    same_page = or_(not_edited, col(Source.url) == new.url)
    kept: dict[str, Any] = {
        field: new[field] for field in (*_GIVEN, "given_url", "origin") if field != "key"
    }
    kept["url"] = case((not_edited, col(Source.url)), else_=new.url)
    kept["enabled"] = func.coalesce(Source.switched, new.enabled)
    for name in _OF_THE_PAGE:
        kept[name] = case((same_page, getattr(Source, name)), else_=new[name])
    run(session, statement.on_conflict_do_update(index_elements=["key"], set_=kept), rows)


_OF_THE_PAGE = (
    "etag",
    "last_modified",
    "body_hash",
    "not_modified",
    "empties",
    "items_seen",
    "failures",
    "failure_cause",
    "failure_detail",
    "failing_since",
    "parked_at",
    "told_at",
    "moved_to",
    "moved_since",
    "called_at",
    "next_poll_at",
)
"""What was learned of one page and says nothing of another."""


class Learned(TypedDict, total=False):
    """What a poll may learn of a source besides its articles; the names are the columns'."""

    interval_seconds: int
    not_modified: int
    empties: int
    items_seen: int
    moved_to: str | None
    moved_since: datetime | None
    url: str
    parked_at: datetime | None
    failure_cause: str | None
    failure_detail: str | None


@dataclass(frozen=True, slots=True)
class Success:
    """What came of a poll that went well, besides articles.

    Attributes:
        source_id: The source.
        next_poll_at: When it is due again; sooner, where its hub called after the poll had begun
            and may have told of what it missed.
        etag: As the server gave it; after a 304 the one that was sent.
        last_modified: Likewise.
        body_hash: Of the body last parsed.
        newest: When the newest of its new articles came out, or None.
        learned: What else is known of the source now.
    """

    source_id: int
    next_poll_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    newest: datetime | None = None
    learned: Learned = field(default_factory=Learned)


def claim_due(session: Session, now: datetime, *, limit: int, lease: timedelta) -> Sequence[Source]:
    """Take up to `limit` sources that are due, those waiting longest first.

    Nobody else gets them until `now + lease`.
    """
    if session.scalar(_ANY_DUE, {"now": now}) is None:
        return []
    return claim(session, _CLAIM_DUE, limit, now=now, until=now + lease)


def succeeded(session: Session, polls: Sequence[Success], now: datetime) -> None:
    """Record polls that went well, all in a few statements.

    A source that is gone by now is passed over.

    Args:
        session: The transaction.
        polls: What came of them.
        now: When the sources were polled.
    """
    common = {"now": now, "pause_ends": now + CALL_PAUSE}
    by_learned = defaultdict[tuple[str, ...], list[dict[str, Any]]](list)
    for poll in polls:
        row: dict[str, Any] = common | {
            "source": poll.source_id,
            "next_poll_at_": poll.next_poll_at,
            "newest": poll.newest,
            "etag_": poll.etag,
            "last_modified_": poll.last_modified,
            "body_hash_": poll.body_hash,
        }
        row |= {f"new_{name}": value for name, value in poll.learned.items()}
        by_learned[tuple(sorted(poll.learned))].append(row)
    for names, rows in by_learned.items():
        run(session, _success(names), rows)


@cache
def _success(learned: tuple[str, ...]) -> Update:
    """Return the statement that records a success and the columns that were `learned`."""
    source, moment = table_of(Source).c, UTCDateTime()
    due, newest = bindparam("next_poll_at_", type_=moment), bindparam("newest", type_=moment)
    known = source.newest_item_at
    called = source.called_at > bindparam("now", type_=moment)
    values: dict[str, Any] = dict.fromkeys(
        ("failure_cause", "failure_detail", "failing_since", "parked_at", "told_at")
    )
    values |= {name: bindparam(f"{name}_") for name in ("etag", "last_modified", "body_hash")}
    values |= {
        "failures": 0,
        "last_polled_at": bindparam("now", type_=moment),
        "last_ok_at": bindparam("now", type_=moment),
        "next_poll_at": case(
            (
                called & (due > bindparam("pause_ends", type_=moment)),
                bindparam("pause_ends", type_=moment),
            ),
            else_=due,
        ),
        "newest_item_at": case((known >= newest, known), else_=func.coalesce(newest, known)),
    }
    values |= {name: bindparam(f"new_{name}") for name in learned}
    return update(table_of(Source)).where(source.id == bindparam("source")).values(**values)


def failed(  # noqa: PLR0913 (each is a column)
    session: Session,
    source_id: int,
    now: datetime,
    *,
    cause: str,
    detail: str,
    next_poll_at: datetime,
    learned: Learned | None = None,
) -> None:
    """Record that a poll failed.

    Args:
        session: The transaction.
        source_id: The source.
        now: When it was polled.
        cause: One of a small set of names, the same for all sources.
        detail: What exactly happened, for a person; cut at `DETAIL_LENGTH` characters.
        next_poll_at: When to try again.
        learned: What else is known of the source now.

    Raises:
        NotStored: There is no such source.
    """
    source = _get(session, source_id)
    source.next_poll_at, source.last_polled_at = next_poll_at, now
    source.failures += 1
    source.failing_since = source.failing_since or now
    _learn(source, learned)
    source.failure_cause, source.failure_detail = cause, detail[:DETAIL_LENGTH]


def checked(  # noqa: PLR0913 (each is a column)
    session: Session,
    source_id: int,
    now: datetime,
    *,
    failing: bool,
    cause: str | None,
    detail: str | None,
    newest: datetime | None = None,
) -> None:
    """Record what somebody found who asked a source out of turn.

    The polls go on as they would: a check counts for no failure of theirs and brings no articles.
    Only a source that was failing and works again is due at once.

    Args:
        session: The transaction.
        source_id: The source.
        now: When it was asked.
        failing: Whether it could not be read.
        cause: What is to be said of it, or None; a source that works may have one, such as "stale".
        detail: The technical side of `cause`; cut at `DETAIL_LENGTH` characters.
        newest: Date of its newest item, or None.

    Raises:
        NotStored: There is no such source.
    """
    source = _get(session, source_id)
    source.last_polled_at, source.failure_cause, source.failure_detail = (
        now,
        cause,
        detail[:DETAIL_LENGTH] if detail else None,
    )
    if failing:
        source.failures, source.failing_since = max(source.failures, 1), source.failing_since or now
        return
    if source.failures:
        source.next_poll_at = min(source.next_poll_at, now)
    source.failures, source.failing_since, source.parked_at, source.told_at = 0, None, None, None
    source.newest_item_at = max(filter(None, [newest, source.newest_item_at]), default=None)


def _learn(source: Source, learned: Learned | None) -> None:
    for name, value in (learned or {}).items():
        setattr(source, name, value)


def newly_parked(session: Session) -> Sequence[Source]:
    """Return the sources that were given up and of which the admins have not been told."""
    untold = select(Source).where(
        col(Source.parked_at).is_not(None),
        col(Source.told_at).is_(None),
        col(Source.enabled).is_(True),
    )
    return session.scalars(untold.order_by(col(Source.name))).all()


def told(session: Session, source_ids: Collection[int], now: datetime) -> None:
    """Record that the admins have been told of these sources."""
    session.exec(update(Source).where(col(Source.id).in_(source_ids)).values(told_at=now))


def health(session: Session) -> SourceHealth:
    """Return how many sources are polled, how many of them fail, and when one last answered."""
    row = session.connection().execute(_HEALTH).one()
    return SourceHealth(enabled=row[0], failing=row[1], last_ok_at=row[2])


_HEALTH = select(
    func.count(),
    func.count().filter(_source.failures > 0),
    func.max(_source.last_ok_at),
).where(_source.enabled.is_(True))


def all_sources(session: Session) -> Sequence[Source]:
    """Return every source but those that were removed, by name."""
    return session.scalars(
        select(Source).where(THERE).order_by(col(Source.name), col(Source.id))
    ).all()


def by_key(session: Session, key: str) -> Source:
    """Return the source of that key.

    Raises:
        NotStored: There is none, or it was removed.
    """
    source = session.scalars(select(Source).where(col(Source.key) == key, THERE)).first()
    if source is None:
        raise NotStored("source", key)
    return source


def zone_of(session: Session, source_id: int) -> str | None:
    """Return the IANA zone in which a source dates its articles; None where that is not known."""
    return session.scalars(select(col(Source.timezone)).where(col(Source.id) == source_id)).first()


def _get(session: Session, source_id: int) -> Source:
    source = session.get(
        Source, source_id, with_for_update=True
    )  # or a call of its hub that comes meanwhile would be lost
    if source is None:
        raise NotStored("source", source_id)
    return source
