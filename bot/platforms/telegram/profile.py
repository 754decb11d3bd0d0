"""What Telegram's clients show of the bot before anybody has spoken to it: menus and descriptions.

Each is asked for first, and set only where it reads otherwise: a restart changes nothing, and
Telegram counts such calls strictly. In groups the menu holds only what is of use to who looks at
it.
"""

from collections.abc import Awaitable, Sequence

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

LONGEST_DESCRIPTION, LONGEST_SHORT = 512, 120
"""Characters of the two descriptions (Bot API)."""

_log = structlog.get_logger(__name__)


async def present(bot: Bot, menu: Menu, languages: Sequence[str]) -> None:
    """Set menus and descriptions in all languages; the first is that of everybody else as well.

    What Telegram refuses is logged and left.
    """
    await set_menus(bot, menu, languages)
    await set_descriptions(bot, languages)


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
            for code in (None, language) if nth == 0 else (language,):
                await _tried(f"menu {scope.type}", code, _set_menu(bot, scope, shown, code))


async def _set_menu(
    bot: Bot, scope: BotCommandScope, entries: Sequence[MenuEntry], language: str | None
) -> None:
    commands = tuple(BotCommand(entry.name, entry.description) for entry in entries)
    if await bot.get_my_commands(scope=scope, language_code=language) != commands:
        await bot.set_my_commands(commands, scope=scope, language_code=language)


async def set_descriptions(bot: Bot, languages: Sequence[str]) -> None:
    """Set what an empty chat shows, and what the bot's profile shows, in all languages."""
    for nth, language in enumerate(languages):
        for code in (None, language) if nth == 0 else (language,):
            await _tried("description", code, _describe(bot, language, code))


async def _describe(bot: Bot, language: str, code: str | None) -> None:
    whole, short = descriptions(language)
    if (await bot.get_my_description(language_code=code)).description != whole:
        await bot.set_my_description(whole, language_code=code)
    if (await bot.get_my_short_description(language_code=code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)


def descriptions(language: str) -> tuple[str, str]:
    """Return what the bot says of itself: at length, and in a line."""
    _ = Translator(language).gettext
    what = _(
        "I report to this chat what the Turkic Cooperation"
        " Organizations do: who met whom, when and where."
    )
    how = _(
        "At once, or in a daily digest at your hour, in your language; every name with the"
        " sentence that it was read from."
    )
    return f"{what}\n\n{how}", _("Who of the Turkic organisations met whom, when and where")


async def set_menu_button(bot: Bot, url: str, language: str) -> None:
    """Let the menu button of private chats open the Mini App at `url`.

    The button has one name for everybody, in `language`. A refusal is logged and left.
    """
    button = MenuButtonWebApp(Translator(language).gettext("Diary"), WebAppInfo(url))
    await _tried("menu button", None, _set_button(bot, button))


async def _set_button(bot: Bot, button: MenuButtonWebApp) -> None:
    if await bot.get_chat_menu_button() != button:
        await bot.set_chat_menu_button(menu_button=button)


async def _tried(what: str, language: str | None, setting: Awaitable[None]) -> None:
    try:
        await setting
    except TelegramError as error:
        _log.warning("profile not set", what=what, language=language, reason=error.message)
