"""The diary to be looked at: pages of events under a filter, and how many there are a day.

Nothing here changes anything. A page is asked for by a cursor, so that page two is what follows
page one however many events came in between, and costs no more than page one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlalchemy import Select, and_, bindparam, func, select
from sqlmodel import Session, col

from storage.diary_cursor import Order, Place, place_of
from storage.diary_near import near
from storage.diary_query import ALWAYS, EVERYTHING, Days, DiaryFilter, conditions
from storage.diary_walks import walked
from storage.models import Event, EventChange, EventOrganization
from storage.sql import table_of

PAGE = 50
"""Events on a page unless told otherwise."""

CHANGED = 500
"""Events that changed last, among which those are looked for that meet the rest."""


def page_of_ids(
    session: Session,
    wanted: DiaryFilter,
    days: Days = ALWAYS,
    *,
    order: Order = Order.LATEST,
    after: str | None = None,
    limit: int = PAGE,
) -> tuple[tuple[int, ...], str | None]:
    """Return the ids of a page of events, and the cursor of the next one, None on the last.

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
    place = place_of(after, order) if after is not None else None
    # Where nothing is asked for but an order by days, each walk is along an index as it is.
    plain = wanted == EVERYTHING and order is not Order.FOUND
    found = None if plain else _near(session, wanted, days, order, place)
    if found is None:
        found = walked(session, wanted, order, days, place, limit + 1)
    more = len(found) > limit
    ids = tuple(shown.id for shown in found[:limit])
    return ids, found[limit - 1].cursor(order) if more else None


def _near(
    session: Session, wanted: DiaryFilter, days: Days, order: Order, place: Place | None
) -> list[Place] | None:
    """Return where the events of a few days stand, in order; None where they are too many."""
    all_of_them = near(session, wanted, days)
    if all_of_them is None:
        return None
    places = [event.place for event in all_of_them]
    if order is Order.FOUND:
        places = [Place("any", None, known.id) for known in places]
    if place is not None:
        reached = place.key(order)
        places = [known for known in places if known.key(order) > reached]
    return sorted(places, key=lambda known: known.key(order))


def counts(session: Session, wanted: DiaryFilter, days: Days) -> dict[date, Counter[str]]:
    """Return how many events go on on each of these days, by the foremost organisation.

    The key is "" for events of no organisation; days without events are left out; an event counts
    on each of its days. Events without a day count on none.

    Raises:
        ValueError: `days` has no end, or is longer than a year.
    """
    if days.first is None or days.last is None or days.last - days.first > timedelta(days=366):
        raise ValueError(f"a count a day wants a stretch of at most a year, not {days}")
    numbers = defaultdict[date, Counter[str]](Counter)
    for first, last, organization in _spans(session, wanted, days):
        for day in _each(max(first, days.first), min(last or first, days.last)):
            numbers[day][organization or ""] += 1
    return dict(sorted(numbers.items()))


_SPANS = select(
    col(Event.starts_on), col(Event.ends_on), col(EventOrganization.organization)
).outerjoin(
    EventOrganization,
    and_(col(EventOrganization.event_id) == col(Event.id), col(EventOrganization.position) == 0),
)
_SPANS_OF = _SPANS.where(col(Event.id).in_(bindparam("ids", expanding=True)))
_ALIVE = col(Event.merged_into).is_(None)


@lru_cache(maxsize=128)
def _spans_on(days: Days) -> list[Select[date | None, date | None, str]]:
    ways = [way for name, way in days.ways().items() if name != "undated"]
    return [_SPANS.where(way) for way in ways]


def _spans(
    session: Session, wanted: DiaryFilter, days: Days
) -> list[tuple[date, date | None, str | None]]:
    """Return first day, last day and foremost organisation of each event of some days."""
    all_of_them = near(session, wanted, days) if wanted != EVERYTHING else None
    if all_of_them is not None:
        ids = [event.place.id for event in all_of_them if event.place.day is not None]
        rows = session.connection().execute(_SPANS_OF, {"ids": ids}).all() if ids else ()
    else:
        met = conditions(session, wanted) if wanted != EVERYTHING else [_ALIVE]
        asked = [spans.where(*met) for spans in _spans_on(days)]
        rows = [row for spans in asked for row in session.connection().execute(spans)]
    return [(first, last, body) for first, last, body in rows if first is not None]


def _each(first: date, last: date) -> Iterator[date]:
    """Give each day from the first to the last; one that ends before it begins has one day."""
    for number in range(max((last - first).days, 0) + 1):
        yield first + timedelta(days=number)


_event, _change = table_of(Event).c, table_of(EventChange).c
_CHANGED_SINCE = (
    select(_change.event_id)
    .where(_change.changed_at >= bindparam("since"))
    .group_by(_change.event_id)
    .order_by(func.max(_change.changed_at).desc(), _change.event_id.desc())
    .limit(CHANGED)
)


def ids_lately_changed(
    session: Session, wanted: DiaryFilter, since: datetime, *, limit: int
) -> tuple[int, ...]:
    """Return the ids of events that were moved or called off since a moment, the last first.

    Args:
        session: The transaction.
        wanted: What events must be.
        since: Aware UTC.
        limit: At most so many.
    """
    changed = session.connection().execute(_CHANGED_SINCE, {"since": since})
    ids = changed.scalars().all()
    if not ids:
        return ()
    # Only these are asked whether they meet the rest: of all events there are too many.
    few = select(col(Event.id)).where(col(Event.id).in_(ids))
    met = set(session.scalars(few.where(*conditions(session, wanted, among=ids))))
    return tuple(number for number in ids if number in met)[:limit]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A page that there is, and when what it shows last changed.

    Attributes:
        id: Of the event.
        changed_at: Aware UTC.
    """

    id: int
    changed_at: datetime


# Built once, as others here: the building of a statement costs more than what it finds.
_STAMPS = (
    select(_event.id, _event.changed_at)
    .where(_event.id.between(bindparam("first"), bindparam("last")), _event.merged_into.is_(None))
    .order_by(_event.id)
)


def stamps(session: Session, first: int, last: int) -> list[Stamp]:
    """Return the events with ids from `first` up to and with `last`, and when each changed."""
    rows = session.connection().execute(_STAMPS, {"first": first, "last": last})
    return [Stamp(*row) for row in rows]


DiaryState = tuple[tuple[object, ...], ...]
"""In which state the diary is: another as soon as an event came, changed or joined another."""

_STATE = (
    select(
        _event.id,
        _event.changed_at,
        _event.merged_into,
        select(func.max(_event.id)).scalar_subquery(),
        select(func.max(_change.id)).scalar_subquery(),
    )
    .order_by(_event.changed_at.desc(), _event.id.desc())
    .limit(5)
)
"""Several, for a transaction may keep what it changed after another one that began later."""


def state(session: Session) -> DiaryState:
    """Return in which state the diary is; what was looked up in the same state still holds."""
    return tuple(map(tuple, session.connection().execute(_STATE)))


def last_id(session: Session) -> int:
    """Return the id of the event that was found last; 0 where there is none."""
    return session.scalar(select(func.max(col(Event.id)))) or 0
