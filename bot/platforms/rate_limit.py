"""How fast a platform lets the bot speak: so many calls in so many seconds, in all and by chat.

A call counts from when it begins until the limit's seconds after it has ended, because nobody knows
when within that time the server took it. So no window at the server ever holds more calls than
allowed, however the network delays them. Calls are also spread evenly over the second: a burst that
fills it at once would leave as much in doubt when the process is killed.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import Any

_SWEEP = 1000
"""Calls between two looks for chats that need not be remembered any more."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` calls in any `seconds`."""

    count: int
    seconds: float


class _Flow:
    """The calls that share some limits."""

    def __init__(self, limits: Sequence[Limit]) -> None:
        self.limits = limits
        self.under_way = 0
        self.ends: deque[float] = deque()
        self._longest = max((limit.seconds for limit in limits), default=0.0)

    def ready_at(self, now: float) -> float:
        """Return when the next call may begin.

        Infinity while that depends on one that is under way.
        """
        self._forget(now)
        ready = now
        for limit in self.limits:
            recent = [end for end in self.ends if end > now - limit.seconds]
            too_many = self.under_way + len(recent) - limit.count + 1
            if too_many > len(recent):
                return inf
            if too_many > 0:
                ready = max(ready, recent[too_many - 1] + limit.seconds)
        return ready

    def idle(self, now: float) -> bool:
        """Whether nothing of the past matters any more."""
        self._forget(now)
        return not self.under_way and not self.ends

    def _forget(self, now: float) -> None:
        while self.ends and self.ends[0] <= now - self._longest:
            self.ends.popleft()


class SendRateLimiter:
    """The pace of one account.

    Args:
        overall: For all chats together.
        limits_of: Gives the limits of a chat, by its id.
        clock: Seconds, monotonic.
    """

    def __init__(
        self,
        overall: Limit,
        limits_of: Callable[[str], Sequence[Limit]],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._clock = clock
        self._spacing = overall.seconds / overall.count
        self._all = _Flow([overall])
        self._limits_of = limits_of
        self._chats: dict[str, _Flow] = {}
        self._next_slot = 0.0
        self._calls = 0
        self._ended = asyncio.Event()
        self._gate = asyncio.Lock()
        self._grants: dict[asyncio.Task[Any] | None, _Flow] = {}

    def slot_wait(self) -> float:
        """Return how many seconds any call has to wait, whatever chat it is for."""
        now = self._clock()
        return max(0.0, self._next_slot - now, self._all.ready_at(now) - now)

    def chat_wait(self, chat: str) -> float:
        """Return how many seconds the limits of the chat alone let a call wait."""
        flow, now = self._chats.get(chat), self._clock()
        return flow.ready_at(now) - now if flow else 0.0

    def turn(self, chat: str) -> AbstractAsyncContextManager[None]:
        """Wait until a call to `chat` may be made; it is under way within.

        A turn that was granted to this task is taken instead.
        """
        return self._turn(chat, own=True)

    def answering(self, chat: str) -> AbstractAsyncContextManager[None]:
        """Wait only until any call may be made: for answers, which come as fast as people ask."""
        return self._turn(chat, own=False)

    @asynccontextmanager
    async def granted(self, chat: str) -> AsyncIterator[None]:
        """Wait until a call to `chat` may be made, and let this task's next `turn` be that call.

        So what must be done just before a call is done within.
        """
        task = asyncio.current_task()
        self._grants[task] = await self._begun(chat, own=True)
        try:
            yield
        finally:
            if (unused := self._grants.pop(task, None)) is not None:
                self._end(unused)

    @asynccontextmanager
    async def _turn(self, chat: str, *, own: bool) -> AsyncIterator[None]:
        flow = self._grants.pop(asyncio.current_task(), None) or await self._begun(chat, own=own)
        try:
            yield
        finally:
            self._end(flow)

    async def _begun(self, chat: str, *, own: bool) -> _Flow:
        """Begin a call when the common limit allows it, and with `own` that of its chat.

        Those who wait for the common limit stand in a queue, so that only the first one has to look
        at the clock.
        """
        while True:
            if own:
                await self._passed(lambda: self.chat_wait(chat))
            async with self._gate:
                await self._passed(self.slot_wait)
                if not own or self.chat_wait(chat) <= 0:
                    return self._begin(chat)

    async def _passed(self, left: Callable[[], float]) -> None:
        while (wait := left()) > 0:
            if wait < inf:
                await asyncio.sleep(wait)
            else:
                self._ended.clear()
                await self._ended.wait()

    def _begin(self, chat: str) -> _Flow:
        now = self._clock()
        self._calls += 1
        if self._calls % _SWEEP == 0:
            self._chats = {chat: flow for chat, flow in self._chats.items() if not flow.idle(now)}
        flow = self._chats.setdefault(chat, _Flow(self._limits_of(chat)))
        flow.under_way += 1
        self._all.under_way += 1
        self._next_slot = now + self._spacing
        return flow

    def _end(self, flow: _Flow) -> None:
        now = self._clock()
        for ended in (flow, self._all):
            ended.under_way -= 1
            ended.ends.append(now)
        self._ended.set()
