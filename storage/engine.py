"""How the two databases are opened, so that everything above may treat them alike.

SQLite: write-ahead log, so that readers and the writer do not wait for each other;
`synchronous=NORMAL`, which in that mode can lose the last transactions on a power cut but never the
file; foreign keys on; every transaction begins as a writing one (`BEGIN IMMEDIATE`): the driver's
own habit of beginning late let three processes make 2,965 claims on 1,500 rows, and a transaction
that turns from reading to writing is refused at once whatever the time-out. Connections that only
read begin late, and are refused every change. PostgreSQL: psycopg 3,
connections tested before use, so that a restart of the server costs nothing but the transactions
that it cut.
"""

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from storage import private_files
from storage.errors import DatabaseError

BUSY_SECONDS = 30
"""How long a transaction waits for another process to finish writing to SQLite."""

_CONNECTION: dict[str, Any] = {
    "application_name": "tco-bot",
    "connect_timeout": 10,
    # A server that vanished is noticed within a minute and not, as by default, within two hours.
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
}

_POSTGRES = {"postgres", "postgresql", "postgresql+psycopg"}
_SQLITE = {"sqlite", "sqlite+pysqlite"}
_EXAMPLES = "Write sqlite:///data/tco.db or postgresql+psycopg://user:password@host/name"


def parse(url: str) -> URL:
    """Return the address of a database, with the driver that this project uses.

    Raises:
        DatabaseError: It is not an address, of another database, or of one in memory alone.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        # The text is not repeated: it may hold a password in a place where none is looked for.
        raise DatabaseError("(unreadable)", "the address is not a URL", _EXAMPLES) from None
    where = masked(parsed)
    if parsed.drivername in _POSTGRES:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in _SQLITE:
        raise DatabaseError(
            where, f"{parsed.drivername} is not a database that this bot speaks to", _EXAMPLES
        )
    if parsed.database in {None, "", ":memory:"} or "mode" in parsed.query:
        raise DatabaseError(where, "a database in memory forgets what is owed", _EXAMPLES)
    return parsed.set(drivername="sqlite")


def masked(url: URL) -> str:
    """Return `url` as it may be shown: without its password."""
    return url.render_as_string(hide_password=True)


def open_engine(url: URL) -> Engine:
    """Return an engine for `url`; nothing is connected yet.

    The directory of an SQLite file is made.

    Raises:
        DatabaseError: The directory cannot be made.
    """
    if url.drivername != "sqlite":
        # What the URL says itself (?connect_timeout=…) wins.
        arguments = {key: value for key, value in _CONNECTION.items() if key not in url.query}
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=arguments)
    directory = Path(url.database or "").parent
    try:
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        fix = "Choose a directory that the bot may write to"
        raise DatabaseError(
            masked(url), f"the directory {directory} cannot be made ({error.strerror})", fix
        ) from error
    return _sqlite(url, ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"), "IMMEDIATE")


def open_reading_engine(url: URL) -> Engine:
    """Return an engine for the SQLite database at `url` that changes nothing.

    In the write-ahead log whoever reads sees what was last kept, and waits for nobody who writes.
    """
    return _sqlite(url, ("query_only=ON",), "DEFERRED")


def give_back_memory(engine: Engine) -> None:
    """Close the connections to an SQLite file that are free, and forget what statements became.

    A connection keeps two megabytes of the file's pages and the programs of its last statements,
    SQLAlchemy what it made of five hundred; in a bot that lived for a week both were a tenth of its
    memory, and the reason why the rest went back to the system in ever smaller pieces.
    """
    engine.dispose()
    engine.clear_compiled_cache()


def _sqlite(url: URL, pragmas: Sequence[str], beginning: str) -> Engine:
    """Return an engine for an SQLite file.

    Args:
        url: Where it is.
        pragmas: What each connection is set to.
        beginning: How its transactions begin: "IMMEDIATE" or "DEFERRED".
    """

    def prepare(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # the driver shall not begin transactions by itself
        cursor = connection.cursor()
        try:
            for pragma in pragmas:
                cursor.execute(f"PRAGMA {pragma}")
        finally:
            cursor.close()

    def begin(connection: PoolProxiedConnection) -> None:
        cursor = connection.cursor()
        try:
            cursor.execute(f"BEGIN {beginning}")
        finally:
            cursor.close()

    engine = create_engine(
        url,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS},
        json_deserializer=_from_json,
    )
    event.listen(engine, "do_connect", partial(_close_to_others, Path(url.database or "")))
    event.listen(engine, "connect", prepare)
    # Where SQLAlchemy tells the driver to begin: as a statement of its own it cost twice as much.
    setattr(engine.dialect, "do_begin", begin)  # noqa: B010 - a method is not assigned to
    return engine


def _from_json(text: str) -> object:
    """Return the value that JSON is the text of; most columns of JSON hold nothing."""
    if text == "{}":
        return {}
    return [] if text == "[]" else json.loads(text)


def _close_to_others(path: Path, *_: object) -> None:
    """See that nobody else can read the database.

    SQLite gives its side files the same permissions.
    """
    private_files.make_file(path)
    for side in ("-wal", "-shm"):
        private_files.close_to_others(path.with_name(path.name + side))


def server_answers(engine: Engine) -> bool:
    """Whether a PostgreSQL server takes connections: one that starts up does not."""
    # Only a bot on PostgreSQL needs its library.
    from psycopg.conninfo import make_conninfo  # noqa: PLC0415 - only on PostgreSQL
    from psycopg.pq import PGconn, Ping  # noqa: PLC0415 - only on PostgreSQL

    _, parameters = engine.dialect.create_connect_args(engine.url)
    # What psycopg would take, but not libpq, which is asked here.
    known = {name: value for name, value in parameters.items() if name != "context"}
    known.setdefault("connect_timeout", 5)
    found = PGconn.ping(make_conninfo(**known).encode())
    return found not in {Ping.REJECT, Ping.NO_RESPONSE}
