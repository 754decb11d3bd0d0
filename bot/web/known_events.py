"""Events and lists as they were last read: what many pages show is read again only once it changed.

Lists of the same days show the same events in seven languages, as pages, feeds and calendars. In
which state the diary is, is asked in each transaction; as long as it is the same, so is what was
looked up, and which moment an event last changed. The event itself, with its people, organisations
and reports, and what was made of it, is kept until it changes.
"""

import operator
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar, cast

from sqlmodel import Session

from bot.runtime.cache import LruCache
from storage import diary, event_changes, events
from storage.diary import DiaryState
from storage.diary_cursor import Order
from storage.diary_query import ALWAYS, Days, DiaryFilter
from storage.event_changes import KnownChange
from storage.events import EventRecord

EVENTS, MADE = 500, 2_000
"""Events kept, some eight kilobytes each, and things made of them, two to four kilobytes each: 12
megabytes when full."""

LISTS = 50
"""Things made of whole lists, such as feeds, mostly some dozens of kilobytes each: three
megabytes."""

LOOKED_UP = 1_000
"""Answers of the database that are kept, mostly some dozens of numbers each: two megabytes."""

HOLDS_SECONDS = 600.0
"""After which what was read is read again though nothing has changed: an outlet may have another
name."""

_STATE = "state of the diary"

P = ParamSpec("P")
T = TypeVar("T")
_State = tuple[DiaryState, int]


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """Some events, in order.

    Attributes:
        records: The events.
        following: The cursor of the next page, or None on the last one.
    """

    records: tuple[EventRecord, ...]
    following: str | None


class KnownEvents:
    """Gives events, lists of them, and what is made of them; may be used from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare to give; `clock` tells seconds that never go back."""
        self._clock = clock
        self._records = LruCache[Hashable, EventRecord](EVENTS)
        self._made = LruCache[Hashable, tuple[EventRecord, object]](MADE)
        self._lists = LruCache[Hashable, tuple[Sequence[EventRecord], object]](LISTS)
        self._looked_up = LruCache[Hashable, tuple[_State, object]](LOOKED_UP)
        self._stamps = LruCache[int, tuple[_State, datetime | None]](2 * EVENTS)

    def look(
        self,
        session: Session,
        function: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return what `function` finds, looked up once as long as the diary is as it was.

        Args:
            session: A transaction that changes nothing.
            function: Looks it up; what it finds must be small, and is changed by nobody.
            args: Whatever it hangs on besides the diary; each can be hashed.
            kwargs: The same by name.
        """
        state, asked = self._state(session), (function, args, tuple(kwargs.items()))
        known = self._looked_up.get(asked)
        if known is None or known[0] != state:
            found = function(session, *args, **kwargs)
            known = self._looked_up.keep(asked, (state, found))
        return cast("T", known[1])  # what the same function found before

    def page(
        self,
        session: Session,
        wanted: DiaryFilter,
        days: Days = ALWAYS,
        *,
        order: Order = Order.LATEST,
        after: str | None = None,
        limit: int = diary.PAGE,
    ) -> DiaryPage:
        """Return a page of the diary; `storage.diary.page_of_ids` says how."""
        ids, following = self.look(
            session, diary.page_of_ids, wanted, days, order=order, after=after, limit=limit
        )
        return DiaryPage(tuple(self.records(session, ids)), following)

    def lately_changed(
        self, session: Session, wanted: DiaryFilter, since: datetime, *, limit: int
    ) -> list[EventRecord]:
        """Return events that were moved or called off since the hour of a moment.

        `storage.diary.ids_lately_changed` says how.
        """
        hour = since.replace(minute=0, second=0, microsecond=0)
        ids = self.look(session, diary.ids_lately_changed, wanted, hour, limit=limit)
        return self.records(session, ids)

    def changes(self, session: Session, records: Iterable[EventRecord]) -> Sequence[KnownChange]:
        """Return all changes of some events that mattered, the earliest first."""
        ids = tuple(record.event.id for record in records)
        return self.look(session, event_changes.of_events, ids)

    def records(self, session: Session, ids: Sequence[int]) -> list[EventRecord]:
        """Return the events with these ids, in their order; those that are no more are left out."""
        state = self._state(session)
        stamps = self._changed_at(session, state, ids)
        found = {
            number: self._records.get((number, changed_at, state[1]))
            for number, changed_at in stamps.items()
        }
        missing = [number for number, record in found.items() if record is None]
        for record in events.by_ids(session, missing):
            number = record.event.id
            found[number] = self._records.keep((number, record.event.changed_at, state[1]), record)
        whole = (found.get(number) for number in ids)
        return [record for record in whole if record is not None]

    def made(self, record: EventRecord, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes of an event, made once as long as the event is the same.

        Args:
            record: The event.
            key: What is made, and all that it hangs on besides the event.
            make: Makes it.
        """
        known = self._made.get((record.event.id, key))
        if known is None or known[0] is not record:
            known = self._made.keep((record.event.id, key), (record, make()))
        return cast("T", known[1])  # a key stands for one sort of thing

    def made_of(self, records: Sequence[EventRecord], key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes of a list of events, made once as long as all are the same.

        Args:
            records: The events.
            key: What is made, and all that it hangs on besides the events.
            make: Makes it.
        """
        known = self._lists.get(key)
        if known is None or not _are(known[0], records):
            known = self._lists.keep(key, (tuple(records), make()))
        return cast("T", known[1])  # as above

    def _state(self, session: Session) -> _State:
        """Return in which state the diary is for a transaction, and the stretch of time it is."""
        known = session.info.get(_STATE)
        if known is None:
            known = diary.state(session), int(self._clock() // HOLDS_SECONDS)
            session.info[_STATE] = known
        return cast("_State", known)

    def _changed_at(
        self, session: Session, state: _State, ids: Sequence[int]
    ) -> dict[int, datetime]:
        """Return when each of some events last changed; those that are no more have none."""
        seen = {number: self._stamps.get(number) for number in ids}
        unsure = [number for number, stamp in seen.items() if stamp is None or stamp[0] != state]
        found = events.changed_at(session, unsure)
        for number in unsure:
            seen[number] = self._stamps.keep(number, (state, found.get(number)))
        return {number: stamp[1] for number, stamp in seen.items() if stamp and stamp[1]}


def _are(known: Sequence[EventRecord], records: Sequence[EventRecord]) -> bool:
    """Whether events are the very same, as they were read."""
    return len(known) == len(records) and all(map(operator.is_, known, records))
