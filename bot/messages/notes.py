"""What else a chat is sent: the catch-up of what was held for it, and notes of the admins."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from bot.language.local_time import quiet_at, zone_of
from bot.messages.event_lines import event_lines
from bot.messages.message import (
    Block,
    BlockKind,
    Message,
    Span,
    Style,
    clean_line,
    line,
    text_block,
)
from bot.messages.view import View
from storage.events import EventRecord
from storage.models import Chat, Note

SHOWN = 10
"""Events told in a catch-up; the rest is counted, and listed by a command."""

LONGEST_LINE = 1000


def catch_up(
    view: View, records: Sequence[EventRecord], today: date, *, was_quiet: bool = True
) -> Message:
    """Return what was held for a chat: what is on or ahead, the soonest first, then what was.

    Args:
        view: The chat.
        records: The events, the first found first.
        today: The chat's day.
        was_quiet: Whether they came in its quiet hours, and not all at once.
    """
    translator, number = view.translator, len(records)
    heading = (
        translator.ngettext(
            "During quiet hours: {number} event", "During quiet hours: {number} events", number
        )
        if was_quiet
        else translator.ngettext("Also new: {number} event", "Also new: {number} events", number)
    )
    blocks = [text_block(Span(heading, Style.BOLD), kind=BlockKind.HEADING)]
    blocks += [
        Block(BlockKind.ITEMS, tuple(event_lines(view, record, today)))
        for record in sorted(records, key=partial(_from, today))[:SHOWN]
    ]
    if (more := number - SHOWN) > 0:
        counted = translator.ngettext("+ {number} more event", "+ {number} more events", more)
        opens = Span(f"{view.controls.command_prefix}latest", Style.MUTED)
        blocks.append(text_block(line(counted, " · ", opens)))
    return Message(tuple(blocks))


def keeps_quiet(now: datetime, chat: Chat) -> bool:
    """Whether `now` is within the quiet hours of a chat."""
    start, end = chat.quiet_from, chat.quiet_until
    if start is None or end is None or start == end:
        return False
    return quiet_at(now, zone_of(chat.timezone), start, end)


def _from(today: date, record: EventRecord) -> tuple[int, int]:
    """Return by what an event stands in a catch-up as of `today`: those without a day are last."""
    first, last = record.event.starts_on, record.event.ends_on or record.event.starts_on
    if first is None or last is None:
        return 2, 0
    return (0, first.toordinal()) if last >= today else (1, -last.toordinal())


def note(view: View, written: Note) -> Message:
    """Return a note as it is read: what it is and who wrote it, then its text as it was written."""
    _ = view.translator.gettext
    kinds = {
        "feedback": _("Feedback"),
        "broadcast": _("From an admin"),
        "sources": _("Sources"),
        "chats": _("Chats"),
    }
    author = [f" · {clean_line(written.author, 120)}"] if written.author else []
    heading = line(Span(kinds.get(written.kind, clean_line(written.kind, 40)), Style.BOLD), *author)
    body = [line(clean_line(row, LONGEST_LINE)) for row in written.text.splitlines() if row.strip()]
    return Message((Block(BlockKind.HEADING, (heading,)), Block(BlockKind.TEXT, tuple(body))))
