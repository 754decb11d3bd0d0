"""When a source is asked again.

Soon enough to miss nothing, later and later while it fails, and never all at the same second.

Pure: what is known of the source goes in, a moment comes out. The spread is made from the source's
own key, so that it is the same in every process and in every test.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.feeds.errors import Cause
from bot.feeds.options import PollOptions
from bot.runtime.backoff import Backoff

SHORTEST = timedelta(minutes=10)
QUIETEST = timedelta(hours=3)
LONGEST = timedelta(hours=24)
PARKED = timedelta(days=7)
_SPREAD = 0.1
_FIRST_PAUSE = {
    Cause.BLOCKED: timedelta(hours=1),
    Cause.REFUSED_ADDRESS: timedelta(hours=6),
    Cause.GONE: timedelta(hours=6),
}
_WINDOW_SHARE = 4
_GAP_SHARE = 2


def interval(published: Sequence[datetime], usual: timedelta, now: datetime) -> timedelta:
    """Return how often a source is worth asking, by when its items came out.

    Twice between two items is enough to be early; four times within the window that the feed shows
    is enough to lose nothing (FIELD.md, Q60). A source that has been quiet for long is asked less.

    Args:
        published: When the items in the feed came out, in any order; those without a date left out.
        usual: What it is now, for a feed that has too few dates to tell.
        now: The present.
    """
    moments = sorted(moment for moment in published if moment <= now)
    if len(moments) < 3:
        return min(max(usual, SHORTEST), QUIETEST)
    window = moments[-1] - moments[0]
    gap = window / (len(moments) - 1)
    silence = now - moments[-1]
    wanted = max(gap / _GAP_SHARE, silence / 24)
    return max(SHORTEST, min(wanted, window / _WINDOW_SHARE, QUIETEST))


def after_success(
    key: str, now: datetime, every: timedelta, *, asked: timedelta | None = None
) -> datetime:
    """Return when a source that answered is due again.

    Args:
        key: The source's.
        now: When it answered.
        every: How often it is worth asking.
        asked: How long the site or the feed asks to wait; honoured up to `QUIETEST`, beyond which
            items could be lost.
    """
    pause = max(every, min(asked, QUIETEST) if asked else every)
    return now + pause * (1 + _SPREAD * share(key, now))


def after_failure(
    key: str,
    now: datetime,
    every: timedelta,
    failures: int,
    cause: Cause,
    asked: timedelta | None = None,
) -> datetime:
    """Return when a source that failed is tried again: twice as late each time, at most a day.

    Args:
        key: The source's.
        now: When it failed.
        every: How often it is asked while it is well.
        failures: How many times in a row it had failed before.
        cause: Why it failed.
        asked: How long the site asked to be left alone (Retry-After); honoured whatever the rest
            says.
    """
    first = max(_FIRST_PAUSE.get(cause, every), SHORTEST)
    pause = Backoff(first, LONGEST).wait(failures + 1)
    return now + max(pause * (1 + _SPREAD * share(key, now)), asked or SHORTEST)


def parks(
    cause: Cause, status: int | None, failures: int, failing: timedelta, options: PollOptions
) -> bool:
    """Tell whether a source is to be given up but for a rare try.

    Args:
        cause: Why it failed now.
        status: The HTTP status, if one came.
        failures: How many times in a row it has failed, this time included.
        failing: Since when it has.
        options: The limits.
    """
    if cause is Cause.GONE:
        return (status == 410 and failures >= 2) or failing >= options.park_gone
    return failing >= options.park_other


def longest(pause: timedelta) -> timedelta:
    """Return how long a source may wait that is to wait for `pause`, its spread included."""
    return pause * (1 + _SPREAD)


def share(key: str, now: datetime) -> float:
    """Return a number from 0 to 1 that is the source's own at that moment."""
    seed = f"{key} {now.isoformat()}".encode()
    return int.from_bytes(hashlib.blake2b(seed, digest_size=4).digest(), "big") / 2**32
