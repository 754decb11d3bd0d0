"""Channels, in which nobody can talk to the bot: set up by their admins from a private chat.

"/channel @name subscribe ots" is a request in the name of the channel. That who makes it
administers the channel is asked of Telegram each time, so an admin who was dismissed has no say
from then on; and the bot answers where it was asked.
"""

from dataclasses import replace

import structlog
from telegram import Bot, ChatMemberUpdated
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.platforms.base import Address, UserRequest
from bot.platforms.telegram import NAME

COMMAND = "channel"

_ADMINS = (ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR)
_LONGEST_NAME = 33  # "@" and 32 characters (Telegram's own limit)

_log = structlog.get_logger(__name__)


async def on_behalf(bot: Bot, request: UserRequest) -> UserRequest:
    """Return the request in the name of the channel that it names.

    As it is where it names none, or one that its sender does not administer.
    """
    words = request.text.split(maxsplit=2)
    if (
        not request.private
        or len(words) < 2
        or words[0].casefold() != COMMAND
        or not _is_name(words[1])
    ):
        return request
    try:
        chat = await bot.get_chat(words[1])
        member = await bot.get_chat_member(chat.id, int(request.sender))
    except TelegramError as error:
        _log.info("channel not set up", channel=words[1], reason=error.message)
        return request
    if chat.type != ChatType.CHANNEL or member.status not in _ADMINS:
        return request
    said = words[2] if len(words) > 2 else "settings"
    return _in_the_name_of(request, chat.id, words[1], chat.title, said)


def welcome(change: ChatMemberUpdated) -> UserRequest | None:
    """Return the request that shows a channel's settings to who has just made the bot its admin.

    None for any other change.
    """
    became_admin = (
        change.new_chat_member.status in _ADMINS and change.old_chat_member.status not in _ADMINS
    )
    if change.chat.type != ChatType.CHANNEL or not became_admin:
        return None
    person = change.from_user
    language = person.language_code.split("-")[0].lower() if person.language_code else None
    request = UserRequest(Address(NAME, str(person.id)), str(person.id), "", language=language)
    name = f"@{change.chat.username}" if change.chat.username else str(change.chat.id)
    return _in_the_name_of(request, change.chat.id, name, change.chat.title, "settings")


def _in_the_name_of(
    request: UserRequest, channel: int, name: str, title: str | None, text: str
) -> UserRequest:
    """Return `request` as said in a channel; hints and buttons call it as it was called."""
    address = Address(NAME, str(channel))
    return replace(
        request,
        address=address,
        text=text,
        title=title,
        may_change=True,
        behalf=f"{COMMAND} {name}",
    )


def _is_name(text: str) -> bool:
    """Whether `text` can be a channel: "@name" or "-100…"."""
    number = text.removeprefix("-100")
    return (text.startswith("@") and text[1:].isascii() and len(text) <= _LONGEST_NAME) or (
        text.startswith("-100") and number.isascii() and number.isdigit() and len(number) <= 13
    )
