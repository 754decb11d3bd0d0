"""What else a chat is sent: the catch-up after quiet hours, and notes of the admins."""

from collections.abc import Sequence
from datetime import date

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
from storage.models import Note

SHOWN = 10
"""Events told in a catch-up; the rest is counted."""

LONGEST_LINE = 1000


def catch_up(view: View, records: Sequence[EventRecord], today: date) -> Message:
    """Return what came while the chat kept quiet."""
    translator = view.translator
    heading = translator.ngettext(
        "During quiet hours: {number} event",
        "During quiet hours: {number} events",
        len(records),
    )
    blocks = [text_block(Span(heading, Style.BOLD), kind=BlockKind.HEADING)]
    blocks += [
        Block(BlockKind.ITEMS, tuple(event_lines(view, record, today)))
        for record in records[:SHOWN]
    ]
    if (more := len(records) - SHOWN) > 0:
        blocks.append(
            text_block(translator.ngettext("+ {number} more event", "+ {number} more events", more))
        )
    return Message(tuple(blocks))


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
