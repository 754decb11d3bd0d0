"""`tco-bot events`: which articles were taken for one event and why.

And a person's last word on it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.common import look, transaction
from bot.cli.terminal import Terminal
from config.errors import TcoError

if TYPE_CHECKING:
    from sqlmodel import Session

    from bot.pipeline.file_events import EventFiler
    from storage.events import EventRecord
    from storage.models import Ruling, Tie

commands = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="What articles were taken for one event, and why.",
)

NEAR_MISSES = 5
"""Ties to reports of other events that are shown."""

_EFFECTS = {
    "alert": "a new card, of",
    "edit": "its card is edited, of",
    "change": "a notice of a change, of",
}
"""What a chat gets of a decision, by the kind of delivery."""

Change = Callable[["Session", "EventFiler", datetime], list[int]]
"""Makes a change in a transaction, and returns the events that come of it."""

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]

EventId = Annotated[
    int, typer.Argument(help="The event's number, as `events list` shows it.", min=1)
]


class NotOfEvent(TcoError):
    """An article was named that is not one of the event's."""

    def __init__(self, event_id: int, article_id: int) -> None:
        super().__init__(
            f"Article {article_id} does not belong to event {event_id}. "
            f"`tco-bot events explain {event_id}` lists those that do."
        )


@commands.command("list")
def list_events(limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 30) -> None:
    """List the events found last, with how many articles report each."""
    from storage import events

    with transaction() as session:
        found = events.records(session, limit=limit)
    table = Table(
        "event",
        "part of",
        "day",
        "town",
        "kind",
        "articles",
        "title",
        box=None,
        pad_edge=False,
        header_style="bold",
    )
    for record in found:
        event = record.event
        day = event.starts_on.isoformat() if event.starts_on else "-"
        numbers = str(event.id), str(event.parent_id or "-")
        table.add_row(
            *numbers,
            day,
            Text(event.city or "-"),
            event.kind,
            str(len(record.articles)),
            Text(event.title),
        )
    Terminal().print(table)


@commands.command()
def explain(event_id: EventId) -> None:
    """Show why articles were taken to report one event, and what came near it and was not."""
    from storage import events, filed_reports

    with transaction() as session:
        record = events.record(session, event_id)
        ids = [article.id for article in record.articles]
        ties = filed_reports.ties_among(session, ids)
        rulings = filed_reports.rulings(session, ids)
        tied = {article_id for tie in ties for article_id in (tie.one_id, tie.two_id)}
        filed = filed_reports.of_articles(session, tied)
        homes = {row.article_id: row.event_id for row in filed}
    console = Terminal(highlight=False)
    _show_event(console, record, event_id)
    inner = [tie for tie in ties if {tie.one_id, tie.two_id} <= set(ids)]
    outer = [tie for tie in ties if tie not in inner]
    _show_ties(console, "joined by", inner, homes, record.event.id)
    _show_ties(console, "near, but of another event", outer[:NEAR_MISSES], homes, record.event.id)
    _show_rulings(console, rulings)


@commands.command()
def split(
    event_id: EventId,
    article_ids: Annotated[
        list[int], typer.Argument(help="Numbers of the articles that report something else.")
    ],
    *,
    yes: Yes = False,
) -> None:
    """Part some articles from an event: they become an event of their own.

    First says what will change in which chats. `events undo` takes it back.
    """
    from storage import filed_reports

    def change(session: "Session", filer: "EventFiler", now: datetime) -> list[int]:
        theirs = {row.article_id for row in filed_reports.of_event(session, event_id)}
        if strange := [number for number in article_ids if number not in theirs]:
            raise NotOfEvent(event_id, strange[0])
        return filer.split(session, event_id, article_ids, now)

    _decide(change, article_ids, yes=yes)


@commands.command()
def join(
    event_ids: Annotated[
        list[int], typer.Argument(help="Numbers of two or more events that are one.")
    ],
    *,
    yes: Yes = False,
) -> None:
    """Make one event of several; the oldest keeps its number, the others lead to it.

    First says what will change in which chats. `events undo` takes it back.
    """
    from storage import events, filed_reports

    def change(session: "Session", filer: "EventFiler", now: datetime) -> list[int]:
        numbers = sorted({events.record(session, number).event.id for number in event_ids})
        return filer.join(session, numbers, now)

    with transaction() as session:
        filed = [row for number in event_ids for row in filed_reports.of_event(session, number)]
    _decide(change, [row.article_id for row in filed], yes=yes)


