"""Locks on jobs that one process at a time does for the whole bot, such as sending for an account.

On PostgreSQL that is an advisory lock on a connection of its own: it ends with its process or its
connection, and the next process that asks takes over. On SQLite one process does everything, so the
first to come holds a lock on a file beside the database, which the operating system takes back when
that process ends, however it ends.
"""

import fcntl
import os
from collections.abc import Awaitable, Callable
from enum import Enum, auto
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from storage.errors import DatabaseError


class LockState(Enum):
    """Which process holds a lock, as one part of the program learns it."""

    NEWLY = auto()
    """This process, since just now: whoever held it before has stopped."""
    STILL = auto()
    """This process, as before."""
    BY_ANOTHER = auto()


TakeLock = Callable[[], Awaitable[int | None]]
"""Takes a lock if it is free.

Gives how often this process has taken it anew so far, or None where another holds it.
"""


class LeaderLock:
    """One lock, as one part of the program sees it.

    Several parts may share it, and each is told once that it is held anew.

    Args:
        take: Takes it.
    """

    def __init__(self, take: TakeLock) -> None:
        self._take = take
        self._seen: int | None = None

    async def held(self) -> LockState:
        """Take the lock if it is free, and say who holds it.

        Raises:
            DatabaseError: The database cannot be reached.
        """
        before, self._seen = self._seen, await self._take()
        if self._seen is None:
            return LockState.BY_ANOTHER
        return LockState.STILL if self._seen == before else LockState.NEWLY


async def only_process() -> int:
    """Take the lock of a job where there is but one process."""
    return 1


class AdvisoryLock:
    """A lock of PostgreSQL's, by name, held by a connection of its own.

    Args:
        engine: The database.
        name: Names the lock among all processes that use the database.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), signed=True)
        self._connection: Connection | None = None
        self._times = 0
        self._taking = Lock()

    def take(self) -> int | None:
        """Take the lock if it is free, and return how often it was taken.

        None where another process holds it.

        What was held by a connection that broke is held no longer. Several threads may ask, since
        several parts of a process may share a lock: asking at the same time, one would find it
        taken by the other.
        """
        with self._taking:
            return self._take()

    def _take(self) -> int | None:
        if self._connection is not None:
            try:
                self._connection.execute(text("SELECT 1"))
            except DBAPIError:
                self.release()
            else:
                return self._times
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}):
            self._connection = connection
            self._times += 1
            return self._times
        connection.close()
        return None

    def release(self) -> None:
        """Let go of the lock."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()  # closed for good, not kept in the pool with its lock
            connection.close()


class FileLock:
    """The right to use an SQLite database for running the bot.

    Held from `take` until `release` or the end of the process.
    """

    def __init__(self, database: Path, where: str) -> None:
        self._path = database.with_name(f"{database.name}.lock")
        self._where = where
        self._file: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this process holds the lock."""
        return self._file is not None

    def take(self) -> None:
        """Take the lock, unless this process holds it already.

        Raises:
            DatabaseError: Another process holds it.
        """
        if self.is_held:
            return
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(file, 20, 0).decode(errors="replace").strip() or "unknown"
            os.close(file)
            fix = (
                "Stop that one first; on PostgreSQL (TCO_DATABASE_URL) any number of processes can"
                " share the work"
            )
            raise DatabaseError(
                self._where, f"the bot is running on it already, as process {holder}", fix
            ) from None
        os.ftruncate(file, 0)
        os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        self._file = file

    def release(self) -> None:
        """Let go of the lock."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
