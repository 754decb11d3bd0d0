"""Notices that the machine's clock jumped, by the clock that only ever runs forward.

A clock is put back or forward by hand, by a time server after a long drift, or runs ahead of a
machine that was asleep. What is due is asked of the wall clock, so a jump has to be known of.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

SMALLEST_JUMP = timedelta(seconds=30)
"""What two looks may differ by without anybody having touched the clock: a busy machine, a slew."""


class ClockWatch:
    """Compares two clocks at each look.

    Args:
        now: The wall clock, aware UTC.
        stopwatch: Seconds, only ever forward.
    """

    def __init__(
        self, now: Callable[[], datetime], stopwatch: Callable[[], float] = monotonic
    ) -> None:
        self._now = now
        self._stopwatch = stopwatch
        self._last = (now(), stopwatch())

    def jump(self) -> timedelta:
        """Return by how much the wall clock jumped since the last look; back is negative.

        Zero for what is too small to be a jump.
        """
        before, seconds_before = self._last
        self._last = now, seconds = self._now(), self._stopwatch()
        jumped = (now - before) - timedelta(seconds=seconds - seconds_before)
        return jumped if abs(jumped) >= SMALLEST_JUMP else timedelta()
