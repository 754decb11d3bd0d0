"""Owes all that falls due by the clock.

It is looked for every few seconds and mostly in vain, so one transaction does for all: one for each
of five looks cost twice as much processor time.
"""

from datetime import datetime

from sqlmodel import Session

from bot.language.timezone_lookup import ZoneNames
from bot.pipeline import (
    paused_chats,
    quiet_hours,
    schedule_digests,
    schedule_reminders,
    schedule_reviews,
)
from storage.alert_limits import MOST_A_DAY
from storage.database import Database


async def owe_due(
    database: Database, zones: ZoneNames, now: datetime, alerts_a_day: int = MOST_A_DAY
) -> int:
    """Owe what has fallen due since this was last asked for, and return how many messages that is.

    Args:
        database: Where they are owed.
        zones: Knows the zones of places.
        now: The present, aware UTC.
        alerts_a_day: How often an event and its parts may call a chat within a day, before what is
            told in its course is left to the digest.
    """
    owed, more = 0, True
    while more:
        batch, more = await database.run(_owe_batch, zones, now, alerts_a_day)
        owed += batch
    return owed


def _owe_batch(
    session: Session, zones: ZoneNames, now: datetime, alerts_a_day: int
) -> tuple[int, bool]:
    """Owe as much as one transaction takes; return how many messages, and whether more may be due.

    Paused chats come before digests: what they are tried with is the digest of this very moment.
    """
    turned, released = quiet_hours.turn_batch(session, now)
    reminded = schedule_reminders.owe_reminders(session, zones, now, alerts_a_day)
    tried = paused_chats.try_batch(session, now)
    reviewed = schedule_reviews.owe_reviews(session, now)
    due, digests = schedule_digests.owe_batch(session, now)
    more = turned >= quiet_hours.BATCH or bool(tried) or bool(due)
    return released + reminded + reviewed + digests, more
