"""Manners towards hosts: few connections, pauses, and silence when one asks for it.

Waiting for a host's turn holds nothing that another host needs: the common limit on connections is
taken only once the turn has come.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

_FORGET_ABOVE = 5_000


@dataclass(slots=True)
class _Host:
    turns: asyncio.Semaphore
    free_at: float = 0.0
    silent_until: float = 0.0
    users: int = field(default=0)


class HostRateLimiter:
    """Gives out turns; times are of the event loop's own clock."""

    def __init__(self, *, per_host: int = 2, gap: float = 0.3, in_all: int = 256) -> None:
        """Set the manners.

        Args:
            per_host: Most requests at a time to one host.
            gap: Seconds between the starts of two requests to one host.
            in_all: Most requests at a time.
        """
        self._per_host = per_host
        self._gap = gap
        self._in_all = asyncio.Semaphore(in_all)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at `host`, and hold it for as long as the block runs."""
        state = self._state(host)
        state.users += 1
        try:
            async with state.turns:
                await self._wait(state)
                async with self._in_all:
                    yield
        finally:
            state.users -= 1
            self._forget()

    def silence(self, host: str, length: timedelta) -> None:
        """Leave `host` alone for `length`, as it asked."""
        state = self._state(host)
        state.silent_until = max(
            state.silent_until, asyncio.get_running_loop().time() + length.total_seconds()
        )

    def silent_for(self, host: str) -> timedelta | None:
        """Return how much longer `host` is to be left alone, or None."""
        state = self._hosts.get(host)
        rest = (state.silent_until if state else 0.0) - asyncio.get_running_loop().time()
        return timedelta(seconds=rest) if rest > 0 else None

    async def _wait(self, state: _Host) -> None:
        now = asyncio.get_running_loop().time()
        start = max(now, state.free_at)
        state.free_at = start + self._gap
        if start > now:
            await asyncio.sleep(start - now)

    def _state(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._per_host)))

    def _forget(self) -> None:
        """Keep no state of hosts that nobody asks any more."""
        if len(self._hosts) > _FORGET_ABOVE:
            now = asyncio.get_running_loop().time()
            self._hosts = {
                name: host
                for name, host in self._hosts.items()
                if host.users or host.silent_until > now or host.free_at > now
            }
