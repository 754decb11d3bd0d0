"""Going through the diary along its indexes, event by event, until a page is full.

Each walk is along one index in its order. What an event must be besides is asked of each event on
the way, but for words: which events hold a word is one question to the index of words, whose answer
holds every event that does. Where these are many the way is shorter, a stretch of it at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, Select, bindparam, select, tuple_
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from storage import search
from storage.column_types import RowId
from storage.diary_cursor import Order, Place
from storage.diary_query import FEW, Days, DiaryFilter, conditions
from storage.errors import BadCursor
from storage.models import Event

STRETCHES = (50, 100, 200, 400, 800, 1_600)
"""Events of which it is asked, one stretch after the other, which of them hold words that many do,
before all that hold them are looked up after all: they may stand far from here."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Events along one index.

    Attributes:
        name: Stands in the cursor.
        met: What they must meet besides the filter.
        by_day: Whether they go by their first day, or by their ids alone.
        up: Whether the lowest comes first.
    """

    name: str
    met: tuple[ColumnElement[bool], ...]
    by_day: bool
    up: bool = False

    @property
    def key(self) -> list[Mapped[Any]]:
        """Return the columns that events are ordered by."""
        return [col(Event.starts_on), col(Event.id)] if self.by_day else [col(Event.id)]

    def after(self) -> ColumnElement[bool]:
        """Return the condition that an event comes behind one that stands at a place."""
        event_id = bindparam("after_id", type_=RowId)
        if not self.by_day:
            return col(Event.id) > event_id if self.up else col(Event.id) < event_id
        key, at = tuple_(*self.key), tuple_(bindparam("after_day", type_=Date()), event_id)
        return key > at if self.up else key < at


@dataclass(frozen=True, slots=True)
class _Asked:
    """What events on a walk must be.

    Attributes:
        met: The conditions.
        values: What stands in their places, and in those of the days.
        again: Whether these very conditions are asked again and again.
    """

    met: tuple[ColumnElement[bool], ...]
    values: dict[str, Any]
    again: bool


def _asked(session: Session, wanted: DiaryFilter, days: Days) -> _Asked:
    values = wanted.values() | days.values()
    return _Asked(conditions(session, wanted), values, again=not wanted.words)


def walked(
    session: Session,
    wanted: DiaryFilter,
    order: Order,
    days: Days,
    place: Place | None,
    most: int,
) -> list[Place]:
    """Return where the next events stand, in order.

    Args:
        session: The transaction.
        wanted: What events must be.
        order: In which order they come.
        days: On which days they go on.
        place: Where the event before stands; None for the first page.
        most: At most so many.

    Raises:
        BadCursor: `place` is none of a list of these days.
    """
    walks = _walks(order, days)
    names, found = [walk.name for walk in walks], list[Place]()
    if place is not None and place.walk not in names:
        raise BadCursor(place.cursor(Order.LATEST))
    first = names.index(place.walk) if place is not None else 0
    common = bool(wanted.words) and search.held_by_more(session, wanted.words, FEW, whole=True)
    only_words = bool(wanted.words) and wanted == DiaryFilter(words=wanted.words)
    if only_words and not common and not any(walk.by_day or walk.met for walk in walks):
        # Those found last are all that need be looked at.
        before = place.id if place is not None else None
        met = (search.holding(session, wanted.words, most=most, before=before),)
        return _along(session, walks[0], _Asked(met, {}, again=False), place, most)
    if wanted.words and not common:  # how many words begin so takes longer to know
        common = search.held_by_more(session, wanted.words, FEW)
    asked = _asked(session, replace(wanted, words=()) if common else wanted, days)
    for walk in walks[first:]:
        after, left = (
            place if place is not None and place.walk == walk.name else None,
            most - len(found),
        )
        if common:
            found += _along_with_words(session, walk, wanted, asked, after, left)
        else:
            found += _along(session, walk, asked, after, left)
        if len(found) == most:
            break
    return found


def _along_with_words(
    session: Session, walk: Walk, wanted: DiaryFilter, rest: _Asked, after: Place | None, most: int
) -> list[Place]:
    """Do the same where very many events hold the words: those of a stretch are soon enough."""
    found = list[Place]()
    for length in STRETCHES:
        stretch = _along(session, walk, rest, after, length)
        ids = [place.id for place in stretch]
        holding = _holding(session, wanted, ids, whole=True)
        if not holding.issuperset(ids[: most - len(found)]):
            holding = _holding(session, wanted, ids, whole=False)
        found += [place for place in stretch if place.id in holding]
        if len(found) >= most or len(stretch) < length:
            return found[:most]
        after = stretch[-1]
    hold = search.holding(session, wanted.words)
    asked = _Asked((*rest.met, hold), rest.values, again=False)
    return found + _along(session, walk, asked, after, most - len(found))


def _holding(session: Session, wanted: DiaryFilter, ids: Sequence[int], *, whole: bool) -> set[int]:
    """Return which of these events hold the words; `search.holding` says what `whole` means."""
    if not ids:
        return set()
    hold = search.holding(session, wanted.words, among=ids, whole=whole)
    few = select(col(Event.id)).where(col(Event.id).in_(ids), hold)
    return set(session.connection().execute(few).scalars())


def _along(
    session: Session, walk: Walk, asked: _Asked, after: Place | None, most: int
) -> list[Place]:
    values = asked.values | {"most": most}
    if after is not None:
        values |= {"after_day": after.day, "after_id": after.id}
    build = _built if asked.again else _way
    rows = session.connection().execute(build(walk, asked.met, after=after is not None), values)
    return [Place(walk.name, day if walk.by_day else None, event_id) for event_id, day in rows]


def _way(
    walk: Walk, met: tuple[ColumnElement[bool], ...], *, after: bool
) -> Select[int, date | None]:
    statement = select(col(Event.id), col(Event.starts_on)).where(*met, *walk.met)
    if after:
        statement = statement.where(walk.after())
    ordered = [column if walk.up else column.desc() for column in walk.key]
    return statement.order_by(*ordered).limit(bindparam("most", type_=Integer()))


_built = lru_cache(maxsize=256)(_way)


def _walks(order: Order, days: Days) -> list[Walk]:
    if order is Order.FOUND:
        return [Walk("any", days.any_way(), by_day=False)]
    up, ways = order is Order.SOONEST, days.ways()
    return [
        Walk(name, (ways[name],), by_day=name != "undated", up=up and name != "undated")
        for name in order.walks
        if name in ways
    ]
