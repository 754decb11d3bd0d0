"""From what a person said to what the bot answers, whatever the platform.

The first word is a command, or the whole is the name of an organisation or of a person, or the
person is told what comes nearest. In a group, what is none of these is left unanswered: it was
likely meant for somebody else. Before all that it is asked whether this person may be heard at all,
and whether they are not asking too fast.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

import structlog
from sqlmodel import Session

from bot.commands import (
    admin,
    calendar_remind,
    channel,
    delivery_times,
    digest,
    events,
    exclude,
    export_import_forget,
    follow,
    locale,
    manners,
    pasted_link,
    review,
    search,
    settings,
    start_help_stop,
    status_feedback,
    subscribe,
    who,
)
from bot.commands.access import AccessControl
from bot.commands.arguments import do_not_know
from bot.commands.context import Context, Services
from bot.commands.inline import offers
from bot.commands.link_limits import PastedLinks
from bot.commands.options import Options
from bot.commands.page_memory import Pages, split_offset
from bot.commands.pasted_link import about_page, is_page
from bot.commands.registry import Command, Registry
from bot.commands.search_question import SearchQuestions
from bot.commands.throttle import Throttle, Verdict
from bot.language.argument_words import understood
from bot.language.organization_lookup import OrganizationNames
from bot.language.timezone_lookup import ZoneNames
from bot.language.translator import N_, Translator, spoken
from bot.messages.composer import Composer
from bot.messages.message import Button, Line, Message, Preview, fill_spans, text_message
from bot.platforms.base import Capabilities, MenuEntry, UserRequest
from config.catalogue import Catalogue
from config.errors import TcoError
from config.text import nfc, squeeze
from storage import chats
from storage.database import Database
from storage.enums import ChatState
from storage.models import Chat

LONGEST = 1000
"""Characters of what was said that are looked at, unless the command takes more.

Nobody names anything in more.
"""

_FAMILIES = (
    *start_help_stop.COMMANDS[:1],
    *subscribe.COMMANDS,
    *follow.COMMANDS,
    *exclude.COMMANDS,
    *manners.COMMANDS,
    *events.COMMANDS[:4],
    *search.COMMANDS,
    *events.COMMANDS[4:],
    *calendar_remind.COMMANDS,
    *digest.COMMANDS,
    *review.COMMANDS,
    *delivery_times.COMMANDS,
    *settings.COMMANDS,
    *locale.COMMANDS,
    *status_feedback.COMMANDS,
    *export_import_forget.COMMANDS,
    *channel.COMMANDS,
    *admin.COMMANDS,
    *pasted_link.COMMANDS,
    *start_help_stop.COMMANDS[1:],
)
_KEPT_STOPPED = frozenset({"stop", "subscribe", "follow", "forget"})
"""Commands after which a stopped chat need not be told that it is stopped.

