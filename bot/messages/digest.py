"""The digest: what happened, what is coming, and how many sources stand behind it.

Each event stands once, under the first organisation that the chat follows. What already came as a
card takes one line with a tick. A quiet day is said in one honest line, for silence could also mean
that something broke.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.messages.change_notice import changed_lines
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    line,
)
from bot.messages.people import brief_names
from bot.messages.place import link, place
from bot.messages.titles import EventTitle, event_title
from bot.messages.view import View
from storage.event_changes import KnownChange
from storage.events import EventRecord

HEADED = 3
"""Organisations named in the heading; the rest is counted."""

ITEMS = 7
"""Events listed under one organisation, the latest; the rest is counted."""


@dataclass(frozen=True, slots=True)
class DigestContent:
    """What goes into one digest.

    Attributes:
        day: The chat's day that it is for.
        since: From when on events are new.
        follows: Ids of the organisations that the chat follows.
        events: The events found since then that concern these.
        upcoming: Events ahead that were known before.
        changed: Events known before that were moved or called off since then, and how.
        alerted: Ids of the events that the chat already has a card of.
        enabled: Sources that are read.
        failing: How many of them fail at the moment.
        others: Names of the people, countries and kinds of event that the chat follows.
        due: When it should have come, where it comes late; else None.
    """

    day: date
    since: datetime
    follows: Sequence[str]
    events: Sequence[EventRecord]
    upcoming: Sequence[EventRecord] = ()
    changed: Sequence[tuple[EventRecord, KnownChange]] = ()
    alerted: frozenset[int] = field(default=frozenset())
    enabled: int = 0
    failing: int = 0
    others: Sequence[str] = ()
    due: datetime | None = None


def digest(view: View, content: DigestContent) -> Message:
    """Return the digest of one chat and day."""
    past = [record for record in content.events if not _ahead(record, content.day)]
    follows = view.in_order(content.follows)
    blocks = [_heading(view, content, follows)]
    changed = [
        pair for pair in content.changed if not _known(pair[0], content)
    ]  # who has the card was told at once
    if changed:
        blocks.append(_changes(view, changed))
    if not content.events and not changed:
        blocks.append(_quiet(view, content, follows))
    for organization in follows:
        theirs = [record for record in past if _first(follows, record) == organization]
        if theirs:
            blocks.append(_section(view, content, view.organization(organization), theirs))
    if rest := [record for record in past if _first(follows, record) is None]:
        blocks.append(_section(view, content, view.translator.gettext("ALSO FOLLOWED"), rest))
    if coming := _coming_up(view, content):
        blocks.append(coming)
    blocks.append(_footer(view, content))
    return Message(tuple(blocks))


def _changes(view: View, changed: Sequence[tuple[EventRecord, KnownChange]]) -> Block:
    lines = [
        row for record, change in changed[:ITEMS] for row in changed_lines(view, record, change)
    ]
    if (more := len(changed) - ITEMS) > 0:
        lines.append(
            line(view.translator.ngettext("+ {number} more event", "+ {number} more events", more))
        )
    return Block(BlockKind.ITEMS, tuple(lines))


def _section(
    view: View, content: DigestContent, heading: str, records: Sequence[EventRecord]
) -> Block:
    lines = [line(Span(heading, Style.BOLD))]
    for record in _by_day(records)[-ITEMS:]:
        lines += event_lines(view, record, content.day, alerted=_known(record, content))
    if (more := len(records) - ITEMS) > 0:
        lines.append(
            line(view.translator.ngettext("+ {number} more event", "+ {number} more events", more))
        )
    return Block(BlockKind.ITEMS, tuple(lines))


def event_lines(
    view: View, record: EventRecord, today: date, *, alerted: bool = False
) -> list[Line]:
    """Return an event as lines of a list: when, where and what.

    Then who, and which outlets; then the headline as it was written, where that is another.

    Args:
        view: The chat.
        record: The event.
        today: The day of the list; a year is given where it is not that day's.
        alerted: The chat already has its card, so one line with a tick reminds of it.
    """
    event = record.event
    when = view.short_days(event.starts_on, event.ends_on, today) if event.starts_on else ""
    place_and_day = ", ".join(
        part for part in (when, view.city(event) or place(view, event, venue=False)) if part
    )
    called = event_title(view, record, 160, placed=False)
    title = Span(
        called.text,
        url=link(record.articles[0].url) if record.articles else None,
    )
    first = line(
        "✓ " if alerted else "• ", *([f"{place_and_day} · "] if place_and_day else []), title
    )
    who = "" if alerted else brief_names(view, record)
    outlets = _outlets(record)
    if alerted:
        return [first]
    more = " · ".join(part for part in (who, outlets) if part)
    return [first, *([line("  ", more)] if more else []), *_original(called)]


def _original(title: EventTitle) -> list[Line]:
    """Return the headline as it was written, where the title was composed."""
    return [line("  ", *written) for written in title.original_lines(160)]


def _outlets(record: EventRecord) -> str:
    names = list(dict.fromkeys(clean_line(article.source, 40) for article in record.articles))
    return f"{names[0]} + {len(names) - 1}" if len(names) > 1 else "".join(names)


def _followed_names(view: View, content: DigestContent, follows: Sequence[str]) -> list[str]:
    names = [view.organization(organization) for organization in follows]
    return names + [clean_line(name, 60) for name in content.others]


def _heading(view: View, content: DigestContent, follows: Sequence[str]) -> Block:
    shown = _followed_names(view, content, follows)
    names = ", ".join(shown if len(shown) <= HEADED + 1 else shown[:HEADED])
    if len(shown) > HEADED + 1:
        names += f" + {len(shown) - HEADED}"
    day = view.translator.date(content.day, "weekday")
    lines = [line(Span(day[:1].upper() + day[1:], Style.BOLD), f" · {names}")]
    if content.due is not None:
        lines.append(
            fill_spans(
                view.translator.gettext("This digest was due {moment}; I was not running then."),
                moment=view.moment(content.due),
            )
        )
    return Block(BlockKind.HEADING, tuple(lines))


def _quiet(view: View, content: DigestContent, follows: Sequence[str]) -> Block:
    sentence = view.translator.gettext("Nothing new about {organizations} since {moment}.")
    names = _followed_names(view, content, follows)
    return Block(
        BlockKind.TEXT,
        (
            fill_spans(
                sentence,
                organizations=view.translator.list(names),
                moment=view.moment(content.since),
            ),
        ),
    )


def _coming_up(view: View, content: DigestContent) -> Block | None:
    """Return what is ahead: new announcements, marked so, and what was known before."""
    new = {record.event.id: record for record in content.events if _ahead(record, content.day)}
    known = {record.event.id: record for record in content.upcoming}
    lines: list[Line] = []
    for record in _by_day([*(known | new).values()]):
        first = event_lines(view, record, content.day, alerted=True)[0]
        mark = "✓ " if _known(record, content) else "• "
        fresh = [f" · {view.translator.gettext('new')}"] if record.event.id in new else []
        lines.append((Span(mark), *first[1:], *line(*fresh)))
        if not _known(record, content):
            lines += _original(event_title(view, record))
    return (
        Block(
            BlockKind.ITEMS, (line(Span(view.translator.gettext("COMING UP"), Style.BOLD)), *lines)
        )
        if lines
        else None
    )


def _footer(view: View, content: DigestContent) -> Block:
    translator = view.translator
    lines: list[Line] = []
    if any(_known(record, content) for record in content.events):
        lines.append(line(Span(translator.gettext("✓ card already sent"), Style.MUTED)))
    read = translator.ngettext("{number} source read", "{number} sources read", content.enabled)
    failing = translator.ngettext("{number} failing", "{number} failing", content.failing)
    lines.append(line(Span(f"{read}, {failing}" if content.failing else read, Style.MUTED)))
    return Block(BlockKind.FOOTER, tuple(lines))


def _ahead(record: EventRecord, day: date) -> bool:
    return record.event.starts_on is not None and record.event.starts_on > day


def _first(follows: Sequence[str], record: EventRecord) -> str | None:
    return next(
        (organization for organization in follows if organization in record.organizations), None
    )


def _known(record: EventRecord, content: DigestContent) -> bool:
    return record.event.id in content.alerted


def _by_day(records: Sequence[EventRecord]) -> list[EventRecord]:
    """Return `records` by their first day, those without one last.

    Among equals the one found first stands first.
    """
    return sorted(
        records,
        key=lambda one: (one.event.starts_on or date.max, one.event.found_at, one.event.id or 0),
    )
