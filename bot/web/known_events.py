"""Events and lists as they were last read: what many pages show is read again only once it changed.

Lists of the same days show the same events in seven languages, as pages, feeds and calendars. In
which state the diary is, is asked in each transaction; as long as it is the same, so is what was
looked up, and then until an event changes that has to do with it (`bot.web.concerns`). An event,
with its people, organisations and reports, and what was made of it, is kept until it changes.
"""

import operator
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Concatenate, ParamSpec, TypeVar, cast

from sqlmodel import Session

from bot.runtime.cache import LruCache
from bot.web import concerns
from bot.web.concerns import Concern, Listed
from bot.web.diary_epochs import NO_EPOCH, DiaryEpochs
from storage import diary, event_changes, events
from storage.diary import CountedPage
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

P = ParamSpec("P")
T = TypeVar("T")


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
        self._epochs = DiaryEpochs(clock)
        self._records = LruCache[int, tuple[int, EventRecord]](EVENTS)
        self._changes = LruCache[int, tuple[EventRecord, tuple[KnownChange, ...]]](EVENTS)
        self._made = LruCache[Hashable, tuple[EventRecord, object]](MADE)
        self._lists = LruCache[Hashable, tuple[Sequence[EventRecord], object]](LISTS)
        self._looked_up = LruCache[Hashable, tuple[int, object]](LOOKED_UP)

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
        return self.look_about(session, _anything, function, *args, **kwargs)

    def look_about(
        self,
        session: Session,
        concern: Concern[T],
        function: Callable[Concatenate[Session, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return what `function` finds as `look` does, looked up once until a change concerns it.

        Args:
            session: A transaction that changes nothing.
            concern: Tells whether an event that changed since concerns what was found.
            function: As of `look`, with what it hangs on.
            args: As of `look`.
            kwargs: As of `look`.
        """
        epoch, asked = self._epochs.of(session), (function, args, tuple(kwargs.items()))
        known = self._looked_up.get(asked)
        if known is not None:
            found = cast("T", known[1])  # what the same function found before
            if known[0] == epoch:
                return found
            if known[0] < epoch and not self._is_concerned(concern, found, known[0]):
                self._looked_up.keep(asked, (epoch, found))
                return found
        found = function(session, *args, **kwargs)
        if epoch != NO_EPOCH:
            self._looked_up.keep(asked, (epoch, found))
        return found

    def _is_concerned(self, concern: Concern[T], found: T, epoch: int) -> bool:
        """Whether anything that changed after an epoch concerns what was found in it."""
        news = self._epochs.news(epoch)
        return news is None or any(concern(found, changed) for changed in news)

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
        ids, following = self.page_of_ids(
            session, wanted, days, order=order, after=after, limit=limit
        )
        return DiaryPage(tuple(self.records(session, ids)), following)

    def page_of_ids(
        self,
        session: Session,
        wanted: DiaryFilter,
        days: Days = ALWAYS,
        *,
        order: Order = Order.LATEST,
        after: str | None = None,
        limit: int,
    ) -> Listed:
        """Return the ids of a page, to be given to `lists` with others, and the next cursor."""
        concern = concerns.page(wanted, days, order)
        return self.look_about(
            session, concern, diary.page_of_ids, wanted, days, order=order, after=after, limit=limit
        )

    def page_and_counts(
        self,
        session: Session,
        wanted: DiaryFilter,
        days: Days,
        *,
        order: Order = Order.LATEST,
        after: str | None,
        limit: int,
    ) -> CountedPage:
        """Return the ids of a page with the numbers of its days; see `diary.page_and_counts`."""
        concern = concerns.counted(wanted, days)
        look = diary.page_and_counts
        return self.look_about(
            session, concern, look, wanted, days, order=order, after=after, limit=limit
        )

    def ids(
        self,
        session: Session,
        wanted: DiaryFilter,
        days: Days,
        *,
        order: Order = Order.LATEST,
        limit: int,
    ) -> tuple[int, ...]:
        """Return the ids of the first page, to be given to `lists` with others."""
        return self.page_of_ids(session, wanted, days, order=order, limit=limit)[0]

    def ids_lately_changed(
        self, session: Session, wanted: DiaryFilter, since: datetime, *, limit: int
    ) -> tuple[int, ...]:
        """Return the ids of events that were moved or called off since the hour of a moment.

        `storage.diary.ids_lately_changed` says how.
        """
        hour = since.replace(minute=0, second=0, microsecond=0)
        concern = concerns.listed(wanted, ALWAYS)
        return self.look_about(
            session, concern, diary.ids_lately_changed, wanted, hour, limit=limit
        )

    def changes(self, session: Session, records: Iterable[EventRecord]) -> list[KnownChange]:
        """Return all changes of some events that mattered, the earliest first."""
        found = dict[int, tuple[KnownChange, ...]]()
        unsure = dict[int, EventRecord]()
        for record in records:
            kept = self._changes.get(record.event.id)
            if kept is not None and kept[0] is record:
                found[record.event.id] = kept[1]
            else:
                unsure[record.event.id] = record
        if unsure:
            changes = event_changes.of_events(session, unsure)
            for number, record in unsure.items():
                theirs = tuple(change for change in changes if change.event_id == number)
                found[number] = self._changes.keep(number, (record, theirs))[1]
        return sorted(chain.from_iterable(found.values()), key=lambda change: change.changed_at)

    def records(self, session: Session, ids: Sequence[int]) -> list[EventRecord]:
        """Return the events with these ids, in their order; those that are no more are left out."""
        return self.lists(session, ids)[0]

    def lists(self, session: Session, *lists: Sequence[int]) -> list[list[EventRecord]]:
        """Return several lists of events as `records` does, all of them looked up at once."""
        epoch = self._epochs.of(session)
        found, unsure = dict[int, EventRecord](), list[int]()
        for number in dict.fromkeys(chain.from_iterable(lists)):
            kept = self._records.get(number)
            if kept is not None and self._epochs.holds(number, kept[0]):
                found[number] = kept[1]
            else:
                unsure.append(number)
        if unsure:
            found |= self._looked_at_again(session, epoch, unsure)
        return [list(map(found.__getitem__, filter(found.__contains__, ids))) for ids in lists]

    def _looked_at_again(
        self, session: Session, epoch: int, ids: Sequence[int]
    ) -> dict[int, EventRecord]:
        """Return events that may have changed, read anew where they did."""
        kept = {number: known for number in ids if (known := self._records.get(number))}
        unchanged = events.changed_at(session, list(kept))
        found = {
            number: record
            for number, (since, record) in kept.items()
            if record.event.changed_at == unchanged.get(number) and self._epochs.counts(since)
        }
        missing = [number for number in ids if number not in found]
        found |= {record.event.id: record for record in events.by_ids(session, missing)}
        for number, record in found.items():
            if epoch != NO_EPOCH:
                self._records.keep(number, (epoch, record))
        return found

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


def _are(known: Sequence[EventRecord], records: Sequence[EventRecord]) -> bool:
    """Whether events are the very same, as they were read."""
    return len(known) == len(records) and all(map(operator.is_, known, records))


def _anything(_found: object, _changed: object) -> bool:
    """Concern of what any change may concern."""
    return True
