"""What all pictures share: a typeface, rows of text that keep to their room, and sheets of strips.

Pictures are for a phone: one column, and letters that can be read at the width of a hand. Drawn
with Pillow in Inter, which has every letter of the field's languages. Sizes are in pixels.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import fontpkg

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN = 1080, 48
ROOM = WIDTH - 2 * MARGIN

SMALLEST = 34
"""No text is smaller: 12 px where the picture is shown 390 px wide."""

TALLEST = 2 * WIDTH
"""Of one picture: what a phone shows at its whole width, and Telegram and Matrix scale down little.

Telegram keeps 1280 px of the longer side, which leaves the letters of such a picture 20 px.
"""

INK, PALE, LINES, PAPER, ALERT = "#1a1e23", "#575e67", "#dfe1e4", "#fbfaf8", "#a3201c"
"""Text, lesser text, lines, the ground, and what is called off; contrast 16, 6, -, -, 7 : 1."""

REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700
ELLIPSIS = "…"
_PALETTE = 64
_PAGE = 36
"""Room for the number of a page."""

Font: TypeAlias = "ImageFont.FreeTypeFont"
Canvas: TypeAlias = "ImageDraw.ImageDraw"


@cache
def typeface(size: int, weight: int = REGULAR) -> Font:
    """Return Inter in a size in pixels and a weight from 100 to 900."""
    # Here and below: a bot that draws nothing does without Pillow.
    from PIL import ImageFont  # noqa: PLC0415 - only a picture needs it

    face = ImageFont.truetype(fontpkg.path("Inter"), size)
    optical = min(32, max(14, size // 2))
    face.set_variation_by_axes([optical, weight])
    return face


def row_height(face: Font) -> int:
    """Return the distance from row to row."""
    return round(face.size * 1.3)


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of a picture, as wide as it is.

    Attributes:
        height: Pixels.
        paint: Draws it, given the canvas and the y where it begins.
        heads: Whether it leads what comes next, so that it never ends a picture.
        parts: Whether it stands between two others, so that it neither begins nor ends a picture.
        under: What stands above it again where a picture begins with it: its day, say.
    """

    height: int
    paint: Callable[[Canvas, int], None]
    heads: bool = False
    parts: bool = False
    under: "Strip | None" = None


@dataclass(frozen=True, slots=True)
class Text:
    """How some rows of text are set.

    Attributes:
        face: In what.
        fill: In which colour.
        left: Where each row begins.
        struck: Whether a line goes through it.
    """

    face: Font
    fill: str = INK
    left: int = MARGIN
    struck: bool = False

    def as_strip(self, text: str, *, most: int = 3, above: int = 0, heads: bool = False) -> Strip:
        """Return `text` in at most `most` rows within the margins.

        Args:
            text: What is written.
            most: Rows.
            above: Pixels left free above it.
            heads: As `Strip.heads`.
        """
        rows = wrap(text, self.face, WIDTH - MARGIN - self.left, most)
        step = row_height(self.face)

        def paint(canvas: Canvas, top: int) -> None:
            for at, row in enumerate(rows):
                self.row(canvas, row, top + above + at * step)

        return Strip(above + step * len(rows), paint, heads)

    def row(self, canvas: Canvas, text: str, top: int) -> None:
        """Write one row whose line begins at `top`."""
        canvas.text((self.left, top), text, font=self.face, fill=self.fill)
        if self.struck and text:
            middle = top + round(self.face.size * 0.66)
            end = self.left + self.face.getlength(text)
            canvas.line((self.left, middle, end, middle), fill=self.fill, width=3)


def heading(text: str) -> Strip:
    """Return the title that stands above a picture."""
    strip = Text(typeface(56, BOLD)).as_strip(text)
    return Strip(strip.height + 20, strip.paint)


def space(height: int) -> Strip:
    """Return a stretch of nothing."""
    return Strip(height, lambda _canvas, _top: None)


def rule(above: int, below: int) -> Strip:
    """Return a thin line that parts two strips, with room around it."""

    def paint(canvas: Canvas, top: int) -> None:
        canvas.line((MARGIN, top + above, WIDTH - MARGIN, top + above), fill=LINES, width=2)

    return Strip(above + 2 + below, paint, parts=True)


