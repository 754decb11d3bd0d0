"""A bot's account on the homeserver, a messenger that listens, and people to talk to it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.messages.message import Message, text_message
from bot.platforms.base import Answer, UserRequest
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger
from tests.homeserver.person import Person
from tests.homeserver.server import Homeserver

Listening = Callable[..., AbstractAsyncContextManager[MatrixMessenger]]


class Register:
    """An `Answer` that says what was asked, and remembers it."""

    def __init__(self) -> None:
        self.requests: list[UserRequest] = []

    async def __call__(self, request: UserRequest) -> list[Message]:
        self.requests.append(request)
        return [text_message(f"you said: {request.text}")]


@pytest.fixture
def account(homeserver: Homeserver, tmp_path: Path) -> Account:
    user_id, password = homeserver.register("bot")
    return Account(homeserver.url, user_id, tmp_path / "bot", password=SecretStr(password))


@pytest.fixture
async def person(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Person]:
    async with Person.at(homeserver, tmp_path) as one:
        yield one


@pytest.fixture
def register() -> Register:
    return Register()


@pytest.fixture
def listening(account: Account, register: Register) -> Listening:
    return lambda *allowed: listener(account, register, *allowed)


@asynccontextmanager
async def listener(
    account: Account, answer: Answer, *allowed: str
) -> AsyncIterator[MatrixMessenger]:
    """A messenger that listens within, and greets nobody."""

    async def ungreeted(request: UserRequest) -> list[Message]:
        greeting = request.text == "start" and not (request.may_change or request.private)
        return [] if greeting else await answer(request)

    messenger = MatrixMessenger(account, allowed)
    task = asyncio.create_task(messenger.listen(ungreeted))
    try:
        await messenger.ready()
        yield messenger
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await messenger.close()
