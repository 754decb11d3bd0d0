"""Which events are as they were, from one state of the diary to the next.

Whenever the diary is found to have changed an epoch begins, and it is asked once which events
changed since the one before. All others are as they were, and need not be asked about again; nor
need lists that none of the changed ones concerns.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import cast

from sqlmodel import Session

from storage import changed_events, diary
from storage.changed_events import ChangedEvent
from storage.diary import DiaryState

HOLDS_SECONDS = 600.0
"""After which nothing counts as it was though nothing has changed: an outlet may have another
name."""

OVERLAP = timedelta(hours=1)
"""What changed so long before the last change that is known may have been kept after it: whoever
changes an event notes when he began."""

MOST_CHANGED = 200
"""Events that change at once, up to which they are named; of more, none is as it was."""

MOST_KNOWN = 1_000
"""Events of which it is remembered when they changed, and what they were then: a megabyte."""

MOST_NEWS = 100
"""Changed events up to which each is looked at for whether it concerns a list; of more, to look the
list up again is as soon done."""

NO_EPOCH = 0
"""What is read in it is not kept: by a transaction that sees the diary as it was a while ago."""

_EPOCH = "epoch of the diary"


class DiaryEpochs:
    """Tells in which epoch a transaction is, and what is as it was; may be used from threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Prepare to tell; `clock` tells seconds that never go back."""
        self._clock = clock
        self._lock = Lock()
        self._state: DiaryState = ()
        self._stretch = 0
        self._epoch = self._first = NO_EPOCH
        self._changed = dict[int, tuple[int, ChangedEvent]]()

    def of(self, session: Session) -> int:
        """Return the epoch that a transaction is in; it changes nothing itself."""
        known = session.info.get(_EPOCH)
        if known is None:
            state = diary.state(session)
            with self._lock:
                known = session.info[_EPOCH] = self._epoch_of(session, state)
        return cast("int", known)

    def holds(self, event_id: int, epoch: int) -> bool:
        """Whether an event is surely as it was in an epoch."""
        changed = self._changed.get(event_id)
        return self.counts(epoch) and (changed is None or changed[0] <= epoch)

    def counts(self, epoch: int) -> bool:
        """Whether what was read in an epoch may still be as it was."""
        return self._first <= epoch

    def news(self, epoch: int) -> Sequence[ChangedEvent] | None:
        """Return the events that changed after an epoch, as they are now.

        None where that is not known, or where they are very many.
        """
        with self._lock:
            if not self.counts(epoch):
                return None
            found = list[ChangedEvent]()
            for since, event in reversed(self._changed.values()):  # those that changed last
                if since <= epoch:
                    break
                found.append(event)
                if len(found) > MOST_NEWS:
                    return None
        return found

    def _epoch_of(self, session: Session, state: DiaryState) -> int:
        stretch = int(self._clock() // HOLDS_SECONDS)
        if state == self._state and stretch == self._stretch and self._epoch != NO_EPOCH:
            return self._epoch
        if _newest(state) < _newest(self._state):
            return NO_EPOCH
        changed = self._changed_since(session) if stretch == self._stretch else None
        self._epoch += 1
        self._state, self._stretch = state, stretch
        if changed is None or len(self._changed) > MOST_KNOWN:
            self._first = self._epoch
            self._changed = {}
        else:
            for event in changed:
                self._changed.pop(event.id, None)
                self._changed[event.id] = self._epoch, event
        return self._epoch

    def _changed_since(self, session: Session) -> Sequence[ChangedEvent] | None:
        """Return what changed since the epoch before; None where that cannot be told."""
        if not self._state:
            return None
        known = {(event.id, event.changed_at) for _epoch, event in self._changed.values()}
        return changed_events.since(
            session, _newest(self._state) - OVERLAP, most=MOST_CHANGED, known=known
        )


def _newest(state: DiaryState) -> datetime:
    """Return when the event changed last that changed last."""
    return state[0].changed_at if state else datetime.min.replace(tzinfo=UTC)
