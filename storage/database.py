"""The one way to what is remembered: transactions, worker threads, upgrades.

Query functions are plain synchronous functions that take a session; `Database.run` calls one in a
thread, so that the event loop never waits for a disk. SQLite has a single writer, so one thread
serves it: more would only wait for each other by polling. Whoever only looks on (`Database.read`)
has connections of their own there and waits for no writer.
"""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from storage import monitoring, retention, schema_version
from storage.engine import (
    give_back_memory,
    masked,
    open_engine,
    open_reading_engine,
    parse,
    server_answers,
)
from storage.error_mapping import explain, lost_to_another
from storage.errors import DatabaseError
from storage.examination import Tables, tables_of
from storage.locks import AdvisoryLock, FileLock, TakeLock, only_process
from storage.name_forms import NameForms

P = ParamSpec("P")
T = TypeVar("T")

POSTGRES_THREADS = 5
"""As many as the connections that the engine keeps open."""

SQLITE_READERS = 2
"""Threads that only look on; what they find is made of Python's own work, which is done in turn."""

TRIES = 5
"""How often a transaction is begun that each time loses to another one."""


class Database:
    """A database and the threads that work on it.

    Attributes:
        engine: SQLAlchemy's.
        is_file: Whether it is a file, of SQLite, and so has one process that runs the bot on it.
    """

    def __init__(self, url: str) -> None:
        """Prepare to use the database at `url`; nothing is connected yet.

        Args:
            url: `sqlite:///file` (a relative path) or `sqlite:////file` (an absolute one), or
                `postgresql+psycopg://…`.

        Raises:
            DatabaseError: The address is none, or its directory cannot be made.
        """
        self._url = parse(url)
        self.engine = open_engine(self._url)
        self.is_file = self._url.drivername == "sqlite"
        threads = 1 if self.is_file else POSTGRES_THREADS
        self._reading = open_reading_engine(self._url) if self.is_file else self.engine
        self._locks: list[AdvisoryLock] = []
        self._file_lock = (
            FileLock(Path(self._url.database or ""), self.where) if self.is_file else None
        )
        self._workers = ThreadPoolExecutor(threads, thread_name_prefix="storage")
        self._readers = (
            ThreadPoolExecutor(SQLITE_READERS, thread_name_prefix="reading")
            if self.is_file
            else self._workers
        )

    @property
    def where(self) -> str:
        """The address, its password masked."""
        return masked(self._url)

    def upgrade(self, names: NameForms | None = None) -> None:
        """Bring the tables to this version of the program; what is there already stays.

        Tables of an earlier version are left alone while a bot runs on the file.

        Args:
            names: Works out the forms of names that old rows lack; None will do for a new database.

        Raises:
            DatabaseError: The database cannot be reached or written, or a newer version of the
                program made it.
        """
        with self.explained():
            found = schema_version.revision_of(self.engine)
            if found == schema_version.newest():
                return
            # Only here, since it is loaded for good and most starts find the tables as they are.
            from storage.migrations import migrate  # noqa: PLC0415 - to migrate only

            with self._to_itself(found):
                migrate(self.engine, where=self.where, names=names)

    @contextmanager
    def _to_itself(self, found: str | None) -> Iterator[None]:
        """Keep a file's tables from being changed under a bot of the version before."""
        lock = self._file_lock
        if lock is None or lock.is_held or found is None:
            yield
            return
        lock.take()
        try:
            yield
        finally:
            lock.release()

    def answers(self) -> bool:
        """Whether there is a server that takes connections; a file needs none.

        Who may connect, and to what, is not asked.
        """
        return self.is_file or server_answers(self.engine)

    def examine(self) -> Tables:
        """Return what is to be said of the tables, which stay as they are.

        Raises:
            DatabaseError: The database cannot be reached or read.
        """
        with self.explained():
            return tables_of(self.engine)

    async def probe(self) -> None:
        """Read something that is always there.

        Raises:
            DatabaseError: The database cannot be reached or read, or its file is gone.
        """
        path = Path(self._url.database or "")
        if self.is_file and not await asyncio.to_thread(path.exists):
            # An open file that somebody removed can still be read and written, to no avail.
            raise DatabaseError(self.where, "the file is gone", "Restore it and start anew")
        await self.run(monitoring.probe)

    async def keep_in_shape(self) -> bool:
        """Let the database see to itself; True when an SQLite file was rewritten to give back room.

        Raises:
            DatabaseError: The database cannot be reached or written.
        """

        def work() -> bool:
            with self.explained():
                return retention.keep_in_shape(self.engine)

        return await asyncio.wrap_future(self._workers.submit(work))

    async def give_back_memory(self) -> None:
        """Close connections to an SQLite file that nobody uses at the moment.

        Who asks next opens one anew, which takes a millisecond.
        """
        if self.is_file:
            for engine, threads in ((self.engine, self._workers), (self._reading, self._readers)):
                await self._in_thread(threads, partial(give_back_memory, engine))

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Give a session whose work is kept when the block ends, and undone when it raises.

        Rows that leave the block can be read on, but no longer change the database.

        Raises:
            DatabaseError: The database cannot be reached or written.
        """
        with (
            self.explained(),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def bare_transaction(self) -> Iterator[Connection]:
        """Give a transaction without a session, at half the cost; otherwise as `transaction`."""
        with self.explained(), self.engine.begin() as connection:
            yield connection

    async def run(
        self, function: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call `function(session, *args, **kwargs)` in one transaction and return its result.

        It runs in a worker thread.

        A transaction that PostgreSQL undid in favour of another (a deadlock) is done again, so
        `function` must do nothing but work on its session. When this returns or raises, the
        transaction is over: a cancelled caller waits until it is kept or undone, so nothing changes
        behind its back afterwards.

        Raises:
            DatabaseError: The database cannot be reached or written.
        """

        def once() -> T:
            with self.transaction() as session:
                return function(session, *args, **kwargs)

        return await self._in_thread(self._workers, once)

    async def read(
        self, function: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Call a `function` that changes nothing; otherwise as `run`.

        All that it looks at is of one moment. On SQLite it waits for nobody who writes, and the
        database refuses what would change it.

        Raises:
            DatabaseError: The database cannot be reached.
        """

        def once() -> T:
            with (
                self.explained(),
                Session(self._reading, expire_on_commit=False) as session,
                session.begin(),
            ):
                return function(session, *args, **kwargs)

        return await self._in_thread(self._readers, once)

    async def run_bare(self, function: Callable[[Connection], T]) -> T:
        """Call `function` with a bare transaction, for what is done many times a second.

        Otherwise as `run`.
        """

        def once() -> T:
            with self.bare_transaction() as connection:
                return function(connection)

        return await self._in_thread(self._workers, once)

    async def _in_thread(self, workers: ThreadPoolExecutor, once: Callable[[], T]) -> T:
        def call() -> T:
            for _ in range(TRIES - 1):
                try:
                    return once()
                except DBAPIError as error:
                    if not lost_to_another(error):
                        raise
            return once()

        future = workers.submit(call)
        outcome = asyncio.wrap_future(future)
        try:
            return await asyncio.shield(outcome)
        except asyncio.CancelledError:
            if not future.cancel():
                while not outcome.done():
                    with suppress(
                        asyncio.CancelledError
                    ):  # a second one changes nothing: the first is passed on below
                        await asyncio.wait([outcome])
                outcome.exception()  # looked at, or asyncio would complain that nobody did
            raise

    def occupy(self) -> None:
        """Be a process that runs the bot on this database, until `close`.

        On SQLite there is one, on PostgreSQL any number.

        Raises:
            DatabaseError: Another process is.
        """
        if self._file_lock is not None:
            self._file_lock.take()

    def leader_lock(self, name: str) -> TakeLock:
        """Return what takes the lock `name`, of all processes that run the bot on this database.

        It ends with `close`.
        """
        if self.is_file:
            return only_process
        lock = AdvisoryLock(self.engine, name)
        self._locks.append(lock)

        def take() -> int | None:
            with self.explained():
                return lock.take()

        async def taken() -> int | None:
            return await asyncio.wrap_future(self._workers.submit(take))

        return taken

    def close(self) -> None:
        """Finish what runs, then let go of threads, connections and locks."""
        self._readers.shutdown(wait=True)
        self._workers.shutdown(wait=True)
        for lock in self._locks:
            lock.release()
        if self._file_lock is not None:
            self._file_lock.release()
        self._reading.dispose()
        self.engine.dispose()

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Let what the database refuses within be raised as what it means."""
        try:
            yield
        except DBAPIError as error:
            if meaning := explain(error, self._url):
                raise meaning from error
            raise