They wake it, or mean it.
"""

_log = structlog.get_logger(__name__)


class Commands:
    """Answers what people say: lets them in or not, finds the command, and has it carried out."""

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        composer: Composer,
        now: Callable[[], datetime],
        options: Options | None = None,
        capabilities: Mapping[str, Capabilities] = MappingProxyType({}),
    ) -> None:
        """Prepare to answer.

        Args:
            database: Holds chats and events.
            catalogue: Names organisations and places.
            composer: Makes messages of events.
            now: Tells the present, aware UTC.
            options: What whoever runs the bot decided.
            capabilities: What each platform is like, by its name.
        """
        self._now = now
        self._options = options or Options()
        names = OrganizationNames(catalogue.organizations)
        self._services = Services(
            database,
            catalogue,
            names,
            ZoneNames(catalogue.places),
            SearchQuestions(catalogue),
            composer,
            self._options,
            Pages(),
            PastedLinks(self._options.reader),
            capabilities,
        )
        self._access = AccessControl(database, self._options, capabilities)
        self._limits = Throttle(self._options.pace)
        more = Command("more", self._more, N_("more of the last answer"))
        families = (*_FAMILIES, more)
        self._registry = Registry((*families, start_help_stop.help_with(families)))

    @property
    def questions(self) -> SearchQuestions:
        """Understands what is searched for."""
        return self._services.questions

    def menu(self, language: str) -> list[MenuEntry]:
        """Return the commands for a platform's menu, described in `language`."""
        gettext = Translator(language).gettext
        return [
            MenuEntry(command.name, gettext(command.description), command.changes)
            for command in self._registry
            if command.listed
        ]

    async def lets_in(self, request: UserRequest) -> bool:
        """Return whether the bot speaks with who asks, without telling them why not."""
        return await self._access.knows(request)

    def completions(self, language: str) -> list[str]:
        """Return what a terminal offers to complete: commands, and names in `language`."""
        catalogue = self._services.catalogue
        names = [body.short_name(language) for body in catalogue.organizations]
        names += [head.name for body in catalogue.organizations for head in body.heads]
        names += [country.name(language) for country in catalogue.places.countries.values()]
        return [*(f"/{entry.name}" for entry in self.menu(language)), *dict.fromkeys(names)]

    async def answer(self, request: UserRequest) -> list[Message]:
        """Return what the bot says to `request`, in order.

        Nothing, where silence is the right answer.

        What goes wrong on purpose (a `TcoError`, such as a full disk) is told to the person in a
        sentence and logged.
        """
        now = self._now()
        gettext = Translator(request.language or self._options.newcomers.language).gettext
        address = request.address
        verdict = self._limits.judge(
            address.platform,
            request.sender if request.sender not in {"", "0"} else address.chat,
            now,
        )
        if verdict is Verdict.SILENCE or (verdict is Verdict.TOO_MUCH and request.inline):
            return []
        if verdict is Verdict.TOO_MUCH:
            return [text_message(gettext("That was a lot at once. Please wait a minute."))]
        try:
            return await self._heard(request, now)
        except TcoError as error:
            _log.warning(
                "command failed", platform=address.platform, chat=address.chat, error=str(error)
            )
            return [
                text_message(
                    gettext(
                        "I can't do that just now; it is not your fault."
                        " Please try again in a few minutes."
                    )
                )
            ]

    async def _heard(self, request: UserRequest, now: datetime) -> list[Message]:
        text = self._cut(request.text)
        if request.inline:
            return (
                await offers(self._services, request, text, now)
                if await self._access.knows(request)
                else []
            )
        admitted, text = await self._access.admit(request, text, now)
        if not admitted:
            known = self._registry.find(text.partition(" ")[0])
            return [text_message(self._access.refusal(request))] if request.private or known else []
        preview = self._first_preview(request)
        chat = await self._chat_of(request, preview, now)
        answers = await self._answer(request, text, chat, now)
        return (
            [_on_behalf(message, request.behalf) for message in answers]
            if request.behalf
            else answers
        )

    async def _chat_of(self, request: UserRequest, preview: Preview, now: datetime) -> Chat:
        """Return the chat that speaks; one that is known waits for nobody who writes."""
        address, database = request.address, self._services.database
        place = address.platform, address.chat, address.thread
        known = await database.read(
            chats.known, place, now, title=request.title, is_channel=bool(request.behalf)
        )
        if known is not None:
            return known
        return await database.run(_remember, request, self._options, preview, now)

    def _first_preview(self, request: UserRequest) -> Preview:
        """Return what a new chat sees of links: none where many read along who have not asked."""
        platform = self._services.capabilities.get(request.address.platform, Capabilities())
        alone = request.private and not request.behalf
        return Preview.PICTURE if alone and platform.has_previews else Preview.NONE

    def _cut(self, said: str) -> str:
        command = self._registry.find(said[:100].strip().partition(" ")[0])
        return squeeze(nfc(said[: command.longest if command else LONGEST]))

    async def _answer(
        self, request: UserRequest, text: str, chat: Chat, now: datetime
    ) -> list[Message]:
        name, _, rest = text.partition(" ")
        if (
            command := self._registry.find(name)
        ) is None and "_" in name:  # "event_12" can be pressed where "event 12" cannot
            name, _, number = name.partition("_")
            command, rest = self._registry.find(name), f"{number} {rest}"
        arguments, offset = split_offset(rest.strip())
        if command is not None:
            arguments = understood(command.name, arguments, chat.language)
        context = Context(
            request, arguments, chat, now, self._services, Translator(chat.language), offset
        )
        if command is None or (command.name == "admin" and not admin.is_admin(context)):
            return await self._unlisted(context, text)
        if command.would_change(context.arguments) and not request.may_change:
            return [
                text_message(
                    context.gettext("Only the admins of this chat can change its settings.")
                )
            ]
        answers = await command.run(context)
        if (
            chat.state == ChatState.STOPPED
            and command.would_change(context.arguments)
            and command.name not in _KEPT_STOPPED
        ):
            sentence = context.gettext("The bot is stopped in this chat; {start} starts it again.")
            answers.append(text_message(fill_spans(sentence, start=context.command("start"))))
        return answers

    async def _more(self, context: Context) -> list[Message]:
        """Go on with what was shown last."""
        rest = self._services.pages.next(context.request)
        if rest is None:
            return [text_message(context.gettext("There is nothing more to show."))]
        return await self._answer(context.request, rest, context.chat, context.now)

    async def _unlisted(self, context: Context, text: str) -> list[Message]:
        if is_page(text):
            return await about_page(context, text)
        organization = self._services.organizations.find(text)
        if organization:
            return await events.about(context, organization)
        name = text.partition(" ")[0]
        near = self._registry.nearest(name) if name else None
        if near is None and not context.request.private:
            return []
        said = understood("hello", text.strip(" !.?,"), context.chat.language)
        if said in start_help_stop.CIVILITIES:
            return [text_message(start_help_stop.CIVILITIES[said](context))]
        if near is None and (known := await _found(context, text)) is not None:
            return known
        if near is None and self._services.organizations.suggest(text):
            return [text_message(do_not_know(context, text))]
        return [text_message(self._not_understood(context, text, near))]

    def _not_understood(self, context: Context, text: str, near: str | None) -> Line:
        if not text:
            helps = context.gettext("{help} lists what I can do.")
            return fill_spans(helps, help=context.command("help"))
        if near is None:
            return start_help_stop.found_nothing(context, text)
        return start_help_stop.unknown_command(context, self._registry, text.partition(" ")[0])


async def _found(context: Context, text: str) -> list[Message] | None:
    """Return what is known of somebody who goes by `text`, or the events that it finds."""
    asked = replace(context, arguments=text)
    if await who.is_known(context, text):
        return await who.who(asked)
    return await search.find(asked) if await search.answers(context, text) else None


def _on_behalf(message: Message, behalf: str) -> Message:
    """Return `message` with buttons that speak for another chat, as its commands do."""
    return message.with_buttons(lambda button: _for(button, behalf))


def _for(button: Button, behalf: str) -> Button:
    return (
        replace(button, command=f"{behalf} {button.command}")
        if button.command is not None
        else button
    )


def _remember(
    session: Session, request: UserRequest, options: Options, preview: Preview, now: datetime
) -> Chat:
    address, newcomers = request.address, options.newcomers
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
        preview=preview,
        is_channel=bool(request.behalf),
    )
