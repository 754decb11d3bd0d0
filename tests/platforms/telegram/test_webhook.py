"""Updates that Telegram brings: with the secret they are taken, without it nobody is heard."""

import asyncio
import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.platforms.telegram.messenger import TelegramMessenger
from bot.platforms.telegram.webhook import HEADER, Webhook, secret_of
from config.errors import ConfigError
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import TOKEN, BotApi, server_error

PUBLIC = "https://bot.example.org/telegram"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Called:
    """A bot that Telegram calls."""

    def __init__(self, api: BotApi, port: int) -> None:
        self.api = api
        self.here = f"http://127.0.0.1:{port}/telegram"
        self.webhook = Webhook(PUBLIC, "127.0.0.1", port, secret_of(TOKEN))
        self.messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url, webhook=self.webhook)
        self.listening = Listening(self.messenger)

    async def bring(self, body: object, secret: str | None = None) -> int:
        """Bring an update as Telegram would, and return how it was taken."""
        headers = {} if secret is None else {HEADER: secret}
        async with (
            ClientSession() as session,
            session.post(self.here, json=body, headers=headers) as answer,
        ):
            return answer.status


@pytest.fixture
async def called(api: BotApi) -> AsyncIterator[Called]:
    called = Called(api, free_port())
    async with called.listening:
        await asyncio.wait_for(called.webhook.started.wait(), 120)
        yield called
    await called.messenger.close()


async def test_telegram_is_told_where_to_call_and_with_which_secret(called: Called) -> None:
    assert called.api.world.webhook == (PUBLIC, secret_of(TOKEN))
    assert TOKEN.partition(":")[2] not in secret_of(TOKEN)
    assert called.api.of("getUpdates") == []


async def test_what_somebody_says_is_answered(called: Called) -> None:
    person = called.api.person()
    called.api.says(person, "/start")
    [update] = called.api.world.updates
    assert await called.bring(update, secret_of(TOKEN)) == 200
    assert (await called.api.message(person)).text == "you said start"


@pytest.mark.parametrize("secret", [None, "", "guess", "ü"])
async def test_whoever_does_not_know_the_secret_is_refused(
    called: Called, secret: str | None
) -> None:
    called.api.says(called.api.person(), "/start")
    [update] = called.api.world.updates
    assert await called.bring(update, secret) == 403
    assert called.listening.heard == []


@pytest.mark.parametrize("body", [[], "x", 1, {"update_id": 1}])
async def test_what_is_no_update_is_passed_over(called: Called, body: object) -> None:
    assert await called.bring(body, secret_of(TOKEN)) == 200
    assert called.listening.heard == []


async def test_it_is_told_again_until_telegram_takes_it(api: BotApi) -> None:
    api.script.fail("setWebhook", server_error())
    called = Called(api, free_port())
    async with called.listening:
        await asyncio.wait_for(called.webhook.started.wait(), 120)
    await called.messenger.close()
    assert len(api.of("setWebhook")) == 2


async def test_a_port_that_is_taken_stops_the_bot_and_says_which_setting(api: BotApi) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        called = Called(api, int(one.getsockname()[1]))
        with pytest.raises(ConfigError, match="TCO_TELEGRAM_WEBHOOK_PORT"):
            await called.messenger.listen(called.listening.answer)
    await called.messenger.close()
