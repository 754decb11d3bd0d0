"""The Bot API on loopback behaves as Telegram does, also to a client of another make."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from tests.telegram_api import TOKEN, BotApi, Person, Storm, too_many_requests
from tests.telegram_api.process import ApiProcess


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(api.url.removesuffix("/bot"))))
    yield bot
    await bot.session.close()


@pytest.fixture
def person(api: BotApi) -> Person:
    person = api.person()
    api.says(person, "/start")
    return person


async def test_updates_stay_until_they_are_confirmed(api: BotApi, bot: Bot, person: Person) -> None:
    api.says(person, "second")
    first, second = await bot.get_updates()
    assert [update.message.text for update in (first, second) if update.message] == [
        "/start",
        "second",
    ]
    assert len(await bot.get_updates(offset=second.update_id)) == 1
    assert await bot.get_updates(offset=second.update_id + 1) == []


async def test_a_poll_is_held_open_until_somebody_says_something(
    api: BotApi, bot: Bot, person: Person
) -> None:
    (update,) = await bot.get_updates()
    polling = asyncio.create_task(bot.get_updates(offset=update.update_id + 1, timeout=30))
    await api.until(lambda: len(api.of("getUpdates")) == 2)
    assert not polling.done()
    api.says(person, "now")
    assert len(await polling) == 1


async def test_a_second_poll_ends_the_first_with_a_conflict(api: BotApi, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await api.until(lambda: api.of("getUpdates"))
    await bot.get_updates(timeout=0)
    with pytest.raises(TelegramAPIError, match="Conflict"):
        await first


async def test_a_message_is_sent_edited_and_deleted(api: BotApi, bot: Bot, person: Person) -> None:
    keyboard = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text="Who", callback_data="event 1")]]
    )
    sent = await bot.send_message(
        person.id,
        "😀 bold",
        entities=[MessageEntity(type="bold", offset=3, length=4)],
        reply_markup=keyboard,
    )
    (posted,) = api.messages(person)
    assert (posted.styled("bold"), posted.labels) == (["bold"], ["Who"])
    await bot.edit_message_reply_markup(chat_id=person.id, message_id=sent.message_id)
    assert posted.labels == []
    await bot.delete_message(person.id, sent.message_id)
    assert api.messages(person) == []


async def test_errors_are_those_of_telegram(api: BotApi, bot: Bot, person: Person) -> None:
    group = api.group()
    new = api.migrates(group)
    with pytest.raises(TelegramMigrateToChat) as migrated:
        await bot.send_message(group.id, "x")
    assert migrated.value.migrate_to_chat_id == new.id
    api.script.fail("sendMessage", too_many_requests(9))
    with pytest.raises(TelegramRetryAfter) as flood:
        await bot.send_message(person.id, "x")
    assert flood.value.retry_after == 9
    api.blocks(person)
    with pytest.raises(TelegramForbiddenError):
        await bot.send_message(person.id, "x")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("", None),
        ("x" * 4097, None),
        ("😀", MessageEntity(type="bold", offset=1, length=1)),
        ("x", MessageEntity(type="bold", offset=0, length=2)),
    ],
    ids=["empty", "too long", "half a character", "beyond the end"],
)
async def test_a_request_that_telegram_would_not_take_is_refused_and_noted(
    api: BotApi, bot: Bot, person: Person, text: str, entity: MessageEntity | None
) -> None:
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(person.id, text, entities=[entity] if entity else None)
    assert len(api.complaints) == 1


async def test_the_log_of_calls_keeps_order_and_time(api: BotApi, bot: Bot, person: Person) -> None:
    for nth in range(3):
        await bot.send_message(person.id, str(nth))
    calls = api.of("sendMessage")
    assert [call.params["text"] for call in calls] == ["0", "1", "2"]
    assert sorted(call.at for call in calls) == [call.at for call in calls]
    assert {call.status for call in calls} == {200}


def test_a_storm_is_the_same_for_the_same_seed_and_strikes_its_share() -> None:
    def faults(seed: int) -> list[str | None]:
        storm = Storm(seed, 0.3)
        return [fault.name if (fault := storm.strike("sendMessage")) else None for _ in range(2000)]

    assert faults(1) == faults(1) != faults(2)
    assert 500 < len([name for name in faults(1) if name]) < 700


async def test_it_tells_where_it_calls_and_what_waits(
    api: BotApi, bot: Bot, person: Person
) -> None:
    api.says(person, "second")
    nowhere = await bot.get_webhook_info()
    assert (nowhere.url, nowhere.pending_update_count) == ("", 2)
    await bot.set_webhook("https://diary.example/telegram")
    assert (await bot.get_webhook_info()).url == "https://diary.example/telegram"


async def test_it_runs_as_a_process_of_its_own() -> None:
    async with ApiProcess() as api:
        person = await api.person("Aigul", "kk")
        bot = Bot(
            TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(api.url.removesuffix("/bot")))
        )
        (update,) = await bot.get_updates()
        assert update.message is not None
        assert update.message.from_user is not None
        assert update.message.from_user.language_code == "kk"
        await bot.send_message(person, "card")
        await bot.session.close()
        assert [message["text"] for message in await api.messages(person)] == ["card"]
        assert [call["status"] for call in await api.calls("sendMessage")] == [200]
