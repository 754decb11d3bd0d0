"""The picture of a week: its seven days, then its events day by day, as a phone shows them best.

An event stands under its first day of the week, with all its days where it lasts several.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
from bot.messages.people import brief_names
from bot.messages.picture import (
    ALERT,
    BOLD,
    INK,
    MARGIN,
    MEDIUM,
    PALE,
    PAPER,
    ROOM,
    SEMIBOLD,
    SMALLEST,
    Canvas,
    Strip,
    Text,
    as_many,
    cut,
    heading,
    rule,
    sheets,
    space,
    typeface,
    unbroken,
)
from bot.messages.place import place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventRecord

MOST_EVENTS = 40
"""Events in the pictures of one week; the rest is counted."""

COLUMN = ROOM // 7
_MARKS, _SQUARE = 9, 28


@dataclass(frozen=True, slots=True)
class DayEvents:
    """A day of the week and what begins on it, or goes on when the week begins.

    Attributes:
        day: The day.
        records: The events, in their order.
    """

    day: date
    records: tuple[EventRecord, ...]


def week_messages(
    view: View, records: Sequence[EventRecord], monday: date, today: date
) -> list[Message]:
    """Return the week from `monday` on in pictures, and in words how many events it holds."""
    title = view.translator.gettext(
        "Week of {days}", days=view.translator.dates(monday, monday + timedelta(days=6))
    )
    count = view.translator.ngettext("{number} event", "{number} events", len(records))
    pictures = draw(view, records, monday, today)
    messages: list[Message] = []
    for number, content in enumerate(pictures, start=1):
        part = f" · {number}/{len(pictures)}" if len(pictures) > 1 else ""
        lines: tuple[Line, ...] = (line(Span(title + part, Style.BOLD)), line(count))
        name = f"week-{monday.isoformat()}-{number}.png"
        messages.append(
            Message(
                (Block(BlockKind.HEADING, lines if number == 1 else lines[:1]),),
                document=Document(name, "image/png", content),
            )
        )
    return messages


def by_day(records: Sequence[EventRecord], monday: date) -> list[DayEvents]:
    """Return the days of the week on which something begins, and what does.

    What began before the week and goes on stands under its first day.
    """
    days: dict[date, list[EventRecord]] = {}
    for record in records:
        if record.event.starts_on is None:
            continue
        first = max(monday, record.event.starts_on)
        last = record.event.ends_on or record.event.starts_on
        if first <= last and first < monday + timedelta(days=7):
            days.setdefault(first, []).append(record)
    return [DayEvents(day, tuple(found)) for day, found in sorted(days.items())]


def draw(view: View, records: Sequence[EventRecord], monday: date, today: date) -> list[bytes]:
    """Return the week as PNGs, one after the other."""
    days = by_day(records, monday)
    shown = _foremost(days)
    sunday = monday + timedelta(days=6)
    head = heading(view.translator.dates(monday, sunday))
    strips = [_strip_of_days(view, days, monday, today)]
    for events in shown:
        strips.append(day := _day_heading(view, events.day, today))
        for at, record in enumerate(events.records):
            strips += [rule(20, 0)] if at else []
            strips.append(replace(_event(view, record, monday), under=day))
    count = sum(len(events.records) for events in days)
    if more := count - sum(len(events.records) for events in shown):
        strips.append(
            _pale(
                view.translator.ngettext("+ {number} more event", "+ {number} more events", more),
                above=40,
            )
        )
    if not count:
        strips.append(_pale(view.translator.gettext("No events"), above=40))
    return sheets(head, strips)


def _foremost(days: Sequence[DayEvents]) -> list[DayEvents]:
    """Return as many of the events as are shown, in their order."""
    left, shown = MOST_EVENTS, list[DayEvents]()
    for events in days:
        if left > 0:
            shown.append(DayEvents(events.day, events.records[:left]))
            left -= len(events.records)
    return shown


def _pale(text: str, *, above: int = 0, most: int = 1) -> Strip:
    return Text(typeface(SMALLEST), PALE).as_strip(text, most=most, above=above)


def _strip_of_days(view: View, days: Sequence[DayEvents], monday: date, today: date) -> Strip:
    """Return the seven days side by side, with a square for each event that begins on them."""
    names = view.translator.weekdays()
    colours: dict[date, list[str]] = {}
    for events in days:
        colours[events.day] = [_colour(view, record) for record in events.records[:_MARKS]]
    small, number = typeface(SMALLEST), typeface(44, SEMIBOLD)
    most = max((len(marks) for marks in colours.values()), default=0)
    marks_height = (_SQUARE + 8) * -(-most // 3)

    def paint(canvas: Canvas, top: int) -> None:
        for at in range(7):
            day = monday + timedelta(days=at)
            middle = MARGIN + at * COLUMN + COLUMN // 2
            name = cut(names[at], small, COLUMN - 4)
            canvas.text((middle, top + 50), name, font=small, fill=PALE, anchor="mm")
            if day == today:
                canvas.ellipse((middle - 38, top + 80, middle + 38, top + 156), fill=INK)
            fill = PAPER if day == today else INK
            canvas.text((middle, top + 118), str(day.day), font=number, fill=fill, anchor="mm")
            _marks(canvas, colours.get(day, []), middle, top + 170)

    return Strip(170 + marks_height, paint)


def _marks(canvas: Canvas, colours: Sequence[str], middle: int, top: int) -> None:
    """Draw squares, three a row, about `middle`."""
    step = _SQUARE + 8
    for at, colour in enumerate(colours):
        in_row = min(3, len(colours) - at // 3 * 3)
        left = middle - (in_row * step - 8) // 2 + at % 3 * step
        y = top + at // 3 * step
        canvas.rectangle((left, y, left + _SQUARE, y + _SQUARE), fill=colour)


def _day_heading(view: View, day: date, today: date) -> Strip:
    written = view.translator.date(day, "weekday")
    weekday = written[:1].upper() + written[1:]
    face, above, below = typeface(40, BOLD), 52, 20
    label = f" {view.translator.gettext('Today')} " if day == today else ""

    def paint(canvas: Canvas, top: int) -> None:
        y = top + above
        canvas.text((MARGIN, y), weekday, font=face, fill=INK)
        if label:
            left = MARGIN + face.getlength(weekday) + 24
            small = typeface(SMALLEST, MEDIUM)
            box = (left, y - 2, left + small.getlength(label) + 20, y + 52)
            canvas.rounded_rectangle(box, radius=26, fill=INK)
            canvas.text((left + 10, y + 25), label, font=small, fill=PAPER, anchor="lm")
        under = y + 66
        canvas.line((MARGIN, under, MARGIN + ROOM, under), fill=INK, width=3)

    return Strip(above + 68 + below, paint, heads=True)


def _event(view: View, record: EventRecord, monday: date) -> Strip:
    """Return an event: days and town, what it was, who was there, and whose it is."""
    parts = [*_event_parts(view, record, monday)]

    def paint(canvas: Canvas, top: int) -> None:
        for strip in parts:
            strip.paint(canvas, top)
            top += strip.height

    return Strip(sum(strip.height for strip in parts), paint)


def _event_parts(view: View, record: EventRecord, monday: date) -> Iterator[Strip]:
    event = record.event
    yield space(16)
    if event.cancel_proof:
        label = Text(typeface(SMALLEST, SEMIBOLD), ALERT)
        yield label.as_strip(view.translator.gettext("CANCELLED"), most=1)
    first, last = event.starts_on, event.ends_on
    when = view.short_days(first, last, monday) if first and last and last > first else ""
    where = place(view, event, venue=False)
    if said := " · ".join(part for part in (when, where) if part):
        yield Text(typeface(SMALLEST, MEDIUM)).as_strip(said, most=2)
    title = Text(typeface(42, SEMIBOLD), struck=bool(event.cancel_proof))
    yield title.as_strip(event_title(view, record, 200, placed=False).text, most=4, above=2)
    if who := brief_names(view, record):
        yield Text(typeface(SMALLEST), PALE).as_strip(unbroken(who), most=2, above=4)
    if record.organizations:
        yield _bodies(view, record.organizations)


def _bodies(view: View, organizations: Sequence[str]) -> Strip:
    """Return whose event it is: the first by its colour and name, the others by name."""
    face = typeface(SMALLEST, MEDIUM)
    names = [view.organization(body) for body in organizations]
    shown = as_many(names, face, ROOM - _SQUARE - 14)
    colour = colour_of(view, organizations[0])

    def paint(canvas: Canvas, top: int) -> None:
        canvas.rectangle((MARGIN, top + 16, MARGIN + _SQUARE, top + 16 + _SQUARE), fill=colour)
        canvas.text((MARGIN + _SQUARE + 14, top + 8), shown, font=face, fill=INK)

    return Strip(56, paint)


def _colour(view: View, record: EventRecord) -> str:
    return colour_of(view, record.organizations[0]) if record.organizations else PALE


def colour_of(view: View, organization: str) -> str:
    """Return the colour of an organisation; `PALE` where the catalogue has lost it."""
    try:
        return view.catalogue.organization(organization).colour
    except KeyError:
        return PALE
