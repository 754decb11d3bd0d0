"""What is done about a clock that jumped: the log says so, and what it left is put right.

A jump ahead needs no more than that: what fell due meanwhile is due, late as after any outage.
After one back, what was written down in the future would wait for it to come.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot.language.local_time import local_day, zone_of
from bot.pipeline.schedule_digests import LATEST, reschedule
from bot.runtime import metrics
from bot.runtime.clock_watch import ClockWatch
from storage import chats, clock_repair
from storage.clock_repair import LongestWaits
from storage.database import Database

EVERY = 5.0
"""Seconds between two looks at the clocks."""

TOLERANCE = timedelta(minutes=5)
"""How far the clocks of several machines may be apart without one of them having jumped."""

BATCH = 500
"""Chats whose digests are scheduled anew in one transaction."""

_log = structlog.get_logger(__name__)


class ClockKeeper:
    """Watches the clock of this machine.

    Args:
        database: What is put right.
        watch: Tells of jumps.
        longest: For how long what is due may wait at most.
        forget_waits: Called after a jump back: lets go of waits that are kept in memory.
    """

    def __init__(
        self,
        database: Database,
        watch: ClockWatch,
        longest: LongestWaits,
        forget_waits: Callable[[], None],
    ) -> None:
        self._database = database
        self._watch = watch
        self._longest = longest
        self._forget_waits = forget_waits

    async def begin(self, now: datetime) -> None:
        """Put right what a clock left behind that was put back while the bot was not running."""
        if await self._database.run(clock_repair.is_ahead, now + TOLERANCE):
            _log.warning("the clock was put back since the bot last ran")
            await self._settle(now)

    async def look(self, now: datetime) -> None:
        """Log a jump of the clock, and put right what one back leaves behind."""
        jumped = self._watch.jump()
        if not jumped:
            return
        seconds = round(jumped.total_seconds())
        metrics.CLOCK_JUMPS.labels("ahead" if seconds > 0 else "back").inc()
        if jumped > timedelta():
            _log.warning("the clock jumped ahead, or the machine slept", seconds=seconds)
            return
        _log.warning("the clock jumped back", seconds=seconds)
        self._forget_waits()
        await self._settle(now)

    async def _settle(self, now: datetime) -> None:
        await self._database.run(clock_repair.settle, now, self._longest)
        last: int | None = 0
        while last is not None:
            last = await self._database.run(_reschedule_batch, last, now)


def _reschedule_batch(session: Session, after: int, now: datetime) -> int | None:
    """Schedule digests and quiet hours of some chats anew; return the last's id, None for none."""
    ids = clock_repair.timed_chats(session, after, limit=BATCH)
    for chat_id in ids:
        chat = chats.get(session, chat_id)
        today = local_day(now, zone_of(chat.timezone))
        owed = clock_repair.last_digest_day(session, chat_id, today)
        # A later day's digest went out while the clock was ahead: that day gets no second one, for
        # a digest is owed once a day by its key, and the days until then get theirs.
        chats.update(session, chat_id, last_digest_on=owed)
        since = max(now - LATEST, min(chat.created_at, now))
        reschedule(session, chat_id, now, since=since)
    return ids[-1] if ids else None
