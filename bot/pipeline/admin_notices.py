"""What the admins are told: words from chats and other admins, and sources that were given up."""

from datetime import datetime

from sqlmodel import Session

from bot.platforms.base import Address
from storage import chats, notes, refusals, sources
from storage.database import Database
from storage.models import Chat


def tell_admins(
    session: Session,
    kind: str,
    text: str,
    admins: tuple[Address, ...],
    now: datetime,
    author: str = "",
) -> int:
    """Owe the admins a note and return how many chats of theirs get it.

    A chat that the bot has not met yet is remembered.
    """
    here: list[Chat] = []
    for admin in admins:
        where = (admin.platform, admin.chat, admin.thread)
        here.append(chats.find(session, *where) or chats.ensure(session, *where, now))
    notes.enqueue(session, kind, text, [chat.id for chat in here], now, author=author)
    return len(here)


async def tell_of_parked(database: Database, admins: tuple[Address, ...], now: datetime) -> int:
    """Tell the admins, once, of the sources that were given up, and return how many these are."""
    return await database.run(_tell_of_parked, admins, now) if admins else 0


async def tell_of_refusing(database: Database, admins: tuple[Address, ...], now: datetime) -> int:
    """Tell the admins, once, of the chats that take nothing, and return how many these are."""
    return await database.run(_tell_of_refusing, admins, now) if admins else 0


def _tell_of_refusing(session: Session, admins: tuple[Address, ...], now: datetime) -> int:
    refusing = refusals.untold(session)
    if refusing:
        heading = "These chats take nothing; they are tried again, and nothing is lost:"
        lines = [
            f"{chat.platform} {chat.address} {chat.title or ''}: {chat.refusal or ''}"
            for chat in refusing
        ]
        tell_admins(session, "chats", "\n".join([heading, *lines]), admins, now)
        refusals.told(session, [chat.id for chat in refusing], now)
    return len(refusing)


def _tell_of_parked(session: Session, admins: tuple[Address, ...], now: datetime) -> int:
    parked = sources.newly_parked(session)
    if parked:
        lines = [
            f"{source.name} ({source.key}): {source.failure_detail or source.failure_cause or ''}"
            for source in parked
        ]
        tell_admins(
            session, "sources", "\n".join(["Given up, but for a rare try:", *lines]), admins, now
        )
        sources.told(session, [source.id for source in parked], now)
    return len(parked)
