"""A list of events as commands show it.

A heading, then a block for each event with the word that opens it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.event_lines import event_lines
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    line,
    text_block,
    text_message,
)
from bot.messages.view import View
from storage.events import EventFilter, EventRecord


@dataclass(frozen=True, slots=True)
class EventQuery:
    """A list of events that somebody wants to see.

    Attributes:
        heading: What stands above it.
        nothing: What is said when there is none.
        about: What the events must concern; None for all.
        ids: The events themselves, in their order; None where the rest says which.
        days: The first and the last local day on which they go on, soonest first; None for those
            found last.
        beginning: Whether they must begin on these days; those that only go on are left out.
        count: How many at most.
        offset: So many of the first are passed over.
        before: Lines under the heading.
        by_day: Whether the events of a page stand by their days, the latest first.
    """

    heading: str
    nothing: Line
    about: EventFilter | None = None
    ids: tuple[int, ...] | None = None
    days: tuple[date, date] | None = None
    beginning: bool = False
    count: int = 5
    offset: int = 0
    before: tuple[Line, ...] = ()
    by_day: bool = False


@dataclass(frozen=True, slots=True)
class EventPage:
    """A page of events.

    Attributes:
        message: As it is read.
        shown: How many events are on it.
        more: Whether there are more behind it.
    """

    message: Message
    shown: int
    more: bool


def listing(
    view: View, records: Sequence[EventRecord], asked: EventQuery, today: date
) -> EventPage:
    """Return a page of events.

    Args:
        view: The chat.
        records: The events of the page, and one more where there are more.
        asked: What was asked for.
        today: The chat's day.
    """
    shown = records[: asked.count]
    heading = Block(BlockKind.HEADING, (line(Span(asked.heading, Style.BOLD)), *asked.before))
    if not shown and not asked.offset and asked.days is not None:
        return EventPage(Message((heading, text_block(asked.nothing))), 0, more=False)
    if not shown and not asked.offset:
        return EventPage(text_message(*asked.before, asked.nothing), 0, more=False)
    if asked.by_day:
        shown = sorted(shown, key=_day, reverse=True)
    blocks = [Block(BlockKind.ITEMS, tuple(_lines(view, record, today))) for record in shown]
    return EventPage(Message((heading, *blocks)), len(shown), more=len(records) > asked.count)


def _day(record: EventRecord) -> date:
    """Return the day by which an event stands in a list; one without stands last."""
    return record.event.starts_on or date.min


def _lines(view: View, record: EventRecord, today: date) -> list[Line]:
    """Return the lines of one event.

    Its number is a command that can be pressed in a text, which a space would end.
    """
    first, *rest = event_lines(view, record, today)
    opens = Span(f"{view.controls.command_prefix}event_{record.event.id}", Style.MUTED)
    if not rest:
        return [first, line("  ", opens)]
    return [first, (*rest[0], Span(" · "), opens), *rest[1:]]
