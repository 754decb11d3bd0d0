"""Asks storage what a message is about and has it laid out: the one object that commands and deliveries get their messages from."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.digests import owing
from bot.digests.cards import card
from bot.digests.digest import DigestContent, digest
from bot.digests.latest import latest
from bot.digests.schedule import local_day, zone_of
from bot.digests.view import View
from bot.message import Message
from config.catalogue import Catalogue
from config.lookup import OrganizationNames
from config.translation import Translator
from storage import chats, events, outbox, sources
from storage.database import Database
from storage.events import About
from storage.models import Chat, Topic

FIRST = timedelta(days=1)
"""How far back a chat's first digest looks, and how far back any looks whose forerunner was never sent."""

AHEAD = timedelta(days=14)
"""How far ahead "coming up" looks."""

MOST = 100
"""Events looked at for one digest."""


class Composer:
    """Makes messages of what is stored."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        """Take messages' facts from `database` and names from `catalogue`."""
        self._database = database
        self._catalogue = catalogue
        self._names = OrganizationNames(catalogue.organizations)

    async def card(self, chat: Chat, event_id: int) -> Message:
        """Return the card of an event as `chat` sees it.

        Raises:
            NotStored: There is no such event.
        """
        return card(self._view(chat), await self._database.run(events.record, event_id))

    async def digest(self, chat: Chat, day: date, now: datetime) -> Message:
        """Return the digest of `chat` for its local `day`, as of `now`: for one that is owed, when it was owed.

        A digest takes up where the one before ended, whatever happened in between, so that no event falls through and none comes twice.
        """
        return digest(self._view(chat), await self._database.run(_content, chat, day, now))

    async def digest_today(self, chat: Chat, now: datetime) -> Message:
        """Return what the digest of `chat` would say if it were due at `now`."""
        return await self.digest(chat, local_day(now, zone_of(chat.timezone)), now)

    async def latest(self, chat: Chat, organizations: Collection[str] | None, count: int, now: datetime) -> Message:
        """Return the events found last.

        Args:
            chat: Who asks.
            organizations: Ids, any of which the events concern; None for all.
            count: At most so many.
            now: The present.
        """
        found = await self._database.run(
            events.records, about=None if organizations is None else About(frozenset(organizations)), limit=count
        )
        return latest(self._view(chat), found, organizations, local_day(now, zone_of(chat.timezone)))

    def reschedule(self, session: Session, chat_id: int, now: datetime) -> Chat:
        """Work out anew when a chat's next digest is due: to be called in the transaction of every change that bears on it."""
        return owing.reschedule(session, chat_id, now)

    def _view(self, chat: Chat) -> View:
        return View(Translator(chat.language), self._catalogue, self._names, zone_of(chat.timezone))


def _content(session: Session, chat: Chat, day: date, now: datetime) -> DigestContent:
    follows = [one.subject for one in chats.subscriptions(session, chat.id) if one.topic == Topic.ORGANIZATION]
    since = outbox.previous_digest(session, chat.id, day) or now - FIRST
    found = [
        one for one in events.records(session, about=About(frozenset(follows)), found_since=since, limit=MOST) if one.event.found_at < now
    ]
    ahead = events.records(
        session, about=About(frozenset(follows)), starts_from=day + timedelta(days=1), starts_until=day + AHEAD, limit=10
    )
    upcoming = [one for one in ahead if one.event.found_at < since]
    ids = [one.event.id for one in (*found, *upcoming)]
    health = sources.health(session)
    return DigestContent(
        day=day,
        since=since,
        follows=follows,
        events=found,
        upcoming=upcoming,
        alerted=outbox.alerted(session, chat.id, ids),
        enabled=health.enabled,
        failing=health.failing,
    )
