"""A message as a phone shows it, bubble and buttons, drawn as PNG for the documents.

Drawn with the typeface of the bot's own pictures, so that it looks the same to everybody.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from PIL import Image, ImageDraw

from bot.messages.message import Button, Line, Message, Span, Style
from bot.messages.picture import BOLD, MEDIUM, REGULAR, Canvas, Font, as_png, cut, typeface

WIDTH, EDGE, PAD, SIZE, ROW, GAP, BUTTON = 780, 20, 28, 32, 44, 20, 84
"""Pixels: the picture, around bubbles, around the text, letters, row to row, between blocks, and a
button's height. A phone of 390 points shows it at half the size."""

_INK, _MUTED, _LINK, _PAPER, _BACK, _KEY = (
    "#111b21",
    "#5f6e7b",
    "#1b6ab8",
    "#ffffff",
    "#cfe3d6",
    "#3f6f58",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a space, in one style."""

    text: str
    span: Span


def phone(message: Message) -> bytes:
    """Return `message` as a picture."""
    rows: list[tuple[int, list[Piece]]] = []
    top = EDGE + PAD
    for number, block in enumerate(message.blocks):
        top += GAP if number else 0
        for row in (row for line in block.lines for row in _rows(line)):
            rows.append((top, row))
            top += ROW
    bottom = top + PAD
    height = bottom + len(message.buttons) * (BUTTON + 8) + EDGE
    image = Image.new("RGB", (WIDTH, height), _BACK)
    canvas = ImageDraw.Draw(image)
    canvas.rounded_rectangle((EDGE, EDGE, WIDTH - EDGE, bottom), radius=26, fill=_PAPER)
    for row_top, row in rows:
        _write(canvas, row, row_top)
    for at, buttons in enumerate(message.buttons):
        _keys(canvas, buttons, bottom + 8 + at * (BUTTON + 8))
    return as_png(image)


def _rows(line: Line) -> Iterator[list[Piece]]:
    """Yield the rows that a line needs; what goes on begins where the line's text does."""
    room, row, used = float(WIDTH - 2 * (EDGE + PAD)), list[Piece](), 0.0
    for word in _words(line):
        width = sum(map(_width, word))
        if used + width > room and row:
            yield row
            row, used = [], 0.0
            if not word[0].text.strip():
                continue
        row += word
        used += width
    yield row


def _words(line: Line) -> Iterator[list[Piece]]:
    """Yield what stands together in a row: a space, or a word in however many styles."""
    for _is_space, word in groupby(_pieces(line), lambda piece: piece.text.isspace()):
        yield list(word)


def _pieces(line: Line) -> Iterator[Piece]:
    for span in line:
        word = ""
        for letter in span.text:
            if letter == " " or letter in _ICONS:
                yield from (Piece(text, span) for text in (word, letter) if text)
                word = ""
            else:
                word += letter
        if word:
            yield Piece(word, span)


def _face(span: Span) -> Font:
    return typeface(SIZE, BOLD if span.style is Style.BOLD else REGULAR)


def _width(piece: Piece) -> float:
    return SIZE * 1.2 if piece.text in _ICONS else _face(piece.span).getlength(piece.text)


def _write(canvas: Canvas, row: list[Piece], top: int) -> None:
    left = float(EDGE + PAD)
    for piece in row:
        if draw := _ICONS.get(piece.text):
            draw(canvas, left, top + 4)
        else:
            fill = _LINK if piece.span.url else _colour(piece.span.style)
            canvas.text((left, top), piece.text, font=_face(piece.span), fill=fill)
        left += _width(piece)


def _colour(style: Style) -> str:
    return _MUTED if style is Style.MUTED else _INK


def _keys(canvas: Canvas, buttons: tuple[Button, ...], top: int) -> None:
    width = (WIDTH - 2 * EDGE - 8 * (len(buttons) - 1)) / len(buttons)
    face = typeface(30, MEDIUM)
    for number, button in enumerate(buttons):
        left = EDGE + number * (width + 8)
        canvas.rounded_rectangle((left, top, left + width, top + BUTTON), radius=16, fill=_KEY)
        label = cut(_SIGNS.sub("", button.label), face, width - 16)
        middle = (left + width / 2, top + BUTTON / 2)
        canvas.text(middle, label, font=face, fill=_PAPER, anchor="mm")


_SIGNS = re.compile("[\U0001f300-\U0001faff]\ufe0f? ?")
"""Signs on buttons, which the typeface does not have."""


def _calendar(canvas: Canvas, x: float, y: float) -> None:
    canvas.rounded_rectangle((x, y + 3, x + 30, y + 31), radius=5, fill="#e7ebee", outline=_MUTED)
    canvas.rounded_rectangle((x, y + 3, x + 30, y + 12), radius=5, fill="#c8402f")
    for at in range(6):
        left, top = x + 6 + at % 3 * 8, y + 16 + at // 3 * 7
        canvas.rectangle((left, top, left + 4, top + 3), fill=_MUTED)


def _pin(canvas: Canvas, x: float, y: float) -> None:
    canvas.polygon([(x + 5, y + 18), (x + 25, y + 18), (x + 15, y + 33)], fill="#c8402f")
    canvas.ellipse((x + 3, y + 1, x + 27, y + 25), fill="#c8402f")
    canvas.ellipse((x + 10, y + 8, x + 20, y + 18), fill=_PAPER)


def _people(canvas: Canvas, x: float, y: float) -> None:
    for left, colour in ((12, "#8fa3b3"), (0, "#4f6f8f")):
        canvas.ellipse((x + left + 4, y + 4, x + left + 16, y + 16), fill=colour)
        canvas.pieslice((x + left, y + 18, x + left + 20, y + 42), 180, 360, fill=colour)


_ICONS: dict[str, Callable[[Canvas, float, float], None]] = {
    "📅": _calendar,
    "📍": _pin,
    "👥": _people,
}
"""What no typeface for text has."""
