"""What Telegram shows of the bot: menus and descriptions, set where they are not so already."""

import pytest
from telegram import Bot

from bot.platforms.base import MenuEntry
from bot.platforms.telegram.profile import (
    LONGEST_DESCRIPTION,
    LONGEST_SHORT,
    descriptions,
    present,
    set_menu_button,
    set_menus,
)
from config.languages import INTERFACE_LANGUAGES
from tests.telegram_api import TOKEN, BotApi, bad_request


def menu(language: str) -> list[MenuEntry]:
    label = f"({language})"
    return [MenuEntry("help", label), MenuEntry("stop", label, changes=True)]


async def set_by(api: BotApi, *languages: str) -> None:
    async with Bot(TOKEN, base_url=api.url) as bot:
        await set_menus(bot, menu, languages)


async def test_whoever_has_another_language_gets_the_menu_of_the_first(api: BotApi) -> None:
    await set_by(api, "tr", "en")
    assert api.world.commands[""] == api.world.commands["tr"]


async def test_members_of_a_group_are_shown_no_command_that_changes_it(api: BotApi) -> None:
    await set_by(api, "en")
    shown = api.world.scoped
    assert len(shown["all_group_chats"]["en"]) == 1
    assert len(shown["all_chat_administrators"]["en"]) == 2


async def test_a_menu_that_telegram_refuses_holds_up_no_other(api: BotApi) -> None:
    api.script.fail("setMyCommands", bad_request("a command is wrong"))
    await set_by(api, "en", "tr")
    assert "" not in api.world.commands
    assert "tr" in api.world.commands


async def test_nothing_is_set_anew_that_stands_already(api: BotApi) -> None:
    async with Bot(TOKEN, base_url=api.url) as bot:
        await present(bot, menu, ("en", "tr"))
        api.calls.clear()
        await present(bot, menu, ("en", "tr"))
    assert {call.method for call in api.calls if call.method.startswith("set")} == set()


async def test_the_bot_says_of_itself_what_it_does_in_each_language(api: BotApi) -> None:
    async with Bot(TOKEN, base_url=api.url) as bot:
        await present(bot, menu, ("en", "tr"))
    said = api.world.described
    assert said["description", ""] == said["description", "en"] != said["description", "tr"]
    assert said["short_description", "tr"]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_descriptions_are_no_longer_than_telegram_shows(language: str) -> None:
    whole, short = descriptions(language)
    assert len(whole) <= LONGEST_DESCRIPTION
    assert len(short) <= LONGEST_SHORT


async def test_the_menu_button_opens_the_mini_app_under_its_name_in_the_first_language(
    api: BotApi,
) -> None:
    async with Bot(TOKEN, base_url=api.url) as bot:
        await set_menu_button(bot, "https://diary.example/app", "tr")
    assert api.world.menu_button == {
        "type": "web_app",
        "text": "Günlük",
        "web_app": {"url": "https://diary.example/app"},
    }


async def test_a_menu_button_that_telegram_refuses_holds_up_nothing(api: BotApi) -> None:
    async with Bot(TOKEN, base_url=api.url) as bot:
        await set_menu_button(bot, "http://diary.example/app", "en")
    assert api.world.menu_button == {"type": "default"}
