"""`tco-bot run`, `demo`, `upgrade` and `check-config`: starting the bot, and getting it ready.

The bot itself is imported by the commands that need it, so that the others do not wait for its
libraries.
"""

import asyncio
import os
import subprocess
import sys
from contextlib import suppress
from typing import Annotated

import structlog
import typer
from rich.table import Table

from bot.cli.common import catalogue, ready
from bot.cli.terminal import Terminal
from bot.runtime import logs
from bot.runtime.heap import leave_alone_what_stays
from config.errors import TcoError
from config.settings import PREFIX, SECRETS, Settings, load_settings


def run(
    roles: Annotated[
        str, typer.Option(help="What this process does, with commas between.")
    ] = "poll,read,send,listen,web",
    *,
    console: Annotated[
        bool, typer.Option("--console", help="Read the real feeds and talk in this terminal.")
    ] = False,
) -> None:
    """Run the bot until it is told to stop (SIGTERM or Ctrl-C).

    On PostgreSQL several processes may share the work: each polls, reads, sends, listens or shows
    the diary on the web, or does several of these. Of those that send or listen for an account one
    does, and another takes over when it stops.
    """
    from bot.app import App
    from bot.runtime.roles import parse

    chosen = parse(roles)
    settings = ready("WARNING" if console else None)
    try:
        if console:
            from bot.cli.console_run import talk

            asyncio.run(talk(settings, catalogue()))
            return
        _have_tables_made(settings)
        app = App(settings, catalogue(), roles=chosen)
        leave_alone_what_stays()
        asyncio.run(app.run())
    except TcoError:
        raise
    except Exception as error:
        # The log masks secrets; a traceback printed by anybody else would not.
        structlog.get_logger(__name__).exception("stopped by a fault")
        raise typer.Exit(1) from error


def _have_tables_made(settings: Settings) -> None:
    """Make the tables of a new file in a process of its own.

    What that loads, some twenty megabytes, goes with the process. Where it fails, the bot meets the
    same itself and says so.
    """
    from storage.database import Database
    from storage.examination import TablesAre

    with suppress(TcoError):
        database = Database(settings.database_url.get_secret_value())
        try:
            are_missing = database.is_file and database.examine().state is TablesAre.MISSING
        finally:
            database.close()
        if are_missing:
            # Our own program, with the settings of this one.
            command = [sys.executable, "-P", "-m", "bot.cli", "upgrade"]
            found = os.pathsep.join(filter(None, sys.path))
            subprocess.run(  # noqa: S603 - this very interpreter, and words of our own
                command,
                env={**os.environ, "PYTHONPATH": found},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )


def demo() -> None:
    """Show the main job in this terminal: a bundled feed, no token, no network."""
    from bot.demo.show import show

    show()


def upgrade() -> None:
    """Bring the database to this version of the bot; each start does so."""
    from bot.language.name_forms import NameForms
    from bot.runtime.database_wait import wait_for_database
    from storage.database import Database

    settings = ready()
    database = Database(settings.database_url.get_secret_value())
    try:
        asyncio.run(wait_for_database(database, settings.database_wait_seconds))
        database.upgrade(NameForms())
    finally:
        database.close()
    Terminal().print(f"[green]ready[/green]: {database.where}")


def check_config() -> None:
    """Check settings and catalogues without starting.

    Shows what is set; secrets stay hidden.
    """
    settings, known = load_settings(), catalogue()
    table = Table("setting", "value", box=None, pad_edge=False, header_style="bold")
    for name in Settings.model_fields:
        table.add_row(PREFIX + name.upper(), _shown(settings, name))
    console = Terminal(highlight=False)
    console.print(table)
    enabled = sum(source.enabled for source in known.sources)
    console.print(
        f"\n{len(known.organizations)} organisations, "
        f"{len(known.sources)} sources ({enabled} enabled): all well."
    )


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if value is None or value == ():
        return ""
    if name in SECRETS:
        return logs.MASK
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
