"""One delivery brought to its end: composed, marked as being sent, sent, and its outcome told.

The mark is kept before a byte leaves, so a process that is killed leaves in doubt only what was on
its way.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

import structlog

from bot.delivery import outcomes
from bot.delivery.moment import Moment
from bot.delivery.outbox_writer import OutboxWriter
from bot.delivery.outcomes import DeliveryOutcome
from bot.delivery.queue import PlatformQueue, address_of
from bot.language.translator import Translator
from bot.messages.composer import Composer
from bot.messages.message import BlockKind, Message, Preview, Span, Style, line, text_block
from bot.messages.nothing_to_tell import NothingToTell
from bot.platforms.base import Address, ChatMoved, DeliveryError
from config.errors import TcoError
from storage import cards, chats, sending
from storage.database import Database
from storage.enums import DeliveryKind, Lead, Period, Sound
from storage.errors import DatabaseError
from storage.models import Chat, Delivery
from storage.sending import Begun, Due

LEASE = timedelta(minutes=5)
"""How long a delivery may be under way before its sender is taken to be dead.

Several times any messenger's time-out.
"""

_log = structlog.get_logger(__name__)


def _log_of(due: Due) -> structlog.stdlib.BoundLogger:
    """Return the log in which each line says which delivery it is about."""
    bound: structlog.stdlib.BoundLogger = _log.bind(
        delivery=due.delivery.id,
        kind=due.delivery.kind,
        platform=due.chat.platform,
        chat=due.chat.id,
    )
    return bound


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


class DeliverySender:
    """Composes and sends deliveries, each by itself.

    Args:
        database: Holds the outbox.
        outbox_writer: Writes to it.
        composer: Makes the messages.
    """

    def __init__(self, database: Database, outbox_writer: OutboxWriter, composer: Composer) -> None:
        self._database = database
        self._outbox = outbox_writer
        self._composer = composer

    async def attempt(
        self, queue: PlatformQueue, due: Due, moment: Moment
    ) -> DeliveryOutcome | None:
        """Compose, mark and send; None when the delivery is no longer ours."""
        delivery, chat = due.delivery, due.chat
        attempts = delivery.attempts + 1
        if late := outcomes.too_late(delivery, chat, moment.now()):
            return late
        try:
            message = await self._compose(delivery, chat, due.event_changed_at)
            card = (
                await self._card_to_edit(delivery) if delivery.kind == DeliveryKind.EDIT else None
            )
        except NothingToTell as error:
            _log_of(due).debug("delivery not needed", reason=str(error))
            return outcomes.not_composed(error, attempts, moment.now())
        except Exception as error:
            log = _log_of(due)
            log.warning(
                "delivery not composed", exc_info=not isinstance(error, TcoError), reason=str(error)
            )
            return outcomes.not_composed(error, attempts, moment.now())
        async with queue.granted(due):
            return await self._mark_and_send(queue, due, message, card, moment)

    async def _mark_and_send(
        self, queue: PlatformQueue, due: Due, message: Message, card: str | None, moment: Moment
    ) -> DeliveryOutcome | None:
        delivery, attempts = due.delivery, due.delivery.attempts + 1
        try:
            begun: Begun | None = await self._outbox.do(
                lambda connection: sending.begin(connection, delivery.id, moment.now(), lease=LEASE)
            )
        except DatabaseError as error:
            _log_of(due).warning("delivery not begun", reason=str(error))
            return outcomes.put_off(moment.now())
        if begun is None:
            return None
        try:
            if begun.event_changed_at != due.event_changed_at:
                message = await self._compose(delivery, due.chat, begun.event_changed_at)
            return outcomes.sent(await self._send(queue, due, begun, message, card))
        except Exception as error:
            outcome = outcomes.not_sent(
                error,
                attempts,
                moment.now(),
                again=queue.capabilities.repeats_lost,
                refusals=due.chat.refusals,
            )
            log = _log_of(due)
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
        message = await self._told(delivery, chat, changed_at)
        return in_manner(message, delivery.kind, chat, is_silent=delivery.is_silent)

    async def _told(self, delivery: Delivery, chat: Chat, changed_at: datetime | None) -> Message:
        composer, owed_at, event_id = self._composer, delivery.created_at, delivery.event_id
        match delivery.kind:
            case DeliveryKind.DIGEST if delivery.day is not None:
                return await composer.digest(chat, delivery.day, owed_at)
            case DeliveryKind.WEEK_REVIEW | DeliveryKind.MONTH_REVIEW if delivery.day is not None:
                week = delivery.kind == DeliveryKind.WEEK_REVIEW
                period = Period.WEEK if week else Period.MONTH
                return await composer.review(chat, period, delivery.day, owed_at)
            case DeliveryKind.ALERT if event_id is not None:
                return await composer.card(chat, event_id, changed_at)
            case DeliveryKind.EDIT if event_id is not None:
                return await composer.edited_card(chat, event_id, changed_at)
            case DeliveryKind.CHANGE if event_id is not None and delivery.revision is not None:
                return await composer.change(chat, event_id, delivery.revision)
            case DeliveryKind.REMINDER if event_id is not None and delivery.day is not None:
                return await self._reminder(delivery, chat, event_id, delivery.day, changed_at)
            case DeliveryKind.CATCHUP:
                return await composer.catch_up(chat, delivery.id, owed_at)
            case DeliveryKind.NOTE if delivery.note_id is not None:
                return await composer.note(chat, delivery.note_id)
        raise UnknownDelivery(delivery.id, delivery.kind)

    async def _reminder(
        self,
        delivery: Delivery,
        chat: Chat,
        event_id: int,
        day: date,
        changed_at: datetime | None,
    ) -> Message:
        owed_at = delivery.created_at
        if delivery.lead in _IN_COURSE:
            return await self._composer.course(chat, event_id, delivery.lead, changed_at, owed_at)
        return await self._composer.reminder(chat, event_id, day, owed_at)

    async def _card_to_edit(self, delivery: Delivery) -> str:
        assert delivery.event_id is not None  # noqa: S101 - or it would not have been composed
        card = await self._database.run(cards.card_of, delivery.chat_id, delivery.event_id)
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


_RUNG_FOR = {
    Sound.ALL: frozenset(DeliveryKind),
    Sound.ALERTS: frozenset(
        {
            DeliveryKind.ALERT,
            DeliveryKind.CHANGE,
            DeliveryKind.REMINDER,
            DeliveryKind.NOTE,
        }
    ),
    Sound.NONE: frozenset[DeliveryKind](),
}
_IN_COURSE: frozenset[str] = frozenset({Lead.EVE, Lead.START, Lead.EVENING})
_CARDS = frozenset({DeliveryKind.ALERT, DeliveryKind.EDIT, DeliveryKind.CHANGE})


def in_manner(message: Message, kind: str, chat: Chat, *, is_silent: bool = False) -> Message:
    """Return `message` with or without a sound and a preview, as the chat wants what is owed.

    With `is_silent` it has no sound in any case. For a channel it has the buttons alone that open
    pages.
    """
    preview = Preview(chat.preview) if kind in _CARDS else Preview.NONE
    if preview is Preview.PICTURE and message.picture is None:
        preview = Preview.NONE
    if chat.is_channel:  # what a button there would ask for is nobody's to hear
        message = message.with_buttons(lambda button: button if button.url else None)
    silent = is_silent or kind not in _RUNG_FOR[Sound(chat.sound)]
    return replace(message, is_silent=silent, preview=preview)


def delivery_key(delivery_id: int, owed_at: datetime) -> str:
    """Return what names a delivery for ever.

    Ids begin again in a new database, and the homeserver still remembers the old ones.
    """
    return f"delivery-{delivery_id}-{owed_at.timestamp():.6f}"


def came_here_instead(message: Message, chat: Chat, meant: Address, here: Address) -> Message:
    """Return `message`, with a word of explanation where its topic is gone.

    It then comes to the whole group.
    """
    if not meant.thread or here.thread:
        return message
    sentence = Translator(chat.language).gettext(
        "The topic that this was sent to no longer exists; from now on it comes here."
    )
    return replace(
        message,
        blocks=(
            *message.blocks,
            text_block(line(Span(sentence, Style.ITALIC)), kind=BlockKind.FOOTER),
        ),
    )
