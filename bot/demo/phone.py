"""A message as a phone shows it, bubble and buttons, drawn as SVG for the documents.

Rows are broken by the widths of Roboto; whoever looks at the picture sees it in Roboto or in what
their machine has for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

import font_roboto
from PIL import ImageFont

from bot.messages.message import Button, Line, Message, Span, Style

WIDTH, PAD, SIZE, ROW, GAP, BUTTON = 420, 14, 15, 21, 9, 38
"""Pixels: the picture, around the text, letters, row to row, between blocks, a button's height."""

_INK, _MUTED, _LINK, _PAPER, _BACK, _KEY = (
    "#111b21",
    "#708090",
    "#1a73c7",
    "#ffffff",
    "#cfe3d6",
    "#5b8a72",
)
_FONTS = "Roboto, 'Helvetica Neue', Arial, 'Noto Color Emoji', sans-serif"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a space, in one style."""

    text: str
    span: Span


def phone(message: Message) -> str:
    """Return `message` as an SVG picture."""
    parts: list[str] = []
    top = 16 + PAD + SIZE
    for number, block in enumerate(message.blocks):
        top += GAP if number else 0
        for row in (row for line in block.lines for row in _rows(line)):
            parts.append(_text(row, top))
            top += ROW
    bottom = top - SIZE + PAD - 4
    bubble = (
        f'<rect x="12" y="16" width="{WIDTH - 24}" height="{bottom - 16}" rx="12" fill="{_PAPER}"/>'
    )
    keys: list[str] = []
    top = bottom + 6
    for buttons in message.buttons:
        keys += _keys(buttons, top)
        top += BUTTON + 5
    height = top + 10
    size = f'width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
    back = f'<rect width="{WIDTH}" height="{height}" rx="10" fill="{_BACK}"/>'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{_FONTS}" font-size="{SIZE}">'
    )
    return "\n".join([head, back, bubble, *parts, *keys, "</svg>", ""])


def _rows(line: Line) -> Iterator[list[Piece]]:
    """Yield the rows that a line needs; what goes on begins where the line's text does."""
    room, row, used = float(WIDTH - 24 - 2 * PAD), list[Piece](), 0.0
    for piece in _pieces(line):
        width = _width(piece)
        if used + width > room and row:
            yield row
            row, used = [], 0.0
            if not piece.text.strip():
                continue
        row.append(piece)
        used += width
    yield row


def _pieces(line: Line) -> Iterator[Piece]:
    for span in line:
        word = ""
        for letter in span.text:
            if letter == " ":
                yield from (Piece(text, span) for text in (word, " ") if text)
                word = ""
            else:
                word += letter
        if word:
            yield Piece(word, span)


def _width(piece: Piece) -> float:
    wide = sum(ord(letter) > 0x2600 for letter in piece.text)
    letters = "".join(letter for letter in piece.text if ord(letter) <= 0x2600)
    return (
        _font("RobotoBold" if piece.span.style is Style.BOLD else "Roboto").getlength(letters)
        + wide * SIZE * 1.3
    )


def _text(row: list[Piece], top: int) -> str:
    runs: list[tuple[Span, str]] = []
    for piece in row:
        if runs and runs[-1][0] is piece.span:
            runs[-1] = (piece.span, runs[-1][1] + piece.text)
        else:
            runs.append((piece.span, piece.text))
    inner = "".join(f"<tspan{_look(span)}>{escape(text)}</tspan>" for span, text in runs)
    return f'<text x="{12 + PAD}" y="{top}" fill="{_INK}" xml:space="preserve">{inner}</text>'


def _look(span: Span) -> str:
    look = {
        Style.BOLD: ' font-weight="bold"',
        Style.ITALIC: ' font-style="italic"',
        Style.MUTED: f' fill="{_MUTED}"',
    }.get(span.style, "")
    return look + (f' fill="{_LINK}"' if span.url else "")


def _keys(buttons: tuple[Button, ...], top: int) -> Iterator[str]:
    width = (WIDTH - 24 - 5 * (len(buttons) - 1)) / len(buttons)
    for number, button in enumerate(buttons):
        left = 12 + number * (width + 5)
        box = f'x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BUTTON}"'
        yield f'<rect {box} rx="8" fill="{_KEY}"/>'
        middle = f'x="{left + width / 2:.1f}" y="{top + BUTTON / 2 + 5:.1f}" text-anchor="middle"'
        yield f'<text {middle} fill="{_PAPER}" font-size="{SIZE - 1}">{escape(button.label)}</text>'


@cache
def _font(name: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_roboto.font_files[name], SIZE)
