"""The word "typing" under a chat's name, where an answer takes long enough to wonder about."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.platforms.base import Address

AFTER = 1.0
"""Seconds that an answer may take before the bot is seen to type."""

AGAIN = 4.5
"""Seconds until it is said again: a client shows it for five."""

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def typing(bot: Bot, address: Address) -> AsyncIterator[None]:
    """Show that the bot is at work in a chat for as long as this lasts, from `AFTER` on."""
    task = asyncio.create_task(_type(bot, address))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _type(bot: Bot, address: Address) -> None:
    thread = int(address.thread) if address.thread else None
    await asyncio.sleep(AFTER)
    try:
        while True:
            await bot.send_chat_action(address.chat, ChatAction.TYPING, message_thread_id=thread)
            await asyncio.sleep(AGAIN)
    except TelegramError as error:
        _log.info("typing not shown", chat=address.chat, reason=error.message)
