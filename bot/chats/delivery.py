"""Sends what is owed and records what became of it: the outbox's one worker.

A delivery is claimed with a lease, composed, sent, and recorded by what the messenger's exception means (`bot.chats.outcomes`). The
deliveries of one chat go one after the other, so its order is kept: when one has to wait, those behind it wait as well. Chats do not
wait for each other, and no chat's trouble stops another.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

import structlog

from bot.chats import outcomes
from bot.chats.messenger import Address, ChatMoved, DeliveryError, Messenger
from bot.chats.outcomes import Outcome
from bot.message import Message
from config.errors import TcoError
from storage import chats, outbox
from storage.database import Database
from storage.models import Chat, Delivery, DeliveryKind, DeliveryState

BATCH = 100
"""Deliveries claimed at once."""

LEASE = timedelta(minutes=5)
"""How long a sender may take over a batch before another takes it to be dead."""

ABREAST = 8
"""Chats that are sent to at the same time."""

REPEATABLE = frozenset({"matrix"})
"""Platforms on which a second send of one delivery is the same message."""

_log = structlog.get_logger(__name__)


class Composes(Protocol):
    """Makes the messages that are owed; `bot.digests.composer.Composer` does."""

    async def card(self, chat: Chat, event_id: int) -> Message:
        """Return the card of an event."""
        ...

    async def digest(self, chat: Chat, day: date, now: datetime) -> Message:
        """Return the digest of a chat-local day as of `now`."""
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


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What became of the deliveries that were due, in numbers."""

    sent: int = 0
    retried: int = 0
    uncertain: int = 0
    failed: int = 0
    cancelled: int = 0


Queue = Sequence[tuple[Delivery, Chat]]


class Courier:
    """Takes what is owed to the chats of some platforms."""

    def __init__(self, database: Database, messengers: Mapping[str, Messenger], composer: Composes) -> None:
        """Deliver what `database` says is owed.

        Args:
            database: Holds the outbox.
            messengers: By platform; what is owed to other platforms is left to other processes.
            composer: Makes the messages.
        """
        self._database = database
        self._messengers = messengers
        self._composer = composer
        self._closed: dict[str, datetime] = {}
        self._abreast = asyncio.Semaphore(ABREAST)

    async def deliver_due(self, now: datetime) -> DeliveryReport:
        """Send all that is due at `now` and return what became of it.

        Raises:
            DatabaseError: An outcome could not be recorded; the other chats of the batch are served before this is told.
        """
        counts = Counter[DeliveryState]()
        moment = _Moment(now)
        await self._database.run(outbox.recover, now, repeatable=REPEATABLE)
        while batch := await self._claim(now):
            queues = defaultdict[int, list[tuple[Delivery, Chat]]](list)
            for delivery, chat in batch:
                queues[chat.id].append((delivery, chat))
            served = await asyncio.gather(*(self._serve(queue, moment) for queue in queues.values()), return_exceptions=True)
            for states in served:
                if isinstance(states, BaseException):
                    raise states
                counts.update(states)
            if len(batch) < BATCH:
                break
        return DeliveryReport(
            sent=counts[DeliveryState.SENT],
            retried=counts[DeliveryState.PENDING],
            uncertain=counts[DeliveryState.UNCERTAIN],
            failed=counts[DeliveryState.FAILED],
            cancelled=counts[DeliveryState.CANCELLED],
        )

    async def _claim(self, now: datetime) -> list[tuple[Delivery, Chat]]:
        platforms = [name for name in self._messengers if self._closed.get(name, now) <= now]
        if not platforms:
            return []
        return await self._database.run(outbox.claim, now, limit=BATCH, lease=LEASE, platforms=platforms)

    async def _serve(self, queue: Queue, moment: "_Moment") -> list[DeliveryState]:
        """Send the deliveries of one chat in order and return how each ended."""
        ends: list[DeliveryState] = []
        behind: Outcome | None = None
        async with self._abreast:
            for delivery, chat in queue:
                outcome = behind or self._platform_waits(chat, moment) or await self._attempt(delivery, chat, moment)
                await self._database.run(outcomes.record, delivery, outcome, moment.now())
                ends.append(outcome.state)
                if outcome.gone:
                    behind = Outcome(DeliveryState.CANCELLED, "the chat is gone")
                if outcome.holds and outcome.until:
                    behind = outcomes.put_off(outcome.until, "waits for an earlier one")
                if outcome.everywhere and outcome.until:
                    self._closed[chat.platform] = outcome.until
        return ends

    def _platform_waits(self, chat: Chat, moment: "_Moment") -> Outcome | None:
        until = self._closed.get(chat.platform)
        return outcomes.put_off(until, "the platform asked the bot to wait") if until and until > moment.now() else None

    async def _attempt(self, delivery: Delivery, chat: Chat, moment: "_Moment") -> Outcome:
        log = _log.bind(delivery=delivery.id, kind=delivery.kind, platform=chat.platform, chat=chat.id)
        try:
            message = await self._compose(delivery, chat)
        except Exception as error:
            log.warning("delivery not composed", exc_info=not isinstance(error, TcoError), reason=str(error))
            return outcomes.not_composed(error, delivery.attempts, moment.now())
        try:
            return outcomes.sent(await self._send(delivery, chat, message))
        except Exception as error:
            outcome = outcomes.not_sent(error, delivery.attempts, moment.now())
            log.warning("delivery not sent", exc_info=not isinstance(error, DeliveryError), state=outcome.state, reason=outcome.reason)
            return outcome

    async def _compose(self, delivery: Delivery, chat: Chat) -> Message:
        if delivery.kind == DeliveryKind.DIGEST:
            return await self._composer.digest(chat, date.fromisoformat(delivery.subject), delivery.created_at)
        if delivery.kind == DeliveryKind.ALERT and delivery.event_id is not None:
            return await self._composer.card(chat, delivery.event_id)
        if delivery.kind == DeliveryKind.CATCHUP:
            return await self._composer.catch_up(chat, delivery.subject, delivery.created_at)
        if delivery.kind == DeliveryKind.NOTE:
            return await self._composer.note(chat, delivery.subject)
        raise UnknownDelivery(delivery.id, delivery.kind)

    async def _send(self, delivery: Delivery, chat: Chat, message: Message) -> str:
        """Send, and return the platform's id; a chat that moved is remembered under its new address and sent to there, once."""
        messenger, key = self._messengers[chat.platform], delivery_key(delivery)
        try:
            return await messenger.send(Address(chat.platform, chat.address, chat.thread), message, key=key)
        except ChatMoved as moved:
            await self._database.run(chats.move, chat.id, moved.to.chat, moved.to.thread)
            chat.address, chat.thread = moved.to.chat, moved.to.thread  # for what waits behind this one
            return await messenger.send(moved.to, message, key=key)


def delivery_key(delivery: Delivery) -> str:
    """Return what names this delivery for ever: ids begin again in a new database, and the homeserver still remembers the old ones."""
    return f"delivery-{delivery.id}-{delivery.created_at.timestamp():.6f}"


class _Moment:
    """The moment that a delivery round began with, moved on by what has passed since."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._loop_began = asyncio.get_running_loop().time()

    def now(self) -> datetime:
        return self._began + timedelta(seconds=asyncio.get_running_loop().time() - self._loop_began)
