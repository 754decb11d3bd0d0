"""What the bot adds to a message about how it came."""

from dataclasses import replace

from bot.language.translator import Translator
from bot.messages.message import BlockKind, Message, Span, Style, line, text_block
from bot.platforms.base import Address
from storage.models import Chat


def came_here_instead(message: Message, chat: Chat, meant: Address, here: Address) -> Message:
    """Return `message`, saying so where it was meant for a topic that is gone and comes to the whole group; else as it is."""
    if not meant.thread or here.thread:
        return message
    sentence = Translator(chat.language).gettext(
        "The topic that this was for is gone, so it comes here from now on."
    )
    return replace(
        message,
        blocks=(
            *message.blocks,
            text_block(line(Span(sentence, Style.ITALIC)), kind=BlockKind.FOOTER),
        ),
    )
