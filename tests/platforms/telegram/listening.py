"""A messenger that listens, with answers that a test chooses."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from bot.messages.message import Message, text_message
from bot.platforms.base import UserRequest
from bot.platforms.telegram.messenger import TelegramMessenger


class Listening:
    """Listens while it is entered.

    Attributes:
        heard: The requests, in order.
        answers: Makes the answer; an echo unless a test sets it.
        task: The listening itself.
    """

    def __init__(self, messenger: TelegramMessenger) -> None:
        self.messenger = messenger
        self.heard: list[UserRequest] = []
        self.answers: Callable[[UserRequest], list[Message]] = lambda request: [
            text_message(f"you said {request.text}")
        ]
        self.task: asyncio.Task[None]

    async def answer(self, request: UserRequest) -> list[Message]:
        """Note the request and answer it."""
        self.heard.append(request)
        return self.answers(request)

    async def __aenter__(self) -> Self:
        self.task = asyncio.create_task(self.messenger.listen(self.answer))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        with suppress(asyncio.CancelledError):
            await self.task
