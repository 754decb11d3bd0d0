"""Writes to the database in groups: what comes while one transaction runs shares the next.

A commit costs more than most of what is written with it. One by one, a mark before sending and a
record after it are two waits for the disk; grouped, the record of one delivery shares a transaction
with the mark of another, and the results of many polls share one. What cannot be written does not
take its group with it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from math import inf
from typing import Generic, TypeVar

import structlog

from bot.runtime.backoff import Backoff
from storage.errors import DatabaseError, DatabaseMoved

Item = TypeVar("Item")
Answer = TypeVar("Answer")
WriteGroup = Callable[[list[Item]], Awaitable[list[Answer]]]
"""Writes items in one transaction, and returns the answer to each in their order."""

LARGEST_GROUP = 200
"""Items in one transaction, so that none holds other writers up for long.

One that is as much as several counts for as many.
"""


def _one(_item: object) -> int:
    return 1


_INSISTING = Backoff(timedelta(seconds=0.5), timedelta(seconds=15))
_log = structlog.get_logger(__name__)


class WriteBatcher(Generic[Item, Answer]):
    """Writes items in groups.

    Args:
        write_group: Writes a group; when it raises, nothing of the group has been kept.
        gather_seconds: How long the first of a group waits for others to join it, where `flush` is
            not called; 0 writes at once what has come.
        weigh: Tells for how many items one counts.
    """

    def __init__(
        self,
        write_group: WriteGroup[Item, Answer],
        *,
        gather_seconds: float = 0.0,
        weigh: Callable[[Item], int] = _one,
    ) -> None:
        self._write_group = write_group
        self._gather_seconds = gather_seconds
        self._weigh = weigh
        self._weight = 0
        self._waiting: list[tuple[Item, asyncio.Future[Answer]]] = []
        self._writing: asyncio.Task[None] | None = None
        self._due = inf
        self._hurry = asyncio.Event()

    def submit(self, item: Item, patience: float | None = None) -> asyncio.Future[Answer]:
        """Hand over `item`, without waiting for it.

        Args:
            item: What is to be written.
            patience: For how many seconds it may wait for others to share its transaction; as long
                as the batcher gathers unless given. One with less takes along all that wait.

        Returns:
            What its answer will come in, or the error by which it was not kept: DatabaseError where
            the database cannot be written, or nobody knows whether it was.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Answer] = loop.create_future()
        self._waiting.append((item, answer))
        self._weight += self._weigh(item)
        due = loop.time() + (self._gather_seconds if patience is None else patience)
        if self._weight >= LARGEST_GROUP or due < self._due:
            self._due = due
            self._hurry.set()
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return answer

    async def do(self, item: Item) -> Answer:
        """Write `item` in a transaction that others may share, and return its answer.

        One that is cancelled meanwhile is written all the same.

        Raises:
            DatabaseError: The transaction was not kept, or nobody knows whether it was.
        """
        return await asyncio.shield(self.submit(item))

    async def insist(self, item: Item, patience: float | None = None) -> Answer:
        """Write `item` as `do` does, again and again until the database takes it.

        For what has happened and must not be forgotten.

        Args:
            item: What is to be written.
            patience: As of `submit`, for the first time.

        Raises:
            DatabaseMoved: The database lives elsewhere now.
        """
        failures = 0
        while True:
            try:
                return await asyncio.shield(self.submit(item, patience))
            except DatabaseMoved:
                raise
            except DatabaseError as error:
                failures, patience = failures + 1, None
                pause = _INSISTING.seconds(failures)
                _log.error("the database cannot be written", reason=str(error), pause=pause)
                await asyncio.sleep(pause)

    def flush(self) -> None:
        """Gather no more: what waits, and what comes from now on, is written at once."""
        self._gather_seconds, self._due = 0.0, -inf
        self._hurry.set()

    async def _write(self) -> None:
        while self._waiting:
            await self._gather()
            group = self._next_group()
            self._due = -inf if self._waiting else inf
            await self._write_together(group)
        self._writing = None

    def _next_group(self) -> list[tuple[Item, asyncio.Future[Answer]]]:
        """Return the first of those that wait, as many as share a transaction."""
        taken = weight = 0
        while taken < len(self._waiting) and weight < LARGEST_GROUP:
            weight += self._weigh(self._waiting[taken][0])
            taken += 1
        group, self._waiting = self._waiting[:taken], self._waiting[taken:]
        self._weight -= weight
        return group

    async def _gather(self) -> None:
        loop = asyncio.get_running_loop()
        while self._weight < LARGEST_GROUP and (left := self._due - loop.time()) > 0:
            self._hurry.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._hurry.wait()

    async def _write_together(self, group: list[tuple[Item, asyncio.Future[Answer]]]) -> None:
        try:
            answers = await self._write_group([item for item, _ in group])
        except Exception as error:  # noqa: BLE001 (each of those who asked is told)
            if len(group) == 1 or isinstance(error, DatabaseError):
                _tell(group, error)
                return
            for item in group:  # the fault is in one of them: alone, the others are kept
                await self._write_together([item])
        else:
            for (_, answer), value in zip(group, answers, strict=True):
                if not answer.done():
                    answer.set_result(value)


def _tell(group: list[tuple[Item, asyncio.Future[Answer]]], error: Exception) -> None:
    for _, answer in group:
        if not answer.done():
            answer.set_exception(error)
            answer.exception()  # looked at, or asyncio would complain of a cancelled asker
