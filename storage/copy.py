"""A whole database copied into another one, of the same kind or the other.

The copy is of one moment. When a living SQLite database moves, nobody writes to it while it is
copied, and nobody can afterwards: a bot that still runs on it is told where it went with its next
change, so that nothing is done twice and nothing gets lost between the two.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, bindparam, func, select, text, update
from sqlmodel import Session, SQLModel

from storage import search
from storage.error_mapping import MOVED

Told = Callable[[str, int, int], None]
"""Hears how far a copy has come: the table, how many rows are carried, and how many there are."""

AT_A_TIME = 1000
"""Rows carried at once."""


def is_empty(connection: Connection) -> bool:
    """Whether no table holds a row."""
    return all(
        connection.scalar(select(func.count()).select_from(table.select().limit(1).subquery())) == 0
        for table in _tables()
    )


def copy(
    source: Engine, target: Engine, *, moved_to: str | None = None, told: Told | None = None
) -> dict[str, int]:
    """Copy all rows into the empty tables of `target` and return how many each table has.

    Args:
        source: From where; an SQLite database is not written to meanwhile, a PostgreSQL one is read
            as of one moment.
        target: Whereto; kept as a whole or not at all.
        moved_to: The new address as it may be shown, to let `source` take no change any more; None
            to let it live on.
        told: Hears how far it has come, with each page of rows.
    """
    lite = source.dialect.name == "sqlite"
    with source.connect() as there:
        if not lite:
            there.execution_options(isolation_level="REPEATABLE READ")
        with there.begin():
            carried = _Carried(there, told)
            with Session(target) as session, session.begin():
                rows = {
                    table.name: _carry(table, there, session.connection(), carried)
                    for table in _tables()
                }
                _begin_ids_after(session.connection())
                for event_id, words in search.kept(there):
                    search.store(session, event_id, words)
            if moved_to is not None:
                _retire(there, moved_to)
    return rows


def _tables() -> list[Table]:
    return SQLModel.metadata.sorted_tables


class _Carried:
    """Counts the rows that were carried, and tells of it."""

    def __init__(self, source: Connection, told: Told | None) -> None:
        self._told = told
        self._rows = 0
        self._total = 0
        if told is not None:
            counts = (select(func.count()).select_from(table) for table in _tables())
            self._total = sum(source.scalar(count) or 0 for count in counts)

    def add(self, table: str, rows: int) -> None:
        self._rows += rows
        if self._told is not None:
            self._told(table, self._rows, self._total)


def _carry(table: Table, source: Connection, target: Connection, carried: _Carried) -> int:
    """Carry the rows of a table over and return how many these are.

    What refers to another row of the same table is filled in afterwards: that row may come later.
    """
    own = [key.parent.name for key in table.foreign_keys if key.column.table is table]
    total = 0
    for page in _pages(select(table), source):
        total += len(page)
        target.execute(table.insert(), [row | dict.fromkeys(own) for row in page])
        carried.add(table.name, len(page))
    for name in own:
        column = table.c[name]
        of = update(table).where(table.c.id == bindparam("row"))
        rows = select(table.c.id.label("row"), column.label("other")).where(column.is_not(None))
        for page in _pages(rows, source):
            target.execute(of.values({name: bindparam("other")}), page)
    return total


def _pages(chosen: Select[Any], source: Connection) -> Iterator[list[dict[str, Any]]]:
    rows = source.execution_options(yield_per=AT_A_TIME).execute(chosen)
    for page in rows.mappings().partitions():
        yield [dict(row) for row in page]


def _begin_ids_after(connection: Connection) -> None:
    """Let PostgreSQL give new rows ids after those that came with the rows."""
    if connection.dialect.name == "sqlite":
        return
    for table in _tables():
        if "id" in table.c:
            last = connection.scalar(select(func.max(table.c.id)))
            if last is not None:
                sequence = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)")
                connection.execute(sequence, {"table": table.name, "last": last})


def _retire(connection: Connection, moved_to: str) -> None:
    words = (MOVED + moved_to).replace("'", "''")
    for table in _tables():
        for change in ("INSERT", "UPDATE", "DELETE"):
            name = f"moved_{table.name}_{change.lower()}"
            connection.exec_driver_sql(
                f"CREATE TRIGGER {name} BEFORE {change} ON {table.name}"
                f" BEGIN SELECT RAISE(ABORT, '{words}'); END"
            )
