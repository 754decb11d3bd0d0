"""When a chat's next digest is due: pure arithmetic on its zone, its time of day and its days.

A digest falls once on each chosen day of the chat's own calendar, whatever the clocks do. Where
they are put forward over the digest's time, it comes as much later as they jumped; where they are
put back over it, it comes at the first of the two times. A day that a zone leaves out altogether
(30 December 2011 in Samoa) has no digest, for nobody there lived it.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

EVERY_DAY = 0b1111111
"""All seven days; bit 0 is Monday."""


def next_digest(
    now: datetime, zone: ZoneInfo, at: time, days: int = EVERY_DAY, last: date | None = None
) -> datetime | None:
    """Return the first instant after `now` at which a digest is due, in UTC.

    Args:
        now: Aware.
        zone: The chat's zone.
        at: The time of day there, without a zone.
        days: The chosen weekdays; bit 0 is Monday.
        last: The local day of the last digest, which no later one may share; so a changed time or
            zone gives no second one that day.

    Returns:
        Aware UTC, or None when no day is chosen.
    """
    if not days & EVERY_DAY:
        return None
    day = now.astimezone(zone).date()
    if last is not None:
        day = max(day, last + timedelta(days=1))
    while True:
        due = instant(day, zone, at) if days >> day.weekday() & 1 else None
        if due is not None and due > now:
            return due
        day += timedelta(days=1)


def instant(day: date, zone: ZoneInfo, at: time) -> datetime | None:
    """Return when it is `at` on the local `day`, in UTC; None when the zone has no such day.

    A time that the clocks jump over is read by the offset before the jump, so it lands after it;
    should that be the next day (a jump over midnight), it is read by the offset after the jump
    instead.
    """
    for fold in (0, 1):
        due = datetime.combine(day, at.replace(tzinfo=None, fold=fold), zone).astimezone(UTC)
        if due.astimezone(zone).date() == day:
            return due
    return None


def previous_digest(day: date, days: int) -> date:
    """Return the chosen day before the local `day`, from when on a first digest tells."""
    before = (day - timedelta(days=step) for step in range(1, 8))
    return next(
        (weekday for weekday in before if days >> weekday.weekday() & 1), day - timedelta(days=1)
    )


def quiet_at(now: datetime, zone: ZoneInfo, start: time, end: time) -> bool:
    """Return whether it is a quiet hour in `zone` at `now`.

    From `start` on and before `end`, over midnight where `end` is the earlier.
    """
    clock = now.astimezone(zone).time().replace(tzinfo=None, fold=0)
    return start <= clock < end if start < end else clock >= start or clock < end


def next_quiet_turn(now: datetime, zone: ZoneInfo, start: time, end: time) -> datetime:
    """Return the next moment after `now`, in UTC, at which quiet hours begin or end in `zone`.

    A moment that the clocks jump over lies after the jump, as for digests. Within a day at which
    they are put back the hour comes twice; then the first time counts, and a turn a little early is
    put right at the next look.
    """
    day = local_day(now, zone)
    bounds = [
        instant(day + timedelta(days=step), zone, at)
        for step in range(-1, 4)
        for at in (start, end)
    ]
    return min(moment for moment in bounds if moment is not None and moment > now)


@lru_cache(maxsize=256)
def local_day(now: datetime, zone: ZoneInfo) -> date:
    """Return the day that `now` falls on in `zone`; a page asks this of one moment 200 times."""
    return now.astimezone(zone).date()


def zone_of(name: str) -> ZoneInfo:
    """Return the zone called `name`.

    UTC should this machine's tables have lost it, so that a chat is served rather than dropped.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
