"""Files that people send: read as what they would have typed."""

from dataclasses import replace

import structlog
from telegram import Bot, Document
from telegram.error import TelegramError

from bot.platforms.base import UserRequest

LARGEST = 100_000
"""Bytes of a file that is looked at; settings of a chat take a few thousand."""

_log = structlog.get_logger(__name__)


async def with_file(bot: Bot, request: UserRequest, document: Document) -> UserRequest:
    """Return `request` with what stands in a file behind its command.

    As it is where the file is too large, cannot be had, or holds no text.
    """
    if document.file_size is None or document.file_size > LARGEST:
        _log.info("file not read: too large", chat=request.address.chat, size=document.file_size)
        return request
    try:
        file = await bot.get_file(document.file_id)
        content = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        _log.info("file not read", chat=request.address.chat, reason=error.message)
        return request
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return request
    return replace(request, text=f"{request.text} {text}")
