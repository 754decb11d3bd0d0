"""The way of the tables from one version of the program to the next.

The only way that they come to be.

`migrate` runs Alembic within the process, so that neither a shell nor an ini file is needed and an
installed package can do it too.
"""

from alembic import command, op
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Engine, text

from storage.errors import DatabaseError
from storage.name_forms import NameForms

_LOCK = 0x7C0
"""The number under which PostgreSQL lets one process upgrade while the others wait.

Any fixed number would do.
"""


_NAMES = "names"
"""The attribute of Alembic's settings in which a revision finds what works out forms of names."""


def names_handed_in() -> NameForms:
    """Return what works out the forms of names, for a revision that stores them for old rows.

    Raises:
        RuntimeError: None was handed in, although there are such rows.
    """
    config = op.get_context().config
    names: NameForms | None = config.attributes[_NAMES] if config else None
    if names is None:
        raise RuntimeError("these tables hold names: hand in what works out their forms")
    return names


def settings() -> Config:
    """Return Alembic's settings."""
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.set_main_option("path_separator", "os")
    return config


def migrate(
    engine: Engine,
    *,
    where: str,
    to: str = "head",
    back: bool = False,
    names: NameForms | None = None,
    config: Config | None = None,
) -> None:
    """Take the tables to the revision `to`: all of the way or not at all, one process at a time.

    Args:
        engine: The database.
        where: Its address for an error, password masked.
        to: "head", "base", or a revision.
        back: Whether that is an earlier one than that of the tables.
        names: Works out what old rows lack; None will do for tables that are new.
        config: Alembic's settings; None for `settings()`.

    Raises:
        DatabaseError: A newer version of the program made the tables.
    """
    config = config or settings()
    with engine.connect() as connection:
        lite = connection.dialect.name == "sqlite"
        if lite:
            # Batch mode rebuilds a table by dropping it; with foreign keys on that would empty the
            # tables that refer to it.
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                if not lite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                config.attributes["connection"] = connection
                config.attributes[_NAMES] = names
                (command.downgrade if back else command.upgrade)(config, to)
        except CommandError as error:
            fix = "Run the newer version, or restore the backup made before the upgrade"
            raise DatabaseError(
                where, f"a newer version of the program made its tables ({error})", fix
            ) from error
        finally:
            if lite:
                connection.connection.cursor().execute("PRAGMA foreign_keys=ON")
