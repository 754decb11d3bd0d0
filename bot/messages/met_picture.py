"""The picture of who met whom: a line for each person, a column for each gathering.

Whoever shares a column met there. Drawn so, a conference of thirty is one column where lines
between every two of them would be 435, and every name stays whole (Valdivia et al., "Analyzing
Dynamic Hypergraphs with Parallel Aggregated Ordered Hypergraph Visualization", 2019).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.message import BlockKind, Document, Message, Span, Style, clean_line, text_block
from bot.messages.people import brief_names, name_of, without_brackets
from bot.messages.picture import (
    INK,
    LINES,
    MARGIN,
    MEDIUM,
    PALE,
    PAPER,
    SEMIBOLD,
    SMALLEST,
    TALLEST,
    WIDTH,
    Canvas,
    Strip,
    Text,
    heading,
    legend,
    row_height,
    rule,
    sheets,
    space,
    typeface,
    unbroken,
    wrap,
)
from bot.messages.place import place
from bot.messages.titles import event_title
from bot.messages.view import View
from bot.messages.week_picture import colour_of
from storage.event_rows import ParticipationRow
from storage.events import EventRecord

MOST_PEOPLE = 22
"""Lines: the people who were at most gatherings."""

MOST_GATHERINGS = 12
"""Columns, for more would not stand side by side with numbers that can be read."""

_NAMES_WIDTH, _DOT, _ROW_GAP = 420, 15, 16

_OTHER = "#85898f"
"""The dot of somebody who acts for no organisation of the catalogue."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody with a line.

    Attributes:
        person: Their id.
        name: In the chat's script.
        organization: Id of the one that they act for, or None where it is none of the catalogue's.
        gatherings: How many of all gatherings they were at.
    """

    person: int
    name: str
    organization: str | None
    gatherings: int


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event with a column.

    Attributes:
        record: The event.
        present: The places of those who were there among the lines.
        others: How many more were there who have no line.
    """

    record: EventRecord
    present: frozenset[int]
    others: int


@dataclass(frozen=True, slots=True)
class MeetingChart:
    """Who met whom.

    Attributes:
        guests: The people, those who met one another near each other.
        gatherings: In order of time.
        people: How many people were at gatherings of two or more, all told.
        events: How many such gatherings there are.
    """

    guests: tuple[Guest, ...]
    gatherings: tuple[Gathering, ...]
    people: int
    events: int


def met_messages(view: View, title: str, records: Sequence[EventRecord]) -> list[Message]:
    """Return the pictures of who met whom, and in words how many people are on them."""
    chart = chart_of(view, records)
    count = view.translator.ngettext(
        "{number} person who met others", "{number} people who met one another", len(chart.guests)
    )
    messages: list[Message] = []
    for number, content in enumerate(draw(view, title, chart), start=1):
        lines = [Span(title, Style.BOLD), count] if number == 1 else [Span(title, Style.BOLD)]
        block = text_block(*lines, kind=BlockKind.HEADING)
        document = Document(f"who-met-whom-{number}.png", "image/png", content)
        messages.append(Message((block,), document=document))
    return messages


def chart_of(view: View, records: Sequence[EventRecord]) -> MeetingChart:
    """Return who met whom at `records`, by who took part in what."""
    at: dict[int, dict[int, ParticipationRow]] = {}
    for record in records:
        present = {guest.person_id: guest for guest in record.participations if guest.attended}
        if len(present) > 1:
            at[record.event.id] = present
    gatherings = [record for record in records if record.event.id in at]
    counts = Counter(person for present in at.values() for person in present)
    columns = _columns(gatherings, at, counts)
    rows = _rows(columns, at, counts)
    places = {person: place for place, person in enumerate(rows)}
    columns = [record for record in columns if not places.keys().isdisjoint(at[record.event.id])]
    last = _last_seen(columns, at)
    guests = tuple(_guest(view, person, last[person], counts[person]) for person in rows)
    return MeetingChart(
        guests,
        tuple(_gathering(record, at[record.event.id], places) for record in columns),
        len(counts),
        len(gatherings),
    )


