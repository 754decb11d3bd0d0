"""Turns quiet hours on and off at each chat's own time, and lets go of what is held.

That is what they held, and what came beyond the alerts that a chat gets within an hour.
"""

from datetime import datetime

from sqlmodel import Session

from bot.language.local_time import next_quiet_turn, quiet_at, zone_of
from storage import chats, quiet_hours
from storage.alert_limits import HOUR
from storage.models import Chat

BATCH = 500
"""Chats turned in one transaction."""


def turn_batch(session: Session, now: datetime) -> tuple[int, int]:
    """Turn chats whose turn is due at `now`, the longest due first, up to `BATCH` of them.

    Their quiet hours begin or end, or what is held beyond these for an hour may go.

    Returns:
        How many chats that is, and how many deliveries are owed for what was held.
    """
    due = quiet_hours.due(session, now, limit=BATCH)
    return len(due), sum(turn(session, chat, now) for chat in due)


def turn(session: Session, chat: Chat, now: datetime) -> int:
    """Let a chat be quiet or not as its hours say at `now`.

    Returns:
        How many deliveries are owed for what was held.
    """
    start, end, zone = chat.quiet_from, chat.quiet_until, zone_of(chat.timezone)
    hushed, turns_at = False, None
    if start is not None and end is not None and start != end:
        hushed, turns_at = quiet_at(now, zone, start, end), next_quiet_turn(now, zone, start, end)
    waits_until = None if hushed or chat.hushed else _end_of_hour(session, chat, now)
    if waits_until is not None:
        turns_at = min(waits_until, turns_at or waits_until)
    chats.update(session, chat.id, hushed=hushed, quiet_turn_at=turns_at)
    return 0 if hushed or waits_until else quiet_hours.release(session, chat, now)


def _end_of_hour(session: Session, chat: Chat, now: datetime) -> datetime | None:
    """Return until when what a chat had too much of waits; None where nothing does any longer."""
    since = quiet_hours.held_since(session, chat.id)
    return since + HOUR if since is not None and since + HOUR > now else None
