"""The diary to be looked at: pages of events under a filter, and how many there are a day.

Nothing here changes anything. A page is asked for by a cursor, so that page two is what follows
page one however many events came in between, and costs no more than page one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select
from sqlmodel import Session, col

from storage.diary_cursor import Order, Place, place_of
from storage.diary_near import NearEvent, near
from storage.diary_query import ALWAYS, EVERYTHING, Days, DiaryFilter, conditions
from storage.diary_walks import walked
from storage.models import Event, EventChange, EventOrganization
from storage.sql import table_of

Span = tuple[date, date | None, str | None]
"""First day, last day and foremost organisation of an event."""

_A_DAY = timedelta(days=1)

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
    all_of_them = None if plain else near(session, wanted, days)
    if all_of_them is None:
        found = walked(session, wanted, order, days, place, limit + 1)
    else:
        found = _in_order(all_of_them, order, place)
    return _page(found, order, limit)


@dataclass(frozen=True, slots=True)
class CountedPage:
    """A page of some days, with what is known of the days themselves.

    Attributes:
        ids: Of the events on the page.
        following: The cursor of the next page, or None on the last.
        numbers: What `counts` tells of the days.
        counted: Ids of all events that were looked at; None where they are too many.
    """

    ids: tuple[int, ...]
    following: str | None
    numbers: dict[date, Counter[str]]
    counted: tuple[int, ...] | None


def page_and_counts(
    session: Session,
    wanted: DiaryFilter,
    days: Days,
    *,
    order: Order = Order.LATEST,
    after: str | None = None,
    limit: int = PAGE,
) -> CountedPage:
    """Return a page as `page_of_ids` does, and what `counts` tells of its days.

    Days that are few enough to be looked at whole are looked at once for both.

    Raises:
        BadCursor: As `page_of_ids`.
        ValueError: As `counts`.
    """
    place = place_of(after, order) if after is not None else None
    all_of_them = near(session, wanted, days)
    if all_of_them is None:
        found = walked(session, wanted, order, days, place, limit + 1)
        numbers = _counted(_spans_by_way(session, wanted, days), days)
        return CountedPage(*_page(found, order, limit), numbers, None)
    page = _page(_in_order(all_of_them, order, place), order, limit)
    counted = tuple(event.place.id for event in all_of_them)
    return CountedPage(*page, _counted(_spans_of(all_of_them), days), counted)


def _page(found: Sequence[Place], order: Order, limit: int) -> tuple[tuple[int, ...], str | None]:
    ids = tuple(shown.id for shown in found[:limit])
    return ids, found[limit - 1].cursor(order) if len(found) > limit else None


def _in_order(events: Iterable[NearEvent], order: Order, place: Place | None) -> list[Place]:
    """Return where the events of a few days stand, in order; those behind `place` alone."""
    places = [event.place for event in events]
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
    _check_length(days)
    all_of_them = near(session, wanted, days)
    if all_of_them is None:
        return _counted(_spans_by_way(session, wanted, days), days)
    return _counted(_spans_of(all_of_them), days)


def _counted(spans: Iterable[Span], days: Days) -> dict[date, Counter[str]]:
    begins, ends = _check_length(days)
    # Where something begins and behind where it ends, so that what lasts long costs no more.
    steps = defaultdict[str, Counter[date]](Counter)
    for first, last, organization in spans:
        start = max(first, begins)
        steps[organization or ""][start] += 1
        steps[organization or ""][max(min(last or first, ends), start) + _A_DAY] -= 1
    numbers = defaultdict[date, Counter[str]](Counter)
    for organization, step in steps.items():
        _add_up(numbers, organization, step)
    return dict(sorted(numbers.items()))


def _check_length(days: Days) -> tuple[date, date]:
    """Return the first and the last day of a stretch that is short enough to be counted."""
    if days.first is None or days.last is None or days.last - days.first > timedelta(days=366):
        raise ValueError(f"a count a day wants a stretch of at most a year, not {days}")
    return days.first, days.last


def _spans_by_way(session: Session, wanted: DiaryFilter, days: Days) -> Iterator[Span]:
    """Yield when each event of days that are too many to be looked at whole goes on, and whose."""
    met, asked = conditions(session, wanted), wanted.values() | days.values()
    ways = (_SPANS.where(*met, way) for name, way in days.ways().items() if name != "undated")
    for spans in ways:
        for first, last, body in session.connection().execute(spans, asked):
            if first is not None:
                yield first, last, body


_SPANS = select(
    col(Event.starts_on), col(Event.ends_on), col(EventOrganization.organization)
).outerjoin(
    EventOrganization,
    and_(col(EventOrganization.event_id) == col(Event.id), col(EventOrganization.position) == 0),
)


def _spans_of(events: Iterable[NearEvent]) -> list[Span]:
    return [
        (event.place.day, event.last, event.organization)
        for event in events
        if event.place.day is not None
    ]


def _add_up(
    numbers: defaultdict[date, Counter[str]], organization: str, steps: Mapping[date, int]
) -> None:
    """Note for each day how many events of an organisation go on, by where that changes."""
    number, ordered = 0, sorted(steps)
    for day, until in pairwise(ordered):
        number += steps[day]
        if number:
            for passed in range((until - day).days):
                numbers[day + passed * _A_DAY][organization] = number


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
    meant = conditions(session, wanted, among=ids)
    asked = _those_of(meant) if wanted.words else _built_those_of(meant)
    values = wanted.values() | {"ids": ids}
    met = set(session.connection().execute(asked, values).scalars())
    return tuple(number for number in ids if number in met)[:limit]


def _those_of(met: tuple[ColumnElement[bool], ...]) -> Select[int]:
    among = col(Event.id).in_(bindparam("ids", expanding=True))
    return select(col(Event.id)).where(among, *met)


_built_those_of = lru_cache(maxsize=64)(_those_of)


class Stamp(NamedTuple):
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
    return [*map(Stamp._make, rows.all())]


class LatestChange(NamedTuple):
    """An event that changed lately, and how far the diary had come by then.

    Attributes:
        id: Of the event.
        changed_at: Aware UTC.
        merged_into: The event that it turned out to be, or None.
        last_event: The highest id of an event.
        last_change: The highest id of a change that mattered.
    """

    id: int
    changed_at: datetime
    merged_into: int | None
    last_event: int
    last_change: int | None


DiaryState = tuple[LatestChange, ...]
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
    return tuple(map(LatestChange._make, session.connection().execute(_STATE).all()))


def last_id(session: Session) -> int:
    """Return the id of the event that was found last; 0 where there is none."""
    return session.scalar(select(func.max(col(Event.id)))) or 0
