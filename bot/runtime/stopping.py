"""How a process is told to stop, and how its tasks come to an end."""

import asyncio
import contextlib
import signal
from collections.abc import Collection, Iterator


async def ended(tasks: Collection[asyncio.Task[None]], grace: float) -> list[BaseException | None]:
    """Return how cancelled tasks ended; those that take longer than `grace` are cancelled again."""
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=grace)
        for task in late:
            task.cancel()
    return await asyncio.gather(*tasks, return_exceptions=True)


@contextlib.contextmanager
def stop_signals(stop: asyncio.Event) -> Iterator[None]:
    """Set `stop` on SIGTERM and SIGINT."""
    loop = asyncio.get_running_loop()
    wanted = (signal.SIGTERM, signal.SIGINT)
    for number in wanted:
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in wanted:
            loop.remove_signal_handler(number)
