"""The card: one event on one screen, and nothing that the articles do not say."""

from collections.abc import Sequence

from bot.language.argument_words import shown
from bot.messages.buttons import Rows, buttons
from bot.messages.change_notice import stamp
from bot.messages.event_lines import parts_line
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    line,
    text_block,
)
from bot.messages.people import people
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventArticle, EventRecord

OUTLETS = 3
"""Sources named in a card; the rest is counted."""


def card(view: View, record: EventRecord) -> Message:
    """Return the card of an event, with its buttons.

    Where there are none, its last line is the command that they would give.

    Args:
        view: The chat that it is for.
        record: The event with all that hangs on it.
    """
    event, title = record.event, event_title(view, record)
    blocks = [
        text_block(
            view.kind(event),
            Span(title.text, Style.BOLD),
            *title.original_lines(),
            kind=BlockKind.HEADING,
        ),
        *stamp(view, record),
        _facts(view, record),
        people(view, record),
        _parts(view, record),
        Block(BlockKind.LINKS, (*_organizations(view, record), sources(view, record.articles))),
    ]
    rows = buttons(view, record)
    if not view.controls.has_buttons:
        line_shown = shown(f"event {event.id} who | sources | calendar", view.translator.language)
        opens = line(Span(f"{view.controls.command_prefix}{line_shown}", Style.MUTED))
        blocks.append(text_block(*_signs(view, rows), opens, kind=BlockKind.FOOTER))
    return Message(tuple(block for block in blocks if block), rows)


def _signs(view: View, rows: Rows) -> list[Line]:
    """Return the line that says what the signs under the card stand for, where there are any."""
    if not view.controls.has_signs:
        return []
    pressed = [button for row in rows for button in row if button.sign]
    named = " · ".join(f"{button.sign} {button.label}" for button in pressed)
    return [line(Span(named, Style.MUTED))]


def _facts(view: View, record: EventRecord) -> Block:
    event = record.event
    if event.starts_on:
        when = line(f"📅 {view.translator.dates(event.starts_on, event.ends_on)}")
    else:
        unknown = view.reported(record, "long") or view.translator.gettext("date not stated")
        when = line(Span(unknown, Style.MUTED))
    where = place(view, event)
    return Block(BlockKind.FACTS, (when, *([line(f"📍 {where}")] if where else [])))


def _parts(view: View, record: EventRecord) -> Block | None:
    """Return what else there was at an event; None for nothing."""
    if not record.parts:
        return None
    return Block(BlockKind.FACTS, (parts_line(view, record, record.parts),))


def _organizations(view: View, record: EventRecord) -> list[Line]:
    names = [
        view.organization(organization) for organization in view.in_order(record.organizations)
    ]
    return [line(" · ".join(names))] if names else []


def sources(view: View, articles: Sequence[EventArticle]) -> Line:
    """Return the outlets, each once and linked to an article; some, and a count.

    The earliest stands first, and behind its name how many articles it has, where it has several;
    of these the first in the chat's language is linked, or else the first.
    """
    outlets: dict[str, list[EventArticle]] = {}
    for article in articles:
        outlets.setdefault(clean_line(article.source, 60), []).append(article)
    parts: list[str | Span] = []
    for name, theirs in list(outlets.items())[:OUTLETS]:
        parts += [" · "] if parts else []
        readable = [told for told in theirs if told.language == view.translator.language]
        parts.append(Span(name, url=link((readable or theirs)[0].url)))
        parts += [f" ({len(theirs)})"] if len(theirs) > 1 else []
        if published := theirs[0].published_at:
            parts.append(f", {view.translator.date(view.local_date(published), 'short')}")
    if (more := len(outlets) - OUTLETS) > 0:
        counted = view.translator.ngettext(
            "+ {number} more source", "+ {number} more sources", more
        )
        parts += [" · ", counted]
    return line(*parts)
