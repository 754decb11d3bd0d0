"""`tco-bot sources`: what is polled and how it does."""

from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.cli.frame import app
from config.catalogue import load_catalogue
from config.settings import load_settings
from config.sources import SourceSpec

if TYPE_CHECKING:
    from storage.models import Source

commands = typer.Typer(no_args_is_help=True, help="The feeds and pages that are polled.")
app.add_typer(commands, name="sources")


@commands.command("list")
def list_sources() -> None:
    """List every source with what is known of it: from the catalogue, and from the last poll once there was one."""
    from storage import sources
    from storage.database import Database

    database = Database(load_settings().database_url.get_secret_value())
    try:
        database.upgrade()
        with database.transaction() as session:
            polled = {source.key: source for source in sources.all_sources(session)}
    finally:
        database.close()
    table = Table("source", "language", "certainty", "last poll", "state", box=None, pad_edge=False, header_style="bold")
    for spec in load_catalogue().sources:
        source = polled.get(spec.key)
        table.add_row(Text(spec.name), spec.language, spec.certainty, _last_poll(source), _state(spec, source))
    Console().print(table)


def _last_poll(source: "Source | None") -> str:
    return f"{source.last_polled_at:%Y-%m-%d %H:%M} UTC" if source and source.last_polled_at else "never"


def _state(spec: SourceSpec, source: "Source | None") -> Text:
    if not spec.enabled:
        return Text("disabled", style="dim")
    if source and source.failures:
        return Text(f"{source.failure_cause}: {source.failure_detail} ({source.failures} in a row)", style="red")
    return Text("well" if source and source.last_ok_at else "new", style="green")
