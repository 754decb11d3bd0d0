"""What commands begin with and end in: settings and log made ready, and how an error is told.

Every subcommand imports this, so it imports nothing itself before it is used.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sqlmodel import Session

    from config.catalogue import ReadersCatalogue
    from config.settings import Settings

T = TypeVar("T")

EXIT_ERROR = 2
"""Exit code of everything that went wrong: what was asked for cannot be done as it was asked."""


def complain(message: str) -> None:
    """Print `message` on standard error, in red where there is a terminal."""
    from rich.text import Text

    from bot.cli.terminal import Terminal

    terminal = Terminal(stderr=True, wrap=False, highlight=False)
    terminal.print(Text(message, style="bold red"))


def catalogue() -> "ReadersCatalogue":
    """Load the catalogue, with that of the operator laid over it."""
    from config.catalogue_loader import load_catalogue
    from config.settings import load_settings

    return load_catalogue(own=load_settings().config_dir)


def ready(level: str | None = None) -> "Settings":
    """Load the settings and set the log up by them.

    Lines less grave than `level` stay out, unless it is None.
    """
    from bot.runtime import logs
    from config.settings import load_settings, secrets_of

    settings = load_settings()
    logs.setup(secrets_of(settings), form=settings.log_format, level=level or settings.log_level)
    return settings


def look(work: "Callable[[Session], T]") -> T:
    """Do what changes nothing on the database of the settings, while nobody waits for it."""
    from bot.language.name_forms import NameForms
    from config.settings import load_settings
    from storage.database import Database

    database = Database(load_settings().database_url.get_secret_value())
    try:
        database.upgrade(NameForms())
        return asyncio.run(database.read(work))
    finally:
        database.close()


@contextmanager
def transaction() -> "Iterator[Session]":
    """Open a transaction on the database of the settings, brought up to this version."""
    from bot.language.name_forms import NameForms
    from config.settings import load_settings
    from storage.database import Database

    database = Database(load_settings().database_url.get_secret_value())
    try:
        database.upgrade(NameForms())
        with database.transaction() as session:
            yield session
    finally:
        database.close()