Presences = Mapping[int, Mapping[int, ParticipationRow]]
"""Who was at which event: by the event's id and the person's."""


def _columns(
    gatherings: Sequence[EventRecord], at: Presences, counts: Mapping[int, int]
) -> list[EventRecord]:
    """Return the gatherings that are shown, in order of time.

    Those where most people were who were at others too, and of equals the latest.
    """

    def weight(record: EventRecord) -> tuple[int, int, date]:
        present = at[record.event.id]
        again = sum(counts[person] > 1 for person in present)
        return again, min(len(present), 4), record.event.starts_on or date.min

    shown = sorted(gatherings, key=weight, reverse=True)[:MOST_GATHERINGS]
    return sorted(shown, key=lambda one: (one.event.starts_on or date.max, one.event.id))


def _rows(columns: Sequence[EventRecord], at: Presences, counts: Mapping[int, int]) -> list[int]:
    """Return the people who are shown, each near those with whom they share columns."""
    where: dict[int, list[int]] = {}
    for column, record in enumerate(columns):
        for person in at[record.event.id]:
            where.setdefault(person, []).append(column)
    foremost = sorted(where, key=lambda one: (-len(where[one]), -counts[one], where[one], one))
    shown = foremost[:MOST_PEOPLE]
    return sorted(shown, key=lambda one: (sum(where[one]) / len(where[one]), where[one], one))


def _last_seen(
    columns: Sequence[EventRecord], at: Presences
) -> dict[int, tuple[EventRecord, ParticipationRow]]:
    last: dict[int, tuple[EventRecord, ParticipationRow]] = {}
    for record in columns:
        for person, presence in at[record.event.id].items():
            last[person] = record, presence
    return last


def _guest(
    view: View, person: int, seen: tuple[EventRecord, ParticipationRow], gatherings: int
) -> Guest:
    record, one = seen
    name = name_of(view, record, one, 60)
    return Guest(person, name, _organization(view, one), gatherings)


def _gathering(
    record: EventRecord, present: Mapping[int, ParticipationRow], places: Mapping[int, int]
) -> Gathering:
    shown = frozenset(places[person] for person in present if person in places)
    return Gathering(record, shown, len(present) - len(shown))


def _organization(view: View, one: ParticipationRow) -> str | None:
    said = [without_brackets(text) for text in (one.affiliation, one.role) if text]
    return next((found for text in said if (found := view.names.find_current(text))), None)


def draw(view: View, title: str, chart: MeetingChart, tallest: int | None = TALLEST) -> list[bytes]:
    """Return the chart and its gatherings in words as PNGs, each no taller than `tallest`."""
    head = heading(clean_line(title or view.translator.gettext("Who met whom"), 120))
    pale = Text(typeface(SMALLEST), PALE)
    if not chart.gatherings:
        return sheets(
            head, [pale.as_strip(view.translator.gettext("No events"), above=40)], tallest
        )
    how = view.translator.gettext(
        "A line is a person, a column is a gathering, a dot says who was there."
    )
    strips = [pale.as_strip(how, most=3), space(24), _chart(view, chart)]
    strips.append(_colours(view, chart))
    for number, gathering in enumerate(chart.gatherings, start=1):
        strips += [rule(24, 18), _in_words(view, number, gathering)]
    if (more := chart.events - len(chart.gatherings)) > 0:
        count = view.translator.ngettext("+ {number} more event", "+ {number} more events", more)
        strips += [rule(24, 18), pale.as_strip(count)]
    return sheets(head, strips, tallest)


def _colours(view: View, chart: MeetingChart) -> Strip:
    bodies = {guest.organization for guest in chart.guests if guest.organization}
    entries = [(colour_of(view, body), view.organization(body)) for body in view.in_order(bodies)]
    if any(guest.organization is None for guest in chart.guests):
        entries.append((_OTHER, view.translator.gettext("of another body")))
    return legend(entries, above=28)


