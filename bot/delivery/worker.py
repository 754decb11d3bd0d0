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
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

from bot.delivery import outcomes
from bot.delivery.outcomes import Outcome
from bot.delivery.queue import PAGE, Lane, address_of
from bot.delivery.telling import came_here_instead
from bot.delivery.write_batcher import Ledger
from bot.messages.message import Message
from bot.platforms.base import ChatMoved, DeliveryError, Messenger
from config.errors import TcoError
from storage import chats, outbox, sending
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState
from storage.errors import DatabaseError
from storage.locks import Held, Post, only_process
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


class Composes(Protocol):
    """Makes the messages that are owed; `bot.messages.composer.Composer` does."""

    async def card(self, chat: Chat, event_id: int, changed_at: datetime | None = None) -> Message:
        """Return the card of an event as it was at `changed_at` or later."""
        ...

    async def digest(self, chat: Chat, day: date, now: datetime) -> Message:
        """Return the digest of a chat-local day as of `now`."""
        ...

    async def change(self, chat: Chat, event_id: int, revision: int) -> Message:
        """Return the news of the change that led to a revision of an event."""
        ...

    async def reminder(self, chat: Chat, event_id: int, subject: str, now: datetime) -> Message:
        """Return the reminder of an event that `subject` names."""
        ...

    async def catch_up(self, chat: Chat, subject: str, now: datetime) -> Message:
        """Return what came while the chat kept quiet."""
        ...

    async def note(self, chat: Chat, subject: str) -> Message:
        """Return a note."""
        ...


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


class Courier:
    """Takes what is owed to the chats of some platforms."""

    def __init__(
        self,
        database: Database,
        messengers: Mapping[str, Messenger],
        composer: Composes,
        *,
        resend: bool = False,
        posts: Mapping[str, Post] | None = None,
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
        self._ledger = Ledger(database)
        self._composer = composer
        self._lanes = [
            Lane(platform, one, again=resend or platform in REPEATABLE)
            for platform, one in messengers.items()
        ]
        self._posts = posts or {platform: Post(only_process) for platform in messengers}
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
            for lane in self._lanes:
                lane.clear()
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
            for lane in self._lanes:
                self._start(lane, moment)
            if all(lane.idle for lane in self._lanes):
                return
            self._stir.clear()
            wait = min(TICK, *(lane.wait() for lane in self._lanes))
            if wait > 0:
                await _until(self._stir, wait)

    def _tasks(self) -> list[asyncio.Task[None]]:
        return [task for lane in self._lanes for task in lane.running.values()]

    async def _look(self, moment: "_Moment") -> None:
        """Read what has fallen due: once a tick, and sooner where a lane has run dry."""
        loop_now = asyncio.get_running_loop().time()
        new_tick = loop_now - self._looked >= TICK
        if new_tick:
            self._looked = loop_now
        for lane in self._lanes:
            if not lane.is_open(moment.now()):
                lane.clear()
            elif (new_tick and await self._holds_post(lane, moment)) or lane.dry:
                await self._put_back(lane, moment)
                await self._read(lane, moment)

    async def _holds_post(self, lane: Lane, moment: "_Moment") -> bool:
        """Whether this process is the platform's sender.

        A new one takes over what the one before left behind.
        """
        held = await self._posts[lane.platform].held()
        if held is Held.BY_ANOTHER:
            lane.clear()
            return False
        left = await self._database.run(
            sending.recover,
            moment.now(),
            platform=lane.platform,
            again=lane.again,
            dead=held is Held.NEWLY,
            without=self._under_way,
        )
        if left.again or left.uncertain:
            _log.warning(
                "taken over from a sender that stopped",
                platform=lane.platform,
                again=left.again,
                uncertain=left.uncertain,
            )
        return True

    async def _put_back(self, lane: Lane, moment: "_Moment") -> None:
        for chat_id, wait in lane.resting(FAR):
            lane.drop(chat_id)
            until = moment.now() + timedelta(seconds=wait)
            await self._database.run(sending.hold, chat_id, until)

    async def _read(self, lane: Lane, moment: "_Moment") -> None:
        if lane.full:
            return
        lane.add(
            await self._database.run(
                sending.due, moment.now(), platform=lane.platform, limit=PAGE, without=lane.known
            )
        )

    def _start(self, lane: Lane, moment: "_Moment") -> None:
        while lane.is_open(moment.now()) and (due := lane.take()) is not None:
            task = asyncio.create_task(self._deliver(lane, due, moment))
            lane.running[due.chat.id] = task
            task.add_done_callback(partial(self._done, lane, due.chat.id))

    def _done(self, lane: Lane, chat_id: int, _task: asyncio.Task[None]) -> None:
        del lane.running[chat_id]
        self._stir.set()

    async def _deliver(self, lane: Lane, due: Due, moment: "_Moment") -> None:
        """Bring one delivery to its end; never raises but to be cancelled."""
        self._under_way.add(due.delivery.id)
        try:
            outcome = await self._attempt(lane, due, moment)
            if outcome is not None:
                lane.heed(due.chat.id, outcome, moment.now())
                await self._ledger.insist(
                    lambda connection: outcomes.record(connection, due, outcome, moment.now())
                )
                self._counts[outcome.state] += 1
        except Exception:  # noqa: BLE001 - a fault of ours: the other deliveries go on, and the lease will find this one
            _log.exception("delivery abandoned", delivery=due.delivery.id)
            lane.shun(due.chat.id)
        finally:
            self._under_way.discard(due.delivery.id)

    async def _attempt(self, lane: Lane, due: Due, moment: "_Moment") -> Outcome | None:
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
        async with lane.granted(due):
            return await self._mark_and_send(lane, due, message, card, moment)

    async def _mark_and_send(
        self, lane: Lane, due: Due, message: Message, card: str | None, moment: "_Moment"
    ) -> Outcome | None:
        delivery, attempts = due.delivery, due.delivery.attempts + 1
        log = _log.bind(
            delivery=delivery.id, kind=delivery.kind, platform=lane.platform, chat=due.chat.id
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
            return outcomes.sent(await self._send(lane, due, begun, message, card))
        except Exception as error:
            outcome = outcomes.not_sent(error, attempts, moment.now(), again=lane.again)
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
        self, lane: Lane, due: Due, begun: Begun, message: Message, card: str | None
    ) -> str:
        """Send, and return the platform's id.

        A chat that moved is remembered under its new address and sent to there, once.
        """
        messenger, key, here = (
            lane.messenger,
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
