"""Sends what is owed and records what became of it: the outbox's one worker.

Each delivery is composed, marked and sent (`bot.delivery.attempt`), and recorded by what the
messenger's exception means (`bot.delivery.outcomes`). The deliveries of one chat go one after the
other, so its order is kept: when one has to wait, those behind it wait as well. Chats do not wait
for each other, and no chat's and no platform's trouble stops another. A platform is served by
whoever holds its lock (`storage.locks`), one process at a time.
"""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.delivery import outcomes
from bot.delivery.attempt import DeliverySender
from bot.delivery.moment import Moment
from bot.delivery.outbox_writer import OutboxWriter, write_together
from bot.delivery.queue import PAGE, PlatformQueue
from bot.messages.composer import Composer
from bot.platforms.base import Messenger
from bot.runtime import metrics
from bot.runtime.pulse import Pulse
from storage import sending
from storage.database import Database
from storage.enums import DeliveryState
from storage.locks import LeaderLock, LockState, only_process
from storage.sending import Due

TICK = 1.0
"""Seconds between two looks for what has fallen due, while something is under way."""

FAR = 5.0
"""Seconds of rest from which on a chat is put back into the outbox."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of the deliveries that were due, in numbers."""

    sent: int = 0
    retried: int = 0
    uncertain: int = 0
    failed: int = 0
    cancelled: int = 0


