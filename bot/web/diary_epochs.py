"""Which events are as they were, from one state of the diary to the next.

Whenever the diary is found to have changed an epoch begins, and it is asked once which events
changed since the one before. All others are as they were, and need not be asked about again.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import cast

from sqlmodel import Session

from storage import diary, events
from storage.diary import DiaryState

HOLDS_SECONDS = 600.0
"""After which nothing counts as it was though nothing has changed: an outlet may have another
name."""

OVERLAP = timedelta(hours=1)
"""What changed so long before the last change that is known may have been kept after it: whoever
changes an event notes when he began."""

MOST_CHANGED = 200
"""Events that change at once, up to which they are named; of more, none is as it was."""

MOST_KNOWN = 5_000
"""Events of which it is remembered when they changed."""

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
        self._changed = dict[int, int]()

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
        return self.counts(epoch) and self._changed.get(event_id, NO_EPOCH) <= epoch

    def counts(self, epoch: int) -> bool:
        """Whether what was read in an epoch may still be as it was."""
        return self._first <= epoch

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
            self._changed |= dict.fromkeys(changed, self._epoch)
        return self._epoch

    def _changed_since(self, session: Session) -> list[int] | None:
        """Return what changed since the epoch before; None where that cannot be told."""
        if not self._state:
            return None
        since = _newest(self._state) - OVERLAP
        found = events.ids_changed_since(session, since, limit=MOST_CHANGED + 1)
        return found if len(found) <= MOST_CHANGED else None


def _newest(state: DiaryState) -> datetime:
    """Return when the event changed last that changed last."""
    return state[0].changed_at if state else datetime.min.replace(tzinfo=UTC)
