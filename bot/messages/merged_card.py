"""What stands in the place of a card whose event turned out to be another that the chat has too."""

from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Message,
    Span,
    Style,
    fill_spans,
    line,
    text_block,
)
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventRecord


def merged_card(view: View, into: EventRecord) -> Message:
    """Return the card of an event that went into another: it points at that one.

    Args:
        view: The chat, which has the card of the other, too.
        into: The event that it turned out to be.
    """
    gettext = view.translator.gettext
    title = Span(event_title(view, into).text, Style.BOLD)
    told = fill_spans(
        gettext("This turned out to be the same event as another: {title}"), title=title
    )
    blocks: list[Block] = [text_block(told, kind=BlockKind.TEXT)]
    if not view.controls.has_buttons:
        opens = f"{view.controls.command_prefix}event {into.event.id}"
        blocks.append(text_block(line(Span(opens, Style.MUTED)), kind=BlockKind.FOOTER))
    button = Button(gettext("Event"), command=f"event {into.event.id}")
    return Message(tuple(blocks), ((button,),))
