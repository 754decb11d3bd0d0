"""The digest: what is on today, what took place, what is new and what is coming.

It follows the event, not the article: what was announced, began and ended stands in it at each of
these moments once, whatever came as a card. A quiet day is said in one honest line, for silence
could also mean that something broke.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from bot.messages.change_notice import changed_lines
from bot.messages.event_lines import brief_lines, event_lines, head, parts_line, told_lines
from bot.messages.message import (
    Block,
    BlockKind,
    Message,
    Span,
    Style,
    clean_line,
    fill_spans,
    line,
)
from bot.messages.outcomes import outcome_line
from bot.messages.view import View
from storage.event_changes import KnownChange
from storage.events import EventRecord

HEADED = 3
"""Organisations named in the heading; the rest is counted."""

AGAIN = 3
"""Known events of which further articles came that a quiet digest lists; the rest is counted."""

ITEMS = 7
"""Events listed under one heading; the rest is counted."""


class Moment(Enum):
    """Where an event stands on the day of a digest."""

    TODAY = "today"
    OVER = "over"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DigestContent:
    """What goes into one digest.

    Attributes:
        day: The chat's day that it is for.
        since: From when on events are new.
        follows: Ids of the organisations that the chat follows.
        events: The events found since then that concern these.
        begun: Events known before that began since then and are on.
        ended: Events known before that ended since then.
        upcoming: Events ahead that were known before.
        changed: Events known before that were moved or called off since then, and how.
        outcomes: Events told of before, of which became known since then what came of them.
        again: Events known before of which further articles came, and how many.
        announced: By event, positions of its people whom only announcements name.
        alerted: Ids of the events that the chat already has a card of.
        enabled: Sources that are read.
        failing: How many of them fail at the moment.
        others: Names of the people, countries and kinds of event that the chat follows.
        due: When it should have come, where it comes late; else None.
        may_rest: Whether the chat has had a digest within the last week.
    """

    day: date
    since: datetime
    follows: Sequence[str]
    events: Sequence[EventRecord]
    begun: Sequence[EventRecord] = ()
    ended: Sequence[EventRecord] = ()
    upcoming: Sequence[EventRecord] = ()
    changed: Sequence[tuple[EventRecord, KnownChange]] = ()
    outcomes: Sequence[EventRecord] = ()
    again: Sequence[tuple[EventRecord, int]] = ()
    announced: Mapping[int, frozenset[int]] = field(default_factory=dict)
    alerted: frozenset[int] = field(default=frozenset())
    enabled: int = 0
    failing: int = 0
    others: Sequence[str] = ()
    due: datetime | None = None
    may_rest: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is new, nothing begins today or tomorrow, and nothing ended."""
        tomorrow = self.day.toordinal() + 1
        soon = [
            record
            for record in self.upcoming
            if record.event.starts_on is not None and record.event.starts_on.toordinal() == tomorrow
        ]
        unknown = [pair for pair in self.changed if pair[0].event.id not in self.alerted]
        news = (self.events, self.begun, self.ended, self.outcomes, unknown, soon)
        return not any(news)


def digest(view: View, content: DigestContent) -> Message:
    """Return the digest of one chat and day."""
    follows = view.in_order(content.follows)
    blocks = [_heading(view, content, follows)]
    changed = [
        pair for pair in content.changed if not _known(pair[0], content)
    ]  # who has the card was told at once
    if changed:
        blocks.append(_changes(view, changed))
    told = _by_moment(content)
    came = _outcomes(view, content)
    quiet = not (any(told.values()) or changed or came)
    if quiet:
        blocks.append(_quiet(view, content, follows))
        again = _again(view, content)
        blocks += [again] if again else []
    _ = view.translator.gettext
    headings = {
        Moment.TODAY: _("TODAY"),
        Moment.OVER: _("TOOK PLACE"),
        Moment.NEW: _("NEW"),
    }
    parts = _parts(told)
    for moment, heading in headings.items():
        if told[moment]:
            blocks.append(_section(view, content, heading, moment, told[moment], parts))
    if came:
        blocks.append(came)
    if coming := _coming_up(view, content, quiet=quiet):
        blocks.append(coming)
    blocks.append(_footer(view, content))
    return Message(tuple(blocks))


def _by_moment(content: DigestContent) -> dict[Moment, list[EventRecord]]:
    """Return what is told by the moment at which each event stands, the soonest first."""
    found: dict[Moment, list[EventRecord]] = {moment: [] for moment in Moment}
    told = (*content.events, *content.begun, *content.ended)
    every = {record.event.id: record for record in told}
    for record in _by_day([*every.values()]):
        found[_moment(record, content.day)].append(record)
    return found


