"""The diary to be looked at: pages of events under a filter, and how many there are a day.

Nothing here changes anything. A page is asked for by a cursor, so that page two is what follows
page one however many events came in between, and costs no more than page one.
"""

import base64
import binascii
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, tuple_
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from storage import events
from storage.diary_query import Days, DiaryFilter, conditions
from storage.errors import BadCursor
from storage.events import EventRecord
from storage.models import Event, EventChange, EventOrganization

PAGE = 50
"""Events on a page unless told otherwise."""

ALWAYS = Days()
"""Every day there is."""

_CURSOR = re.compile(
    r"(latest|soonest|found):(begun|ongoing|undated|any):([0-9]{0,7}):([0-9]{1,18})"
)
_LONGEST_CURSOR = 100


class Order(StrEnum):
    """In which order events come."""

    LATEST = "latest"
    """By their first day, the latest first; then those without a day, found last first."""
    SOONEST = "soonest"
    """By their first day, the soonest first; then those without a day, found last first."""
    FOUND = "found"
    """Found last first: the ids say so."""


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """Some events, in order.

    Attributes:
        records: The events.
        following: The cursor of the next page, or None on the last one.
    """

    records: tuple[EventRecord, ...]
    following: str | None


@dataclass(frozen=True, slots=True)
class _Walk:
    """Events along one index.

    Attributes:
        name: Stands in the cursor.
        met: What they must meet besides the filter.
        by_day: Whether they go by their first day, or by their ids alone.
        up: Whether the lowest comes first.
    """

    name: str
    met: Sequence[ColumnElement[bool]]
    by_day: bool
    up: bool = False

    @property
    def key(self) -> list[Mapped[Any]]:
        """Return the columns that events are ordered by."""
        return [col(Event.starts_on), col(Event.id)] if self.by_day else [col(Event.id)]

    def after(self, place: "_Place") -> ColumnElement[bool]:
        """Return the condition that an event comes behind one that stands at `place`."""
        if not self.by_day:
            return col(Event.id) > place.id if self.up else col(Event.id) < place.id
        key, at = tuple_(*self.key), (place.day, place.id)
        return key > at if self.up else key < at


@dataclass(frozen=True, slots=True)
class _Place:
    walk: str
    day: date | None
    id: int


def page(
    session: Session,
    wanted: DiaryFilter,
    days: Days = ALWAYS,
    *,
    order: Order = Order.LATEST,
    after: str | None = None,
    limit: int = PAGE,
) -> DiaryPage:
    """Return a page of events.

    An event that began before `days` and goes on in them is among them, at the place of its first
    day; one without a day is, where it was found on one of them.

    Args:
        session: The transaction.
        wanted: What events must be.
        days: On which days they go on.
        order: In which order they come.
        after: The cursor of the page before; None for the first page.
        limit: At most so many.

    Raises:
        BadCursor: `after` is no cursor of this order.
    """
    place = _place(after, order) if after is not None else None
    met, found = conditions(session, wanted), list[tuple[_Walk, date | None, int]]()
    for walk in _from(_walks(order, days), place):
        statement = select(col(Event.id), col(Event.starts_on)).where(*met, *walk.met)
        if place is not None and place.walk == walk.name:
            statement = statement.where(walk.after(place))
        ordered = [column if walk.up else column.desc() for column in walk.key]
        rows = session.execute(statement.order_by(*ordered).limit(limit + 1 - len(found)))
        found += [(walk, row.starts_on, row.id) for row in rows]
        if len(found) > limit:
            break
    ids = [event_id for _walk, _day, event_id in found[:limit]]
    whole = events.records(session, ids=ids, limit=len(ids)) if ids else []
    return DiaryPage(
        tuple(whole), _cursor(order, *found[limit - 1]) if len(found) > limit else None
    )


def _walks(order: Order, days: Days) -> list[_Walk]:
    if order is Order.FOUND:
        return [_Walk("any", days.any_way(), by_day=False)]
    up, before = order is Order.SOONEST, days.ongoing()
    dated = [_Walk("begun", [days.begun()], by_day=True, up=up)]
    if before is not None:
        dated.append(_Walk("ongoing", [before], by_day=True, up=up))
    return [*(reversed(dated) if up else dated), _Walk("undated", [days.undated()], by_day=False)]


