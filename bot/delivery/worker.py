"""Sends what is owed and records what became of it: the outbox's one worker.

Each delivery is composed, marked as being sent, sent, and recorded by what the messenger's
exception means (`bot.delivery.outcomes`). The mark is kept before a byte leaves, so a process that
is killed leaves in doubt only what was on its way. The deliveries of one chat go one after the
other, so its order is kept: when one has to wait, those behind it wait as well. Chats do not wait
for each other, and no chat's and no platform's trouble stops another. A platform is served by
whoever holds its post (`storage.locks`), one process at a time.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

import structlog

from bot.delivery import outcomes
from bot.delivery.outcomes import DeliveryOutcome
from bot.delivery.queue import PAGE, PlatformQueue, address_of
from bot.delivery.write_batcher import WriteBatcher
from bot.language.translator import Translator
from bot.messages.composer import Composer
from bot.messages.message import BlockKind, Message, Span, Style, line, text_block
from bot.platforms.base import Address, ChatMoved, DeliveryError, Messenger
from config.errors import TcoError
from storage import chats, outbox, sending
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState
from storage.errors import DatabaseError
from storage.locks import LeaderLock, LockState, only_process
from storage.models import Chat, Delivery
from storage.sending import Begun, Due

LEASE = timedelta(minutes=5)
"""How long a delivery may be under way before its sender is taken to be dead.

Several times any messenger's time-out.
"""

TICK = 1.0
"""Seconds between two looks for what has fallen due, while something is under way."""

FAR = 5.0
"""Seconds of rest from which on a chat is put back into the outbox."""

REPEATABLE = frozenset({"matrix"})
"""Platforms on which a second send of one delivery is the same message."""

_log = structlog.get_logger(__name__)


class UnknownDelivery(TcoError):
    """The outbox holds something that this version of the program does not know how to make.

    Attributes:
        delivery_id: Which.
        kind: What it is called there.
    """

    def __init__(self, delivery_id: int, kind: str) -> None:
        self.delivery_id = delivery_id
        self.kind = kind
        super().__init__(f"delivery {delivery_id} is of a kind that is not known: {kind}")


class NothingToEdit(TcoError):
    """The message that is to be edited never arrived, or nobody knows under which id."""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of the deliveries that were due, in numbers."""

    sent: int = 0
    retried: int = 0
    uncertain: int = 0
    failed: int = 0
    cancelled: int = 0


