"""Which platforms the settings turn on."""

from collections.abc import Iterator

from bot.chats.messenger import Menu, Messenger
from bot.chats.telegram.messenger import TelegramMessenger
from config.language import INTERFACE_LANGUAGES
from config.settings import Settings


def messengers_of(settings: Settings, menu: Menu) -> Iterator[Messenger]:
    """Give a messenger for each platform that `settings` hold an account for; `menu` lists the commands."""
    if settings.telegram_token:
        yield TelegramMessenger(
            settings.telegram_token,
            base_url=settings.telegram_base_url,
            menu=menu,
            languages=tuple(INTERFACE_LANGUAGES),
            allowed_users=settings.telegram_allowed_users,
        )
