"""The picture of a month: its days with a square for each event, and who was most active where."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.messages.message import Document
from bot.messages.picture import (
    BOLD,
    INK,
    MARGIN,
    MEDIUM,
    PALE,
    ROOM,
    SEMIBOLD,
    SMALLEST,
    WIDTH,
    Canvas,
    Strip,
    Text,
    cut,
    heading,
    rule,
    sheets,
    space,
    typeface,
)
from bot.messages.review_content import ReviewContent, name_shown
from bot.messages.review_period import last_day
from bot.messages.view import View
from bot.messages.week_picture import colour_of
from storage.events import EventRecord

BODIES, NAMED = 8, 3
"""Organisations with a bar, which tells their colour too; people and towns with one."""

COLUMN, ROW = ROOM // 7, 120
_SQUARE, _GAP, _A_ROW, _MOST_SQUARES = 22, 6, 4, 8
_BAR = 18


def month_document(view: View, content: ReviewContent) -> Document:
    """Return the picture of a month in review as a file."""
    strips = [_days(view, content), *_bars(view, content)]
    head = heading(view.translator.month(content.span.first))
    [picture] = sheets(head, strips, tallest=None)
    return Document(f"month-{content.span.first:%Y-%m}.png", "image/png", picture)


def _days(view: View, content: ReviewContent) -> Strip:
    """Return the days of the month, a week a row, with a square for each event that begins."""
    first = content.span.first
    last = last_day(content.span.period, first)
    before = first.weekday()
    weeks = (before + last.day + 6) // 7
    colours = _colours(view, content.held, first)
    small, number = typeface(SMALLEST), typeface(36, SEMIBOLD)
    names = view.translator.weekdays()

    def paint(canvas: Canvas, top: int) -> None:
        for at, name in enumerate(names):
            middle = MARGIN + at * COLUMN + COLUMN // 2
            shown = cut(name, small, COLUMN - 4)
            canvas.text((middle, top + 26), shown, font=small, fill=PALE, anchor="mm")
        for at in range(last.day):
            column, row = (before + at) % 7, (before + at) // 7
            middle = MARGIN + column * COLUMN + COLUMN // 2
            y = top + 64 + row * ROW
            marks = colours.get(first + timedelta(days=at), [])
            fill = INK if marks else PALE
            canvas.text((middle, y + 22), str(at + 1), font=number, fill=fill, anchor="mm")
            _squares(canvas, marks, middle, y + 52)

    return Strip(64 + weeks * ROW, paint)


def _colours(view: View, records: Sequence[EventRecord], first: date) -> dict[date, list[str]]:
    """Return the colours of the events that begin on each day, or go on on the first."""
    found: dict[date, list[str]] = {}
    for record in records:
        if record.event.starts_on is not None:
            day = max(first, record.event.starts_on)
            body = record.organizations[0] if record.organizations else ""
            found.setdefault(day, []).append(colour_of(view, body))
    return found


def _squares(canvas: Canvas, colours: Sequence[str], middle: int, top: int) -> None:
    """Draw squares, four a row, about `middle`; where there are more, a plus in the last place."""
    step, shown = _SQUARE + _GAP, colours[:_MOST_SQUARES]
    for at, colour in enumerate(shown):
        in_row = min(_A_ROW, len(shown) - at // _A_ROW * _A_ROW)
        left = middle - (in_row * step - _GAP) // 2 + at % _A_ROW * step
        y = top + at // _A_ROW * step
        if len(colours) > len(shown) and at == len(shown) - 1:
            centre = (left + _SQUARE // 2, y + _SQUARE // 2)
            canvas.text(centre, "+", font=typeface(SMALLEST, BOLD), fill=INK, anchor="mm")
        else:
            canvas.rectangle((left, y, left + _SQUARE, y + _SQUARE), fill=colour)


def _bars(view: View, content: ReviewContent) -> Iterator[Strip]:
    """Yield organisations, people and towns, each with a bar as long as its number of events."""
    _ = view.translator.gettext
    bodies = [
        (view.organization(body), times, colour_of(view, body))
        for body, times in content.organizations()[:BODIES]
    ]
    yield from _chart(_("MOST ACTIVE"), bodies)
    people = [
        (name_shown(view, person), person.times, PALE)
        for person in content.people[:NAMED]
        if person.times > 1
    ]
    yield from _chart("", people)
    where = [(town, times, PALE) for town, times in content.towns(view)[:NAMED]]
    yield from _chart(_("WHERE"), where)


def _chart(title: str, rows: Sequence[tuple[str, int, str]]) -> Iterator[Strip]:
    if not rows:
        return
    yield rule(24, 12) if title else space(20)
    if title:
        yield Text(typeface(SMALLEST, SEMIBOLD), PALE).as_strip(title, most=1, heads=True)
    longest = max(times for _name, times, _colour in rows)
    for name, times, colour in rows:
        yield _row(name, times, colour, times / longest)


def _row(name: str, times: int, colour: str, share: float) -> Strip:
    """Return a name with its number, and below them a bar."""
    face, figure = typeface(38, MEDIUM), typeface(38, SEMIBOLD)

    def paint(canvas: Canvas, top: int) -> None:
        shown = cut(name, face, ROOM - 120)
        canvas.text((MARGIN, top + 10), shown, font=face, fill=INK)
        canvas.text((WIDTH - MARGIN, top + 10), str(times), font=figure, fill=INK, anchor="ra")
        y = top + 60
        canvas.rectangle((MARGIN, y, MARGIN + max(_BAR, share * ROOM), y + _BAR), fill=colour)

    return Strip(86, paint)
