"""The group of all subcommands: it names them at once and loads one only when it is to be run.

Help, completion and `--version` import nothing but Typer, for what stands here; the libraries of
the bot take ten times as long to import as its help takes to be printed. For the same reason help
is plain text: Typer's richer one imports a Markdown parser.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from config.errors import TcoError


@dataclass(frozen=True, slots=True)
class Subcommand:
    """A subcommand before it is loaded.

    Attributes:
        target: Where it stands, `module:name`: a function, or a Typer application of several.
        summary: What it does in one sentence; the first line of its own help.
    """

    target: str
    summary: str

    def load(self, name: str) -> Any:  # noqa: ANN401 - Typer keeps its Command to itself
        """Import the subcommand and return it as Typer runs it."""
        module, _, attribute = self.target.partition(":")
        loaded = getattr(import_module(module), attribute)
        if not isinstance(loaded, typer.Typer):
            function, loaded = loaded, typer.Typer(rich_markup_mode=None)
            loaded.command(name)(function)
        return typer.main.get_command(loaded)


SUBCOMMANDS = {
    "run": Subcommand(
        "bot.cli.run:run", "Run the bot until it is told to stop (SIGTERM or Ctrl-C)."
    ),
    "demo": Subcommand(
        "bot.cli.run:demo",
        "Show the main job in this terminal: a bundled feed, no token, no network.",
    ),
    "read": Subcommand(
        "bot.cli.read:read", "Show what an article says: who, when and where, each with its proof."
    ),
    "events": Subcommand(
        "bot.cli.events:commands", "What articles were taken for one event, and why."
    ),
    "people": Subcommand("bot.cli.people:commands", "Who was taken for one person."),
    "export": Subcommand(
        "bot.cli.export:export",
        "Write events with their sources, for programs, calendars and bibliographies.",
    ),
    "score": Subcommand(
        "bot.cli.read:score", "Compare what is read, or merged, with the gold facts of a corpus."
    ),
    "offices": Subcommand(
        "bot.cli.offices:offices", "List who heads and headed each organisation."
    ),
    "sources": Subcommand("bot.cli.sources:commands", "The feeds and pages that are polled."),
    "deliveries": Subcommand(
        "bot.cli.database:deliveries", "Show what was owed last and what became of it."
    ),
    "backup": Subcommand(
        "bot.cli.database:backup", "Save the whole database to a file while the bot runs."
    ),
    "restore": Subcommand(
        "bot.cli.database:restore", "Put a backup in the place of the SQLite database."
    ),
    "copy-database": Subcommand(
        "bot.cli.database:copy_database", "Move a living SQLite database over to PostgreSQL."
    ),
    "upgrade": Subcommand(
        "bot.cli.run:upgrade", "Bring the database to this version of the bot; each start does so."
    ),
    "doctor": Subcommand(
        "bot.cli.doctor:doctor", "Say what is wrong with this set-up, and what to do about it."
    ),
    "health": Subcommand("bot.cli.health:health", "Ask a running bot how it does."),
    "check-config": Subcommand(
        "bot.cli.run:check_config", "Check settings and catalogues without starting."
    ),
}


class _SubcommandGroup(TyperGroup):
    """All subcommands, each loaded when it is run, with errors that are sentences."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - Typer's own
        super().__init__(**attributes)
        for name, subcommand in SUBCOMMANDS.items():
            # What help and completion need of it: its name and what it does.
            self.add_command(
                TyperCommand(name, short_help=subcommand.summary, rich_markup_mode=None)
            )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Return the subcommand that `args` begin with, loaded, and the rest of them."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is None or command.name is None:  # asked for completion only
            return name, command, rest
        return name, SUBCOMMANDS[command.name].load(command.name), rest

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        try:
            return super().invoke(ctx)
        except TcoError as error:
            from bot.cli.common import EXIT_ERROR, complain

            complain(str(error))
            raise typer.Exit(EXIT_ERROR) from error


app = typer.Typer(
    name="tco-bot",
    cls=_SubcommandGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_show_locals=False,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - as Typer calls it
    if wanted:
        from importlib.metadata import version

        typer.echo(f"tco-bot {version('tco-bot')}")
        raise typer.Exit


@app.callback()
def tco_bot(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Which one this is."
        ),
    ] = False,
) -> None:
    """Who of the Turkic Cooperation Organizations met whom, when and where.

    Read from the news, sent to Telegram and Matrix.
    """
