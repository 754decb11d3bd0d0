"""From what a person said to what the bot answers, whatever the platform.

The first word is a command, or the whole is the name of an organisation, or the person is told what comes nearest. In a group, what is
neither is left unanswered: it was likely meant for somebody else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlmodel import Session

from bot.chats.commands import beginning, digests, reading, settings, subscriptions
from bot.chats.commands.context import Context, Digests, Services
from bot.chats.commands.naming import do_not_know
from bot.chats.commands.registry import Registry
from bot.chats.messenger import MenuEntry, Request
from bot.message import Message, fill, say
from config.catalogue import Catalogue
from config.errors import TcoError
from config.lookup import OrganizationNames
from config.text import nfc, squeeze
from config.translation import Translator, spoken
from config.zones import ZoneNames
from storage import chats
from storage.database import Database
from storage.models import Chat, ChatState

LONGEST = 1000
"""Characters of what was said that are looked at; nobody names anything in more."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What a chat begins with that the bot has not met before.

    Attributes:
        language: Where the platform does not tell the person's own (ISO 639-1).
        timezone: IANA name.
    """

    language: str = "en"
    timezone: str = "UTC"


class Commands:
    """All commands, for all chats."""

    def __init__(
        self, database: Database, catalogue: Catalogue, composer: Digests, now: Callable[[], datetime], newcomers: Newcomers | None = None
    ) -> None:
        """Prepare to answer.

        Args:
            database: Holds chats and events.
            catalogue: Names organisations and places.
            composer: Makes messages of events.
            now: Tells the present, aware UTC.
            newcomers: What a new chat begins with.
        """
        self._now = now
        self._newcomers = newcomers or Newcomers()
        self._services = Services(database, catalogue, OrganizationNames(catalogue.organizations), ZoneNames(catalogue.places), composer)
        families = (
            *beginning.COMMANDS[:1],
            *subscriptions.COMMANDS,
            *reading.COMMANDS,
            *digests.COMMANDS,
            *settings.COMMANDS,
            *beginning.COMMANDS[1:],
        )
        self._registry = Registry((*families, beginning.help_with(families)))

    def menu(self, language: str) -> list[MenuEntry]:
        """Return the commands for a platform's menu, described in `language`."""
        gettext = Translator(language).gettext
        return [MenuEntry(command.name, gettext(command.description)) for command in self._registry if command.listed]

    async def answer(self, request: Request) -> list[Message]:
        """Return what the bot says to `request`, in order; nothing, where silence is the right answer.

        What goes wrong on purpose (a `TcoError`, such as a full disk) is told to the person in a sentence and logged.
        """
        now = self._now()
        text = squeeze(nfc(request.text[:LONGEST]))
        try:
            chat = await self._services.database.run(_remember, request, self._newcomers, now)
            return await self._answer(request, text, chat, now)
        except TcoError as error:
            _log.warning("command failed", platform=request.address.platform, chat=request.address.chat, error=str(error))
            gettext = Translator(request.language or self._newcomers.language).gettext
            return [say(gettext("I can't do that just now; it is not your fault. Please try again in a few minutes."))]

    async def _answer(self, request: Request, text: str, chat: Chat, now: datetime) -> list[Message]:
        name, _, arguments = text.partition(" ")
        context = Context(request, arguments.strip(), chat, now, self._services, Translator(chat.language))
        command = self._registry.find(name)
        if command is None:
            return await self._unlisted(context, text)
        if command.would_change(context.arguments) and not request.may_change:
            return [say(context.gettext("Only the admins of this chat can change its settings."))]
        answers = await command.run(context)
        if chat.state == ChatState.STOPPED and command.would_change(context.arguments) and command.name not in {"stop", "subscribe"}:
            sentence = context.gettext("This chat is stopped and gets no news; {start} changes that.")
            answers.append(say(fill(sentence, start=context.command("start"))))
        return answers

    async def _unlisted(self, context: Context, text: str) -> list[Message]:
        organization = self._services.organizations.find(text)
        if organization:
            return await reading.about(context, organization)
        name = text.partition(" ")[0]
        near = self._registry.nearest(name) if name else None
        if near is None and not context.request.private:
            return []
        if near is None and self._services.organizations.suggest(text):
            return [say(do_not_know(context, text))]
        if not text:
            return [say(fill(context.gettext("{help} lists what I can do."), help=context.command("help")))]
        return [say(beginning.unknown_command(context, self._registry, name))]


def _remember(session: Session, request: Request, newcomers: Newcomers, now: datetime) -> Chat:
    address = request.address
    language = spoken(request.language) if request.language else newcomers.language
    return chats.ensure(
        session,
        address.platform,
        address.chat,
        address.thread,
        now,
        title=request.title,
        language=language,
        timezone=newcomers.timezone,
    )
