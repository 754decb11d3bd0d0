"""How long to wait after a failure: twice as long after each, up to a limit. Pure."""

from dataclasses import dataclass
from datetime import timedelta

_MOST_DOUBLINGS = 20
"""A million times the first wait is beyond every limit, and still a timedelta."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits that double.

    Attributes:
        first: The wait after the first failure.
        longest: The wait that is never exceeded.
    """

    first: timedelta
    longest: timedelta

    def wait(self, failures: int) -> timedelta:
        """Return how long to wait after so many failures in a row; none has been one."""
        doublings = min(max(failures - 1, 0), _MOST_DOUBLINGS)
        doubled: timedelta = self.first * 2**doublings
        return min(doubled, self.longest)

    def seconds(self, failures: int) -> float:
        """Return the same in seconds."""
        return self.wait(failures).total_seconds()
