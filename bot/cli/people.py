"""`tco-bot people`: who was taken for one person, and a person's last word on it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.cli.common import transaction
from bot.cli.terminal import Terminal

if TYPE_CHECKING:
    from sqlmodel import Session

    from storage.person_splits import Part

commands = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Who was taken for one person.",
)

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
PersonId = Annotated[
    int, typer.Argument(help="The person's number, as `people find` shows it.", min=1)
]


@commands.command()
def find(name: Annotated[str, typer.Argument(help="In any spelling or script.")]) -> None:
    """List who is known by a name, each with the names that they were met under."""
    from bot.pipeline import known_people
    from storage import people

    with transaction() as session:
        found = known_people.find_by_sound(session, name)
        ids = [person.id for person in found]
        spellings = people.spellings_by_person(session, ids)
        rows = [(str(person.id), person.name, spellings.get(person.id, [])) for person in found]
    table = Table("person", "name", "met as", box=None, pad_edge=False, header_style="bold")
    for number, known_as, met in rows:
        table.add_row(number, Text(known_as), Text(", ".join(met)))
    Terminal().print(table if rows else "Nobody is known by this name.")


@commands.command()
def explain(person_id: PersonId) -> None:
    """Show in which events somebody stands, with the name and the office given there."""
    from storage import person_splits

    with transaction() as session:
        _show(person_splits.parts(session, person_id))


@commands.command()
def split(
    person_id: PersonId,
    event_ids: Annotated[
        list[int], typer.Argument(help="Numbers of the events in which somebody else is meant.")
    ],
    *,
    yes: Yes = False,
) -> None:
    """Part two people who were taken for one: the other gets a number of their own.

    First says what will change for which chats. `people undo` takes it back.
    """
    from bot.pipeline.split_people import split_person
    from storage import person_splits

    with transaction() as session:
        made = split_person(session, person_id, event_ids, datetime.now(UTC))
        console = Terminal(highlight=False)
        console.print(f"Person {made} stands in these from now on:")
        _show(person_splits.parts(session, made))
        for chat in person_splits.followers(session, person_id):
            console.print(Text(f"  {chat} goes on following person {person_id} alone."))
        if _goes_through(session, yes=yes):
            console.print(f"Now: person {person_id}, person {made}.")


@commands.command()
def undo(
    number: Annotated[
        int | None, typer.Argument(help="The decision's number; without, the last.", min=1)
    ] = None,
    *,
    yes: Yes = False,
) -> None:
    """Take back a split: the two are one person again, and who follows either follows that one."""
    from storage import decisions, person_splits

    with transaction() as session:
        decision = decisions.last(session, number, [person_splits.KIND])
        person_id, made = decision.was["person"], decision.was["made"]
        console = Terminal(highlight=False)
        console.print(
            f"Decision {decision.id}: person {made} was parted from person {person_id} "
            f"on {decision.made_at:%Y-%m-%d %H:%M} UTC."
        )
        for chat in person_splits.followers(session, made):
            console.print(Text(f"  {chat} follows person {person_id} then."))
        person_splits.undo(session, decision, datetime.now(UTC))
        if _goes_through(session, yes=yes):
            console.print(f"Now: person {person_id}.")


def _show(parts: "Sequence[Part]") -> None:
    table = Table("event", "name", "office", "title", box=None, pad_edge=False, header_style="bold")
    for part in parts:
        table.add_row(
            str(part.event_id), Text(part.name), Text(part.office or "-"), Text(part.title)
        )
    Terminal().print(table)


def _goes_through(session: "Session", *, yes: bool) -> bool:
    """Whether somebody agrees to what was just changed; otherwise it is taken back."""
    if yes or typer.confirm("Go through with it?"):
        return True
    session.rollback()
    Terminal(highlight=False).print("Nothing was changed.")
    return False
