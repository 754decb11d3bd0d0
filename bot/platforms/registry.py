"""Which platforms the settings turn on.

A platform's library is imported only where there is an account for it: matrix-nio alone takes a
third of a second and forty megabytes.
"""

from collections.abc import Iterator

from bot.platforms.base import Menu, Messenger
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
