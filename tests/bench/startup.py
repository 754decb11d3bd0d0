"""How long the command line takes to answer, beside importing the libraries it is drawn with."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

ROUNDS = 9
FLOOR = ("-c", "import typer, rich")
COMMANDS = {
    "tco-bot --help": ("-m", "bot.cli", "--help"),
    "tco-bot --version": ("-m", "bot.cli", "--version"),
    "tco-bot sources --help": ("-m", "bot.cli", "sources", "--help"),
}


def rows() -> Iterator[str]:
    """Give the lines of the table.

    Each command takes turns with the floor, so that both meet the same machine.
    """
    yield f"{'starting, processor time in ms':38}{'command':>10}{'floor':>10}{'ratio':>8}"
    for name, arguments in COMMANDS.items():
        mine, floor = turns(arguments)
        yield f"{name:38}{mine * 1000:10.0f}{floor * 1000:10.0f}{mine / floor:8.2f}"


def turns(arguments: tuple[str, ...]) -> tuple[float, float]:
    """Return the median processor time in seconds of a command and of the floor, run in turns."""
    rounds = [(_seconds(arguments), _seconds(FLOOR)) for _ in range(ROUNDS)]
    return median(mine for mine, _ in rounds), median(floor for _, floor in rounds)


def _seconds(arguments: tuple[str, ...]) -> float:
    before = _spent()
    command = [sys.executable, *arguments]
    # Our own.
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        env=dict(os.environ),
    )
    return _spent() - before


def _spent() -> float:
    """Return the processor time of all processes that were waited for."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
