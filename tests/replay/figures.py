"""What a stretch came to, in figures: how often chats were called, and whether it was true."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import takewhile
from pathlib import Path
from statistics import median

from sqlmodel import Session, col, select

from bot.messages.message import Block, BlockKind, Line, Style
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState
from storage.events import going_on_as
from storage.models import Article, Delivery, EventChange, Report
from tests.replay.life import Life, Received

SOUNDING = frozenset(
    {DeliveryKind.ALERT, DeliveryKind.CHANGE, DeliveryKind.CATCHUP, DeliveryKind.REMINDER}
)
"""Kinds of delivery about events that call a chat, each for itself."""

UNSTATED = "date not stated"


@dataclass(frozen=True, slots=True)
class Told:
    """A message with what it was about.

    Attributes:
        received: The message.
        kind: Of the delivery.
        event_id: The event that it was about when it was sent, or None.
        goes_on_as: The event that this one is now, or None.
        items: Ids of the articles of that event, the first to be seen first.
    """

    received: Received
    kind: str
    event_id: int | None
    goes_on_as: int | None
    items: tuple[str, ...]


@dataclass
class Month:
    """A stretch as it was told, and what the database knows of it.

    Attributes:
        told: All messages but answers.
        main: The event of most articles.
        main_urls: The addresses of its articles.
        moves: Of each notice of a change in any chat: event, day, whether an article claims it.
        waited: Minutes from the first publication to the first alert, by event.
    """

    told: list[Told] = field(default_factory=list)
    main: int | None = None
    main_urls: frozenset[str] = frozenset()
    moves: list[tuple[int, date, bool]] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def of(self, chat: str, *kinds: str, edits: bool = False) -> list[Told]:
        """Return what a chat was sent of these kinds; edits where `edits`, else no edit."""
        return [
            one
            for one in self.told
            if one.received.chat == chat and one.kind in kinds and (edits or not one.received.edit)
        ]

    def busiest(self, chat: str) -> tuple[date | None, int]:
        """Return the day on which a chat was called most often, and how often."""
        days = Counter(one.received.day for one in self.of(chat, *SOUNDING))
        return max(days.items(), key=lambda pair: pair[1], default=(None, 0))

    def duplicates(self, chat: str) -> list[Told]:
        """Return alerts of an event that the chat had an alert of before."""
        seen, again = set[int | None](), list[Told]()
        for one in self.of(chat, DeliveryKind.ALERT):
            (again.append if one.goes_on_as in seen else lambda _: None)(one)
            seen.add(one.goes_on_as)
        return again

    def undated(self, chat: str) -> list[Told]:
        """Return alerts that knew no day."""
        return [one for one in self.of(chat, DeliveryKind.ALERT) if UNSTATED in one.received.text]

    def names(self) -> list[str]:
        """Return everybody whom a card showed, each once."""
        found = Counter(
            name
            for one in self.told
            for block in one.received.message.blocks
            for name in _names(block)
        )
        return sorted(found)

    def main_in_digests(self, chat: str) -> Iterator[tuple[date, list[str]]]:
        """Yield the day of each digest of a chat, and under which headings the main event stood."""
        for one in self.of(chat, DeliveryKind.DIGEST):
            yield one.received.day, list(_places(one.received.message.blocks, self.main_urls))


async def look(life: Life, folder: Path) -> Month:
    """Return what came of a life whose database stands in `folder`."""
    database = Database(f"sqlite:///{folder / 'tco-bot.db'}")
    try:
        return await database.run(_month, life)
    finally:
        database.close()


def _month(session: Session, life: Life) -> Month:
    deliveries = {row.id: row for row in session.scalars(select(Delivery))}
    articles = defaultdict[int | None, list[Article]](list)
    for article in session.scalars(select(Article).order_by(col(Article.id))):
        articles[article.event_id].append(article)
    articles.pop(None, None)
    month = Month()
    month.main = max(articles, key=lambda event: len(articles[event]), default=None)
    month.main_urls = frozenset(article.url for article in articles.get(month.main, []))
    for received in life.received:
        row = deliveries.get(received.delivery)
        if row is None:
            continue
        lives_on = going_on_as(session, row.event_id) if row.event_id else None
        items = tuple(article.url.rpartition("/")[2] for article in articles.get(lives_on, []))
        month.told.append(Told(received, row.kind, row.event_id, lives_on, items))
    month.moves = list(_moves(session, month))
    month.waited = list(_waited(session, deliveries.values(), articles))
    return month


def _moves(session: Session, month: Month) -> Iterator[tuple[int, date, bool]]:
    changed = [one.event_id for one in month.told if one.kind == DeliveryKind.CHANGE]
    for event_id in sorted({event_id for event_id in changed if event_id is not None}):
        lives_on = going_on_as(session, event_id)
        facts = session.scalars(
            select(Report.facts)
            .join(Article, col(Article.id) == col(Report.article_id))
            .where(col(Article.event_id) == lives_on)
        )
        claimed = any(one["reading"].get("move_proof") for one in facts)
        for change in session.scalars(
            select(EventChange).where(col(EventChange.event_id) == event_id)
        ):
            yield event_id, change.changed_at.date(), claimed


def _waited(
    session: Session,
    deliveries: Iterable[Delivery],
    articles: dict[int | None, list[Article]],
) -> Iterator[float]:
    first: dict[int, datetime] = {}
    for row in deliveries:
        if row.kind == DeliveryKind.ALERT and row.state == DeliveryState.SENT and row.finished_at:
            event_id = going_on_as(session, row.event_id or 0)
            first[event_id] = min(first.get(event_id, row.finished_at), row.finished_at)
    for event_id, sent in first.items():
        reports = articles.get(event_id, [])
        published = [one.published_at for one in reports if one.published_at is not None]
        if published:
            yield (sent - min(published)).total_seconds() / 60


def _names(block: Block) -> Iterator[str]:
    if block.kind is BlockKind.PEOPLE:
        for row in block.lines:
            yield from (span.text for span in row if span.style is Style.BOLD)


_BELOW = 2
"""Lines below an event that are shown: what came of it, and who was there."""


def _places(blocks: Sequence[Block], urls: frozenset[str]) -> Iterator[str]:
    """Yield the heading and the line of each place where a digest tells of an event."""
    for block in blocks:
        heading = ""
        for at, row in enumerate(block.lines):
            text = _text(row)
            if row and row[0].style is Style.BOLD and len(row) == 1:
                heading = text
            if any(span.url in urls for span in row):
                below = (_text(under) for under in block.lines[at + 1 :])
                told = [under.strip() for under in takewhile(_hangs, below)][:_BELOW]
                yield f"{heading}: {text} | {' | '.join(told)}"


def _text(row: Line) -> str:
    return "".join(span.text for span in row)


def _hangs(text: str) -> bool:
    """Whether a line hangs below the event before it."""
    return text.startswith("  ")


def summary(month: Month, life: Life, chat: str) -> str:
    """Return the figures as text."""
    rows: list[str] = []
    kinds = sorted({one.kind for one in month.told})
    chats = sorted({one.received.chat for one in month.told})
    for name in chats:
        sums = [f"{kind} {len(month.of(name, kind, edits=True))}" for kind in kinds]
        rows.append(f"{name}: {', '.join(sums)}; busiest day {_busiest(month, name)}")
    days = Counter((one.received.day, one.kind) for one in month.of(chat, *kinds, edits=True))
    rows.append(f"by day ({chat}):")
    for day in sorted({day for day, _ in days}):
        counts = ", ".join(f"{kind} {days[day, kind]}" for kind in kinds if days[day, kind])
        rows.append(f"  {day}: {counts}")
    rows.append(f"duplicates: {_list(month.duplicates(chat))}")
    rows.append(f"date not stated: {_list(month.undated(chat))}")
    rows.append(f"MOVED, CANCELLED, ON AGAIN: {len(month.moves)}")
    rows += [f"  event {event} on {day}: said {said}" for event, day, said in month.moves]
    if month.waited:
        rows.append(f"minutes to the alert: median {median(month.waited):.0f} of events")
    rows.append(f"digests of {chat} on the main event (event {month.main}):")
    for day, places in month.main_in_digests(chat):
        rows += [f"  {day}: {place}" for place in places]
    rows.append(f"people shown: {'; '.join(month.names())}")
    if life.costs:
        rows += _costs(life)
    return "\n".join(rows)


def _busiest(month: Month, chat: str) -> str:
    day, count = month.busiest(chat)
    return f"{count} ({day})"


def _list(told: Sequence[Told]) -> str:
    rows = [f"event {one.event_id} on {one.received.day}" for one in told]
    return f"{len(rows)}" + (f" ({'; '.join(rows)})" if rows else "")


def _costs(life: Life) -> list[str]:
    processor = [cost.processor for cost in life.costs]
    first, last = life.costs[0], life.costs[-1]
    memory = f"{first.memory / 1e6:.1f} MB after the first day, {last.memory / 1e6:.1f} at the end"
    return [
        f"processor: {sum(processor) / len(processor):.2f} s a day, most {max(processor):.2f} s",
        f"memory: {memory}; workers {first.workers / 1e6:.1f} to {last.workers / 1e6:.1f} MB",
        f"database: {first.database / 1e6:.1f} to {last.database / 1e6:.1f} MB",
    ]
