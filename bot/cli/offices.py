"""`tco-bot offices`: who heads which organisation since when, with the proof."""

from rich.table import Table
from rich.text import Text

from bot.cli.terminal import Terminal
from config.settings import load_settings


def offices() -> None:
    """List who heads and headed each organisation.

    The latest first: since when, first and last named so, and the sentence that says it.
    """
    from bot.language.name_forms import NameForms
    from storage import headships
    from storage.database import Database

    database = Database(load_settings().database_url.get_secret_value())
    try:
        database.upgrade(NameForms())
        with database.transaction() as session:
            rows = headships.heads(session)
    finally:
        database.close()
    table = Table(
        "organisation",
        "office",
        "who",
        "since",
        "first named",
        "last named",
        "proof",
        box=None,
        pad_edge=False,
        header_style="bold",
    )
    for tenure, person in rows:
        since = tenure.since.isoformat() if tenure.since else "-"
        days = since, tenure.first_seen_on.isoformat(), tenure.last_seen_on.isoformat()
        table.add_row(
            tenure.organization, Text(tenure.role), Text(person.name), *days, Text(tenure.proof)
        )
    Terminal().print(table)
