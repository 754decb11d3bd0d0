"""That the bot is at work is seen where an answer takes its time, and nowhere else."""

import asyncio

import pytest
from telegram import Bot

from bot.platforms.base import Address
from bot.platforms.telegram import typing as module
from bot.platforms.telegram.typing import typing
from tests.telegram_api import TOKEN, BotApi, bad_request


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AFTER", 0.01)
    monkeypatch.setattr(module, "AGAIN", 0.01)


async def test_it_is_said_again_for_as_long_as_the_answer_takes(api: BotApi) -> None:
    person = api.person()
    api.says(person, "/start")
    async with (
        Bot(TOKEN, base_url=api.url) as bot,
        typing(bot, Address("telegram", str(person.id))),
    ):
        await api.until(lambda: len(api.of("sendChatAction")) >= 2 or None)
    said = api.of("sendChatAction")[0].params
    assert (said["chat_id"], said["action"]) == (str(person.id), "typing")


async def test_a_quick_answer_comes_without_it(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AFTER", 60.0)
    async with Bot(TOKEN, base_url=api.url) as bot, typing(bot, Address("telegram", "1")):
        await asyncio.sleep(0)
    assert api.of("sendChatAction") == []


async def test_where_it_is_refused_the_answer_comes_all_the_same(api: BotApi) -> None:
    api.script.fail("sendChatAction", bad_request("not enough rights"))
    async with Bot(TOKEN, base_url=api.url) as bot, typing(bot, Address("telegram", "1")):
        await api.until(lambda: api.of("sendChatAction") or None)
