"""The card: one event on one screen, names and dates first, and nothing that the articles do not say."""

from collections.abc import Sequence

from bot.digests.people import people
from bot.digests.view import View
from bot.message import Block, BlockKind, Line, Message, Span, Style, line, text_block, tidy
from config.text import fold
from storage.events import EventArticle, EventRecord
from storage.models import Event

OUTLETS = 3
"""Sources named in a card; the rest is counted."""


def card(view: View, record: EventRecord) -> Message:
    """Return the card of an event.

    Args:
        view: The chat that it is for.
        record: The event with all that hangs on it.
    """
    event = record.event
    blocks = [
        text_block(view.kind(event.kind), Span(tidy(event.title), Style.BOLD), kind=BlockKind.HEADING),
        _facts(view, event),
        people(view, record.participations, event.language),
        Block(BlockKind.LINKS, (*_organizations(view, record), sources(view, record.articles))),
    ]
    return Message(tuple(block for block in blocks if block))


def _facts(view: View, event: Event) -> Block:
    when = f"📅 {view.translator.dates(event.starts_on, event.ends_on)}" if event.starts_on else view.translator.gettext("date not stated")
    where = place(event)
    lines = [line(when if event.starts_on else Span(when, Style.MUTED)), *([line(f"📍 {where}")] if where else [])]
    return Block(BlockKind.FACTS, tuple(lines))


def place(event: Event, *, venue: bool = True) -> str:
    """Return where an event is, from the narrowest to the widest, each once: "United Nations Office, Geneva, Switzerland"."""
    parts: list[str] = []
    for part in (event.venue if venue else None, event.city, event.country):
        if part and fold(part) not in {fold(known) for known in parts}:
            parts.append(tidy(part, 120))
    return ", ".join(parts)


def _organizations(view: View, record: EventRecord) -> list[Line]:
    names = [view.organization(one) for one in view.in_order(record.organizations)]
    return [line(" · ".join(names))] if names else []


def sources(view: View, articles: Sequence[EventArticle]) -> Line:
    """Return the outlets with the day of publication, each linked to its article, the earliest first; beyond `OUTLETS` they are counted."""
    gettext = view.translator.gettext
    parts: list[str | Span] = []
    for article in articles[:OUTLETS]:
        parts += [" · "] if parts else []
        parts.append(Span(tidy(article.source, 60), url=link(article.url)))
        if article.published_at:
            parts.append(f", {view.translator.date(view.local_date(article.published_at), 'short')}")
    if more := len(articles) - OUTLETS:
        parts += [" · ", gettext("+ {count} more", count=more)] if more > 0 else []
    return line(*parts)


def link(url: str) -> str | None:
    """Return `url` when it is safe to offer for pressing, else None."""
    return url if url.startswith(("https://", "http://")) else None
