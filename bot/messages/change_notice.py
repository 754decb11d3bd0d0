"""What is told anew of an event ahead: that it was moved, called off, or is on again.

What it was, and what it is now.
"""

from typing import Protocol

from bot.merging.event_changes import moved_in_space, moved_in_time
from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    line,
    text_block,
)
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.event_changes import ChangedFacts, KnownChange
from storage.event_rows import EventRow
from storage.events import EventRecord

ARROW = "  →  "


class PlaceFacts(Protocol):
    """Where something is, as facts of any kind say it."""

    @property
    def city(self) -> str | None:
        """The town as an article names it, or None."""

    @property
    def country(self) -> str | None:
        """The country as an article names it, or None."""

    @property
    def country_code(self) -> str | None:
        """ISO 3166-1 alpha-2, or None."""

    @property
    def venue(self) -> str | None:
        """The building or body that hosts, or None."""


def notice(view: View, record: EventRecord, change: KnownChange) -> Message:
    """Return the message that tells of a change, with a button that opens the card.

    Args:
        view: The chat that it is for.
        record: The event as it is now, which may have changed again since.
        change: What changed.
    """
    was, became = change.was, change.became
    event = record.event
    town = view.city(at_place(event, became))
    called = event_title(view, record).text
    title = ", ".join(
        part for part in (called, town) if part and not (part == town and town in called)
    )
    heading = line(Span(label(view, was, became), Style.BOLD), " · ", title)
    rows = [
        *_rows(view, change, event),
        *proof_lines(view, event.cancel_proof if became.cancelled else None),
        _outlet(record),
    ]
    opens = Button(view.translator.gettext("Event"), command=f"event {event.id}")
    return Message(
        (
            Block(BlockKind.HEADING, (heading,)),
            Block(BlockKind.FACTS, tuple(row for row in rows if row)),
        ),
        ((opens,),),
    )


def label(view: View, was: ChangedFacts, became: ChangedFacts) -> str:
    """Return what happened to an event, as a label in capitals."""
    _ = view.translator.gettext
    if became.cancelled:
        return _("CANCELLED")
    if was.cancelled:
        return _("ON AGAIN")
    days, town = moved_in_time(was, became), moved_in_space(was, became, view.catalogue.places)
    if days and town:
        return _("MOVED")
    pgettext = view.translator.pgettext
    return pgettext("to another day", "MOVED") if days else pgettext("to another place", "MOVED")


def changed_lines(view: View, record: EventRecord, change: KnownChange) -> list[Line]:
    """Return a change as lines of a list, as a digest tells it."""
    head = line(
        "• ",
        Span(label(view, change.was, change.became), Style.BOLD),
        " · ",
        event_title(view, record, 160).text,
    )
    return [head, *(line("  ", *row) for row in _rows(view, change, record.event))]


def _rows(view: View, change: KnownChange, event: EventRow) -> list[Line]:
    was, became, rows = change.was, change.became, list[Line]()
    if moved_in_time(was, became):
        rows.append(line(f"📅 {_days(view, was)}{ARROW}{_days(view, became)}"))
    elif became.starts_on:
        rows.append(line(f"📅 {_days(view, became)}"))
    here = place(view, at_place(event, became))
    if moved_in_space(was, became, view.catalogue.places):
        rows.append(line(f"📍 {place(view, at_place(event, was))}{ARROW}{here}"))
    elif here:
        rows.append(line(f"📍 {here}"))
    return rows


def _days(view: View, facts: ChangedFacts) -> str:
    first = facts.starts_on
    return (
        view.translator.dates(first, facts.ends_on)
        if first
        else view.translator.gettext("date not stated")
    )


def at_place(event: EventRow, facts: PlaceFacts) -> EventRow:
    """Return an event as it would be where `facts` say."""
    return event._replace(
        city_id=None,
        city=facts.city,
        country=facts.country,
        country_code=facts.country_code,
        venue=facts.venue,
    )


def proof_lines(view: View, sentence: str | None) -> list[Line]:
    """Return a sentence of an article as a line in quotation marks; nothing for none."""
    if not sentence:
        return []
    return [line(Span(view.translator.quoted(clean_line(sentence, 400)), Style.ITALIC))]


def _outlet(record: EventRecord) -> Line:
    """Return the outlet that reported last, linked to its article."""
    if not record.articles:
        return ()
    last = record.articles[-1]
    return line(Span(clean_line(last.source, 60), url=link(last.url)))


def stamp(view: View, record: EventRecord) -> list[Block]:
    """Return the line that stands above the card of an event that is called off.

    Nothing for one that is on.
    """
    if record.event.cancel_proof is None:
        return []
    lines = [
        line(Span(f"✖ {view.translator.gettext('CANCELLED')}", Style.BOLD)),
        *proof_lines(view, record.event.cancel_proof),
    ]
    return [text_block(*lines, kind=BlockKind.TEXT)]
