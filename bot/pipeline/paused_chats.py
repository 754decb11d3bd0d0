"""Tries paused chats again: who blocked or removed the bot may have changed their mind."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.pipeline.schedule_digests import reschedule
from storage import chats, refusals

BATCH = 500
"""Chats tried again in one transaction."""


def try_batch(session: Session, now: datetime) -> int:
    """Make chats active whose pause ends by `now`, up to `BATCH`, and return how many these are.

    That is at their digest time, so the digest is what they are tried with; where it is refused
    again, they are paused anew.
    """
    due = refusals.due_again(session, now, limit=BATCH)
    for chat in due:
        moment = chat.try_again_at or now
        chats.resume(session, chat.id)
        # Reckoned from just before, so that the digest of this very moment is due.
        reschedule(session, chat.id, moment - timedelta(seconds=1))
    return len(due)
