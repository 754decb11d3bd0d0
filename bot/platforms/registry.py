"""Which platforms the settings turn on.

A platform's library is imported only where there is an account for it: matrix-nio alone takes a
third of a second and forty megabytes.
"""

from collections.abc import Iterator

from bot.commands import Access, Newcomers, Options, Pace
from bot.commands.sourcedesk import SourceDesk
from bot.feeds.errors import Cause
from bot.platforms.base import Address, Menu, Messenger
from config.languages import INTERFACE_LANGUAGES
from config.settings import Settings


def messengers_of(settings: Settings, menu: Menu) -> Iterator[Messenger]:
    """Give a messenger for each platform that `settings` hold an account for.

    `menu` lists the commands.
    """
    if settings.telegram_token:
        from bot.platforms.telegram.messenger import TelegramMessenger

        yield TelegramMessenger(
            settings.telegram_token,
            base_url=settings.telegram_base_url,
            menu=menu,
            languages=tuple(INTERFACE_LANGUAGES),
            allowed_users=settings.telegram_allowed_users,
            per_second=settings.telegram_per_second,
        )
    if settings.matrix_homeserver:
        from bot.platforms.matrix.login import Account
        from bot.platforms.matrix.messenger import MatrixMessenger

        account = Account(
            settings.matrix_homeserver,
            settings.matrix_user or "",
            settings.data_dir / "matrix",
            password=settings.matrix_password,
            token=settings.matrix_token,
            device=settings.matrix_device_id or "",
        )
        yield MatrixMessenger(account, settings.matrix_allowed_inviters)


def options_of(settings: Settings, sources: SourceDesk | None = None) -> Options:
    """Return what `settings` say about conversations.

    `sources` adds and checks sources for the admins.
    """
    return Options(
        newcomers=Newcomers(settings.default_language, settings.default_timezone),
        access=Access(settings.access_list, settings.access_code),
        pace=Pace(settings.commands_burst, settings.commands_seconds),
        admins=tuple(_address(name) for name in settings.admin_chats),
        explain=_explain,
        sources=sources,
        calendar_url=settings.calendar_url,
    )


def _address(name: str) -> Address:
    platform, _, chat = name.partition(":")
    return Address(platform, chat)


def _explain(cause: str) -> str:
    """Return what a named cause of a source's failure means, in English, as the catalogues know it."""
    try:
        return Cause(cause).sentence
    except ValueError:
        return cause
