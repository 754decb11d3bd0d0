"""The statements that this project's promises rest on, written once for both databases.

`claim` takes due rows exactly once among any number of processes: one statement, so that SQLite's
single writer and PostgreSQL's row locks each make it exact. The rows are chosen in a common table
expression because PostgreSQL may run a plain subquery with LIMIT again for each row of the outer
table, and then locks more rows than it was asked for. `insert` is an INSERT that can leave alone,
or change, what is already there.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import (
    BindParameter,
    CursorResult,
    Executable,
    Integer,
    Select,
    Table,
    UpdateBase,
    bindparam,
    select,
    update,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Session, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.models import Article, Delivery, HubSubscription, Source

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

_COUNTED = {"preserve_rowcount": True}

Row = TypeVar("Row", Source, HubSubscription, Article, Delivery)


def insert(session: Session, model: type[SQLModel]) -> "sqlite.Insert | postgresql.Insert":
    """Return an INSERT that knows ON CONFLICT, in the dialect of the session's database."""
    return insert_in(session.get_bind().dialect.name, model)


def insert_in(dialect: str, model: type[SQLModel]) -> "sqlite.Insert | postgresql.Insert":
    """Return an INSERT that knows ON CONFLICT, in the dialect named."""
    if dialect == "sqlite":
        return sqlite.insert(table_of(model))
    # A bot on SQLite has no use for it, and its library takes some ten megabytes.
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - only on PostgreSQL

    return postgresql.insert(table_of(model))


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of `model`."""
    table: Table = SQLModel.metadata.tables[str(model.__tablename__)]
    return table


def moment(name: str) -> BindParameter[datetime]:
    """Return the place of an aware moment in a statement that is built once."""
    return bindparam(name, type_=UTCDateTime())


def claiming(
    model: type[Row], chosen: Select[int], values: Mapping[str, Any]
) -> ReturningUpdate[Row]:
    """Return the statement that sets `values` on the rows whose ids `chosen` gives.

    Those that another process holds are passed over. It is built once and run by `claim`.

    Args:
        model: The table.
        chosen: Ids, ordered; what makes them due must be ended by `values`. As many are taken as
            the parameter `most` says.
        values: Column names to values.
    """
    limited = chosen.limit(bindparam("most", type_=Integer))
    picked = limited.with_for_update(skip_locked=True, of=model).cte("picked")
    identity = table_of(model).c.id
    return update(model).where(identity.in_(select(picked.c.id))).values(**values).returning(model)


def claim(
    session: Session, statement: ReturningUpdate[Row], most: int, **parameters: datetime
) -> Sequence[Row]:
    """Run a statement of `claiming`, and return the rows that are now held, in order of their ids.

    Args:
        session: The transaction.
        statement: What it takes.
        most: How many rows at most.
        parameters: Of the statement.
    """
    rows = session.scalars(
        statement,
        {"most": most, **parameters},
        execution_options={"synchronize_session": False, "populate_existing": True},
    ).all()
    return sorted(rows, key=lambda row: row.id)


def plainly(
    session: Session,
    statement: Executable,
    asked: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
) -> CursorResult[*tuple[Any, ...]]:
    """Run a statement that was built once, past what a session does for rows of a model.

    That costs three times as much as the statement. So it is for columns, and for changes of rows
    that no session holds; what the session still holds back goes first.
    """
    session.flush()
    return session.connection().execute(statement, asked)


def run(
    session: Session,
    statement: UpdateBase,
    rows: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
) -> CursorResult[Any]:
    """Run an INSERT, UPDATE or DELETE, for each of `rows` where they are given.

    What the session still holds back goes first. A statement that was built with places for values
    gets these as one mapping.
    """
    session.flush()
    return session.exec(statement, params=rows)


def changed(session: Session, statement: UpdateBase, asked: Mapping[str, Any] | None = None) -> int:
    """Run an INSERT, UPDATE or DELETE with the values `asked`, and return the rows it touched."""
    session.flush()
    # Without the option the count of an INSERT is lost on PostgreSQL; said of the statement, it
    # would make another one of it, to be understood anew each time.
    return session.exec(statement, params=asked, execution_options=_COUNTED).rowcount
