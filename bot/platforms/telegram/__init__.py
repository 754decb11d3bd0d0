"""Telegram, through python-telegram-bot: messages out, requests in, and what each failure means.

Long polling, so that no address of ours need be reachable, unless the operator gives one for
Telegram to call. The library's own job queue, rate limiter and handlers are not used: the outbox
keeps the pace, APScheduler keeps the time, and a command is the same command on every platform.
"""

import os
from datetime import datetime

from bot.platforms.base import Capabilities, Menu, Messenger
from bot.platforms.registry import Platform, register
from bot.runtime.findings import Finding
from config.languages import INTERFACE_LANGUAGES
from config.settings import Settings

NAME = "telegram"
CAPABILITIES = Capabilities(has_channels=True, has_sound=True, has_previews=True)

# python-telegram-bot gives waiting times as numbers and warns at each, unless it is told to give
# timedeltas before it needs one.
os.environ.setdefault("PTB_TIMEDELTA", "true")


def mini_app_url(settings: Settings) -> str | None:
    """Return where the Mini App is; None where Telegram could not open it, which wants TLS."""
    address = settings.public_url
    return f"{address}/app" if address and address.startswith("https://") else None


def messenger_of(settings: Settings, menu: Menu) -> Messenger | None:
    """Return the messenger of the account that the settings hold, or None."""
    if not settings.telegram_token:
        return None
    from bot.platforms.telegram.messenger import TelegramMessenger
    from bot.platforms.telegram.webhook import Webhook, secret_of

    webhook = None
    if settings.telegram_webhook_url is not None:
        webhook = Webhook(
            settings.telegram_webhook_url,
            settings.telegram_webhook_host,
            settings.telegram_webhook_port,
            secret_of(settings.telegram_token.get_secret_value()),
        )
    return TelegramMessenger(
        settings.telegram_token,
        base_url=settings.telegram_base_url,
        menu=menu,
        languages=tuple(INTERFACE_LANGUAGES),
        allowed_users=settings.telegram_allowed_users,
        per_second=settings.telegram_per_second,
        resends_uncertain=settings.telegram_uncertain == "resend",
        mini_app=mini_app_url(settings),
        webhook=webhook,
    )


async def examine(settings: Settings, now: datetime) -> list[Finding]:
    """Return what Telegram says of the account that the settings hold; nothing without one."""
    if not settings.telegram_token:
        return []
    from bot.platforms.telegram import examination

    return await examination.examine(settings, now)


register(Platform(NAME, "TCO_TELEGRAM_TOKEN", CAPABILITIES, messenger_of, examine))
