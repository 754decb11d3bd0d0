"""Long answers in pages: buttons to turn them where there are buttons, the word "more" elsewhere.

A page is asked for by the command itself with its offset behind it ("search geneva #10"), so a
button works for ever and on any process.
"""

from dataclasses import replace

from bot.commands.context import Context
from bot.messages.event_list import EventPage
from bot.messages.message import BlockKind, Button, Message, Span, Style, fill_spans, text_block


def paged(context: Context, listing: EventPage, command: str, size: int) -> Message:
    """Return a page with the ways to the next and the previous one.

    Args:
        context: Who asks.
        listing: The page.
        command: What was asked for, without an offset.
        size: How many events a page has.
    """
    return turned(
        context,
        listing.message,
        command,
        size,
        following=context.offset + size if listing.more else None,
    )


def turned(
    context: Context, message: Message, command: str, size: int, *, following: int | None
) -> Message:
    """Return `message` with the ways to the page at `following`, if any, and to the one before."""
    _ = context.gettext
    context.services.pages.remember(
        context.request, f"{command} #{following}" if following is not None else None
    )
    if not context.capabilities.has_buttons:
        if following is None:
            return message
        footer = text_block(
            (*fill_spans(_("{more} shows more."), more=context.command("more")),),
            kind=BlockKind.FOOTER,
        )
        return replace(message, blocks=(*message.blocks, footer))
    if following is not None:
        rest = text_block(Span(_("This is not all."), Style.MUTED), kind=BlockKind.FOOTER)
        message = replace(message, blocks=(*message.blocks, rest))
    row: list[Button] = []
    if context.offset:
        row.append(Button(_("‹ Back"), command=f"{command} #{max(0, context.offset - size)}"))
    if following is not None:
        row.append(Button(_("More ›"), command=f"{command} #{following}"))
    return replace(
        message,
        buttons=(*message.buttons, tuple(row)) if row else message.buttons,
        replaces=bool(row) or message.replaces,
    )


def plain_list(
    context: Context, heading: str, lines: list[tuple[Span, ...]], command: str, size: int
) -> Message:
    """Return one page of `lines` under a heading."""
    page = lines[context.offset : context.offset + size]
    following = context.offset + size if len(lines) > context.offset + size else None
    blocks = (
        text_block(Span(heading, Style.BOLD), kind=BlockKind.HEADING),
        text_block(*page, kind=BlockKind.ITEMS),
    )
    return turned(context, Message(blocks), command, size, following=following)
