"""Of which version the tables are; told without Alembic, which only an upgrade needs.

Alembic and what it loads cost a bot that starts on tables of today six megabytes and a tenth of a
second, for good and for nothing.
"""

from pathlib import Path

from sqlalchemy import Engine, inspect, text

_TABLE = "alembic_version"
_REVISIONS = Path(__file__).parent / "migrations" / "versions"


def newest() -> str:
    """Return the revision of this version's tables: the number of the last file."""
    return max(known())


def known() -> frozenset[str]:
    """Return every revision that this version of the program can upgrade from, and its own."""
    return frozenset(path.name[:4] for path in _REVISIONS.glob("[0-9][0-9][0-9][0-9]_*.py"))


def revision_of(engine: Engine) -> str | None:
    """Return the revision of the tables; None where there are none yet."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_TABLE):
            return None
        # The name is ours, and nothing from outside stands in the statement.
        asked = text(f"SELECT version_num FROM {_TABLE}")  # noqa: S608 - a constant's name
        return connection.execute(asked).scalar()
