"""Work that goes on beside what waits for it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager


class Tasks:
    """Work that goes on beside; a piece that fails does not stop the others."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[object]] = set()

    @property
    def count(self) -> int:
        """How many pieces still run."""
        return len(self._running)

    def start(self, work: Coroutine[None, None, object]) -> None:
        """Let `work` go on by itself."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def stop(self) -> None:
        """Cancel what still runs, and wait for its end."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


@asynccontextmanager
async def tasks() -> AsyncIterator[Callable[[Coroutine[None, None, object]], None]]:
    """Give a function that starts a piece of work; what still runs at the end is cancelled."""
    running = Tasks()
    try:
        yield running.start
    finally:
        await running.stop()
