"""Which changes concern what was looked up: until one does, it holds.

Each function returns a `Concern`, which tells of what was found and of an event that changed since
whether the same would be found again.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.commands.search_answer import Answer
from storage.changed_events import ChangedEvent
from storage.diary import CountedPage
from storage.diary_cursor import Order, Place, place_of
from storage.diary_query import Days, DiaryFilter
from storage.search_terms import LATELY

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answered:
    """What answers a search.

    Attributes:
        answer: The events.
        last: The highest id of an event by then.
    """

    answer: Answer
    last: int


Concern = Callable[[T, ChangedEvent], bool]
"""Whether an event that changed concerns what was found before."""

Listed = tuple[tuple[int, ...], str | None]
"""Ids of a page of events, and the cursor of the next."""


def page(wanted: DiaryFilter, days: Days, order: Order) -> Concern[Listed]:
    """Of a page: an event that stands on it, or that would.

    One that leaves what follows is passed over: where nothing else followed, the way to the next
    page stays until all is looked up again.
    """

    def concerns(found: Listed, changed: ChangedEvent) -> bool:
        ids, following = found
        if changed.id in ids:
            return True
        if not changed.may_meet(wanted, days):
            return False
        return following is None or not _is_behind(changed, place_of(following, order), days, order)

    return concerns


def counted(wanted: DiaryFilter, days: Days) -> Concern[CountedPage]:
    """Of a page with counts of its days: an event that was counted, or that would be."""

    def concerns(found: CountedPage, changed: ChangedEvent) -> bool:
        known = found.counted
        return known is None or changed.id in known or changed.may_meet(wanted, days)

    return concerns


def listed(wanted: DiaryFilter, days: Days) -> Concern[Sequence[int]]:
    """Of a list of ids in whatever order: an event on it, or that may be."""
    return lambda found, changed: changed.id in found or changed.may_meet(wanted, days)


def found_lately(most: int) -> Concern[Answered]:
    """Of what answers a search, `most` events at most: any event, unless these came before it.

    Among the last `LATELY` events what is asked for is put in order by how well it answers; all
    others come behind them, and matter only where these are too few.
    """

    def concerns(found: Answered, changed: ChangedEvent) -> bool:
        ids, last = found.answer.ids, found.last
        is_full = len(ids) == most and min(ids) > last - LATELY and not found.answer.left_out
        return not is_full or changed.id > last - LATELY

    return concerns


def events(ids: Collection[int]) -> Concern[object]:
    """Of what is told of these events alone."""
    return lambda _found, changed: changed.id in ids


def people(ids: Collection[int]) -> Concern[object]:
    """Of what is told of these people: an event that names any of them."""
    return lambda _found, changed: not changed.people.isdisjoint(ids)


def events_of_people(ids: Collection[int]) -> Concern[Sequence[int]]:
    """Of a list of ids of events of these people."""
    return lambda found, changed: changed.id in found or not changed.people.isdisjoint(ids)


def parts(event_id: int) -> Concern[Sequence[int]]:
    """Of a list of ids of the events that are a part of one."""
    return lambda found, changed: changed.id in found or changed.parent == event_id


def _is_behind(changed: ChangedEvent, last: Place, days: Days, order: Order) -> bool:
    """Whether an event stands behind the last one of a page."""
    return _place(changed, days, order).key(order) > last.key(order)


def _place(changed: ChangedEvent, days: Days, order: Order) -> Place:
    if order is Order.FOUND:
        return Place("any", None, changed.id)
    if changed.first is None:
        return Place("undated", None, changed.id)
    is_on = days.first is not None and changed.first < days.first
    return Place("ongoing" if is_on else "begun", changed.first, changed.id)
