"""The moment that a round of deliveries began with, moved on by what has passed since."""

import asyncio
from datetime import datetime, timedelta


class Moment:
    """The present of one round.

    Args:
        began: The moment that the round was handed, aware UTC; the event loop's clock moves it on.
    """

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._loop = asyncio.get_running_loop()
        self._loop_began = self._loop.time()

    def now(self) -> datetime:
        """Return the present, aware UTC."""
        return self._began + timedelta(seconds=self._loop.time() - self._loop_began)
