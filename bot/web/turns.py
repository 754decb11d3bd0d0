"""Turns: who draws a page that nobody has asked for lately lets others in between.

Sixty events that no page has shown yet take some milliseconds to be drawn. All run in one thread,
and whoever comes meanwhile for a page that is kept would wait for ten times what it costs.
"""

import asyncio
from time import perf_counter

SECONDS = 0.0005
"""How long one takes before others have their turn: as long as some four answers that are kept."""


class Turns:
    """The turns of one who has much to do."""

    __slots__ = ("_begun",)

    def __init__(self) -> None:
        """Begin with a turn of one's own."""
        self._begun = perf_counter()

    async def take(self) -> None:
        """Let others have their turn, where one's own has lasted long enough."""
        if perf_counter() - self._begun > SECONDS:
            await asyncio.sleep(0)
            self._begun = perf_counter()
