"""What all tables share: how constraints and indexes are named, and indexes of few rows."""

import sqlalchemy as sa
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """A table, once it is subclassed with `table=True`."""


def index_of_few(column: str, *, where: str | None = None, name: str | None = None) -> sa.Index:
    """Return an index of the rows that have something in a column; the others cost it nothing.

    PostgreSQL is told so by the migrations: a word for it here loads its dialect, some two
    megabytes, with every bot on SQLite.

    Args:
        column: What rows are looked up by.
        where: The column that few rows have; the same one unless told otherwise.
        name: Of the index, where it is not named by the rule.
    """
    return sa.Index(name, column, sqlite_where=sa.text(f"{where or column} IS NOT NULL"))