@commands.command()
def undo(
    number: Annotated[
        int | None, typer.Argument(help="The decision's number; without, the last.", min=1)
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Take back a split or a join: events and cards are as they were before it."""
    from storage import decisions

    with transaction() as session:
        decision = decisions.last(session, number)
        Terminal(highlight=False).print(
            f"Decision {decision.id}: {decision.kind} of {decision.made_at:%Y-%m-%d %H:%M} UTC."
        )
    number = decision.id

    def change(session: "Session", filer: "EventFiler", now: datetime) -> list[int]:
        return filer.undo(session, decisions.last(session, number), now)

    _decide(change, [article_id for article_id, _ in decision.was["homes"]], yes=yes)


def _decide(change: Change, article_ids: Sequence[int], *, yes: bool) -> None:
    """Say what a change does in which chats, and make it if somebody agrees.

    While that is thought over nobody waits for it: it is tried, taken back, and made anew. Where
    something else would come of it by then, that is said and asked as well. What it weighs of
    these articles and those around is weighed before.
    """
    from storage import outbox

    filer, said = _filer(), None
    look(partial(filer.weigh_around, article_ids=article_ids))
    while True:
        now = datetime.now(UTC)
        with transaction() as session:
            found = change(session, filer, now)
            owed = outbox.owed_since(session, now)
            effects = sorted((str(chat), str(kind)) for chat, kind, _ in owed)
            is_made = yes or effects == said
            if not is_made:
                session.rollback()
        if effects != said:
            _say(owed)
        if is_made:
            break
        if not typer.confirm("Go through with it?"):
            Terminal(highlight=False).print("Nothing was changed.")
            return
        said = effects
    _tell(found)


def _say(owed: "Sequence[tuple[str, str, int]]") -> None:
    console = Terminal(highlight=False)
    for chat, kind, event_id in owed:
        console.print(Text(f"  {_EFFECTS.get(kind, kind)} event {event_id}: {chat}"))
    if not owed:
        console.print("  No chat has had a card of this, so none hears of it.")


def _filer() -> "EventFiler":
    from bot.cli.common import catalogue
    from bot.merging.knowledge import MergingKnowledge
    from bot.pipeline.file_events import EventFiler

    return EventFiler(MergingKnowledge(catalogue()))


def _tell(event_ids: Sequence[int]) -> None:
    Terminal(highlight=False).print(f"Now: {', '.join(f'event {number}' for number in event_ids)}.")


def _show_event(console: Console, record: "EventRecord", asked: int) -> None:
    event = record.event
    if event.id != asked:
        console.print(f"Event {asked} turned out to be event {event.id}.")
    console.print(Text(f"Event {event.id}: {event.title}", style="bold"))
    if event.parent_id:
        console.print(f"A part of event {event.parent_id}.")
    for article in record.articles:
        outlet = f"{article.source}, {article.language or '?'}"
        console.print(Text(f"  article {article.id}  {outlet}: {article.title}"))


def _show_ties(
    console: Console, heading: str, ties: "Sequence[Tie]", homes: dict[int, int | None], own: int
) -> None:
    if not ties:
        return
    console.print(Text(heading, style="bold"))
    for tie in ties:
        others = [
            f"event {homes[article_id]}"
            for article_id in (tie.one_id, tie.two_id)
            if homes.get(article_id) not in {own, None}
        ]
        pair = f"articles {tie.one_id} and {tie.two_id} {' '.join(others)}".rstrip()
        console.print(Text(f"  {tie.score:+.1f}  {pair}"))
        for name, weight, detail in tie.reasons:
            console.print(Text(f"        {weight:+.1f} {name}: {detail}", style="dim"))


def _show_rulings(console: Console, rulings: "Sequence[Ruling]") -> None:
    for ruling in rulings:
        verdict = "are of one event" if ruling.together else "are not of one event"
        pair = f"articles {ruling.one_id} and {ruling.two_id}"
        console.print(f"  ruled on {ruling.made_at:%Y-%m-%d %H:%M} UTC: {pair} {verdict}")
