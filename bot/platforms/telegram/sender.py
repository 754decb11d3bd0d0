"""Messages into Telegram's chats: sent, edited, and gone on with where one of many parts broke off.

Telegram knows no idempotent send, so a lost answer stays a lost answer; but when a message of
several parts fails half-way, the next try with the same key goes on where this one stopped, within
this process.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from functools import partial
from typing import TypeVar

import structlog
from telegram import Bot, InputFile, LinkPreviewOptions, ReplyParameters
from telegram import Message as SentMessage
from telegram.error import TelegramError

from bot.messages.message import Message, Preview
from bot.platforms.base import Address, DeliveryError, Refused
from bot.platforms.telegram.errors import AlreadyReadsSo, meaning
from bot.platforms.telegram.render import Drawn, draw
from bot.runtime.cache import LruCache

_PREVIEWS = {
    Preview.NONE: LinkPreviewOptions(is_disabled=True),
    Preview.SMALL: LinkPreviewOptions(prefer_small_media=True, show_above_text=False),
    Preview.LARGE: LinkPreviewOptions(prefer_large_media=True, show_above_text=True),
}
_MOST_UNFINISHED = 1000
_MOST_DRAWN = 100

_log = structlog.get_logger(__name__)
T = TypeVar("T")
Turn = Callable[[str], AbstractAsyncContextManager[None]]


class Sender:
    """Sends and edits.

    Args:
        bot: The library's bot.
        turn: Waits until a call to a chat may be made, which is under way within.
    """

    def __init__(self, bot: Bot, turn: Turn) -> None:
        self._bot = bot
        self._turn = turn
        self._unfinished = LruCache[str, list[str]](_MOST_UNFINISHED)
        self._drawn = LruCache[int, tuple[Message, list[Drawn]]](_MOST_DRAWN)

    async def send(
        self, address: Address, message: Message, *, key: str, reply_to: int | None = None
    ) -> str:
        """Send `message` and return its id: Telegram's ids of its parts, joined by commas.

        Args:
            address: The chat.
            message: What to say.
            key: Names this delivery.
            reply_to: Id of the message that it answers, if that is to be seen.

        Raises:
            DeliveryError: One of the subclasses, by what it means for the delivery.
        """
        return await self._send_parts(
            address, self._draw(message), self._unfinished.pop(key) or [], key, reply_to
        )

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the message `remote_id`, which `send` or `edit` gave, and return its id.

        Raises as `send` does. A message that already reads so is left as it is. Parts that are no
        longer needed are deleted.
        """
        if message.document is not None:
            raise Refused(address, "a message with a file replaces no other")
        parts, ids = self._draw(message), remote_id.split(",")
        for old, part in zip(ids, parts, strict=False):
            await self._edit_part(address, int(old), part)
        for old in ids[len(parts) :]:
            await self._delete(address, int(old))
        return await self._send_parts(
            address, parts, self._unfinished.pop(key) or ids[: len(parts)], key
        )

    def _draw(self, message: Message) -> list[Drawn]:
        """Return `message` as Telegram takes it; one that goes to many chats is drawn once."""
        known = self._drawn.get(id(message.blocks))
        # The message is kept beside its drawing, so the id of its blocks stays their own.
        if known is None or known[0] != message:
            known = self._drawn.keep(id(message.blocks), (message, draw(message)))
        return known[1]

    async def _send_parts(
        self,
        address: Address,
        parts: list[Drawn],
        ids: list[str],
        key: str,
        reply_to: int | None = None,
    ) -> str:
        """Send the parts behind those that are there already, `ids`, and return the ids of all."""
        for part in parts[len(ids) :]:
            try:
                ids = [*ids, await self._send_part(address, part, None if ids else reply_to)]
            except DeliveryError:
                if ids:
                    self._unfinished.keep(key, ids)
                raise
        return ",".join(ids)

    async def _send_part(self, address: Address, part: Drawn, reply_to: int | None) -> str:
        if part.document is not None:
            uploading = partial(upload, self._bot, address, part, reply_to)
            return str((await self._carry(address, uploading)).message_id)
        sending = partial(
            self._bot.send_message,
            address.chat,
            part.text,
            entities=part.entities,
            reply_markup=part.keyboard,
            link_preview_options=_preview(part),
            message_thread_id=int(address.thread) if address.thread else None,
            disable_notification=part.is_silent or None,
            reply_parameters=_reply(reply_to),
        )
        return str((await self._carry(address, sending)).message_id)

    async def _edit_part(self, address: Address, old: int, part: Drawn) -> None:
        editing = partial(
            self._bot.edit_message_text,
            part.text,
            address.chat,
            old,
            entities=part.entities,
            reply_markup=part.keyboard,
            link_preview_options=_preview(part),
        )
        with suppress(AlreadyReadsSo):
            await self._carry(address, editing)

    async def _delete(self, address: Address, old: int) -> None:
        try:
            await self._bot.delete_message(address.chat, old)
        except TelegramError as error:
            _log.info(
                "superfluous part not deleted", chat=address.chat, message=old, reason=error.message
            )

    async def _carry(self, address: Address, call: Callable[[], Awaitable[T]]) -> T:
        """Make a call when its turn has come.

        An error is raised as what it means for the delivery, with nothing chained to it.
        """
        async with self._turn(address.chat):
            try:
                return await call()
            except TelegramError as error:
                failure = meaning(error, address)
        raise failure


def _reply(to: int | None) -> ReplyParameters | None:
    """Return how a message answers another; one that is gone meanwhile is no obstacle."""
    return ReplyParameters(to, allow_sending_without_reply=True) if to is not None else None


async def upload(
    bot: Bot, address: Address, part: Drawn, reply_to: int | None = None
) -> SentMessage:
    """Send the file of `part`, which must have one.

    Raises:
        TelegramError: Telegram does not take it.
    """
    document = part.document
    assert document is not None  # noqa: S101 - the caller's promise
    file = InputFile(document.content, filename=document.name)
    thread = int(address.thread) if address.thread else None
    text, entities, keyboard = part.text or None, part.entities or None, part.keyboard
    if document.is_picture:
        return await bot.send_photo(
            address.chat,
            file,
            caption=text,
            caption_entities=entities,
            reply_markup=keyboard,
            message_thread_id=thread,
            disable_notification=part.is_silent or None,
            reply_parameters=_reply(reply_to),
        )
    return await bot.send_document(
        address.chat,
        file,
        caption=text,
        caption_entities=entities,
        reply_markup=keyboard,
        message_thread_id=thread,
        disable_notification=part.is_silent or None,
        reply_parameters=_reply(reply_to),
    )


def _preview(part: Drawn) -> LinkPreviewOptions:
    """Return what is shown of a link: the lead picture by its own address, where it is wanted."""
    if part.preview is not Preview.PICTURE:
        return _PREVIEWS[part.preview]
    if part.picture is None:
        return _PREVIEWS[Preview.NONE]
    return LinkPreviewOptions(url=part.picture, prefer_large_media=True, show_above_text=True)