def _moment(record: EventRecord, day: date) -> Moment:
    first, last = record.event.starts_on, record.event.ends_on
    if first is None or first > day:
        return Moment.NEW
    return Moment.OVER if (last or first) < day else Moment.TODAY


def _parts(told: dict[Moment, list[EventRecord]]) -> dict[int, list[EventRecord]]:
    """Take the parts of events that are told out of the list, and return them by their whole.

    What stands at another moment is told there: the council of yesterday is not on today.
    """
    shown = {record.event.id: moment for moment, records in told.items() for record in records}
    parts = defaultdict[int, list[EventRecord]](list)
    for moment, records in told.items():
        for record in [*records]:
            whole, undated = record.event.parent_id, record.event.starts_on is None
            if whole in shown and (undated or shown[whole] is moment):
                parts[whole].append(record)
                records.remove(record)
    return parts


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
    view: View,
    content: DigestContent,
    heading: str,
    moment: Moment,
    records: Sequence[EventRecord],
    parts: dict[int, list[EventRecord]],
) -> Block:
    lines = [line(Span(heading, Style.BOLD))]
    for record in records[-ITEMS:]:
        bodies = " · ".join(map(view.organization, view.in_order(record.organizations)))
        if moment is not Moment.NEW:
            announced = content.announced.get(record.event.id, frozenset())
            lines += told_lines(view, record, content.day, bodies, announced)
        elif _known(record, content):
            lines += brief_lines(view, record, content.day)
        else:
            lines += event_lines(view, record, content.day)
        below = parts.get(record.event.id, [])
        if also := parts_line(view, record, below, abroad=True):
            lines.append(line("  ", *also))
    if (more := len(records) - ITEMS) > 0:
        lines.append(
            line(view.translator.ngettext("+ {number} more event", "+ {number} more events", more))
        )
    return Block(BlockKind.ITEMS, tuple(lines))


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
    names = _followed_names(view, content, follows)
    if len(names) > HEADED + 1:  # the heading names some, and a list of all tires
        sentence = view.translator.gettext("No new events since {moment}.")
        since = fill_spans(sentence, moment=view.moment(content.since))
        return Block(BlockKind.TEXT, (since,))
    sentence = view.translator.gettext("No new events of {organizations} since {moment}.")
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


def _again(view: View, content: DigestContent) -> Block | None:
    """Return the events known before that were reported on, where there is nothing else to tell.

    What is ahead stands among what is coming.
    """
    ahead = {record.event.id for record in content.upcoming}
    again = [pair for pair in content.again if pair[0].event.id not in ahead]
    lines = [line(Span(view.translator.gettext("REPORTED AGAIN"), Style.BOLD))]
    for record, count in again[:AGAIN]:
        lines.append(line(*head(view, record, content.day), _reported(view, count)))
    if (more := len(again) - AGAIN) > 0:
        ngettext = view.translator.ngettext
        lines.append(line(ngettext("+ {number} more event", "+ {number} more events", more)))
    return Block(BlockKind.ITEMS, tuple(lines)) if again else None


def _reported(view: View, count: int) -> str:
    """Return how many further articles reported an event, behind its title."""
    told = view.translator.ngettext("{number} article", "{number} articles", count)
    return f" ({told})"


def _outcomes(view: View, content: DigestContent) -> Block | None:
    """Return what came of events that a digest before told of."""
    lines = [line(Span(view.translator.gettext("OUTCOMES"), Style.BOLD))]
    for record in _by_day(content.outcomes)[-ITEMS:]:
        if came := outcome_line(view, record, content.since):
            lines += [head(view, record, content.day), *came]
    return Block(BlockKind.ITEMS, tuple(lines)) if len(lines) > 1 else None


def _coming_up(view: View, content: DigestContent, *, quiet: bool) -> Block | None:
    """Return what is ahead and was known before, briefly; on a quiet day with who wrote again."""
    lines = [line(Span(view.translator.gettext("COMING UP"), Style.BOLD))]
    again = {record.event.id: count for record, count in content.again} if quiet else {}
    for record in _by_day(content.upcoming):
        first, *below = brief_lines(view, record, content.day)
        count = again.get(record.event.id)
        lines += [line(*first, _reported(view, count)) if count else first, *below]
    return Block(BlockKind.ITEMS, tuple(lines)) if len(lines) > 1 else None


def _footer(view: View, content: DigestContent) -> Block:
    translator = view.translator
    read = translator.ngettext("{number} source read", "{number} sources read", content.enabled)
    failing = translator.ngettext("{number} failing", "{number} failing", content.failing)
    told = f"{read}, {failing}" if content.failing else read
    return Block(BlockKind.FOOTER, (line(Span(told, Style.MUTED)),))


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
