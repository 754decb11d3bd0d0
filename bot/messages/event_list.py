"""A list of events as commands show it: a heading, then a block for each event with the word that opens it."""

from collections.abc import Sequence
from datetime import date

from bot.messages.asking import Asked, Listing
from bot.messages.digest import event_lines
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    command_prefix,
    line,
    say,
)
from bot.messages.view import View
from storage.events import EventRecord


def listing(
    view: View, records: Sequence[EventRecord], asked: Asked, today: date, platform: str
) -> Listing:
    """Return a page of events.

    Args:
        view: The chat.
        records: The events of the page, and one more where there are more.
        asked: What was asked for.
        today: The chat's day.
        platform: Where it is read; commands are written as they are typed there.
    """
    shown = records[: asked.count]
    if not shown and not asked.offset:
        return Listing(say(*asked.before, asked.nothing), 0, more=False)
    heading = Block(BlockKind.HEADING, (line(Span(asked.heading, Style.BOLD)), *asked.before))
    blocks = [Block(BlockKind.ITEMS, tuple(_lines(view, one, today, platform))) for one in shown]
    return Listing(Message((heading, *blocks)), len(shown), more=len(records) > asked.count)


def _lines(view: View, record: EventRecord, today: date, platform: str) -> list[Line]:
    """Return the lines of one event.

    Its number is a command that can be pressed in a text, which a space would end.
    """
    first, *rest = event_lines(view, record, today)
    opens = Span(f"{command_prefix(platform)}event_{record.event.id}", Style.MUTED)
    return [first, (*rest[0], Span(" · "), opens)] if rest else [first, line("  ", opens)]
