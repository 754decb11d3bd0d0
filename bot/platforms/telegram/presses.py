"""Presses in a channel: answered to who pressed, and never by a message that all its readers get.

What is short is said by an alert; what is longer, or a file, waits behind a link that opens the
presser's own chat with the bot. Whoever makes a client send other callback data than a button holds
is not heard at all (`bot.platforms.telegram.incoming`).
"""

import re
from collections.abc import Sequence

import structlog
from telegram import Bot
from telegram.constants import CallbackQueryLimit
from telegram.error import TelegramError

from bot.messages.message import Message, clean_line
from bot.platforms.base import LINKED_COMMAND

_LONGEST_ALERT = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")  # Bot API, deep linking

_log = structlog.get_logger(__name__)


async def acknowledge(bot: Bot, callback: str) -> None:
    """Let the presser's client stop waiting."""
    await _answer(bot, callback, None, None)


async def answer_alone(bot: Bot, callback: str, pressed: str, messages: Sequence[Message]) -> None:
    """Give who pressed the answer, and nobody else.

    Args:
        bot: Ours.
        callback: Names the press.
        pressed: The command of the button.
        messages: The answer.
    """
    said = "\n\n".join(message.plain for message in messages)
    has_file = any(message.document is not None for message in messages)
    link = deep_link(bot.username, pressed)
    if link is not None and (has_file or len(said) > _LONGEST_ALERT):
        await _answer(bot, callback, None, link)
    elif len(said) > _LONGEST_ALERT:
        await _answer(bot, callback, clean_line(said, _LONGEST_ALERT), None)
    else:
        await _answer(bot, callback, said or None, None)


def deep_link(username: str, command: str) -> str | None:
    """Return the link that says `command` in a person's own chat with the bot called `username`.

    None where there is none: a link says by its words what to follow, but for one command.
    """
    parameter = command.replace(" ", "_")
    is_linked = command.partition(" ")[0] == LINKED_COMMAND
    if not is_linked or not _START_PARAMETER.fullmatch(parameter):
        return None
    return f"https://t.me/{username}?start={parameter}"


def deep_link_beginning(username: str) -> str:
    """Return what links to events begin with, up to the event's number."""
    return f"https://t.me/{username}?start={LINKED_COMMAND}_"


async def _answer(bot: Bot, callback: str, text: str | None, url: str | None) -> None:
    try:
        await bot.answer_callback_query(callback, text, show_alert=bool(text) or None, url=url)
    except TelegramError as error:  # too old, mostly after an outage
        _log.info("press not acknowledged", reason=error.message)
