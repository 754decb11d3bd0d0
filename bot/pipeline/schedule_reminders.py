"""Which chats are owed a reminder of which event, and the eve and the evening of a great one.

A reminder comes a day or an hour before the event begins, as each chat has chosen.

Articles give days, seldom hours. Where the proof of the day states the hour, it is that of the
place, and the reminder comes a day or an hour before it. Elsewhere the day's reminder comes at the
chat's own time (that of its digest) on the day before, the hour's on the day itself. What fell due
while the bot was down is owed when it is back, unless that is long ago.

A great event is told on the evening before its first day, and summed up on that of its last, by
each chat's own clock.
"""

from datetime import datetime, time, timedelta

from sqlmodel import Session

from bot.language.local_time import instant, zone_of
from bot.language.search_words import question_words
from bot.language.timezone_lookup import ZoneNames
from bot.messages.event_begin import Beginning, beginning
from storage import great_events, reminders
from storage.alert_limits import AlertLimits
from storage.enums import Lead
from storage.event_rows import EventRow
from storage.following import words_told
from storage.reminders import ReminderGroup

TASK = "reminders"
EVENING = time(20, 0)
"""When a chat is told that a great event begins tomorrow, and what came of it on its last day."""

MORNING = time(9, 0)
"""When a chat without a digest is reminded of an event that has no hour."""

LATEST = timedelta(hours=6)
"""How late a reminder may come."""

AHEAD = timedelta(days=3)
"""How far ahead events are looked at: a day, and what zones and hours may add to it."""


def due(begins: Beginning, group: ReminderGroup) -> datetime | None:
    """Return when the chats of a group are to be reminded, in any zone.

    None for an event without a day.
    """
    day = begins.event.starts_on
    if day is None:
        return None
    if (moment := begins.at()) is not None:
        return moment - (timedelta(days=1) if group.lead is Lead.DAY else timedelta(hours=1))
    return instant(
        day - timedelta(days=1) if group.lead is Lead.DAY else day,
        zone_of(group.timezone),
        group.digest_at or MORNING,
    )


def owe_reminders(session: Session, zones: ZoneNames, now: datetime, alerts_a_day: int) -> int:
    """Owe all reminders that have fallen due since this was last asked for, and return how many.

    Args:
        session: The transaction.
        zones: Knows the zones of places.
        now: The present, aware UTC.
        alerts_a_day: How often an event and its parts may call a chat within a day, before the eve
            or the summary of an evening is left to the digest.
    """
    since = max(reminders.progress(session, TASK) or now, now - LATEST)
    reminders.progressed(session, TASK, now)
    coming = reminders.beginning(session, (since - timedelta(days=1)).date(), (now + AHEAD).date())
    groups = reminders.groups(session) if coming else []
    owed = 0
    for begins in (beginning(event, zones, now) for event in coming):
        for group in groups:
            moment = due(begins, group)
            if moment is not None and since < moment <= now:
                words = words_told(session, begins.event.id, question_words)
                owed += reminders.enqueue_reminders(session, begins.event, group, now, words)
    return owed + sum(_owe_evenings(session, lead, since, now, alerts_a_day) for lead in _EVENINGS)


_EVENINGS = (Lead.EVE, Lead.EVENING)


def _owe_evenings(session: Session, lead: Lead, since: datetime, now: datetime, most: int) -> int:
    """Owe the eves, or the summaries, of those great events whose evening began after `since`."""
    day = timedelta(days=1)
    first, last = (since - day).date(), (now + day).date()
    if lead is Lead.EVE:
        told = great_events.beginning(session, first + day, last + day)
    else:
        told = great_events.ending(session, first, last)
    names = great_events.zones(session, lead) if told else []
    owed = 0
    for event in told:
        here = [name for name in names if since < _evening(event, lead, name, now) <= now]
        if here:
            limits = AlertLimits(most, great_events.family(session, event.id))
            words = words_told(session, event.id, question_words)
            owed += great_events.enqueue_evening(session, event, lead, here, now, words, limits)
    return owed


def _evening(event: EventRow, lead: Lead, zone: str, now: datetime) -> datetime:
    """Return when the eve or the last evening begins in a zone; a day of none begins none."""
    day = event.ends_on
    if lead is Lead.EVE and event.starts_on is not None:
        day = event.starts_on - timedelta(days=1)
    assert day is not None  # noqa: S101 - what was looked for has days
    return instant(day, zone_of(zone), EVENING) or now
