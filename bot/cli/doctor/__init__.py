"""`tco-bot doctor`: what is wrong with a set-up, the gravest first, and what to do about it.

It writes nothing but a file into the data folder that it removes, sends no message, and prints no
secret: what is found goes through the same mask as the log.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from bot.cli.doctor import database, machine, network, wishes
from bot.cli.terminal import Terminal
from bot.runtime import logs
from bot.runtime.findings import Finding, Mark, look, wrong
from bot.runtime.scheduler import utc_now
from config.catalogue import Catalogue
from config.catalogue_loader import load_catalogue
from config.errors import ConfigError
from config.settings import Settings, load_settings, secrets_of

EXIT_WRONG = 1
"""Exit code where something is wrong; what is only worth a look ends in 0."""

_SIGNS = {
    Mark.WRONG: ("wrong", "bold red"),
    Mark.LOOK: ("look", "yellow"),
    Mark.GOOD: ("good", "green"),
}


def doctor(
    offline: Annotated[  # noqa: FBT002 - Typer's way
        bool, typer.Option("--offline", help="Leave out what needs the network.")
    ] = False,
) -> None:
    """Say what is wrong with this set-up, and what to do about it.

    What is wrong comes first. Ends in 1 where something is, for scripts.
    """
    logs.setup(level="ERROR")
    found = examined(utc_now(), offline=offline)
    _print(found)
    if any(finding.mark is Mark.WRONG for finding in found):
        raise typer.Exit(EXIT_WRONG)


def examined(now: datetime, *, offline: bool) -> list[Finding]:
    """Return all that is found at `now`, the gravest first and no secret in it."""
    try:
        settings = load_settings()
    except ConfigError as error:
        return [wrong(error.where, error.problem, error.fix)]
    found: list[Finding] = []
    try:
        catalogue = load_catalogue(own=settings.config_dir)
    except ConfigError as error:
        found.append(wrong(error.where, error.problem, error.fix))
        catalogue = None
    found += _all_of(settings, catalogue, now, offline=offline)
    secrets = secrets_of(settings)
    masked = [_masked(finding, secrets) for finding in found]
    return sorted(masked, key=lambda finding: finding.mark)


def _all_of(
    settings: Settings, catalogue: Catalogue | None, now: datetime, *, offline: bool
) -> list[Finding]:
    found = [*wishes.examine(settings), *machine.examine(settings, now)]
    kept, runs = database.examine(settings.database_url.get_secret_value())
    found += [*kept, *machine.ports(settings, runs=runs)]
    if offline:
        fix = "Run it again without --offline, where there is a network"
        return [*found, look("network", "was not asked: platforms, sources, clock", fix)]
    sources = catalogue.sources if catalogue is not None else ()
    return found + asyncio.run(network.examine(settings, sources, now))


def _masked(finding: Finding, secrets: Sequence[str]) -> Finding:
    return Finding(
        finding.mark,
        finding.subject,
        logs.mask(finding.said, secrets),
        logs.mask(finding.fix, secrets),
        finding.unreached,
    )


def _print(found: Sequence[Finding]) -> None:
    table = Table.grid(padding=(0, 2))
    for finding in found:
        sign, style = _SIGNS[finding.mark]
        said = f"{finding.said}. {finding.fix}" if finding.fix else finding.said
        table.add_row(Text(sign, style=style), Text(finding.subject), Text(f"{said}."))
    Terminal(highlight=False).print(table)
