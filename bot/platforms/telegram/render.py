"""A Message as Telegram takes it: text, entities by UTF-16 offset, an inline keyboard.

No parse mode is ever used, so that no text, whoever wrote it, can become markup or break the parse.
Limits (Bot API 10.0): 4096 UTF-16 units of text, 1024 of a caption, 100 entities (the rest would
silently lose their style), 64 bytes of callback data, 256 characters to copy.
"""

import math
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import structlog
from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.constants import InlineKeyboardButtonLimit, MessageEntityType, MessageLimit

from bot.messages.message import (
    Block,
    Button,
    Document,
    Line,
    Message,
    Preview,
    Span,
    Style,
    split,
    utf16_units,
)

_MOST_ENTITIES = int(MessageLimit.MESSAGE_ENTITIES)
_UNITS_PER_ENTITY = math.ceil(MessageLimit.MAX_TEXT_LENGTH / _MOST_ENTITIES)
_STYLES = {
    Style.BOLD: MessageEntityType.BOLD,
    Style.ITALIC: MessageEntityType.ITALIC,
    Style.CODE: MessageEntityType.CODE,
}

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One Telegram message.

    Attributes:
        text: What is read.
        entities: Styles and links, by UTF-16 offset into `text`.
        keyboard: The buttons, or None for none.
        document: A file, whose caption the text is; or None.
        is_silent: Whether it comes without a sound.
        preview: Of its first link.
        picture: Address of the lead picture, for a preview of that.
    """

    text: str
    entities: tuple[MessageEntity, ...]
    keyboard: InlineKeyboardMarkup | None
    document: Document | None = None
    is_silent: bool = False
    preview: Preview = Preview.NONE
    picture: str | None = None


def draw(message: Message) -> list[Drawn]:
    """Return `message` as the Telegram messages that carry it, in order.

    The buttons stand under the last, which holds the file as well.

    A text that is too long for a caption comes before its file, as a message of its own.
    """
    parts = [_drawn(part) for part in split(_sound(message), MessageLimit.MAX_TEXT_LENGTH, _weight)]
    if message.document is None:
        return parts
    *before, last = parts
    if _units(last.text) <= MessageLimit.CAPTION_LENGTH:
        return [*before, replace(last, document=message.document)]
    return [*parts, Drawn("", (), None, message.document, message.is_silent)]


def _sound(message: Message) -> Message:
    """Return `message` without half characters, which no encoding can carry.

    Broken JSON brings them, as lone surrogates.
    """
    try:
        message.plain.encode()
    except UnicodeEncodeError:
        return replace(message, blocks=tuple(_sound_block(block) for block in message.blocks))
    return message


def _sound_block(block: Block) -> Block:
    return replace(block, lines=tuple(_sound_line(line) for line in block.lines))


def _sound_line(line: Line) -> Line:
    return tuple(replace(span, text=_sound_text(span.text)) for span in line)


def _sound_text(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _weight(message: Message) -> int:
    """Return how much of one message's 4096 units this takes.

    Each entity counts as its share of the hundred.
    """
    entities = sum(
        len(_entities(span, 0, len(span.text)))
        for block in message.blocks
        for line in block.lines
        for span in line
    )
    return max(utf16_units(message), entities * _UNITS_PER_ENTITY)


def _drawn(message: Message) -> Drawn:
    pieces: list[str] = []
    entities: list[MessageEntity] = []
    offset = 0

    def put(text: str) -> int:
        nonlocal offset
        pieces.append(text)
        offset += (units := _units(text))
        return units

    for nth_block, block in enumerate(message.blocks):
        if nth_block:
            put("\n\n")
        for nth_line, line in enumerate(block.lines):
            if nth_line:
                put("\n")
            for span in line:
                begin, units = offset, put(span.text)
                entities += _entities(span, begin, units)
    return Drawn(
        "".join(pieces),
        tuple(entities),
        _keyboard(message),
        is_silent=message.is_silent,
        preview=message.preview,
        picture=message.picture if message.picture and _is_page(message.picture) else None,
    )


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _entities(span: Span, offset: int, length: int) -> list[MessageEntity]:
    if not length:
        return []
    found = []
    if style := _STYLES.get(span.style):
        found.append(MessageEntity(style, offset, length))
    if span.url and _is_page(span.url):
        found.append(MessageEntity(MessageEntityType.TEXT_LINK, offset, length, url=span.url))
    return found


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _keyboard(message: Message) -> InlineKeyboardMarkup | None:
    rows = [_row(row) for row in message.buttons]
    rows = [row for row in rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _row(row: tuple[Button, ...]) -> list[InlineKeyboardButton]:
    return [drawn for button in row if (drawn := _button(button))]


def _button(button: Button) -> InlineKeyboardButton | None:
    """Return the button as Telegram has it.

    A command that fits into 64 bytes is the callback data itself, so a button works for ever and on
    any process. A longer one becomes a button that copies the command line, ready to be pasted and
    sent: nothing has to be remembered for it either.
    """
    if button.url is not None:
        if _is_page(button.url):
            return InlineKeyboardButton(button.label, url=button.url)
    elif button.command is not None:
        if len(button.command.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
            return InlineKeyboardButton(button.label, callback_data=button.command)
        if len(line := f"/{button.command}") <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
            return InlineKeyboardButton(button.label, copy_text=CopyTextButton(line))
    _log.warning("button left out", label=button.label, command=button.command, url=button.url)
    return None
