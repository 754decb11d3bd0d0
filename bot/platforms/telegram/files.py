"""Files on their way to Telegram: a picture to be looked at, anything else as a document, with the text as its caption."""

from telegram import Bot, InputFile, Message

from bot.platforms.base import Address
from bot.platforms.telegram.render import Drawn


async def upload(bot: Bot, address: Address, part: Drawn) -> Message:
    """Send the file of `part`, which must have one.

    Raises:
        TelegramError: Telegram does not take it.
    """
    document = part.document
    assert document is not None  # noqa: S101 - the caller's promise
    file = InputFile(document.content, filename=document.name)
    thread = int(address.thread) if address.thread else None
    text, entities, keyboard = part.text or None, part.entities or None, part.keyboard
    if document.is_picture:
        return await bot.send_photo(
            address.chat,
            file,
            caption=text,
            caption_entities=entities,
            reply_markup=keyboard,
            message_thread_id=thread,
        )
    return await bot.send_document(
        address.chat,
        file,
        caption=text,
        caption_entities=entities,
        reply_markup=keyboard,
        message_thread_id=thread,
    )