def legend(entries: Sequence[tuple[str, str]], *, above: int = 0) -> Strip:
    """Return which colour is whose, in as many rows as it takes.

    Args:
        entries: Colours, each with what bears it.
        above: Pixels left free above it.
    """
    face, square, gap = typeface(SMALLEST), 28, 40
    step = row_height(face) + 8
    placed: list[tuple[int, int, str, str]] = []
    left, row = MARGIN, 0
    for colour, name in entries:
        shown = cut(name, face, ROOM - square - 14)
        width = square + 14 + round(face.getlength(shown))
        if left > MARGIN and left + width > WIDTH - MARGIN:
            left, row = MARGIN, row + 1
        placed.append((left, row, colour, shown))
        left += width + gap

    def paint(canvas: Canvas, top: int) -> None:
        for x_left, at, colour, name in placed:
            y = top + above + at * step
            canvas.rectangle((x_left, y + 10, x_left + square, y + 10 + square), fill=colour)
            canvas.text((x_left + square + 14, y), name, font=face, fill=INK)

    return Strip(above + step * (row + 1) if placed else 0, paint)


def sheets(head: Strip, strips: Sequence[Strip], tallest: int | None = TALLEST) -> list[bytes]:
    """Return strips under one another as PNGs, each no taller than `tallest` unless one strip is.

    Args:
        head: Stands above each of them.
        strips: What they show.
        tallest: Pixels of one; None for a single picture of any height.
    """
    pages: list[list[Strip]] = [[]]
    room = (tallest or 0) - head.height - 2 * MARGIN - _PAGE
    for group in _kept_together(strips):
        used = sum(strip.height for strip in pages[-1])
        height = sum(strip.height for strip in group)
        if tallest is not None and pages[-1] and used + height > room:
            pages.append(_beginning(group))
        else:
            pages[-1] += group
    total = len(pages)
    return [
        _painted([head, *page], f"{at}/{total}" if total > 1 else "")
        for at, page in enumerate(pages, start=1)
    ]


def _kept_together(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Return `strips` in groups of one with all those that lead it."""
    groups: list[list[Strip]] = [[]]
    for strip in strips:
        groups[-1].append(strip)
        if not (strip.heads or strip.parts):
            groups.append([])
    return [group for group in groups if group]


def _beginning(group: Sequence[Strip]) -> list[Strip]:
    """Return a group as a picture begins with it."""
    left = [strip for strip in group if not strip.parts]
    return [left[0].under, *left] if left and left[0].under else left


def _painted(strips: Sequence[Strip], page: str) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only a picture needs it

    height = 2 * MARGIN + sum(strip.height for strip in strips) + (_PAGE if page else 0)
    image = Image.new("RGB", (WIDTH, height), PAPER)
    canvas = ImageDraw.Draw(image)
    top = MARGIN
    for strip in strips:
        strip.paint(canvas, top)
        top += strip.height
    if page:
        at = (WIDTH - MARGIN, height - MARGIN)
        canvas.text(at, page, font=typeface(SMALLEST), fill=PALE, anchor="rm")
    return as_png(image)


def as_png(image: "Image.Image") -> bytes:
    """Return `image` as PNG, in a palette: a third of the bytes, and no difference to the eye."""
    from PIL import Image  # noqa: PLC0415 - only a picture needs it

    out = io.BytesIO()
    few = image.quantize(_PALETTE, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def wrap(text: str, face: Font, room: float, most: int) -> list[str]:
    """Return `text`, a line of single spaces, in at most `most` rows no wider than `room`.

    What does not fit ends in "…". A row never ends at a space that does not break.
    """
    rows, words = [""], text.split(" ")
    for at, word in enumerate(words):
        longer = f"{rows[-1]} {word}".strip()
        if face.getlength(longer) <= room:
            rows[-1] = longer
        elif len(rows) == most:
            return [*rows[:-1], cut(f"{rows[-1]} {' '.join(words[at:])}".strip(), face, room)]
        elif rows[-1]:
            rows.append(cut(word, face, room))
        else:
            rows[-1] = cut(word, face, room)
    return rows


def cut(text: str, face: Font, room: float) -> str:
    """Return `text`, or as much of its beginning as fits with "…" behind it.

    It ends with a whole word where one fits.
    """
    if face.getlength(text) <= room:
        return text
    shorter = text
    while " " in shorter and face.getlength(f"{shorter}{ELLIPSIS}") > room:
        shorter = shorter.rpartition(" ")[0].rstrip(" ,;:·–—-")
    while shorter and face.getlength(f"{shorter}{ELLIPSIS}") > room:
        shorter = shorter[:-1]
    return f"{shorter.rstrip()}{ELLIPSIS}"


def as_many(names: Sequence[str], face: Font, room: float) -> str:
    """Return as many of `names` as fit whole into one row, and how many more there are."""
    for shown in range(len(names), 0, -1):
        more = f" + {len(names) - shown}" if shown < len(names) else ""
        text = ", ".join(names[:shown]) + more
        if face.getlength(text) <= room:
            return text
    return cut(", ".join(names), face, room)


def unbroken(text: str) -> str:
    """Return a list of names with its "+ 2" held to the last of them."""
    return text.replace(" + ", "\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}")
