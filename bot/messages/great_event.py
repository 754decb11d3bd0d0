"""What is told in the course of a great event: its eve, that it has begun, and its evening.

Each stands above its card. Who is shown was there by what reports of its days say; whom only
announcements name stands beside them as expected.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlmodel import Session

from bot.extraction.facts import Tense
from bot.merging.announced import came, is_named
from bot.messages.card import card
from bot.messages.event_lines import MOST_NAMES, parts_label, parts_there
from bot.messages.message import Block, BlockKind, Line, Message, Span, Style, line, text_block
from bot.messages.people import brief_names, expected_label, in_order
from bot.messages.place import link
from bot.messages.proofs import ArticleFacts, told_by
from bot.messages.titles import part_titles
from bot.messages.view import View
from storage import company, events
from storage.event_rows import ParticipationRow
from storage.events import EventRecord

_AROUND = timedelta(days=1)
"""Before and behind an event: whoever is reported elsewhere then is not said to be missing."""

SIDE_EVENTS = 10
"""Side events listed in the evening; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Course:
    """An event in its course.

    Attributes:
        record: The event.
        there: Who took part by reports of its days.
        expected: Whom only announcements name, and nobody reports at another event of those days.
    """

    record: EventRecord
    there: Sequence[ParticipationRow]
    expected: Sequence[ParticipationRow]


def course_of(session: Session, event_id: int) -> Course:
    """Return an event in its course.

    Raises:
        NotStored: There is no such event.
    """
    return in_course(session, events.record(session, event_id))


def in_course(session: Session, record: EventRecord) -> Course:
    """Return an event in its course, read already."""
    there, expected = parted(record, told_by(session, record))
    first, last = record.event.starts_on, record.event.ends_on
    if expected and first is not None:
        ids = [guest.person_id for guest in expected]
        days = first - _AROUND, (last or first) + _AROUND
        away = company.elsewhere(session, record.event.id, ids, *days)
        expected = [guest for guest in expected if guest.person_id not in away]
    return Course(record, there, expected)


def eve(view: View, course: Course) -> Message:
    """Return the news that an event begins tomorrow, and who is expected."""
    return _above_card(view, f"🌙 {view.translator.gettext('Tomorrow')}", course)


def begun(view: View, course: Course) -> Message:
    """Return the news that an event has begun, and who is there."""
    return _above_card(view, f"▶️ {view.translator.gettext('It has begun')}", course)


def evening(view: View, course: Course) -> Message:
    """Return the summary of an event's last evening, with what there was besides."""
    heading, record = f"🌆 {view.translator.gettext('Evening summary')}", course.record
    whole = replace(course, record=replace(record, parts=()))
    message, parts = _above_card(view, heading, whole, over=True), parts_there(record)
    return _before_links(message, _side_events(view, record, parts)) if parts else message


def _above_card(view: View, heading: str, course: Course, *, over: bool = False) -> Message:
    record = course.record
    whole = card(view, replace(record, participations=tuple(course.there)))
    expected = replace(record, participations=tuple(course.expected))
    named = brief_names(view, expected, MOST_NAMES)
    head = text_block(Span(heading, Style.BOLD), kind=BlockKind.HEADING)
    message = Message((head, *whole.blocks), whole.buttons)
    if not named:
        return message
    sentence = expected_label(view, over=over).format(names=named)
    return _before_links(message, text_block(line(sentence), kind=BlockKind.FACTS))


def parted(
    record: EventRecord, told: Sequence[ArticleFacts]
) -> tuple[list[ParticipationRow], list[ParticipationRow]]:
    """Return who took part by reports of the event's days, and whom only others name.

    Where reports of its days name nobody, those count whom any other report names that does not
    merely announce. Who is known from a report of another event was seen to come to this one.
    """
    first = record.event.starts_on
    present = in_order(record.participations)
    if first is None or not told:
        return present, []
    reports = [facts.report for facts in told]
    named = came(reports, first, Tense(record.event.tense), [guest.name for guest in present])
    there: list[ParticipationRow] = []
    expected: list[ParticipationRow] = []
    own = {facts.article.id for facts in told}
    for participation in present:
        is_there = participation.article_id not in own or is_named(participation.name, named)
        (there if is_there else expected).append(participation)
    return there, expected


def _side_events(view: View, record: EventRecord, parts: Sequence[EventRecord]) -> Block:
    titles = part_titles(view, record, parts, 160)
    label = parts_label(view, record.event.kind)
    lines: list[Line] = [line(Span(f"{label}:", Style.BOLD))]
    for part, title in list(zip(parts, titles, strict=True))[:SIDE_EVENTS]:
        address = link(part.articles[0].url) if part.articles else None
        is_own = title.language == view.translator.language
        lines.append(line("• ", Span(title.text, Style.PLAIN if is_own else Style.MUTED, address)))
        lines += [line("  ", *row) for row in title.original_lines(160)]
    if (more := len(titles) - SIDE_EVENTS) > 0:
        counted = view.translator.ngettext("+ {number} more event", "+ {number} more events", more)
        lines.append(line(counted))
    return Block(BlockKind.ITEMS, tuple(lines))


def _before_links(message: Message, block: Block) -> Message:
    """Return a message with a block more, before its organisations and outlets."""
    kinds = [known.kind for known in message.blocks]
    at = kinds.index(BlockKind.LINKS)
    blocks = (*message.blocks[:at], block, *message.blocks[at:])
    return replace(message, blocks=blocks)
