"""The review of a week or a month: who was most active and where, what stood out, what is coming.

A digest lists what is new; a review sums up what was. That of a month comes with its picture.
"""

from collections.abc import Iterable, Sequence

from bot.messages.event_lines import head
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    line,
    plain_line,
)
from bot.messages.month_picture import month_document
from bot.messages.review_content import ReviewContent, ReviewedPeriod, name_shown
from bot.messages.review_period import last_day
from bot.messages.view import View
from storage.enums import Period
from storage.events import EventRecord

NAMED = 5
"""Organisations, people and towns named as most active."""

STOOD_OUT = {Period.WEEK: 5, Period.MONTH: 7}
"""Events listed as those that stood out."""

OFTEN = 2
"""At how many events somebody was who is called active: once is what most people are."""

FOLLOWED = 3
"""Names in the heading; the rest is counted."""


def review(view: View, content: ReviewContent, names: Sequence[str]) -> Message:
    """Return the review of a period.

    Args:
        view: The chat.
        content: What there is to tell.
        names: What the chat follows, as it reads it.
    """
    blocks = [_heading(view, content, names), *_held(view, content)]
    _ = view.translator.gettext
    if content.coming:
        coming = [head(view, record, content.span.today) for record in content.coming]
        blocks.append(_section(_("COMING UP"), coming))
    if rest := _rest(view, content):
        blocks.append(Block(BlockKind.FOOTER, (line(Span(rest, Style.MUTED)),)))
    with_picture = content.span.period is Period.MONTH and content.held
    document = month_document(view, content) if with_picture else None
    return Message(tuple(blocks), document=document)


def title(view: View, span: ReviewedPeriod) -> str:
    """Return what a review is headed by: "Week in review · 22–28 April"."""
    _ = view.translator.gettext
    whole = last_day(span.period, span.first)
    if span.period is Period.MONTH:
        return f"{_('Month in review')} · {view.translator.month(span.first)}"
    return f"{_('Week in review')} · {view.translator.dates(span.first, whole)}"


def _heading(view: View, content: ReviewContent, names: Sequence[str]) -> Block:
    shown = ", ".join(clean_line(name, 60) for name in names[:FOLLOWED])
    more = f" + {len(names) - FOLLOWED}" if len(names) > FOLLOWED else ""
    lines = [line(Span(title(view, content.span), Style.BOLD)), line(shown + more)]
    return Block(BlockKind.HEADING, tuple(lines))


def _held(view: View, content: ReviewContent) -> list[Block]:
    """Return what took place: in numbers, by whom and where, and what stood out."""
    _, span = view.translator.gettext, content.span
    if not content.held:
        return [Block(BlockKind.TEXT, (line(_("I read of no event that took place.")),))]
    towns = content.towns(view)
    blocks = [Block(BlockKind.TEXT, (line(_numbers(view, content, len(towns))),))]
    active = [line("• ", text) for text in _most_active(view, content)]
    if active:
        blocks.append(_section(_("MOST ACTIVE"), active))
    if towns:
        blocks.append(_section(_("WHERE"), [line("• ", counted(towns[:NAMED]))]))
    foremost = content.foremost(STOOD_OUT[span.period])
    if len(content.held) > 1:
        stood_out = [row for record in foremost for row in _event(view, record, span)]
        blocks.append(_section(_("WHAT STOOD OUT"), stood_out))
    else:
        blocks.append(Block(BlockKind.ITEMS, tuple(_event(view, content.held[0], span))))
    return blocks


def _numbers(view: View, content: ReviewContent, towns: int) -> str:
    """Return how much there was: "12 events · 6 towns · 34 people"."""
    ngettext = view.translator.ngettext
    people = len(content.people)
    parts = [ngettext("{number} event", "{number} events", len(content.held))]
    parts += [ngettext("{number} town", "{number} towns", towns)] if towns else []
    parts += [ngettext("{number} person", "{number} people", people)] if people else []
    return " · ".join(parts)


def _most_active(view: View, content: ReviewContent) -> list[str]:
    bodies = [(view.organization(body), times) for body, times in content.organizations()[:NAMED]]
    often = [person for person in content.people[:NAMED] if person.times >= OFTEN]
    people = [(name_shown(view, person), person.times) for person in often]
    return [counted(pairs) for pairs in (bodies, people) if pairs]


def counted(pairs: Iterable[tuple[str, int]]) -> str:
    """Return names with their numbers: "OTS (5), TURKSOY (3)"."""
    return ", ".join(f"{name} ({times})" for name, times in pairs)


def _event(view: View, record: EventRecord, span: ReviewedPeriod) -> list[Line]:
    """Return an event in a line, and in another who reports it."""
    outlets = len({article.source for article in record.articles})
    rows = [head(view, record, span.today)]
    names = map(view.organization, view.in_order(record.organizations))
    bodies = " · ".join(name for name in names if name not in plain_line(rows[0]))
    said = view.translator.ngettext("{number} outlet", "{number} outlets", outlets)
    below = " · ".join(part for part in (bodies, said if outlets > 1 else "") if part)
    return [*rows, line("  ", below)] if below else rows


def _section(heading: str, lines: Sequence[Line]) -> Block:
    return Block(BlockKind.ITEMS, (line(Span(heading, Style.BOLD)), *lines))


def _rest(view: View, content: ReviewContent) -> str:
    """Return what is told by its number alone."""
    ngettext = view.translator.ngettext
    parts: list[str] = []
    if content.unreported:
        unreported = ngettext(
            "{number} announced event of which I read no report",
            "{number} announced events of which I read no report",
            content.unreported,
        )
        parts.append(unreported)
    if content.cancelled:
        parts.append(ngettext("{number} called off", "{number} called off", content.cancelled))
    return " · ".join(parts)
