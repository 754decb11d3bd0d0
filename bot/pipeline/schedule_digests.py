"""Which chats are owed a digest.

Chats that are due together are owed together, and their next due time moves on in one transaction.

A digest that fell due while the bot was down is owed once when it is back, for the day on which it
fell due, and says that it is late. One that would be later than `LATEST` is skipped: the next one,
which takes up where the last one ended, tells what it would have told, and is owed at once where it
is due itself.

A million chats in a few dozen zones are a few dozen groups, so the cost is that of a few large
statements, and nothing about a chat comes into memory.
"""

from datetime import datetime, timedelta

from sqlmodel import Session

from bot.language.local_time import local_day, next_digest, zone_of
from bot.pipeline import quiet_hours
from storage import chats, digests
from storage.enums import ChatState, Manner, Mode
from storage.models import Chat

BATCH = 20_000
"""Chats owed in one transaction at most, so that senders and commands never wait long for it.

More wait for the next transaction.
"""

GROUPS = 50
"""Groups owed in one transaction at most."""

LATEST = timedelta(hours=12)
"""How late a digest may come."""


def owe_batch(session: Session, now: datetime) -> tuple[int, int]:
    """Owe chats that are due at `now` their digest, some groups of them.

    Returns:
        How many chats were due, and how many of them were owed a digest.
    """
    due, owed = 0, 0
    for _ in range(GROUPS):
        group = digests.next_digest_group(session, now) if due < BATCH else None
        if group is None:
            break
        zone = zone_of(group.timezone)
        day = local_day(group.next_digest_at, zone)
        in_time = now - group.next_digest_at <= LATEST
        onwards = now if in_time else now - LATEST  # the one after a skipped one may be due already
        following = (
            next_digest(onwards, zone, group.digest_at, group.digest_days, day)
            if group.digest_at
            else None
        )
        moved = digests.enqueue_digests(
            session, group, day if in_time else None, following, now, limit=BATCH - due
        )
        due, owed = due + moved, owed + moved * in_time
    return due, owed


def reschedule(
    session: Session, chat_id: int, now: datetime, *, since: datetime | None = None
) -> Chat:
    """Work out when a chat's next digest is due after `now`.

    Never, for one that is stopped, wants none or follows nothing.

    Its quiet hours are set right as well, for a change of the zone moves both. A paused chat keeps
    its time, so that it is served again once it is back.

    Args:
        session: The transaction.
        chat_id: Whose digest.
        now: The present.
        since: A digest that fell due after this and was not owed is due at once; none unless given.

    Raises:
        NotStored: There is no such chat.
    """
    chat = chats.get(session, chat_id)
    manners = {held.manner for held in chats.subscriptions(session, chat_id)}
    wanted = (
        chat.state != ChatState.STOPPED
        and bool(manners)
        and (chat.mode in {Mode.DIGEST, Mode.BOTH} or Manner.DIGEST in manners)
    )
    due = (
        next_digest(
            since or now,
            zone_of(chat.timezone),
            chat.digest_at,
            chat.digest_days,
            chat.last_digest_on,
        )
        if wanted and chat.digest_at
        else None
    )
    quiet_hours.turn(session, chat, now)
    return chats.update(session, chat_id, next_digest_at=due)
