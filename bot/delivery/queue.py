"""What one platform's sender has before it: a few chats with what is due, and who may get it now.

A queue holds a page or two of what is due and never more, so its memory does not grow with what is
owed. The deliveries of a chat go one after the other; a chat that has to rest, for its pace or
because the platform asked for it, stands aside and holds up nobody.
"""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import datetime, timedelta
from math import inf

from bot.delivery.outcomes import DeliveryOutcome
from bot.platforms.base import Address, Messenger
from bot.runtime.backoff import Backoff
from storage.enums import DeliveryState
from storage.sending import LAST, Due

PAGE = 100
"""Deliveries read at once."""

CLOSED = Backoff(timedelta(seconds=1), timedelta(minutes=1))
"""How long a platform that is out of order is left alone, where it names no time itself."""

SILENCES = 2
"""Answers that fail to come in a row before the platform is taken to be out of order."""


NEXT_SLOT = 0.05
"""Seconds until the next message may go within which a record waits for it: 20 a second."""

NEXT_MARK = 0.02
"""Seconds in which the message that may go is composed and marked."""


class PlatformQueue:
    """One platform.

    Args:
        messenger: Its messenger.

    Attributes:
        platform: Its name.
        capabilities: What it is like.
        running: The chats that are being sent to.
        closed_until: Until when the whole platform has to wait, or None.
        more: Whether the last page that was read was a full one, so that more is due.
        passed_over: Whether that page left out chats that were here, to which more may be due than
            is here.
    """

    def __init__(self, messenger: Messenger) -> None:
        self.platform = messenger.platform
        self.messenger = messenger
        self.capabilities = messenger.capabilities
        self._pace = messenger.capabilities.rate_limiter
        self.running: dict[int, asyncio.Task[None]] = {}
        self.closed_until: datetime | None = None
        self.more = False
        self.passed_over = False
        self._troubles = 0
        self._silences = 0
        self._flooded: dict[int, datetime] = {}
        self._waiting: dict[int, deque[Due]] = {}
        self._shunned: set[int] = set()

    @property
    def known(self) -> set[int]:
        """Ids of the chats that are here, or are not to come."""
        return self._waiting.keys() | self.running.keys() | self._shunned

    @property
    def idle(self) -> bool:
        """Whether nothing waits and nothing is under way."""
        return not self._waiting and not self.running

    @property
    def is_full(self) -> bool:
        """Whether nothing more is to be read for now."""
        return len(self._waiting) >= 2 * PAGE

    @property
    def needs_refill(self) -> bool:
        """Whether more is, or may be, due than is here, and little is here."""
        return (self.more and len(self._waiting) < PAGE // 2) or (self.passed_over and self.idle)

    def add(self, found: Sequence[Due]) -> None:
        """Put a page of deliveries, to chats that were not here, behind what is here."""
        self.more = len(found) >= PAGE
        self.passed_over = not self.idle
        for due in found:
            self._waiting.setdefault(due.chat.id, deque()).append(due)

    def forget_chat(self, chat_id: int) -> None:
        """Forget what waits for a chat; it is found again when it is due."""
        self._waiting.pop(chat_id, None)

    def skip_chat(self, chat_id: int) -> None:
        """Leave a chat alone until `clear`: a fault of ours keeps coming."""
        self.forget_chat(chat_id)
        self._shunned.add(chat_id)

    def clear(self) -> None:
        """Forget what waits for all chats."""
        self._waiting.clear()
        self._shunned.clear()
        self.more = self.passed_over = False

    def forget_waits(self) -> None:
        """Wait for nothing any more: the clock by which the moments were told was put back."""
        self.closed_until = None
        self._flooded.clear()

    def is_open(self, now: datetime) -> bool:
        """Whether the platform may be spoken to at all."""
        return self.closed_until is None or self.closed_until <= now

    def apply_outcome(self, chat_id: int, outcome: DeliveryOutcome, now: datetime) -> None:
        """Draw from the end of a delivery what it means for the chat and for the platform.

        A wait that Telegram asks for is that of one chat as a rule; when it asks for a second one
        as well, it means the whole bot. When answers fail to come, the platform is left alone as
        when it says that it is out of order: or all that is owed would be put in doubt.
        """
        if outcome.holds or outcome.gone:
            self.forget_chat(chat_id)
        if outcome.state == DeliveryState.SENT:
            self._troubles = self._silences = 0
        if outcome.silent:
            self._silences += 1
            if self._silences >= SILENCES:
                self._trouble(now)
        if outcome.until is None:
            return
        if outcome.everywhere and not outcome.asked:
            self._trouble(now)
        elif outcome.everywhere:
            self._close(outcome.until)
        elif outcome.asked:
            self._flooded = {
                chat: until
                for chat, until in self._flooded.items()
                if until > now and chat != chat_id
            }
            if self._flooded:
                self._close(max(outcome.until, *self._flooded.values()))
            self._flooded[chat_id] = outcome.until

    def _trouble(self, now: datetime) -> None:
        """Close.

        What was under way together is one trouble, so what comes while it is closed makes that no
        longer.
        """
        if self.is_open(now):
            self._troubles += 1
            self._close(now + CLOSED.wait(self._troubles))

    def _close(self, until: datetime) -> None:
        self.closed_until = max(until, self.closed_until or until)

    def take(self) -> Due | None:
        """Take the next delivery that may go now, or None where all have to wait.

        Digests and reviews go last, all else in the order in which it came: an alert is worth more
        at once.
        """
        chosen: int | None = None
        for chat_id, queue in self._ready():
            if queue[0].delivery.kind not in LAST:
                chosen = chat_id
                break
            chosen = chat_id if chosen is None else chosen
        if chosen is None:
            return None
        queue = self._waiting[chosen]
        due = queue.popleft()
        if not queue:
            del self._waiting[chosen]
        return due

    def granted(self, due: Due) -> AbstractAsyncContextManager[None]:
        """Wait for the turn of a delivery; what is done within is done just before it goes."""
        if self._pace is None:
            return nullcontext()
        return self._pace.granted(due.chat.address)

    def wait(self) -> float:
        """Return how many seconds to wait until something may go.

        Infinity where only the end of something under way can tell.
        """
        if self._pace is None or self._crowded:
            return inf
        slot, shortest = self._pace.slot_wait(), inf
        for _, queue in self._at_rest():
            shortest = min(shortest, self._pace.chat_wait(queue[0].chat.address))
            if shortest <= slot:
                return slot
        return shortest

    def patience(self) -> float:
        """Return for how many seconds a record may wait for the mark of what goes next.

        So one transaction does for both where messages go one by one, at a steady pace. Where many
        are under way the next one must not wait for this one's place.
        """
        if (
            self._pace is None
            or not self._waiting
            or 2 * len(self.running) > self.capabilities.max_concurrency
        ):
            return 0.0
        slot = self._pace.slot_wait()
        return slot + NEXT_MARK if 0 < slot <= NEXT_SLOT else 0.0

    def resting(self, longer_than: float) -> Iterator[tuple[int, float]]:
        """Give the chats whose own pace lets them wait longer than so many seconds, with these."""
        if self._pace is None:
            return
        for chat_id, queue in list(self._waiting.items()):
            wait = self._pace.chat_wait(queue[0].chat.address)
            if longer_than < wait < inf:
                yield chat_id, wait

    def _ready(self) -> Iterator[tuple[int, deque[Due]]]:
        if self._crowded or (self._pace is not None and self._pace.slot_wait() > 0):
            return
        for chat_id, queue in self._at_rest():
            if self._pace is None or self._pace.chat_wait(queue[0].chat.address) <= 0:
                yield chat_id, queue

    @property
    def _crowded(self) -> bool:
        """Whether nothing more may be under way.

        After a trouble one goes ahead, and the others follow when it has arrived.
        """
        return len(self.running) >= (1 if self._troubles else self.capabilities.max_concurrency)

    def _at_rest(self) -> Iterator[tuple[int, deque[Due]]]:
        return (
            (chat_id, queue)
            for chat_id, queue in self._waiting.items()
            if chat_id not in self.running
        )


def address_of(due: Due) -> Address:
    """Return where a delivery goes."""
    return Address(due.chat.platform, due.chat.address, due.chat.thread)
