"""Which chats are owed the review of which week or month.

A week is summed up on the Monday after it, a month on the first day of the next, each at the chat's
own time (that of its digest). What fell due while the bot was down is owed when it is back, unless
that is long ago. As with reminders, what fell due since the last look is owed in the transaction
that writes down how far was looked; the key of the outbox keeps a changed time or zone from making
a second one.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from bot.language.local_time import instant, zone_of
from bot.messages.review_period import first_day, previous
from storage import reminders, reviews
from storage.enums import Period

TASK = "reviews"
MORNING = time(9, 0)
"""When the review comes to a chat without a digest."""

LATEST = timedelta(days=2)
"""How late a review may come: what it tells is over and does not change."""

_FARTHEST = timedelta(hours=14)
"""How far a zone's clock is ahead of UTC, or behind it, at most."""


def owe_reviews(session: Session, now: datetime) -> int:
    """Owe all reviews that have fallen due since this was last asked for; return how many."""
    since = max(reminders.progress(session, TASK) or now, now - LATEST)
    reminders.progressed(session, TASK, now)
    owed = 0
    for period, day in _days(since, now):
        for group in reviews.groups(session, period):
            due = instant(day, zone_of(group.timezone), group.digest_at or MORNING)
            if due is not None and since < due <= now:
                first = previous(period, day)
                owed += reviews.enqueue_reviews(session, period, first, group, now)
    return owed


def _days(since: datetime, until: datetime) -> Iterator[tuple[Period, date]]:
    """Yield each day of any zone between two moments on which reviews come, and of what."""
    day, last = (since - _FARTHEST).date(), (until + _FARTHEST).date()
    while day <= last:
        for period in Period:
            if first_day(period, day) == day:
                yield period, day
        day += timedelta(days=1)
