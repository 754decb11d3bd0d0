"""Writes to the outbox in groups: what is asked for while one transaction runs is done together in the next.

Each delivery has to be marked before it is sent and recorded afterwards. One by one, that is two
waits for the disk; grouped, the record of one delivery shares a transaction with the mark of
another, and many senders abreast share one.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection

from storage.database import Database
from storage.errors import DatabaseError, DatabaseMoved

T = TypeVar("T")
Work = Callable[[Connection], T]

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 15.0
_log = structlog.get_logger(__name__)


class WriteBatcher:
    """The outbox of `database`, written in groups."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: list[tuple[Work[Any], asyncio.Future[Any]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def do(self, work: Work[T]) -> T:
        """Do `work`, which must only use its connection, in a transaction that others may share, and return what it returns.

        Raises:
            DatabaseError: The transaction was not kept, or nobody knows whether it was.
        """
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._asked.append((work, answer))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return await asyncio.shield(answer)

    async def insist(self, work: Work[T]) -> T:
        """Do `work` as `do` does, again and again until the database takes it: for what has happened and must not be forgotten."""
        pause = _FIRST_PAUSE
        while True:
            try:
                return await self.do(work)
            except DatabaseMoved:
                raise
            except DatabaseError as error:
                _log.error(
                    "the outbox cannot be written; trying again", reason=str(error), pause=pause
                )
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def _write(self) -> None:
        while self._asked:
            group, self._asked = self._asked, []
            try:
                answers = await self._database.run_bare(
                    partial(_together, [work for work, _ in group])
                )
            except Exception as error:  # noqa: BLE001 (each of those who asked is told)
                _tell(group, error)
            else:
                for (_, answer), value in zip(group, answers, strict=True):
                    if not answer.done():
                        answer.set_result(value)
        self._writing = None


def _together(works: list[Work[Any]], connection: Connection) -> list[Any]:
    return [work(connection) for work in works]


def _tell(group: list[tuple[Work[Any], asyncio.Future[Any]]], error: Exception) -> None:
    for _, answer in group:
        if not answer.done():
            answer.set_exception(error)
            answer.exception()  # looked at, or asyncio would complain of one whose asker was cancelled
