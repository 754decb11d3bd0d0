"""Which chats are owed a digest: each due chat one for its local day, and the next due time moved on, in one transaction.

A digest that fell due while the bot was down is owed once when it is back, for the day on which it fell due, and says that it is late. One
that would be later than `LATEST` is skipped: the next one, which takes up where the last one ended, tells what it would have told.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.digests import quiet
from bot.digests.schedule import local_day, next_digest, zone_of
from storage import chats, outbox
from storage.database import Database
from storage.models import Chat, ChatState, Mode

BATCH = 500
"""Chats owed in one transaction; more wait for the next one, not for the next tick."""

LATEST = timedelta(hours=12)
"""How late a digest may come."""


async def owe_digests(database: Database, now: datetime) -> int:
    """Owe every chat that is due at `now` its digest, and return how many were owed."""
    owed = 0
    while True:
        due, batch = await database.run(_owe_batch, now)
        owed += batch
        if not due:
            return owed


def _owe_batch(session: Session, now: datetime) -> tuple[int, int]:
    due, owed = chats.due_for_digest(session, now, limit=BATCH), 0
    for chat in due:
        assert chat.next_digest_at is not None  # noqa: S101 - or it would not be due
        if now - chat.next_digest_at <= LATEST:
            owed += outbox.owe_digest(session, chat.id, local_day(chat.next_digest_at, zone_of(chat.timezone)), now)
        reschedule(session, chat.id, now)
    return len(due), owed


def reschedule(session: Session, chat_id: int, now: datetime) -> Chat:
    """Work out when a chat's next digest is due after `now`; never, for one that is stopped, wants none or follows nothing.

    Its quiet hours are set right as well, for a change of the zone moves both. A paused chat keeps its time, so that it is served again
    once it is back.

    Raises:
        NotStored: There is no such chat.
    """
    chat = chats.get(session, chat_id)
    wanted = chat.state != ChatState.STOPPED and chat.mode in {Mode.DIGEST, Mode.BOTH} and bool(chats.subscriptions(session, chat_id))
    due = (
        next_digest(now, zone_of(chat.timezone), chat.digest_at, chat.digest_days, chat.last_digest_on)
        if wanted and chat.digest_at
        else None
    )
    quiet.turn(session, chat, now)
    return chats.update(session, chat_id, next_digest_at=due)
