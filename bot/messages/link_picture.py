"""The picture that a messenger shows with a link to a page: wide, and read at a glance.

In the same type, ink and colours as the other pictures, in the shape that link previews have.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages.picture import (
    BOLD,
    INK,
    LINES,
    MEDIUM,
    PALE,
    PAPER,
    REGULAR,
    SEMIBOLD,
    Canvas,
    Font,
    Text,
    as_png,
    cut,
    row_height,
    typeface,
    wrap,
)

WIDTH, HEIGHT = 1200, 630
"""Pixels: what link previews show whole, about 1.91 : 1."""

_MARGIN, _SQUARE, _BAND = 72, 26, 18
_ROOM = WIDTH - 2 * _MARGIN
_SIZES = (72, 2), (60, 3), (52, 4)
"""Of the title, each with the rows that it may have: the longer, the smaller."""

_FOOT = HEIGHT - 84
"""Where the line above the foot is."""


@dataclass(frozen=True, slots=True)
class LinkPicture:
    """What a picture of a link says.

    Attributes:
        label: What the page is of, in a word or two.
        title: What it is called.
        lines: What is said below, the most telling first; as many as there is room for.
        bodies: Organisations, each by its colour and its name.
        site: What the site is called.
        original: The headline that the title was put together for; empty for none.
        struck: Whether a line goes through the title: it is called off.
    """

    label: str
    title: str
    lines: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]
    site: str
    original: str = ""
    struck: bool = False


def drawn(picture: LinkPicture) -> bytes:
    """Return the picture as PNG."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only a picture needs it

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    canvas = ImageDraw.Draw(image)
    if picture.bodies:
        canvas.rectangle((0, 0, _BAND, HEIGHT), fill=picture.bodies[0][0])
    label = typeface(34, SEMIBOLD)
    Text(label, PALE, _MARGIN).row(canvas, cut(picture.label, label, _ROOM), 60)
    title, most = _title_face(picture.title)
    top = _rows(canvas, picture.title, Text(title, INK, _MARGIN, picture.struck), most, 118)
    if picture.original:
        top = _rows(canvas, picture.original, Text(typeface(32), PALE, _MARGIN), 2, top + 6)
    top += 22
    for at, said in enumerate(picture.lines):
        text = Text(typeface(36, REGULAR if at else MEDIUM), PALE if at else INK, _MARGIN)
        if top + 2 * row_height(text.face) > _FOOT:
            break
        top = _rows(canvas, said, text, 2, top) + 10
    canvas.line((_MARGIN, _FOOT, WIDTH - _MARGIN, _FOOT), fill=LINES, width=2)
    _foot(canvas, picture)
    return as_png(image)


def _title_face(title: str) -> tuple[Font, int]:
    """Return the largest type in which a title has room, and the rows that it may have."""
    faces = [(typeface(size, BOLD), rows) for size, rows in _SIZES]
    # Rows end where words do: half a row is given away at the most.
    fit = ((face, rows) for face, rows in faces if face.getlength(title) <= _ROOM * (rows - 0.5))
    return next(fit, faces[-1])


def _rows(canvas: Canvas, said: str, text: Text, most: int, top: int) -> int:
    """Write `said` in at most so many rows and return where they end."""
    for row in wrap(said, text.face, _ROOM, most):
        text.row(canvas, row, top)
        top += row_height(text.face)
    return top


def _foot(canvas: Canvas, picture: LinkPicture) -> None:
    """Write whose event it is, and right of it where the link leads."""
    middle, face = (_FOOT + HEIGHT) // 2, typeface(30, MEDIUM)
    right = WIDTH - _MARGIN
    canvas.text((right, middle), picture.site, font=typeface(30), fill=PALE, anchor="rm")
    room = _ROOM - typeface(30).getlength(picture.site) - 48
    left = float(_MARGIN)
    for colour, name in _fitting(picture.bodies, room):
        box = (left, middle - _SQUARE / 2, left + _SQUARE, middle + _SQUARE / 2)
        canvas.rectangle(box, fill=colour)
        left += _SQUARE + 12
        canvas.text((left, middle), name, font=face, fill=INK, anchor="lm")
        left += face.getlength(name) + 28


def _fitting(bodies: Sequence[tuple[str, str]], room: float) -> list[tuple[str, str]]:
    """Return as many organisations as stand side by side; a first one that does not, cut."""
    face, fitting, left = typeface(30, MEDIUM), list[tuple[str, str]](), 0.0
    for colour, name in bodies:
        left += _SQUARE + 12 + face.getlength(name)
        if left > room:
            break
        fitting.append((colour, name))
        left += 28
    if bodies and not fitting:
        colour, name = bodies[0]
        return [(colour, cut(name, face, room - _SQUARE - 12))]
    return fitting
