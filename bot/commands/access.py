"""Who is let in: everybody, or those on a list, or whoever gives the invitation code.

A chat that gave it once stays let in.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from bot.commands.options import Options
from bot.language.translator import Translator, spoken
from bot.messages.message import Line, Span, fill_spans
from bot.platforms.base import Capabilities, UserRequest
from storage import chats
from storage.database import Database


class AccessControl:
    """Judges who may talk to the bot."""

    def __init__(
        self, database: Database, options: Options, capabilities: Mapping[str, Capabilities]
    ) -> None:
        self._database = database
        self._options = options
        self._capabilities = capabilities

    async def admit(self, request: UserRequest, text: str, now: datetime) -> tuple[bool, str]:
        """Return whether `request` is heard, and its text without the code that stood in it."""
        if await self.knows(request):
            return True, text
        words = text.split()
        if words and len(words) <= 2 and self._options.access.fits(words[-1]):
            await self._database.run(self._let_in, request, now)
            return True, "start"
        return False, text

    async def knows(self, request: UserRequest) -> bool:
        """Return whether who asks, or the chat, is let in already."""
        access, address = self._options.access, request.address
        if access.open or access.lets_in(address, request.sender):
            return True
        here = {(address.platform, address.chat), (address.platform, request.sender)}
        if any((admin.platform, admin.chat) in here for admin in self._options.admins):
            return True
        return access.code is not None and await self._database.read(_admitted, request)

    def refusal(self, request: UserRequest) -> Line:
        """Return what those are told who are not let in."""
        gettext = Translator(request.language or self._options.newcomers.language).gettext
        if self._options.access.code is None:
            return fill_spans(gettext("This bot is private."))
        here = self._capabilities.get(request.address.platform, Capabilities())
        start = Span(f"{here.command_prefix}start")
        return fill_spans(
            gettext("This bot is private. If you have an invitation code, send it after {start}"),
            start=start,
        )

    def _let_in(self, session: Session, request: UserRequest, now: datetime) -> None:
        address, newcomers = request.address, self._options.newcomers
        language = spoken(request.language) if request.language else newcomers.language
        chat = chats.ensure(
            session,
            address.platform,
            address.chat,
            address.thread,
            now,
            language=language,
            timezone=newcomers.timezone,
        )
        chats.update(session, chat.id, admitted_at=now)


def _admitted(session: Session, request: UserRequest) -> bool:
    """Whether the chat gave the code.

    Itself, or the group that its topic belongs to, or who speaks, in private.
    """
    address = request.address
    places = {(address.chat, address.thread), (address.chat, ""), (request.sender, "")}
    found = [chats.find(session, address.platform, *place) for place in places]
    return any(chat is not None and chat.admitted_at is not None for chat in found)
