"""From an update to an answer.

Each chat is answered in the order in which it spoke; chats do not wait for each other. A press is
acknowledged at once, before the answer is worked out, so that no client shows a waiting button; but
in a channel the acknowledgement is the answer, which nobody else gets.
"""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Protocol
from weakref import WeakValueDictionary

import structlog
from telegram import Bot, Update

from bot.messages.message import Message
from bot.platforms.base import (
    Address,
    Answer,
    ChatMoved,
    DeliveryError,
    Refused,
    TryLater,
    UserRequest,
)
from bot.platforms.telegram import NAME
from bot.platforms.telegram.channels import on_behalf, welcome
from bot.platforms.telegram.files import with_file
from bot.platforms.telegram.incoming import Incoming, read
from bot.platforms.telegram.inline import offer
from bot.platforms.telegram.permissions import Rights
from bot.platforms.telegram.presses import acknowledge, answer_alone
from bot.platforms.telegram.typing import typing

_PAUSES = (1.0, 5.0, 15.0)
"""Seconds between the tries of an answer; what is owed has the outbox instead."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an answer is one to.

    Attributes:
        pressed: Id of the message whose button was pressed, or None.
        said: Id of the message that the answer is to be seen under, or None.
    """

    pressed: int | None = None
    said: int | None = None


class Sender(Protocol):
    """What answers are sent with: the messenger."""

    async def send(
        self, address: Address, message: Message, *, key: str, reply_to: int | None = None
    ) -> str:
        """Send `message`, as an answer to another."""
        ...

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the message `remote_id`."""
        ...


class Listener:
    """Answers updates.

    Args:
        bot: Acknowledges presses and asks for rights; initialized.
        sender: Carries the answers.
        answer: The commands.
        allowed: Ids of the users who are answered; empty for everybody.
    """

    def __init__(
        self, bot: Bot, sender: Sender, answer: Answer, allowed: frozenset[int] = frozenset()
    ) -> None:
        self._bot = bot
        self._sender = sender
        self._answer = answer
        self._allowed = allowed
        self._rights = Rights(bot)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._tasks: set[asyncio.Task[None]] = set()

    def take(self, update: Update) -> None:
        """Answer `update`, without waiting for it."""
        incoming = read(update, self._bot.username)
        person = update.effective_user
        sender = person.id if person else 0
        if self._allowed and sender not in self._allowed:
            _log.info("not answered: not among the allowed users", sender=sender)
        elif incoming is not None:
            self._start(self._handle(incoming))
        elif update.inline_query is not None:
            self._start(offer(self._bot, update.inline_query, self._answer))
        elif (
            update.my_chat_member is not None
            and (request := welcome(update.my_chat_member)) is not None
        ):
            self._start(self._welcome(request, update.update_id))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    async def finish(self, seconds: float) -> None:
        """Let the answers under way come to an end, for `seconds` at most."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("no answer was given", exc_info=error)

    async def _handle(self, incoming: Incoming) -> None:
        if incoming.callback and incoming.is_in_channel:
            await self._answer_in_channel(incoming, incoming.callback)
            return
        if incoming.callback:
            await acknowledge(self._bot, incoming.callback)
        if incoming.is_forged:
            _log_forged(incoming)
            return
        async with self._turn_of(incoming.chat.id):
            request = incoming.request(may_change=await self._rights.may_change(incoming))
            if incoming.document is not None:
                request = await with_file(self._bot, request, incoming.document)
            here = request.address
            async with typing(self._bot, here):
                answers = await self._answer(await on_behalf(self._bot, request))
            to = Answered(incoming.pressed, incoming.reply_to)
            for nth, message in enumerate(answers):
                await self._reply(to, here, message, f"answer:{incoming.update_id}:{nth}")
                to = Answered(incoming.pressed)

    async def _answer_in_channel(self, incoming: Incoming, callback: str) -> None:
        """Answer a press to who pressed alone; each waits for their own presses only."""
        messages: list[Message] = []
        try:
            if incoming.is_forged:
                _log_forged(incoming)
                return
            async with self._turn_of(incoming.sender):
                may_change = await self._rights.may_change(incoming)
                messages = await self._answer(incoming.request(may_change=may_change))
        finally:
            await answer_alone(self._bot, callback, incoming.text, messages)

    def _turn_of(self, chat: int) -> asyncio.Lock:
        return self._turns.setdefault(chat, asyncio.Lock())

    async def _welcome(self, request: UserRequest, update_id: int) -> None:
        """Show who made the bot a channel's admin its settings, in their private chat.

        In vain if they have never written to the bot.
        """
        for nth, message in enumerate(await self._answer(request)):
            await self._reply(
                Answered(), Address(NAME, request.sender), message, f"answer:{update_id}:{nth}"
            )

    async def _reply(self, to: Answered, address: Address, message: Message, key: str) -> None:
        for pause in (*_PAUSES, None):
            try:
                await self._say(to, address, message, key)
            except ChatMoved as moved:
                address = moved.to
            except TryLater as later:
                if pause is None:
                    _log.warning("answer given up", chat=address.chat, reason=later.reason)
                    return
                await asyncio.sleep(later.after or pause)
            except DeliveryError as error:
                _log.warning("answer not delivered", chat=address.chat, reason=error.reason)
                return
            else:
                return

    async def _say(self, to: Answered, address: Address, message: Message, key: str) -> None:
        if message.replaces and to.pressed is not None:
            try:
                await self._sender.edit(address, str(to.pressed), message, key=key)
            except Refused as refused:
                _log.info(
                    "message not replaced, sent anew", chat=address.chat, reason=refused.reason
                )
            else:
                return
        await self._sender.send(address, message, key=key, reply_to=to.said)


def _log_forged(incoming: Incoming) -> None:
    _log.info("not answered: no button of the message says so", sender=incoming.sender)
