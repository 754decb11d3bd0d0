"""The Telegram messenger: `send`, `edit`, `listen`, `close` over one bot token.

Sending needs no listening: a process may do either or both. Telegram knows no idempotent send, so a lost answer stays a lost answer; but
when a message of several parts fails half-way, the next try with the same key goes on where this one stopped, within this process.
"""

import asyncio
from collections.abc import Awaitable, Collection, Sequence
from contextlib import suppress
from typing import TypeVar

import structlog
from pydantic import SecretStr
from telegram import Bot, BotCommand, LinkPreviewOptions
from telegram.error import InvalidToken, TelegramError

from bot.chats.messenger import Address, Answer, DeliveryError, Menu, TryLater
from bot.chats.telegram.door import Door, TokenMask
from bot.chats.telegram.drawing import Drawn, draw
from bot.chats.telegram.failures import AlreadyReadsSo, meaning
from bot.chats.telegram.listening import Listener
from bot.chats.telegram.polling import Polling, token_refused
from bot.message import Message

TELEGRAM = "https://api.telegram.org/bot"

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_MOST_UNFINISHED = 1000
_FAREWELL_SECONDS = 5.0

_log = structlog.get_logger(__name__)
T = TypeVar("T")


class TelegramMessenger:
    """One Telegram bot.

    Args:
        token: What @BotFather gave.
        base_url: Where the Bot API is, up to and with "/bot": Telegram's own, or a local Bot API server.
        menu: The commands to list in clients' menus; None leaves the menus alone.
        languages: The languages to set menus for; the first is for everybody else as well.
        allowed_users: Whom the bot answers, by Telegram's user id; empty for everybody.
        timeout: Seconds to wait for a connection, and again for an answer.
    """

    platform = "telegram"

    def __init__(
        self,
        token: SecretStr,
        *,
        base_url: str = TELEGRAM,
        menu: Menu | None = None,
        languages: Sequence[str] = ("en",),
        allowed_users: Collection[int] = (),
        timeout: float = 20.0,
    ) -> None:
        self._mask = TokenMask(token.get_secret_value())
        self._menu = menu
        self._languages = languages
        self._allowed_users = frozenset(allowed_users)
        self._door = Door(connections=16, timeout=timeout)
        self._polling = Polling(timeout)
        self._bot = Bot(
            token.get_secret_value(),
            base_url=base_url,
            base_file_url=f"{base_url.removesuffix('/bot')}/file/bot",
            request=self._door,
            get_updates_request=self._polling.door,
        )
        self._unfinished: dict[str, list[str]] = {}

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Send `message` and return its id: Telegram's message ids, joined by commas when it had to be split.

        Raises:
            DeliveryError: One of the subclasses, by what it means for the delivery.
        """
        return await self._send_parts(address, draw(message), self._unfinished.pop(key, []), key)

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the message `remote_id`, an id that `send` or `edit` gave, by `message` and return its id; raises as `send` does.

        A message that already reads so is left as it is. Parts that are no longer needed are deleted.
        """
        parts, ids = draw(message), remote_id.split(",")
        for old, part in zip(ids, parts, strict=False):
            await self._edit_part(address, int(old), part)
        for old in ids[len(parts) :]:
            await self._delete(address, int(old))
        return await self._send_parts(address, parts, self._unfinished.pop(key, ids[: len(parts)]), key)

    async def listen(self, answer: Answer) -> None:
        """Take what people say, put it through `answer` and send the answers, until cancelled.

        Raises:
            ConfigError: Telegram refuses the token.
        """
        await self._introduce()
        await self._set_menus()
        listener = Listener(self._bot, self, answer, self._allowed_users)
        try:
            await self._polling.run(self._bot, listener.take)
        finally:
            await listener.finish(_FAREWELL_SECONDS)

    async def close(self) -> None:
        """Let go of connections."""
        await self._door.shutdown()
        await self._polling.door.shutdown()
        self._mask.remove()

    async def _send_parts(self, address: Address, parts: list[Drawn], ids: list[str], key: str) -> str:
        """Send the parts after the first `len(ids)`, which are there already, and return the ids of all."""
        for part in parts[len(ids) :]:
            try:
                ids = [*ids, await self._send_part(address, part)]
            except DeliveryError:
                self._remember(key, ids)
                raise
        return ",".join(ids)

    def _remember(self, key: str, ids: list[str]) -> None:
        if ids:
            self._unfinished[key] = ids
            while len(self._unfinished) > _MOST_UNFINISHED:
                del self._unfinished[next(iter(self._unfinished))]

    async def _send_part(self, address: Address, part: Drawn) -> str:
        sent = await _carry(
            address,
            self._bot.send_message(
                address.chat,
                part.text,
                entities=part.entities,
                reply_markup=part.keyboard,
                link_preview_options=_NO_PREVIEW,
                message_thread_id=int(address.thread) if address.thread else None,
            ),
        )
        return str(sent.message_id)

    async def _edit_part(self, address: Address, old: int, part: Drawn) -> None:
        editing = self._bot.edit_message_text(
            part.text,
            address.chat,
            old,
            entities=part.entities,
            reply_markup=part.keyboard,
            link_preview_options=_NO_PREVIEW,
        )
        with suppress(AlreadyReadsSo):
            await _carry(address, editing)

    async def _delete(self, address: Address, old: int) -> None:
        try:
            await self._bot.delete_message(address.chat, old)
        except TelegramError as error:
            _log.info("superfluous part not deleted", chat=address.chat, message=old, reason=error.message)

    async def _introduce(self) -> None:
        """Learn the bot's own name, waiting for Telegram for as long as it takes."""
        pause, told = 1.0, False
        while (trouble := await self._meet()) is not None:
            if not told:
                _log.warning("telegram cannot be reached yet", reason=trouble.reason)
                told = True
            await asyncio.sleep(trouble.after if isinstance(trouble, TryLater) and trouble.after else pause)
            pause = min(pause * 2, 30.0)

    async def _meet(self) -> DeliveryError | None:
        """Initialize the bot; returns what went wrong, or None.

        The library's own error of a refused token holds the token, so it is left behind before ours is raised: never chained.
        """
        try:
            await self._bot.initialize()
        except TelegramError as error:
            refused = isinstance(error, InvalidToken)
            trouble = meaning(error, Address(self.platform, ""))
        else:
            return None
        if refused:
            raise token_refused()
        return trouble

    async def _set_menus(self) -> None:
        for nth, language in enumerate(self._languages if self._menu else ()):
            commands = [BotCommand(entry.name, entry.description) for entry in (self._menu(language) if self._menu else [])]
            try:
                if nth == 0:
                    await self._bot.set_my_commands(commands)
                await self._bot.set_my_commands(commands, language_code=language)
            except TelegramError as error:
                _log.warning("menu not set", language=language, reason=error.message)


async def _carry(address: Address, call: Awaitable[T]) -> T:
    """Await `call` and return its result; an error is raised as what it means for the delivery, with nothing chained to it."""
    try:
        return await call
    except TelegramError as error:
        failure = meaning(error, address)
    raise failure
