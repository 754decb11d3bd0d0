"""Where the lines, columns and dots of who met whom stand, in pixels of a drawing of fixed width.

Two drawings are made: one for desks, whose columns carry day and town, and one for phones, whose
columns carry the numbers of the list under it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.messages.met_picture import MeetingChart


@dataclass(frozen=True, slots=True)
class Measures:
    """What a drawing is made by.

    Attributes:
        width: Of the whole.
        names: Left of the columns, at least.
        figures: Right of them.
        head: Above the first row.
        row: Height of one.
        widest: Width of a column at most.
        dot: Radius.
        letters: Of a name at most, in that room.
    """

    width: float
    names: float
    figures: float
    head: float
    row: float
    widest: float
    dot: float
    letters: int


DESK = Measures(1032, 216, 84, 112, 32, 61, 7, 26)
PHONE = Measures(328, 138, 18, 28, 24, 26, 4.5, 18)


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A person's line."""

    name: str
    href: str
    times: int
    told: str
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """Somebody at a gathering: whose line, where, and in which organisation's colour."""

    row: int
    y: float
    organization: str


@dataclass(frozen=True, slots=True)
class DrawnColumn:
    """A gathering's column."""

    number: int
    href: str
    title: str
    day: str
    town: str
    left: float
    x: float
    dots: tuple[Dot, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its places: `wide` or `narrow`."""

    WIDE: ClassVar[str] = "wide"
    NARROW: ClassVar[str] = "narrow"

    sort: str
    measures: Measures
    height: float
    column: float
    right: float
    rows: tuple[DrawnRow, ...]
    columns: tuple[DrawnColumn, ...]

    @property
    def bottom(self) -> float:
        """Where columns end that lead to people without a line."""
        return self.measures.head + len(self.rows) * self.measures.row + 4


@dataclass(frozen=True, slots=True)
class PersonLabel:
    """Somebody as a line says it."""

    href: str
    told: str


@dataclass(frozen=True, slots=True)
class ColumnLabel:
    """A gathering as a column says it."""

    href: str
    title: str
    day: str
    town: str


def draw(
    sort: str,
    measures: Measures,
    chart: MeetingChart,
    people: Sequence[PersonLabel],
    gatherings: Sequence[ColumnLabel],
    first: int = 1,
) -> Drawing:
    """Return the places of a chart.

    Args:
        sort: "wide" or "narrow".
        measures: What it is made by.
        chart: People and gatherings.
        people: In the order of the rows.
        gatherings: In the order of the columns.
        first: The number of the first of them in the list under the chart.
    """
    longest = max((len(guest.name) for guest in chart.guests), default=0)
    measures = _with_room_for(measures, longest, len(gatherings))
    room = measures.width - measures.names - measures.figures
    column = min(measures.widest, room / max(len(gatherings), 1))
    ys = [measures.head + measures.row * (place + 0.5) for place in range(len(people))]
    rows = [
        DrawnRow(
            cut(guest.name, measures.letters), person.href, guest.gatherings, person.told, middle
        )
        for guest, person, middle in zip(chart.guests, people, ys, strict=True)
    ]
    columns = list[DrawnColumn]()
    for place, label in enumerate(gatherings):
        left = measures.names + place * column
        dots = [
            Dot(row, ys[row], chart.guests[row].organization or "")
            for row in sorted(chart.gatherings[place].present)
        ]
        columns.append(
            DrawnColumn(
                first + place,
                label.href,
                label.title,
                label.day,
                cut(label.town, 14),
                round(left, 1),
                round(left + column / 2, 1),
                tuple(dots),
                chart.gatherings[place].others,
            )
        )
    height = measures.head + len(rows) * measures.row + 24
    right = measures.names + len(columns) * column
    return Drawing(sort, measures, height, round(column, 1), right, tuple(rows), tuple(columns))


def _with_room_for(measures: Measures, letters: int, columns: int) -> Measures:
    """Return measures in which names have the room that few columns leave."""
    left = measures.width - measures.figures - columns * measures.widest
    names = min(left, letters * measures.names / measures.letters)
    if names <= measures.names:
        return measures
    most = int(measures.letters * names / measures.names)
    return replace(measures, names=round(names, 1), letters=most)


def cut(text: str, most: int) -> str:
    """Return `text`, or as much of its beginning as fits with "…" behind it."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
