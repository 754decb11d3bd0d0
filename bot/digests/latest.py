"""The list of the latest events, as /latest answers: one block an event, or the card when there is only one."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.digests.cards import card
from bot.digests.digest import event_lines
from bot.digests.view import View
from bot.message import Block, BlockKind, Message, Span, Style, line, say, text_block
from storage.events import EventRecord


def latest(view: View, records: Sequence[EventRecord], organizations: Collection[str] | None, today: date) -> Message:
    """Return `records`, the last found first, as a message.

    Args:
        view: The chat.
        records: The events.
        organizations: Ids of what was asked for, or None for everything.
        today: The chat's day.
    """
    gettext = view.translator.gettext
    about = ", ".join(view.organization(one) for one in view.in_order(organizations)) if organizations else gettext("all organisations")
    if not records:
        return say(gettext("Nothing yet about {organizations}.", organizations=about))
    if len(records) == 1:
        return card(view, records[0])
    heading = text_block(line(Span(gettext("Latest"), Style.BOLD), f" · {about}"), kind=BlockKind.HEADING)
    return Message((heading, *(Block(BlockKind.ITEMS, tuple(event_lines(view, one, today))) for one in records)))