class DeliveryWorker:
    """Takes what is owed to the chats of some platforms."""

    def __init__(
        self,
        database: Database,
        messengers: Mapping[str, Messenger],
        composer: Composer,
        *,
        resend: bool = False,
        posts: Mapping[str, LeaderLock] | None = None,
    ) -> None:
        """Deliver what `database` says is owed.

        Args:
            database: Holds the outbox.
            messengers: By platform; what is owed to other platforms is left to other processes.
            composer: Makes the messages.
            resend: Whether what may or may not have arrived is sent again also where it would then
                arrive twice.
            posts: By platform, the post of its sender; this process alone works on the database
                unless given.
        """
        self._database = database
        self._ledger = WriteBatcher(database)
        self._composer = composer
        self._queues = [
            PlatformQueue(platform, one, again=resend or platform in REPEATABLE)
            for platform, one in messengers.items()
        ]
        self._posts = posts or {platform: LeaderLock(only_process) for platform in messengers}
        self._under_way: set[int] = set()
        self._counts = Counter[DeliveryState]()
        self._looked = -TICK
        self._stopping = False
        self._stir = asyncio.Event()

    def stop(self) -> None:
        """Start nothing new; what is under way is finished."""
        self._stopping = True
        self._stir.set()

    async def deliver_due(self, now: datetime) -> DeliveryReport:
        """Send all that is due at `now`, or falls due meanwhile, and return what became of it.

        What a chat's pace puts off for long is left to a later run.

        Raises:
            DatabaseError: The outbox could not be read; what was under way has been recorded before
                this is told.
        """
        moment, self._counts = _Moment(now), Counter()
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
        return DeliveryReport(
            sent=counts[DeliveryState.SENT],
            retried=counts[DeliveryState.PENDING],
            uncertain=counts[DeliveryState.UNCERTAIN],
            failed=counts[DeliveryState.FAILED],
            cancelled=counts[DeliveryState.CANCELLED],
        )

    async def _work(self, moment: "_Moment") -> None:
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

    async def _look(self, moment: "_Moment") -> None:
        """Read what has fallen due: once a tick, and sooner where a queue has run dry."""
        loop_now = asyncio.get_running_loop().time()
        new_tick = loop_now - self._looked >= TICK
        if new_tick:
            self._looked = loop_now
        for queue in self._queues:
            if not queue.is_open(moment.now()):
                queue.clear()
            elif (new_tick and await self._holds_post(queue, moment)) or queue.needs_refill:
                await self._put_back(queue, moment)
                await self._read(queue, moment)

    async def _holds_post(self, queue: PlatformQueue, moment: "_Moment") -> bool:
        """Whether this process is the platform's sender.

        A new one takes over what the one before left behind.
        """
        held = await self._posts[queue.platform].held()
        if held is LockState.BY_ANOTHER:
            queue.clear()
            return False
        left = await self._database.run(
            sending.recover,
            moment.now(),
            platform=queue.platform,
            again=queue.again,
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

    async def _put_back(self, queue: PlatformQueue, moment: "_Moment") -> None:
        for chat_id, wait in queue.resting(FAR):
            queue.forget_chat(chat_id)
            until = moment.now() + timedelta(seconds=wait)
            await self._database.run(sending.hold, chat_id, until)

    async def _read(self, queue: PlatformQueue, moment: "_Moment") -> None:
        if queue.is_full:
            return
        queue.add(
            await self._database.run(
                sending.due, moment.now(), platform=queue.platform, limit=PAGE, without=queue.known
            )
        )

    def _start(self, queue: PlatformQueue, moment: "_Moment") -> None:
        while queue.is_open(moment.now()) and (due := queue.take()) is not None:
            task = asyncio.create_task(self._deliver(queue, due, moment))
            queue.running[due.chat.id] = task
            task.add_done_callback(partial(self._done, queue, due.chat.id))

    def _done(self, queue: PlatformQueue, chat_id: int, _task: asyncio.Task[None]) -> None:
        del queue.running[chat_id]
        self._stir.set()

    async def _deliver(self, queue: PlatformQueue, due: Due, moment: "_Moment") -> None:
        """Bring one delivery to its end; never raises but to be cancelled."""
        self._under_way.add(due.delivery.id)
        try:
            outcome = await self._attempt(queue, due, moment)
            if outcome is not None:
                queue.apply_outcome(due.chat.id, outcome, moment.now())
                await self._ledger.insist(
                    lambda connection: outcomes.record(connection, due, outcome, moment.now())
                )
                self._counts[outcome.state] += 1
        except Exception:  # noqa: BLE001 - a fault of ours: the other deliveries go on, and the lease will find this one
            _log.exception("delivery abandoned", delivery=due.delivery.id)
            queue.skip_chat(due.chat.id)
        finally:
            self._under_way.discard(due.delivery.id)

    async def _attempt(
        self, queue: PlatformQueue, due: Due, moment: "_Moment"
    ) -> DeliveryOutcome | None:
        """Compose, mark and send; None when the delivery is no longer ours."""
        delivery, chat = due.delivery, due.chat
        log = _log.bind(
            delivery=delivery.id, kind=delivery.kind, platform=chat.platform, chat=chat.id
        )
        attempts = delivery.attempts + 1
        try:
            message = await self._compose(delivery, chat, due.event_changed_at)
            card = (
                await self._card_to_edit(delivery) if delivery.kind == DeliveryKind.EDIT else None
            )
        except Exception as error:
            log.warning(
                "delivery not composed", exc_info=not isinstance(error, TcoError), reason=str(error)
            )
            return outcomes.not_composed(error, attempts, moment.now())
        async with queue.granted(due):
            return await self._mark_and_send(queue, due, message, card, moment)

    async def _mark_and_send(
        self, queue: PlatformQueue, due: Due, message: Message, card: str | None, moment: "_Moment"
    ) -> DeliveryOutcome | None:
        delivery, attempts = due.delivery, due.delivery.attempts + 1
        log = _log.bind(
            delivery=delivery.id, kind=delivery.kind, platform=queue.platform, chat=due.chat.id
        )
        try:
            begun = await self._ledger.do(
                lambda connection: sending.begin(connection, delivery.id, moment.now(), lease=LEASE)
            )
        except DatabaseError as error:
            log.warning("delivery not begun", reason=str(error))
            return outcomes.put_off(moment.now())
        if begun is None:
            return None
        try:
            if begun.event_changed_at != due.event_changed_at:
                message = await self._compose(delivery, due.chat, begun.event_changed_at)
            return outcomes.sent(await self._send(queue, due, begun, message, card))
        except Exception as error:
            outcome = outcomes.not_sent(error, attempts, moment.now(), again=queue.again)
            log.warning(
                "delivery not sent",
                exc_info=not isinstance(error, DeliveryError),
                state=outcome.state,
                reason=outcome.reason,
            )
            return outcome

    async def _compose(
        self, delivery: Delivery, chat: Chat, changed_at: datetime | None
    ) -> Message:
        if delivery.kind == DeliveryKind.DIGEST:
            return await self._composer.digest(
                chat, date.fromisoformat(delivery.subject), delivery.created_at
            )
        if (
            delivery.kind in {DeliveryKind.ALERT, DeliveryKind.EDIT}
            and delivery.event_id is not None
        ):
            return await self._composer.card(chat, delivery.event_id, changed_at)
        if delivery.kind == DeliveryKind.CHANGE and delivery.event_id is not None:
            return await self._composer.change(
                chat, delivery.event_id, int(delivery.subject.rpartition(" ")[2])
            )
        if delivery.kind == DeliveryKind.REMINDER and delivery.event_id is not None:
            return await self._composer.reminder(
                chat, delivery.event_id, delivery.subject, delivery.created_at
            )
        if delivery.kind == DeliveryKind.CATCHUP:
            return await self._composer.catch_up(chat, delivery.subject, delivery.created_at)
        if delivery.kind == DeliveryKind.NOTE:
            return await self._composer.note(chat, delivery.subject)
        raise UnknownDelivery(delivery.id, delivery.kind)

    async def _card_to_edit(self, delivery: Delivery) -> str:
        assert delivery.event_id is not None  # noqa: S101 - or it would not have been composed
        card = await self._database.run(outbox.card_of, delivery.chat_id, delivery.event_id)
        if card is None:
            raise NothingToEdit("the card to edit never arrived, or nobody knows whether it did")
        return card

    async def _send(
        self, queue: PlatformQueue, due: Due, begun: Begun, message: Message, card: str | None
    ) -> str:
        """Send, and return the platform's id.

        A chat that moved is remembered under its new address and sent to there, once.
        """
        messenger, key, here = (
            queue.messenger,
            delivery_key(due.delivery.id, begun.owed_at),
            address_of(due),
        )
        try:
            return await (
                messenger.send(here, message, key=key)
                if card is None
                else messenger.edit(here, card, message, key=key)
            )
        except ChatMoved as moved:
            await self._database.run(chats.move, due.chat.id, moved.to.chat, moved.to.thread)
            due.chat.address, due.chat.thread = (
                moved.to.chat,
                moved.to.thread,
            )  # for what waits behind this one
            return await messenger.send(
                moved.to, came_here_instead(message, due.chat, here, moved.to), key=key
            )


def delivery_key(delivery_id: int, owed_at: datetime) -> str:
    """Return what names a delivery for ever: ids begin again in a new database, and the homeserver still remembers the old ones."""
    return f"delivery-{delivery_id}-{owed_at.timestamp():.6f}"


async def _until(event: asyncio.Event, seconds: float) -> None:
    """Wait for `event`, but no longer than so many seconds."""
    waiting = asyncio.ensure_future(event.wait())
    await asyncio.wait({waiting}, timeout=seconds)
    waiting.cancel()


class _Moment:
    """The moment that a delivery round began with, moved on by what has passed since."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._loop = asyncio.get_running_loop()
        self._loop_began = self._loop.time()

    def now(self) -> datetime:
        return self._began + timedelta(seconds=self._loop.time() - self._loop_began)


def came_here_instead(message: Message, chat: Chat, meant: Address, here: Address) -> Message:
    """Return `message`, saying so where it was meant for a topic that is gone and comes to the whole group; else as it is."""
    if not meant.thread or here.thread:
        return message
    sentence = Translator(chat.language).gettext(
        "The topic that this was for is gone, so it comes here from now on."
    )
    return replace(
        message,
        blocks=(
            *message.blocks,
            text_block(line(Span(sentence, Style.ITALIC)), kind=BlockKind.FOOTER),
        ),
    )
