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
