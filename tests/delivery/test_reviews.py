"""A month in review goes out once, with its picture, and says nothing of what came after it."""

from datetime import UTC, date, datetime, time, timedelta

from bot.delivery.worker import DeliveryWorker
from bot.messages.composer import Composer
from bot.messages.message import Message
from bot.pipeline.owe_due import owe_due
from bot.platforms.base import Address
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.database import Database
from storage.enums import Topic
from tests.defaults import ZONES
from tests.delivery.deliveries import ScriptedMessenger
from tests.storage.things import filed, person


class Keeping(ScriptedMessenger):
    """A messenger that keeps what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Message] = []

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        self.sent.append(message)
        return await super().send(address, message, key=key)


FIRST_OF_MAY = datetime(2024, 5, 1, 9, tzinfo=UTC)


async def test_it_is_sent_once_and_tells_the_month_that_is_over(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        chat = chats.ensure(session, "telegram", "1", "", FIRST_OF_MAY)
        chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
        chats.update(session, chat.id, review_month=True, digest_at=time(9))
        for day in (3, 17, 30):
            filed(
                session,
                datetime(2024, 4, day, 8, tzinfo=UTC),
                f"Gathering of the {day}th",
                starts_on=date(2024, 4, day),
                city="Baku",
                participations=(person("Sultan Raev"),),
            )
        filed(session, FIRST_OF_MAY, "Gathering in May", starts_on=date(2024, 5, 1))
    messenger = Keeping()
    worker = DeliveryWorker(sqlite, [messenger], Composer(sqlite, load_catalogue()))
    for minutes in (-1, 0, 1, 60):
        moment = FIRST_OF_MAY + timedelta(minutes=minutes)
        await owe_due(sqlite, ZONES, moment)
        await worker.deliver_due(moment)
    [message] = messenger.sent
    assert message.plain.startswith("Month in review · April 2024\nOTS\n\n3 events · 1 town")
    assert "Sultan Raev (3)" in message.plain
    assert "Gathering in May" not in message.plain
    assert message.is_silent
    assert message.document is not None
    assert message.document.name == "month-2024-04.png"