class DeliveryWorker:
    """Takes what is owed to the chats of some platforms.

    Attributes:
        pulse: Beats with each delivery that was brought to its end, and with each run.
    """

    def __init__(
        self,
        database: Database,
        messengers: Iterable[Messenger],
        composer: Composer,
        *,
        leader_locks: Mapping[str, LeaderLock] | None = None,
    ) -> None:
        """Deliver what `database` says is owed.

        Args:
            database: Holds the outbox.
            messengers: Of the platforms that are served; what is owed to others is left to other
                processes.
            composer: Makes the messages.
            leader_locks: By platform, the lock of its sender; this process alone works on the
                database unless given.
        """
        self._database = database
        self._outbox = OutboxWriter(partial(write_together, database))
        self._sender = DeliverySender(database, self._outbox, composer)
        self._queues = [PlatformQueue(messenger) for messenger in messengers]
        self._leader_locks = leader_locks or {
            queue.platform: LeaderLock(only_process) for queue in self._queues
        }
        self._under_way: set[int] = set()
        self._counts = Counter[DeliveryState]()
        self._looked = -TICK
        self._stopping = False
        self._stir = asyncio.Event()
        self.pulse = Pulse()

    def stop(self) -> None:
        """Start nothing new; what is under way is finished."""
        self._stopping = True
        self._stir.set()

    def forget_waits(self) -> None:
        """Let no platform wait any longer for a moment that a wrong clock told."""
        for queue in self._queues:
            queue.forget_waits()

    async def deliver_due(self, now: datetime) -> DeliveryReport:
        """Send all that is due at `now`, or falls due meanwhile, and return what became of it.

        What a chat's pace puts off for long is left to a later run.

        Raises:
            DatabaseError: The outbox could not be read; what was under way has been recorded before
                this is told.
        """
        moment, self._counts = Moment(now), Counter()
        self._looked = -TICK
        try:
            await self._work(moment)
        except asyncio.CancelledError:
            for task in self._tasks():
                task.cancel()
            raise
        finally:
            await asyncio.gather(*self._tasks(), return_exceptions=True)
            for queue in self._queues:
                queue.clear()
        counts = self._counts
        self.pulse.beat()
        return DeliveryReport(
            sent=counts[DeliveryState.SENT],
            retried=counts[DeliveryState.PENDING],
            uncertain=counts[DeliveryState.UNCERTAIN],
            failed=counts[DeliveryState.FAILED],
            cancelled=counts[DeliveryState.CANCELLED],
        )

    async def _work(self, moment: Moment) -> None:
        while not self._stopping:
            await self._look(moment)
            for queue in self._queues:
                self._start(queue, moment)
            if all(queue.idle for queue in self._queues):
                return
            self._stir.clear()
            wait = min(TICK, *(queue.wait() for queue in self._queues))
            if wait > 0:
                await _until(self._stir, wait)

    def _tasks(self) -> list[asyncio.Task[None]]:
        return [task for queue in self._queues for task in queue.running.values()]

    async def _look(self, moment: Moment) -> None:
        """Read what has fallen due: once a tick, and sooner where a queue has run dry."""
        loop_now = asyncio.get_running_loop().time()
        new_tick = loop_now - self._looked >= TICK
        if new_tick:
            self._looked = loop_now
        for queue in self._queues:
            if not queue.is_open(moment.now()):
                queue.clear()
            elif (new_tick and await self._is_sender(queue, moment)) or queue.needs_refill:
                await self._put_back(queue, moment)
                await self._read(queue, moment)

    async def _is_sender(self, queue: PlatformQueue, moment: Moment) -> bool:
        """Whether this process is the platform's sender.

        A new one takes over what the one before left behind.
        """
        held = await self._leader_locks[queue.platform].held()
        if held is LockState.BY_ANOTHER:
            queue.clear()
            return False
        if (introduce := queue.capabilities.introduce) is not None:
            await introduce()
        left = await self._database.run(
            sending.recover,
            moment.now(),
            platform=queue.platform,
            again=queue.capabilities.repeats_lost,
            dead=held is LockState.NEWLY,
            without=self._under_way,
        )
        if left.again or left.uncertain:
            _log.warning(
                "taken over from a sender that stopped",
                platform=queue.platform,
                again=left.again,
                uncertain=left.uncertain,
            )
        return True

    async def _put_back(self, queue: PlatformQueue, moment: Moment) -> None:
        for chat_id, wait in queue.resting(FAR):
            queue.forget_chat(chat_id)
            until = moment.now() + timedelta(seconds=wait)
            await self._database.run(sending.hold, chat_id, until)

    async def _read(self, queue: PlatformQueue, moment: Moment) -> None:
        if queue.is_full:
            return
        queue.add(
            await self._database.run(
                sending.due, moment.now(), platform=queue.platform, limit=PAGE, without=queue.known
            )
        )

    def _start(self, queue: PlatformQueue, moment: Moment) -> None:
        while queue.is_open(moment.now()) and (due := queue.take()) is not None:
            task = asyncio.create_task(self._deliver(queue, due, moment))
            queue.running[due.chat.id] = task
            task.add_done_callback(partial(self._done, queue, due.chat.id))

    def _done(self, queue: PlatformQueue, chat_id: int, _task: asyncio.Task[None]) -> None:
        del queue.running[chat_id]
        self._stir.set()

    async def _deliver(self, queue: PlatformQueue, due: Due, moment: Moment) -> None:
        """Bring one delivery to its end; never raises but to be cancelled."""
        self._under_way.add(due.delivery.id)
        try:
            outcome = await self._sender.attempt(queue, due, moment)
            if outcome is not None:
                queue.apply_outcome(due.chat.id, outcome, moment.now())
                await self._outbox.insist(
                    lambda connection: outcomes.record(connection, due, outcome, moment.now()),
                    queue.patience(),
                )
                self._counts[outcome.state] += 1
                metrics.SENDS.labels(queue.platform, outcome.state).inc()
                self.pulse.beat()
        except Exception:  # noqa: BLE001 - one chat's fault stops no other
            # A fault of ours: the other deliveries go on, and the lease will find this one.
            _log.exception("delivery abandoned", delivery=due.delivery.id)
            queue.skip_chat(due.chat.id)
        finally:
            self._under_way.discard(due.delivery.id)


async def _until(event: asyncio.Event, seconds: float) -> None:
    """Wait for `event`, but no longer than so many seconds."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
