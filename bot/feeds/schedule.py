"""When a source is asked again: soon enough to miss nothing, later and later while it fails, and never all at the same second.

Pure: what is known of the source goes in, a moment comes out. The spread is made from the source's own key, so that it is the same in every
process and in every test.
"""

import hashlib
from datetime import datetime, timedelta

from bot.feeds.errors import Cause

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(hours=24)
_SPREAD = 0.1
_FIRST_PAUSE = {Cause.BLOCKED: timedelta(hours=1), Cause.REFUSED_ADDRESS: timedelta(hours=6), Cause.GONE: timedelta(hours=6)}


def after_success(key: str, now: datetime, interval: timedelta, *, fresh_for: timedelta | None = None) -> datetime:
    """Return when a source that answered is due again.

    Args:
        key: The source's.
        now: When it answered.
        interval: How often it is asked.
        fresh_for: How long the site says that the answer stays fresh; asking earlier is pointless.
    """
    pause = max(interval, fresh_for or SHORTEST, SHORTEST)
    return now + min(pause, LONGEST) * (1 + _SPREAD * share(key, now))


def after_failure(key: str, now: datetime, interval: timedelta, failures: int, cause: Cause, asked: timedelta | None = None) -> datetime:
    """Return when a source that failed is tried again: twice as late each time, at most a day.

    Args:
        key: The source's.
        now: When it failed.
        interval: How often it is asked while it is well.
        failures: How many times in a row it had failed before.
        cause: Why it failed.
        asked: How long the site asked to be left alone (Retry-After); honoured whatever the rest says.
    """
    first = max(_FIRST_PAUSE.get(cause, interval), SHORTEST)
    pause = min(first * (1 << min(failures, 12)), LONGEST)
    return now + max(pause * (1 + _SPREAD * share(key, now)), asked or SHORTEST)


def share(key: str, now: datetime) -> float:
    """Return a number from 0 to 1 that is the source's own at that moment."""
    seed = f"{key} {now.isoformat()}".encode()
    return int.from_bytes(hashlib.blake2b(seed, digest_size=4).digest(), "big") / 2**32
