"""Statements that are understood once for each database, and then go straight to its driver.

SQLAlchemy looks up what it made of a statement, and takes its values apart, each time that it is
run: for those by which an article is filed that cost more than the database itself. What is
prepared is the same SQL, by the same compiler, with the same types; only what never changes is
found out once. Errors are SQLAlchemy's, so that whoever catches these need not know.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Dialect, Insert, Select, TextClause, UpdateBase
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import SelectBase
from sqlmodel import Session

from storage.sql import plainly

MOST = 64
"""Values of a list up to which a statement is prepared, for a list of 1, 2, 4 ... of them.

Whether something is among values does not hang on how often one of them is named, so a list is
brought to such a length by its last. Were each length prepared for itself, memory would grow for
weeks. Longer ones are rare, and go through SQLAlchemy as ever.
"""

Row = tuple[Any, ...]
Process = Callable[[Any], Any]
Asked = Mapping[str, Any]
Given = Mapping[str, Any] | Sequence[Any]
"""Values as a driver takes them."""
Question = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]] | UpdateBase | TextClause


@dataclass(frozen=True, slots=True)
class _Place:
    """Stands for a value that is asked with, while a statement is prepared.

    Attributes:
        key: Under which it is asked with.
        at: Which of a list it is, or None.
    """

    key: str
    at: int | None = None

    def of(self, asked: Asked) -> Any:  # noqa: ANN401 - what a driver takes
        """Return the value."""
        return asked[self.key] if self.at is None else asked[self.key][self.at]


@dataclass(frozen=True, slots=True)
class _Value:
    """A value as the driver takes it.

    Attributes:
        name: Under which a driver takes it that takes names.
        place: Which value that is; None for one that stands in the statement.
        process: What makes of it what the driver takes, or None.
        constant: The one that stands in the statement.
    """

    name: str
    place: _Place | None
    process: Process | None
    constant: object

    def of(self, asked: Asked) -> Any:  # noqa: ANN401 - what a driver takes
        """Return the value among those `asked` with."""
        if self.place is None:
            return self.constant
        value = self.place.of(asked)
        return value if self.process is None else self.process(value)


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one database takes it, with lists of one length.

    Attributes:
        text: Its SQL.
        values: What it is run with, in order.
        by_name: Whether the driver takes them by name.
        columns: What makes of each column what it stands for; none where all stay as they are.
    """

    text: str
    values: tuple[_Value, ...]
    by_name: bool
    columns: tuple[Process | None, ...]

    def given(self, asked: Asked) -> Given:
        """Return what the driver is given."""
        if self.by_name:
            return {value.name: value.of(asked) for value in self.values}
        return [value.of(asked) for value in self.values]

    def read(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return rows as they are meant."""
        if not self.columns:
            return rows
        return [tuple(map(_processed, self.columns, row)) for row in rows]


class Prepared:
    """A statement that asks for columns, or changes rows that no session holds."""

    def __init__(
        self, statement: Question, names: Sequence[str] = (), many: str | None = None
    ) -> None:
        """Keep a statement, to be prepared when it is run first.

        Args:
            statement: What is run.
            names: Of the values that it is asked with; of an INSERT, the columns of its rows.
            many: The one of them that is a list, if one is: values among which something is.
        """
        self._statement = statement
        self._names, self._many = tuple(names), many
        self._form = lru_cache(maxsize=2 * MOST.bit_length())(self._prepared)

    @property
    def forms(self) -> int:
        """How many forms of it are kept: databases times lengths of lists."""
        return self._form.cache_info().currsize

    def rows(self, session: Session, asked: Asked) -> Sequence[Row]:
        """Return the rows that a question finds; what the session holds back goes first."""
        if self._length(asked) > MOST:
            return [tuple(row) for row in plainly(session, self._statement, asked)]
        form, cursor = self._run(session, asked)
        found = form.read(cursor.fetchall())
        cursor.close()
        return found

    def run(self, session: Session, asked: Asked) -> int:
        """Change rows, and return how many."""
        if self._length(asked) > MOST:
            return plainly(session, self._statement, asked).rowcount
        _, cursor = self._run(session, asked)
        count = cursor.rowcount
        cursor.close()
        return count

    def _length(self, asked: Asked) -> int:
        return len(asked[self._many]) if self._many is not None else 0

    def run_each(self, session: Session, rows: Sequence[Asked]) -> None:
        """Insert these rows."""
        session.flush()
        connection = session.connection()
        form = self._form(connection.dialect, 0)
        executed(connection, form.text, _Lots(form.given(row) for row in rows)).close()

    def _run(self, session: Session, asked: Asked) -> tuple[_Form, DBAPICursor]:
        session.flush()
        connection = session.connection()
        asked = self._filled(asked)
        form = self._form(connection.dialect, self._length(asked))
        return form, executed(connection, form.text, form.given(asked))

    def _filled(self, asked: Asked) -> Asked:
        """Return what is asked with, its list as long as one that the statement is prepared for."""
        if self._many is None or not asked[self._many]:
            return asked
        values = asked[self._many]
        missing = (1 << (len(values) - 1).bit_length()) - len(values)
        return {**asked, self._many: [*values, *[values[-1]] * missing]}

    def _prepared(self, dialect: Dialect, length: int) -> _Form:
        of_rows = isinstance(self._statement, Insert) and self._statement.select is None
        columns = self._names if of_rows else None
        compiled = self._statement.compile(dialect=dialect, column_keys=columns)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - of a statement, and of no table
        stand_in: dict[str, object] = {name: _Place(name) for name in self._names}
        if self._many is not None:
            stand_in[self._many] = [_Place(self._many, at) for at in range(length)]
        state = compiled.construct_expanded_state(stand_in, escape_names=False)
        own: dict[str, str] = {}
        for name, each in state.parameter_expansion.items():
            own |= dict.fromkeys(each, name)
        values: list[_Value] = []
        for name in state.positiontup or state.parameters:
            type_ = compiled.binds[own.get(name, name)].type
            process = type_.dialect_impl(dialect).bind_processor(dialect)
            place = state.parameters[name]
            if isinstance(place, _Place):
                values.append(_Value(name, place, process, None))
            else:
                constant = place if process is None else process(place)
                values.append(_Value(name, None, None, constant))
        by_name = state.positiontup is None
        return _Form(state.statement, tuple(values), by_name, self._columns(dialect))

    def _columns(self, dialect: Dialect) -> tuple[Process | None, ...]:
        if not isinstance(self._statement, SelectBase):
            return ()
        types = [column.type for column in self._statement.selected_columns]
        found = tuple(each.dialect_impl(dialect).result_processor(dialect, None) for each in types)
        return found if any(found) else ()


class _Lots(list[Any]):
    """Values with which a statement is run one after another."""


def _processed(process: Process | None, value: object) -> object:
    return value if process is None else process(value)


def executed(connection: Connection, text: str, given: Given) -> DBAPICursor:
    """Run a statement with its values, or for each of several lots of them.

    Raises:
        DBAPIError: The database refuses it, or is gone.
    """
    raw, dialect = connection.connection, connection.dialect
    cursor: DBAPICursor = raw.cursor()
    try:
        if isinstance(given, _Lots):
            cursor.executemany(text, given)
        else:
            cursor.execute(text, given)
    except dialect.loaded_dbapi.Error as error:
        is_gone = dialect.is_disconnect(error, raw, cursor)
        cursor.close()
        if is_gone:
            connection.invalidate(error)
        raise _refusal(text, error, dialect, is_gone=is_gone) from error
    return cursor


def _refusal(text: str, error: Exception, dialect: Dialect, *, is_gone: bool) -> BaseException:
    """Return an error of the driver as SQLAlchemy has it."""
    base = dialect.loaded_dbapi.Error
    return DBAPIError.instance(
        text,
        None,
        error,
        base,
        hide_parameters=True,
        connection_invalidated=is_gone,
        dialect=dialect,
    )
