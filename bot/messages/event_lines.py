"""An event as lines of a list: when, where and what, then who and which outlets."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.extraction.facts import Kind, Tense
from bot.messages.message import Line, Span, Style, line
from bot.messages.outcomes import announced_line, outcome_line
from bot.messages.outlets import by_outlet
from bot.messages.people import brief_names, expected_label
from bot.messages.place import link, place
from bot.messages.titles import EventTitle, event_title, part_titles
from bot.messages.view import View
from storage.event_rows import ParticipationRow
from storage.events import EventRecord

MOST_NAMES = 8
"""People named of what is on today or took place, where the line is about them."""

PARTS = 3
"""Parts of an event named beside it; the rest is counted."""


def event_lines(view: View, record: EventRecord, today: date) -> list[Line]:
    """Return an event as lines of a list: the headline as it was written last, where composed.

    Args:
        view: The chat.
        record: The event.
        today: The day of the list; a year is given where it is not that day's.
    """
    below = " · ".join(part for part in (brief_names(view, record), outlets(view, record)) if part)
    who = [line("  ", below)] if below else []
    title = _title(view, record, today)
    return [_head(view, record, today, title), *who, *_original(view, title)]


def told_lines(
    view: View,
    record: EventRecord,
    today: date,
    bodies: str,
    announced: frozenset[int] = frozenset(),
) -> list[Line]:
    """Return what is on today or took place: with everybody who counts, and how many say so.

    What was only announced of it is told as long as it may still come.

    Args:
        view: The chat.
        record: The event.
        today: The day of the list.
        bodies: The organisations, where the list is of several; else empty.
        announced: Positions of those of its people whom only announcements name.
    """
    last = record.event.ends_on or record.event.starts_on
    over = last is not None and last < today
    title, came = _title(view, record, today), outcome_line(view, record)
    rows = [_head(view, record, today, title), *came, *_who(view, record, announced, over=over)]
    if not over and (ahead := announced_line(view, record)):
        rows.append(line("  ", *ahead))
    told_by = _sources(view, record)
    counted = view.translator.ngettext("{number} outlet", "{number} outlets", len(told_by))
    said = counted if len(told_by) > 1 else "".join(told_by)
    below = " · ".join(part for part in (bodies, said) if part)
    return [*rows, *([line("  ", below)] if below else []), *_original(view, title)]


def _who(view: View, record: EventRecord, announced: frozenset[int], *, over: bool) -> list[Line]:
    """Return who was there, and who was expected and is not said to have come."""
    gettext = view.translator.gettext
    ahead = record.event.tense == Tense.FUTURE
    there: list[ParticipationRow] = []
    expected: list[ParticipationRow] = []
    for guest in record.participations:
        (expected if ahead or guest.position in announced else there).append(guest)
    rows: list[Line] = []
    for people, sentence in (
        (there, gettext("there: {names}")),
        (expected, expected_label(view, over=over)),
    ):
        if names := brief_names(view, replace(record, participations=tuple(people)), MOST_NAMES):
            rows.append(line("  ", sentence.format(names=names)))
    return rows


def _title(view: View, record: EventRecord, today: date) -> EventTitle:
    return event_title(view, record, 160, placed=False, today=today)


def _original(view: View, title: EventTitle) -> list[Line]:
    """Return the headline in another language, where the title is composed of facts."""
    if title.original_language == view.translator.language:
        return []
    written = title.original_lines(160)
    return [line("  ", *row) for row in written]


def head(view: View, record: EventRecord, today: date) -> Line:
    """Return the first line of an event: when, where and what."""
    return _head(view, record, today, _title(view, record, today))


def _head(view: View, record: EventRecord, today: date, title: EventTitle) -> Line:
    event = record.event
    when = (
        view.short_days(event.starts_on, event.ends_on, today)
        if event.starts_on
        else view.reported(record)
    )
    where = view.city(event) or place(view, event, venue=False)
    place_and_day = ", ".join(part for part in (when, where) if part)
    called = Span(title.text, url=link(record.articles[0].url) if record.articles else None)
    return line("• ", *([f"{place_and_day} · "] if place_and_day else []), called)


def brief_lines(view: View, record: EventRecord, today: date) -> list[Line]:
    """Return an event as one line, and below it the headline where its title alone says little."""
    title = _title(view, record, today)
    return [_head(view, record, today, title), *(_original(view, title) if title.is_bare else [])]


def parts_there(whole: EventRecord) -> tuple[EventRecord, ...]:
    """Return the parts of an event that were on at its days, or whose day nothing tells.

    What came the day before, as its ministers did, has a card of its own and is not "at" it.
    """
    first, last = whole.event.starts_on, whole.event.ends_on or whole.event.starts_on
    if first is None or last is None:
        return whole.parts
    return tuple(part for part in whole.parts if _overlaps(part, first, last))


def _overlaps(part: EventRecord, first: date, last: date) -> bool:
    begins = part.event.starts_on
    if begins is None:
        return True
    return begins <= last and (part.event.ends_on or begins) >= first


def parts_line(
    view: View, whole: EventRecord, parts: Sequence[EventRecord], *, abroad: bool = False
) -> Line | None:
    """Return what else there was at an event: its parts by their titles, the rest counted.

    None where none can be named, for a number alone says nothing: the evening's summary lists all.

    Args:
        view: The chat.
        whole: The event.
        parts: What else there was.
        abroad: Whether titles in other languages are told too, muted.
    """
    if not parts:
        return None
    own, ngettext = view.translator.language, view.translator.ngettext
    titles = part_titles(view, whole, parts)
    known = [title for title in titles if title.language == own]
    foreign = [title for title in titles if title.language != own] if abroad else []
    shown = [Span(title.text) for title in known]
    shown += [Span(title.text, Style.MUTED) for title in foreign]
    if not shown:
        return None
    told: list[str | Span] = [parts_label(view, whole.event.kind), ": "]
    for at, title in enumerate(shown[:PARTS]):
        told += ["; ", title] if at else [title]
    if (more := len(parts) - min(len(shown), PARTS)) > 0:
        told += ["; ", ngettext("+ {number} more event", "+ {number} more events", more)]
    return line(*told)


def parts_label(view: View, kind: str) -> str:
    """Return what stands before the parts of an event of a kind."""
    _ = view.translator.gettext
    labels = {
        Kind.SUMMIT.value: _("also at the summit"),
        Kind.FESTIVAL.value: _("also at the festival"),
    }
    return labels.get(kind, _("also there"))


def outlets(view: View, record: EventRecord) -> str:
    """Return the first outlet that reports an event, and how many others do."""
    names = _sources(view, record)
    return f"{names[0]} + {len(names) - 1}" if len(names) > 1 else "".join(names)


def _sources(view: View, record: EventRecord) -> list[str]:
    return [*by_outlet(view, record.articles, 40)]
