"""The menu of commands that Telegram's clients show, in each language.

In groups it holds only what is of use to who looks at it.
"""

from collections.abc import Sequence

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
    MenuButtonWebApp,
    WebAppInfo,
)
from telegram.error import TelegramError

from bot.language.translator import Translator
from bot.platforms.base import Menu, MenuEntry

_log = structlog.get_logger(__name__)


async def set_menus(bot: Bot, menu: Menu, languages: Sequence[str]) -> None:
    """Set the menus of all languages; the first language is that of everybody else as well.

    What Telegram refuses is logged and left.
    """
    for nth, language in enumerate(languages):
        entries = menu(language)
        reading = [entry for entry in entries if not entry.changes]
        scopes = (
            (BotCommandScopeDefault(), entries),
            (BotCommandScopeAllGroupChats(), reading),
            (BotCommandScopeAllChatAdministrators(), entries),
        )
        for scope, shown in scopes:
            try:
                if nth == 0:
                    await _set(bot, scope, shown, None)
                await _set(bot, scope, shown, language)
            except TelegramError as error:
                _log.warning(
                    "menu not set", language=language, scope=scope.type, reason=error.message
                )


async def set_menu_button(bot: Bot, url: str, language: str) -> None:
    """Let the menu button of private chats open the Mini App at `url`.

    The button has one name for everybody, in `language`. A refusal is logged and left.
    """
    button = MenuButtonWebApp(Translator(language).gettext("Diary"), WebAppInfo(url))
    try:
        await bot.set_chat_menu_button(menu_button=button)
    except TelegramError as error:
        _log.warning("menu button not set", reason=error.message)


async def _set(
    bot: Bot, scope: BotCommandScope, entries: Sequence[MenuEntry], language: str | None
) -> None:
    commands = [BotCommand(entry.name, entry.description) for entry in entries]
    await bot.set_my_commands(commands, scope=scope, language_code=language)
