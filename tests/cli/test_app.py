"""The group of all subcommands.

Help, completion and `--version` are quick, for they load none of them.
"""

import os
import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.cli.app import SUBCOMMANDS

HEAVY = (
    "aiohttp",
    "alembic",
    "babel",
    "feedparser",
    "lxml",
    "nio",
    "PIL",
    "pydantic_settings",
    "rich.markdown",
    "sqlalchemy",
    "structlog",
    "telegram",
    "trafilatura",
)
"""What takes long to import and is of no use to who asks for help."""

LOADED = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "


def loaded_by(*arguments: str, **environment: str) -> tuple[str, set[str]]:
    """Return what the program prints in a process of its own, and the modules that it imported."""
    program = (
        f"{LOADED}sys.argv[1:] = {list(arguments)!r}; from bot.cli import app; "
        f"app(prog_name='tco-bot')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, set(done.stderr.split())


def test_help_names_every_subcommand_and_loads_none() -> None:
    shown, modules = loaded_by("--help")
    for name in SUBCOMMANDS:
        assert f"\n  {name} " in shown
    assert not modules & set(HEAVY)
    assert {name for name in modules if name.startswith("bot.")} == {"bot.cli", "bot.cli.app"}


def test_the_version_is_that_of_the_package_and_loads_nothing() -> None:
    shown, modules = loaded_by("--version")
    assert shown == f"tco-bot {version('tco-bot')}\n"
    assert not modules & set(HEAVY)


@pytest.mark.parametrize(
    ("words", "number", "offered"),
    [
        ("tco-bot s", "1", {"score", "sources"}),
        ("tco-bot sources e", "2", {"enable", "export"}),
        ("tco-bot events ", "2", {"list", "explain", "split", "join", "undo"}),
    ],
)
def test_subcommands_are_completed_and_nothing_heavy_is_loaded(
    words: str, number: str, offered: set[str]
) -> None:
    shown, modules = loaded_by(
        _TCO_BOT_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=number
    )
    assert set(shown.split()) == offered
    assert not modules & set(HEAVY)


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_a_subcommand_is_what_help_says_of_it(name: str) -> None:
    command = SUBCOMMANDS[name].load(name)
    assert command.help.splitlines()[0] == SUBCOMMANDS[name].summary
    result = CliRunner().invoke(app, [name, "--help"])
    assert result.exit_code == 0
    assert f"Usage: tco-bot {name} " in result.stdout


def test_a_slip_of_the_pen_gets_the_nearest() -> None:
    result = CliRunner().invoke(app, ["reed"])
    assert result.exit_code == 2
    assert "Did you mean 'read'?" in result.stderr
