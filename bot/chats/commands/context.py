"""What a command is given: who asks, in which chat, and what it may use; and how it changes the chat's settings."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from sqlmodel import Session

from bot.chats.messenger import Request
from bot.message import Message, Span, command_prefix
from config.catalogue import Catalogue
from config.lookup import OrganizationNames
from config.translation import Translator
from config.zones import ZoneNames, zone_label
from storage import chats
from storage.database import Database
from storage.models import Chat, Topic

T = TypeVar("T")


class Digests(Protocol):
    """What commands need of the digests; `bot.digests.composer.Composer` is one."""

    async def latest(self, chat: Chat, organizations: Collection[str] | None, count: int, now: datetime) -> Message:
        """Return the events found last that concern any of `organizations` (None for all)."""
        ...

    async def digest_today(self, chat: Chat, now: datetime) -> Message:
        """Return what the chat's digest would say now."""
        ...

    def reschedule(self, session: Session, chat_id: int, now: datetime) -> Chat:
        """Work out anew when the chat's next digest is due."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """What all commands share.

    Attributes:
        database: What is remembered.
        catalogue: Names of organisations and places.
        organizations: Organisations by what people type.
        zones: Time zones by what people type.
        digests: Cards, digests and lists.
    """

    database: Database
    catalogue: Catalogue
    organizations: OrganizationNames
    zones: ZoneNames
    digests: Digests


@dataclass(frozen=True, slots=True)
class Context:
    """One command as it was given.

    Attributes:
        request: What was said, by whom, where.
        arguments: What stood behind the command's name, stripped.
        chat: The chat as stored.
        now: The present, aware UTC.
        services: What it may use.
        translator: The chat's language.
    """

    request: Request
    arguments: str
    chat: Chat
    now: datetime
    services: Services
    translator: Translator

    def gettext(self, message: str) -> str:
        """Return a sentence in the chat's language, its {placeholders} still open for `bot.message.fill`."""
        return self.translator.gettext(message)

    def command(self, text: str) -> Span:
        """Return a command line as it is typed on this chat's platform: "/help" or "!help"."""
        return Span(command_prefix(self.request.address.platform) + text)

    def name_of(self, organization_id: str) -> str:
        """Return an organisation's short name in the chat's language; its id when the catalogue has lost it."""
        try:
            return self.services.catalogue.organization(organization_id).short_name(self.translator.language)
        except KeyError:
            return organization_id

    def names_of(self, organization_ids: Collection[str]) -> str:
        """Return organisations in the order of the catalogue, as a sentence lists them."""
        order = [organization.id for organization in self.services.catalogue.organizations]
        ids = sorted(organization_ids, key=lambda one: (order.index(one) if one in order else len(order), one))
        return self.translator.list([self.name_of(one) for one in ids])

    def zone_label(self, chat: Chat) -> str:
        """Return the zone of `chat` as people read it."""
        return zone_label(chat.timezone)

    async def follows(self) -> list[str]:
        """Return the ids of the organisations that the chat follows."""
        return await self.services.database.run(_followed, self.chat.id)

    async def change(self, work: Callable[[Session], T]) -> tuple[T, Chat]:
        """Do `work` on the chat's settings and work out its next digest, all in one transaction; return its result and the chat."""

        def whole(session: Session) -> tuple[T, Chat]:
            result = work(session)
            return result, self.services.digests.reschedule(session, self.chat.id, self.now)

        return await self.services.database.run(whole)


def _followed(session: Session, chat_id: int) -> list[str]:
    return [one.subject for one in chats.subscriptions(session, chat_id) if one.topic == Topic.ORGANIZATION]
