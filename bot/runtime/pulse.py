"""When something last showed that it works, for whoever watches over the process."""

from collections.abc import Callable
from time import monotonic


class Pulse:
    """Beats whenever work was done; its age is how long ago that was.

    Args:
        stopwatch: Seconds, only ever forward, so that a wrong clock makes nothing look dead.
    """

    def __init__(self, stopwatch: Callable[[], float] = monotonic) -> None:
        self._stopwatch = stopwatch
        self._last = stopwatch()

    def beat(self) -> None:
        """Note that work was done just now."""
        self._last = self._stopwatch()

    @property
    def age(self) -> float:
        """Seconds since the last beat, or since it was made."""
        return self._stopwatch() - self._last
