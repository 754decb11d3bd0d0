"""`tco-bot deliveries`, `backup`, `copy-database`: what was owed; keeping what is remembered."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress
from rich.table import Table
from rich.text import Text

from bot.cli.terminal import Terminal
from config.settings import load_settings

if TYPE_CHECKING:
    from storage.models import Delivery

_STYLES = {
    "sent": "green",
    "failed": "red",
    "uncertain": "yellow",
    "cancelled": "dim",
    "told": "green",
}


def deliveries(
    chat: Annotated[
        int | None, typer.Option(help="Only those of the chat with this number.")
    ] = None,
    failed: Annotated[  # noqa: FBT002 - Typer's way
        bool, typer.Option("--failed", help="Only those that failed or are in doubt.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
) -> None:
    """Show what was owed last and what became of it.

    The latest first, and how many deliveries are in each state.
    """
    from bot.language.name_forms import NameForms
    from storage import chats, outbox
    from storage.database import Database
    from storage.enums import DeliveryState

    database = Database(load_settings().database_url.get_secret_value())
    states = (DeliveryState.FAILED, DeliveryState.UNCERTAIN) if failed else ()
    table = Table(
        "when (UTC)",
        "chat",
        "where",
        "what",
        "state",
        "tries",
        "reason",
        box=None,
        pad_edge=False,
        header_style="bold",
    )
    try:
        database.upgrade(NameForms())
        with database.transaction() as session:
            counts = outbox.count_by_state(session, chat)
            for delivery in outbox.deliveries(session, chat, states=states, limit=limit):
                where = chats.get(session, delivery.chat_id)
                thread = f"/{where.thread}" if where.thread else ""
                table.add_row(
                    f"{delivery.created_at:%Y-%m-%d %H:%M:%S}",
                    str(delivery.chat_id),
                    Text(f"{where.platform} {where.address}{thread}"),
                    Text(f"{delivery.kind} {delivery.subject}"),
                    Text(delivery.state, style=_STYLES.get(delivery.state, "")),
                    str(delivery.attempts),
                    Text(_why(delivery)),
                )
    finally:
        database.close()
    console = Terminal(highlight=False)
    console.print(table)
    summary = ", ".join(f"{number} {state}" for state, number in sorted(counts.items()))
    console.print(f"\n{summary or 'nothing owed yet'}.")


def _why(delivery: "Delivery") -> str:
    if delivery.told_in_id is not None:
        return f"within delivery {delivery.told_in_id}"
    return delivery.reason or ""


def backup(
    file: Annotated[
        Path | None, typer.Argument(help="A new file; in the data folder unless given.")
    ] = None,
) -> None:
    """Save the whole database to a file while the bot runs.

    The file is an SQLite database, whatever the database is: name it in TCO_DATABASE_URL, or bring
    it to PostgreSQL by copy-database.
    """
    from storage.backup import back_up
    from storage.database import Database

    settings = load_settings()
    path = file or settings.data_dir / f"backup-{datetime.now(UTC):%Y%m%d-%H%M%S}.db"
    database = Database(settings.database_url.get_secret_value())
    try:
        back_up(database, path)
    finally:
        database.close()
    Terminal().print(f"[green]saved[/green]: {path} ({path.stat().st_size:,} bytes)")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that backup made.")],
    yes: Annotated[  # noqa: FBT002 - Typer's way
        bool, typer.Option("--yes", help="Do not ask.")
    ] = False,
) -> None:
    """Put a backup in the place of the SQLite database.

    The backup is looked through first, and the old database is kept under another name. The bot
    must not run. A backup of an earlier version is upgraded at the next start.
    """
    from storage import restore as restoring
    from storage.database import Database

    url = load_settings().database_url.get_secret_value()
    revision = restoring.look_through(file)
    database = Database(url)
    where = database.where
    database.close()
    if not yes:
        typer.confirm(f"Put {file} (tables {revision}) in the place of {where}?", abort=True)
    aside = restoring.restore(file, url, datetime.now(UTC))
    kept = f"; the old one is kept as {aside}" if aside is not None else ""
    Terminal().print(Text(f"restored{kept}", style="green"))


def copy_database(
    source: Annotated[
        str,
        typer.Argument(
            metavar="FROM", help="Address of an SQLite database, such as sqlite:///data/tco-bot.db"
        ),
    ],
    target: Annotated[
        str,
        typer.Argument(
            metavar="TO",
            help="Address of an empty database, such as postgresql+psycopg://user:pw@host/name",
        ),
    ],
) -> None:
    """Move a living SQLite database over to PostgreSQL.

    The old one takes no change any more: a bot that still runs on it stops and says where it went.
    """
    from bot.language.name_forms import NameForms
    from storage.backup import move
    from storage.database import Database

    old, new = Database(source), Database(target)
    try:
        with Progress(console=Terminal(stderr=True), transient=True) as progress:
            carried = progress.add_task("rows", total=None)

            def told(table: str, rows: int, total: int) -> None:
                progress.update(carried, description=table, completed=rows, total=total)

            rows = move(old, new, NameForms(), told)
    finally:
        old.close()
        new.close()
    table = Table("table", "rows", box=None, pad_edge=False, header_style="bold")
    for name, number in rows.items():
        table.add_row(name, f"{number:,}")
    console = Terminal(highlight=False)
    console.print(table)
    console.print(
        f"\n[green]moved[/green] to {new.where}. Set TCO_DATABASE_URL to it and start the bot."
    )
