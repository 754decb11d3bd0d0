"""A messenger and a composer that do as they are told, and what is owed and written down, for the
tests of delivery."""

from collections.abc import Callable
from datetime import date, datetime

from sqlmodel import Session

from bot.messages.card import CardStyle
from bot.messages.composer import Composer
from bot.messages.message import Message, text_message
from bot.platforms.base import Address, Answer, Capabilities
from storage import chats, outbox
from storage.database import Database
from storage.models import Chat, Delivery
from tests.storage.things import enqueue_digest, filed

Failure = Callable[[Address], Exception]


class ScriptedMessenger:
    """A messenger that fails as the script says, per chat, and then takes everything."""

    platform = "telegram"
    capabilities = Capabilities()

    def __init__(self) -> None:
        self.script: dict[str, list[Failure]] = {}
        self.taken: list[tuple[str, str, str]] = []

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        if failures := self.script.get(address.chat):
            raise failures.pop(0)(address)
        self.taken.append((address.chat, message.plain, key))
        return f"remote-{len(self.taken)}"

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        raise NotImplementedError

    async def listen(self, answer: Answer) -> None:
        raise NotImplementedError

    async def close(self) -> None:
        raise NotImplementedError


class PlainComposer(Composer):
    """Messages that only name what they are about, once the failures that are scripted have
    passed."""

    broken: Exception | None = None

    def __init__(self) -> None:
        self.failures: list[Exception] = []  # no database: nothing of the real one is called

    # The composer's names.
    async def card(
        self,
        chat: Chat,
        event_id: int,
        changed_at: datetime | None = None,
        style: CardStyle | None = None,
    ) -> Message:
        return text_message(f"card {event_id}")

    # As above.
    async def edited_card(
        self, chat: Chat, event_id: int, changed_at: datetime | None = None
    ) -> Message:
        return await self.card(chat, event_id, changed_at)

    # As above.
    async def digest(self, chat: Chat, day: date, now: datetime) -> Message:
        if self.broken:
            raise self.broken
        if self.failures:
            raise self.failures.pop(0)
        return text_message(f"digest {day}")

    # As above.
    async def change(self, chat: Chat, event_id: int, revision: int) -> Message:
        return text_message(f"change {revision} of {event_id}")

    # As above.
    async def reminder(
        self,
        chat: Chat,
        event_id: int,
        day: date,
        now: datetime,
    ) -> Message:
        return text_message(f"reminder of {event_id}")

    # As above.
    async def catch_up(
        self,
        chat: Chat,
        delivery_id: int,
        now: datetime,
    ) -> Message:
        return text_message(f"catch-up {delivery_id}")

    async def note(self, chat: Chat, note_id: int) -> Message:
        return text_message(f"note {note_id}")


def owe(database: Database, address: str, now: datetime, *days: date) -> int:
    """Owe a chat the digests of `days` and return the chat's id."""

    def work(session: Session) -> int:
        chat = chats.ensure(session, "telegram", address, "", now)
        for day in days:
            enqueue_digest(session, chat.id, day, now)
        return chat.id

    with database.transaction() as session:
        return work(session)


def deliveries_of(database: Database, chat_id: int) -> list[Delivery]:
    with database.transaction() as session:
        return sorted(outbox.deliveries(session, chat_id), key=lambda delivery: delivery.id)


def chat_of(database: Database, chat_id: int) -> Chat:
    with database.transaction() as session:
        return chats.get(session, chat_id)


MONDAY, TUESDAY = date(2024, 4, 22), date(2024, 4, 23)


def alert(database: Database, now: datetime, address: str) -> tuple[int, int]:
    """Owe a chat an alert; returns the chat and the event."""
    with database.transaction() as session:
        chat = chats.ensure(session, "telegram", address, "", now)
        chats.subscribe(session, chat.id, "organization", "ots")
        event_id = filed(session, now)
        outbox.enqueue_alerts(session, event_id, now)
        return chat.id, event_id
