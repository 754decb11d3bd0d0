"""What messages of events ask storage for by more than one question."""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.language.search_words import question_words
from storage import chats, event_changes, events, following
from storage.event_changes import KnownChange
from storage.events import EventRecord

BEHIND = timedelta(days=92)
"""How far back a chat's calendar goes."""

MOST_IN_CALENDAR = 1000
"""Events in a chat's calendar."""


def changed_event(
    session: Session, event_id: int, revision: int
) -> tuple[EventRecord, KnownChange]:
    """Return an event with the change that led to a revision of it.

    Raises:
        NotStored: There is no such event, or no such change.
    """
    return events.record(session, event_id), event_changes.change(session, event_id, revision)


def followed(session: Session, chat_id: int, now: datetime) -> list[EventRecord]:
    """Return what a chat follows: what was lately, and all that is ahead."""
    about = following.wanted(session, chat_id, question_words)
    since = (now - BEHIND).date()
    return events.records(
        session,
        about=about,
        on_from=since,
        without=chats.muted(session, chat_id),
        limit=MOST_IN_CALENDAR,
    )