def _from(walks: Sequence[_Walk], place: _Place | None) -> Iterator[_Walk]:
    """Give the walks from the one on which `place` is."""
    names = [walk.name for walk in walks]
    if place is not None and place.walk not in names:
        raise BadCursor(place.walk)
    yield from walks[names.index(place.walk) if place is not None else 0 :]


def _cursor(order: Order, walk: _Walk, day: date | None, event_id: int) -> str:
    ordinal = day.toordinal() if walk.by_day and day is not None else ""
    plain = f"{order}:{walk.name}:{ordinal}:{event_id}"
    return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def _place(cursor: str, order: Order) -> _Place:
    try:
        padded = cursor[:_LONGEST_CURSOR] + "=" * (-len(cursor) % 4)
        plain = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
        given = _CURSOR.fullmatch(plain)
        if given is None or given[1] != order:
            raise BadCursor(cursor[:_LONGEST_CURSOR])
        dated = given[2] in {"begun", "ongoing"}
        day = date.fromordinal(int(given[3] or 0)) if dated else None
    except (binascii.Error, ValueError, OverflowError):
        raise BadCursor(cursor[:_LONGEST_CURSOR]) from None
    return _Place(given[2], day, int(given[4]))


def counts(session: Session, wanted: DiaryFilter, days: Days) -> dict[date, Counter[str]]:
    """Return how many events go on on each of these days, by the foremost organisation.

    The key is "" for events of no organisation; days without events are left out; an event counts
    on each of its days. Events without a day count on none.

    Raises:
        ValueError: `days` has no end, or is longer than a year.
    """
    if days.first is None or days.last is None or days.last - days.first > timedelta(days=366):
        raise ValueError(f"a count a day wants a stretch of at most a year, not {days}")
    foremost = and_(
        col(EventOrganization.event_id) == col(Event.id), col(EventOrganization.position) == 0
    )
    chosen = (
        select(col(Event.starts_on), col(Event.ends_on), col(EventOrganization.organization))
        .outerjoin(EventOrganization, foremost)
        .where(*conditions(session, wanted))
    )
    numbers = defaultdict[date, Counter[str]](Counter)
    for way in (days.begun(), days.ongoing()):
        if way is None:
            continue
        for first, last, organization in session.execute(chosen.where(way)):
            for day in _each(max(first, days.first), min(last or first, days.last)):
                numbers[day][organization or ""] += 1
    return dict(sorted(numbers.items()))


def _each(first: date, last: date) -> Iterator[date]:
    """Give each day from the first to the last; one that ends before it begins has one day."""
    for number in range(max((last - first).days, 0) + 1):
        yield first + timedelta(days=number)


def lately_changed(
    session: Session, wanted: DiaryFilter, since: datetime, *, limit: int
) -> list[EventRecord]:
    """Return events that were moved or called off since a moment, the last change first.

    Args:
        session: The transaction.
        wanted: What events must be.
        since: Aware UTC.
        limit: At most so many.
    """
    last = func.max(col(EventChange.changed_at))
    chosen = (
        select(col(EventChange.event_id))
        .join(Event, col(Event.id) == col(EventChange.event_id))
        .where(col(EventChange.changed_at) >= since, *conditions(session, wanted))
        .group_by(col(EventChange.event_id))
        .order_by(last.desc(), col(EventChange.event_id).desc())
    )
    ids = session.scalars(chosen.limit(limit)).all()
    return events.records(session, ids=ids, limit=len(ids)) if ids else []


@dataclass(frozen=True, slots=True)
class Stamp:
    """A page that there is, and when what it shows last changed.

    Attributes:
        id: Of the event.
        changed_at: Aware UTC.
    """

    id: int
    changed_at: datetime


def stamps(session: Session, first: int, last: int) -> list[Stamp]:
    """Return the events with ids from `first` up to and with `last`, and when each changed."""
    chosen = select(col(Event.id), col(Event.changed_at)).where(
        col(Event.id) >= first, col(Event.id) <= last, col(Event.merged_into).is_(None)
    )
    return [
        Stamp(row.id, row.changed_at) for row in session.execute(chosen.order_by(col(Event.id)))
    ]


def last_id(session: Session) -> int:
    """Return the id of the event that was found last; 0 where there is none."""
    return session.scalar(select(func.max(col(Event.id)))) or 0