def _chart(view: View, chart: MeetingChart) -> Strip:
    face = typeface(SMALLEST)
    step = row_height(face)
    names = [wrap(guest.name, face, _NAMES_WIDTH, 2) for guest in chart.guests]
    if any(gathering.others for gathering in chart.gatherings):
        names.append(wrap(view.translator.gettext("others"), face, _NAMES_WIDTH, 1))
    tops: list[int] = []
    height = step + 12
    for rows in names:
        tops.append(height)
        height += len(rows) * step + _ROW_GAP
    middles = [top + len(rows) * step // 2 for top, rows in zip(tops, names, strict=True)]
    widest = max(face.getlength(row) for rows in names for row in rows)
    left = MARGIN + round(widest) + 20
    pitch = (WIDTH - MARGIN - left) / max(len(chart.gatherings), 6)
    colours = [
        colour_of(view, guest.organization) if guest.organization else _OTHER
        for guest in chart.guests
    ]

    def paint(canvas: Canvas, top: int) -> None:
        for rows, row_top, middle in zip(names, tops, middles, strict=True):
            for at, row in enumerate(rows):
                canvas.text((MARGIN, top + row_top + at * step), row, font=face, fill=INK)
            end = left + pitch * len(chart.gatherings)
            canvas.line((left, top + middle, end, top + middle), fill=LINES, width=2)
        for column, gathering in enumerate(chart.gatherings):
            x = left + pitch * (column + 0.5)
            number = str(column + 1)
            canvas.text((x, top + step // 2), number, font=face, fill=PALE, anchor="mm")
            _column(canvas, gathering, (x, top), middles, colours)

    return Strip(height, paint)


def _column(
    canvas: Canvas,
    gathering: Gathering,
    at: tuple[float, int],
    middles: Sequence[int],
    colours: Sequence[str],
) -> None:
    """Draw who was at one gathering: dots on a stem, and a ring for those without a line."""
    x, top = at
    rows = sorted(gathering.present)
    ends = [top + middles[row] for row in rows] + ([top + middles[-1]] * bool(gathering.others))
    canvas.line((x, min(ends), x, max(ends)), fill=INK, width=4)
    for row in rows:
        y = top + middles[row]
        box = (x - _DOT, y - _DOT, x + _DOT, y + _DOT)
        canvas.ellipse(box, fill=colours[row], outline=PAPER, width=3)
    if gathering.others:
        y = top + middles[-1]
        box = (x - _DOT + 2, y - _DOT + 2, x + _DOT - 2, y + _DOT - 2)
        canvas.ellipse(box, fill=PAPER, outline=INK, width=4)


def _in_words(view: View, number: int, gathering: Gathering) -> Strip:
    """Return a gathering as its day, town, title and people, behind its number."""
    event = gathering.record.event
    left = MARGIN + 64
    when = view.translator.dates(event.starts_on, event.ends_on) if event.starts_on else ""
    where = place(view, event, venue=False)
    said = " · ".join(part for part in (when, where) if part)
    parts = [Text(typeface(SMALLEST, MEDIUM), left=left).as_strip(said, most=2)] if said else []
    title = Text(typeface(SMALLEST, SEMIBOLD), left=left)
    parts.append(title.as_strip(event_title(view, gathering.record, 160).text, most=3))
    who = Text(typeface(SMALLEST), PALE, left=left)
    parts.append(who.as_strip(unbroken(brief_names(view, gathering.record)), most=2))

    def paint(canvas: Canvas, top: int) -> None:
        canvas.text((MARGIN, top), str(number), font=typeface(SMALLEST), fill=PALE)
        for strip in parts:
            strip.paint(canvas, top)
            top += strip.height

    return Strip(sum(strip.height for strip in parts), paint)
