"""The picture of a week: seven days, and a bar for each event over the days that it lasts.

Drawn with Pillow in Roboto, which has every letter of the field's languages. Sizes are in pixels;
the picture is as high as it has to be.
"""

import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import font_roboto
from PIL import Image, ImageDraw, ImageFont

from bot.messages.message import (
    Block,
    BlockKind,
    Document,
    Line,
    Message,
    Span,
    Style,
    line,
)
from bot.messages.place import place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventRecord

WIDTH, MARGIN, HEAD, LANE, GAP, FOOT = 1260, 30, 150, 118, 10, 60
COLUMN = (WIDTH - 2 * MARGIN) // 7
MOST_LANES = 9
"""Bars above one another; what does not find room is counted."""

INK, PALE, LINES, TODAY, PAPER = "#1d2733", "#6b7785", "#e3e7ec", "#f2f7ff", "#ffffff"

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on the strip.

    Attributes:
        record: The event.
        first: Its first column, 0 for Monday.
        last: Its last one.
        lane: How far down.
    """

    record: EventRecord
    first: int
    last: int
    lane: int


def week_message(view: View, records: Sequence[EventRecord], monday: date, today: date) -> Message:
    """Return the picture of the week from `monday` on, and in words how many events it holds."""
    heading = view.translator.gettext(
        "Week {days}", days=view.translator.dates(monday, monday + timedelta(days=6))
    )
    count = view.translator.ngettext("{number} event", "{number} events", len(records))
    lines: tuple[Line, ...] = (line(Span(heading, Style.BOLD)), line(count))
    picture = Document(
        f"week-{monday.isoformat()}.png", "image/png", draw(view, records, monday, today)
    )
    return Message((Block(BlockKind.HEADING, lines),), document=picture)


def arrange(records: Sequence[EventRecord], monday: date) -> list[Bar]:
    """Return a bar for each event of the week, in the first lane that is free over its days."""
    bars: list[Bar] = []
    free: list[int] = []
    spans = sorted(
        (
            (max(0, (record.event.starts_on - monday).days), record)
            for record in records
            if record.event.starts_on
        ),
        key=lambda pair: pair[0],
    )
    for first, record in spans:
        end = record.event.ends_on or record.event.starts_on or monday
        last = min(6, (end - monday).days)
        if first > 6 or last < first:
            continue
        lane = next((at for at, until in enumerate(free) if until < first), len(free))
        free[lane:] = [last, *free[lane + 1 :]]
        bars.append(Bar(record, first, last, lane))
    return bars


def draw(view: View, records: Sequence[EventRecord], monday: date, today: date) -> bytes:
    """Return the picture as PNG."""
    bars = arrange(records, monday)
    shown = [bar for bar in bars if bar.lane < MOST_LANES]
    lanes = max((bar.lane for bar in shown), default=0) + 1
    height = HEAD + lanes * (LANE + GAP) + FOOT
    image = Image.new("RGB", (WIDTH, height), PAPER)
    canvas = ImageDraw.Draw(image)
    _grid(canvas, view, monday, today, height)
    for bar in shown:
        _bar(canvas, view, bar)
    if not bars:
        canvas.text(
            (WIDTH // 2, HEAD + LANE // 2),
            view.translator.gettext("No events"),
            font=typeface("Roboto", 26),
            fill=PALE,
            anchor="mm",
        )
    _around(canvas, view, height, shown, len(bars) - len(shown))
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _grid(canvas: ImageDraw.ImageDraw, view: View, monday: date, today: date, height: int) -> None:
    title = view.translator.dates(monday, monday + timedelta(days=6))
    canvas.text((MARGIN, 28), title, font=typeface("RobotoBold", 34), fill=INK)
    names = view.translator.weekdays()
    for at in range(7):
        day, left = monday + timedelta(days=at), MARGIN + at * COLUMN
        if day == today:
            canvas.rectangle((left, 84, left + COLUMN, height - FOOT), fill=TODAY)
        canvas.line((left, 84, left, height - FOOT), fill=LINES, width=2)
        canvas.text((left + 12, 94), names[at], font=typeface("Roboto", 20), fill=PALE)
        canvas.text(
            (left + COLUMN - 12, 90),
            str(day.day),
            font=typeface("RobotoBold", 26),
            fill=INK,
            anchor="ra",
        )
    right = MARGIN + 7 * COLUMN
    canvas.line((right, 84, right, height - FOOT), fill=LINES, width=2)
    canvas.line((MARGIN, HEAD - 18, right, HEAD - 18), fill=LINES, width=2)


def _bar(canvas: ImageDraw.ImageDraw, view: View, bar: Bar) -> None:
    left, top = MARGIN + bar.first * COLUMN + 6, HEAD + bar.lane * (LANE + GAP)
    right = MARGIN + (bar.last + 1) * COLUMN - 6
    canvas.rounded_rectangle(
        (left, top, right, top + LANE), radius=8, fill=_colour(view, bar.record)
    )
    room = right - left - 20
    title, small = typeface("RobotoMedium", 18), typeface("Roboto", 16)
    where = view.city(bar.record.event) or place(view, bar.record.event, venue=False)
    rows = wrap(event_title(view, bar.record, 200).text, title, room, 3 if where else 4)
    for at, row in enumerate(rows):
        canvas.text((left + 10, top + 10 + at * 24), row, font=title, fill=PAPER)
    if where:
        canvas.text(
            (left + 10, top + LANE - 28), wrap(where, small, room, 1)[0], font=small, fill=PAPER
        )


def wrap(text: str, font: Font, room: float, most: int) -> list[str]:
    """Return `text` in at most `most` rows that are no wider than `room`.

    What does not fit ends in "…".
    """
    rows, words = [""], text.split()
    for at, word in enumerate(words):
        longer = f"{rows[-1]} {word}".strip()
        if font.getlength(longer) <= room:
            rows[-1] = longer
        elif len(rows) == most:
            return [*rows[:-1], _cut(f"{rows[-1]} {' '.join(words[at:])}".strip(), font, room)]
        elif rows[-1]:
            rows.append(_cut(word, font, room))
        else:
            rows[-1] = _cut(word, font, room)
    return rows


def _cut(text: str, font: Font, room: float) -> str:
    """Return `text`, or as much of its beginning as fits with "…" behind it."""
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _around(
    canvas: ImageDraw.ImageDraw, view: View, height: int, bars: Sequence[Bar], more: int
) -> None:
    """Draw whose the colours are, below, and how many events found no room, beside the title."""
    legend(
        canvas,
        view,
        {bar.record.organizations[0] for bar in bars if bar.record.organizations},
        (MARGIN, height - 38),
    )
    if more:
        text = view.translator.gettext("+ {count} more", count=more)
        canvas.text((WIDTH - MARGIN, 38), text, font=typeface("Roboto", 20), fill=PALE, anchor="ra")


def legend(
    canvas: ImageDraw.ImageDraw, view: View, organizations: Collection[str], at: tuple[int, int]
) -> None:
    """Draw which colour is whose, in a row that begins at `at`."""
    (left, top), small = at, typeface("Roboto", 18)
    for organization in view.in_order(organizations):
        name = view.organization(organization)
        canvas.rounded_rectangle(
            (left, top, left + 18, top + 18), radius=4, fill=colour_of(view, organization)
        )
        canvas.text((left + 26, top - 2), name, font=small, fill=PALE)
        left += 26 + int(small.getlength(name)) + 28


def _colour(view: View, record: EventRecord) -> str:
    return colour_of(view, record.organizations[0]) if record.organizations else PALE


def colour_of(view: View, organization: str) -> str:
    """Return the colour of an organisation; `PALE` where the catalogue has lost it."""
    try:
        return view.catalogue.organization(organization).colour
    except KeyError:
        return PALE


@cache
def typeface(name: str, size: int) -> Font:
    """Return one of Roboto's cuts ("Roboto", "RobotoMedium", "RobotoBold") in a size in pixels."""
    return ImageFont.truetype(font_roboto.font_files[name], size)
