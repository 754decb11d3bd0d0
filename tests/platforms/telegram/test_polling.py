"""Polling under watch: a refused token, a second bot, a server that goes away."""

import asyncio
import logging
import traceback
from functools import partial

import pytest
import structlog
from pydantic import SecretStr
from telegram.error import Conflict

from bot.messages.message import text_message
from bot.platforms.base import Address, DeliveryError
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.platforms.telegram.polling import Polling
from config.errors import ConfigError
from tests.platforms.telegram.listening import Listening
from tests.telegram_api import TOKEN, BotApi, conflict, reset, unauthorized


async def test_a_token_that_telegram_never_knew_ends_the_listening_with_a_clear_error(
    api: BotApi,
) -> None:
    messenger = TelegramMessenger(
        SecretStr("11111:somebody-elses-token-of-another-day"), base_url=api.url
    )
    with pytest.raises(
        ConfigError, match="TCO_TELEGRAM_TOKEN: Telegram refuses this token"
    ) as refused:
        await messenger.listen(Listening(messenger).answer)
    assert "11111:" not in "".join(traceback.format_exception(refused.value))
    await messenger.close()


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
async def test_a_token_refused_at_any_step_ends_the_listening(
    api: BotApi, messenger: TelegramMessenger, method: str
) -> None:
    api.script.fail_always(method, unauthorized())
    async with asyncio.timeout(60):
        with pytest.raises(ConfigError, match="refuses this token"):
            await messenger.listen(Listening(messenger).answer)


async def test_a_token_revoked_in_mid_flow_ends_the_listening(
    api: BotApi, listening: Listening
) -> None:
    person = api.person()
    api.says(person, "/help")
    await api.message(person)
    api.script.fail_always("getUpdates", unauthorized())
    api.says(person, "/help")
    async with asyncio.timeout(60):
        with pytest.raises(ConfigError, match="refuses this token"):
            await listening.task
    listening.task = asyncio.create_task(asyncio.sleep(0))


async def test_a_second_bot_on_the_same_token_is_told_once(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    with structlog.testing.capture_logs() as logs:
        api.script.fail("getUpdates", conflict(), conflict())
        async with Listening(messenger):
            person = api.person()
            api.says(person, "/help")
            await api.message(person)
    told = [entry["reason"] for entry in logs if entry["event"] == "telegram polling fails"]
    assert told == [CONFLICT]


CONFLICT = "another program polls with the same bot token: stop one of the two"


async def test_two_bots_on_one_token_say_so_once_each_although_each_of_them_gets_its_turns(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    other, person = TelegramMessenger(SecretStr(TOKEN), base_url=api.url), api.person()

    def conflicts_after(number: int) -> bool:
        return sum(call.status == 409 for call in api.of("getUpdates")) > number

    with structlog.testing.capture_logs() as logs:
        async with Listening(messenger), Listening(other):
            for number in range(5):
                await api.until(partial(conflicts_after, number))
                said = api.says(person, "/help")
                await api.message(person, after=said.message_id)
    await other.close()
    told = [entry["reason"] for entry in logs if entry["event"] == "telegram polling fails"]
    assert set(told) == {CONFLICT}
    assert len(told) <= 2


def test_a_conflict_that_lasts_is_said_again_after_an_hour() -> None:
    seconds = [0.0]
    polling = Polling(1.0, lambda: seconds[0])
    with structlog.testing.capture_logs() as logs:
        for seconds[0] in (0.0, 10.0, 3599.0, 3601.0, 3700.0):
            polling.note_failure(Conflict("terminated by other getUpdates request"))
            polling.note_status(200)
    assert [entry["reason"] for entry in logs] == [CONFLICT, CONFLICT]


async def test_polling_goes_on_after_the_connection_broke(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    api.script.fail("getUpdates", reset())
    async with Listening(messenger):
        person = api.person()
        api.says(person, "/help")
        await api.message(person)


async def test_listening_waits_for_a_server_that_is_not_there_yet(
    api: BotApi, messenger: TelegramMessenger
) -> None:
    api.script.fail("getMe", reset())
    with structlog.testing.capture_logs() as logs:
        async with Listening(messenger):
            person = api.person()
            api.says(person, "/help")
            await api.message(person)
    assert logs[0]["event"] == "telegram cannot be reached yet"


async def test_the_token_is_in_no_log_line_at_any_level(
    api: BotApi, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("aiohttp.client", "telegram"):
        caplog.set_level(logging.DEBUG, logger=name)
    messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url)
    async with Listening(messenger) as listening:
        person = api.person()
        api.says(person, "/help")
        await api.message(person)
        api.script.fail("sendMessage", reset(), unauthorized())
        for key in ("1", "2"):
            with pytest.raises(DeliveryError):
                await messenger.send(
                    Address("telegram", str(person.id)), text_message("card"), key=key
                )
        api.script.fail_always("getUpdates", unauthorized())
        api.says(person, "/help")
        with pytest.raises(ConfigError):
            await listening.task
        listening.task = asyncio.create_task(asyncio.sleep(0))
    logging.getLogger("aiohttp.client").info(
        "POST %s%s/getMe", api.url, TOKEN
    )  # as a library might one day
    await messenger.close()
    assert any(
        record.name == "aiohttp.client" and "***" in record.getMessage()
        for record in caplog.records
    )
    assert TOKEN not in caplog.text
    assert TOKEN not in "".join(capfd.readouterr())
