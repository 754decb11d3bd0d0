"""What Alembic runs: the revisions, on the connection that `migrate` hands over."""

from typing import Any, Literal

from alembic import context
from sqlmodel import SQLModel

import storage.models  # noqa: F401 (the tables register themselves)
from storage.search import is_ours


def short_names(
    kind: str,
    thing: Any,  # noqa: ANN401 (Alembic hands over whatever it renders)
    _context: object,
) -> str | Literal[False]:
    """Write our column types by the names that `script.py.mako` imports."""
    if kind == "type" and type(thing).__module__ in {
        "storage.column_types",
        "sqlmodel.sql.sqltypes",
    }:
        return f"{type(thing).__name__}()"
    return False


def tell_postgresql_of_few() -> None:
    """Have the indexes of few rows be such on PostgreSQL too, as on SQLite."""
    for table in SQLModel.metadata.tables.values():
        for index in table.indexes:
            few = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = few


tell_postgresql_of_few()
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=True,
    render_item=short_names,
    include_name=is_ours,
)
context.run_migrations()
