"""Events as they were last read: one that many lists show is read again only once it changed.

Lists of the same days show the same events in seven languages, as pages, feeds and calendars. Which
moment an event last changed is asked each time; the event itself, with its people, organisations
and reports, and what was made of it, is kept as long as that stays the same.
"""

import time
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TypeVar, cast

from sqlmodel import Session

from bot.runtime.cache import LruCache
from storage import diary, events
from storage.events import EventRecord

EVENTS, MADE = 500, 2_000
"""Events kept, some eight kilobytes each, and things made of them, two to four kilobytes each: 12
megabytes when full."""

HOLDS_SECONDS = 600.0
"""After which an event is read again though it has not changed: an outlet may have another name."""

T = TypeVar("T")


class KnownEvents:
    """Gives events by their ids, and what is made of them; may be used from several threads.

    Attributes:
        page: Gives pages of the diary of such events; `storage.diary.page` says how.
        lately_changed: Gives those that were moved or called off lately, as in `storage.diary`.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare to give; `clock` tells seconds that never go back."""
        self.page = partial(diary.page, load=self.records)
        self.lately_changed = partial(diary.lately_changed, load=self.records)
        self._clock = clock
        self._records = LruCache[Hashable, EventRecord](EVENTS)
        self._made = LruCache[Hashable, tuple[EventRecord, object]](MADE)

    def records(self, session: Session, ids: Sequence[int]) -> list[EventRecord]:
        """Return the events with these ids, in their order; those that are no more are left out."""
        stamps = events.changed_at(session, ids)
        span = int(self._clock() // HOLDS_SECONDS)
        found = {
            number: self._records.get((number, changed_at, span))
            for number, changed_at in stamps.items()
        }
        missing = [number for number, record in found.items() if record is None]
        for record in events.by_ids(session, missing):
            number = record.event.id
            found[number] = self._records.keep((number, record.event.changed_at, span), record)
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
