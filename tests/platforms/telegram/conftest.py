"""A Bot API on loopback, and the messenger that talks to it through the real client library."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from bot.platforms.base import MenuEntry
from bot.platforms.telegram.messenger import TelegramMessenger
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import TOKEN, BotApi


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api
        assert api.complaints == []


@pytest.fixture
async def messenger(api: BotApi) -> AsyncIterator[TelegramMessenger]:
    messenger = TelegramMessenger(
        SecretStr(TOKEN), base_url=api.url, menu=menu, languages=("en", "tr")
    )
    yield messenger
    await messenger.close()


@pytest.fixture
async def listening(messenger: TelegramMessenger) -> AsyncIterator[Listening]:
    async with Listening(messenger) as listening:
        yield listening


def menu(language: str) -> list[MenuEntry]:
    label = f"What I can do ({language})"
    return [MenuEntry("help", label), MenuEntry("stop", label, changes=True)]
