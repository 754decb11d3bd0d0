"""The Typer application that the subcommands register with, how it reports errors, and what each command begins with."""

from typing import Any

import typer
from rich.console import Console
from rich.text import Text
from typer.core import TyperGroup

from bot.runtime import logs
from config.errors import TcoError
from config.settings import SECRETS, Settings, load_settings

EXIT_ERROR = 2
"""Exit code of everything that went wrong: what was asked for cannot be done as it was asked."""


def complain(message: str) -> None:
    """Print `message` on standard error, in red where there is a terminal."""
    Console(stderr=True, soft_wrap=True, highlight=False).print(Text(message, style="bold red"))


def ready(level: str | None = None) -> Settings:
    """Load the settings and set the log up by them.

    Lines less grave than `level` stay out, unless it is None.
    """
    settings = load_settings()
    secrets = [secret.get_secret_value() for name in SECRETS if (secret := getattr(settings, name))]
    logs.setup(secrets, form=settings.log_format, level=level or settings.log_level)
    return settings


class _Reporting(TyperGroup):
    """A group of commands whose errors are sentences."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer keeps its Context to itself
        try:
            return super().invoke(ctx)
        except TcoError as error:
            complain(str(error))
            raise typer.Exit(EXIT_ERROR) from error


app = typer.Typer(
    name="tco-bot",
    cls=_Reporting,
    help="Who of the Turkic Cooperation Organizations met whom, when and where: read from the news, sent to Telegram and Matrix.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_show_locals=False,
)
