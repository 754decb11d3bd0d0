"""How fast people may ask: a bucket of commands each, filled again as time passes.

It is asked before anything else is done, so that a flood costs next to nothing and the others wait
for nobody. Who has been silent longest is forgotten, so memory grows with who is busy, not with who
exists.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.commands.options import CommandRate
from bot.runtime.cache import LruCache

MOST_KEPT = 20_000
"""Buckets remembered; beyond, that of whoever has been silent longest is forgotten."""


class Verdict(Enum):
    """Whether a command is carried out, or comes too soon after others."""

    WELCOME = "welcome"
    TOO_MUCH = "too much"
    """Refused, and to be told so."""
    SILENCE = "silence"
    """Refused, and told so already."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime
    told: bool = False


class Throttle:
    """Keeps for each person how many commands are left to them (a token bucket)."""

    def __init__(self, pace: CommandRate) -> None:
        self._pace = pace
        self._buckets = LruCache[tuple[str, str], _Bucket](MOST_KEPT)

    def judge(self, platform: str, who: str, now: datetime) -> Verdict:
        """Take one command out of the bucket of `who`; it is told once that the bucket is empty."""
        bucket = self._buckets.get((platform, who))
        if bucket is None:
            bucket = self._buckets.keep((platform, who), _Bucket(self._pace.burst, now))
        bucket.left = self._filled(bucket, now)
        bucket.at = now
        if bucket.left >= 1:
            bucket.left -= 1
            bucket.told = False
            return Verdict.WELCOME
        verdict = Verdict.SILENCE if bucket.told else Verdict.TOO_MUCH
        bucket.told = True
        return verdict

    def _filled(self, bucket: _Bucket, now: datetime) -> float:
        passed = max(0.0, (now - bucket.at).total_seconds())
        return min(float(self._pace.burst), bucket.left + passed / self._pace.seconds)
