"""Going through the diary along its indexes, event by event, until a page is full.

Each walk is along one index in its order. What an event must be besides is asked of each event on
the way, but for words: which events hold a word is one question to the index of words, whose answer
holds every event that does. Where these are many the way is shorter, a stretch of it at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, select, tuple_
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from storage import search
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
    met: Sequence[ColumnElement[bool]]
    by_day: bool
    up: bool = False

    @property
    def key(self) -> list[Mapped[Any]]:
        """Return the columns that events are ordered by."""
        return [col(Event.starts_on), col(Event.id)] if self.by_day else [col(Event.id)]

    def after(self, place: Place) -> ColumnElement[bool]:
        """Return the condition that an event comes behind one that stands at `place`."""
        if not self.by_day:
            return col(Event.id) > place.id if self.up else col(Event.id) < place.id
        key, at = tuple_(*self.key), (place.day, place.id)
        return key > at if self.up else key < at


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
        met = [search.holding(session, wanted.words, most=most, before=before)]
        return _along(session, walks[0], met, place, most)
    if wanted.words and not common:  # how many words begin so takes longer to know
        common = search.held_by_more(session, wanted.words, FEW)
    for walk in walks[first:]:
        after = place if place is not None and place.walk == walk.name else None
        along = _along_with_words if common else _along_with
        found += along(session, walk, wanted, after, most - len(found))
        if len(found) == most:
            break
    return found


def _along_with(
    session: Session, walk: Walk, wanted: DiaryFilter, after: Place | None, most: int
) -> list[Place]:
    return _along(session, walk, conditions(session, wanted), after, most)


def _along_with_words(
    session: Session, walk: Walk, wanted: DiaryFilter, after: Place | None, most: int
) -> list[Place]:
    """Do the same where very many events hold the words: those of a stretch are soon enough."""
    rest, found = conditions(session, replace(wanted, words=())), list[Place]()
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
    return found + _along_with(session, walk, wanted, after, most - len(found))


def _holding(session: Session, wanted: DiaryFilter, ids: Sequence[int], *, whole: bool) -> set[int]:
    """Return which of these events hold the words; `search.holding` says what `whole` means."""
    if not ids:
        return set()
    hold = search.holding(session, wanted.words, among=ids, whole=whole)
    few = select(col(Event.id)).where(col(Event.id).in_(ids), hold)
    return set(session.connection().execute(few).scalars())


def _along(
    session: Session,
    walk: Walk,
    met: Sequence[ColumnElement[bool]],
    after: Place | None,
    most: int,
) -> list[Place]:
    statement = select(col(Event.id), col(Event.starts_on)).where(*met, *walk.met)
    if after is not None:
        statement = statement.where(walk.after(after))
    ordered = [column if walk.up else column.desc() for column in walk.key]
    rows = session.connection().execute(statement.order_by(*ordered).limit(most))
    return [Place(walk.name, day if walk.by_day else None, event_id) for event_id, day in rows]


def _walks(order: Order, days: Days) -> list[Walk]:
    if order is Order.FOUND:
        return [Walk("any", days.any_way(), by_day=False)]
    up, ways = order is Order.SOONEST, days.ways()
    return [
        Walk(name, [ways[name]], by_day=name != "undated", up=up and name != "undated")
        for name in order.walks
        if name in ways
    ]
