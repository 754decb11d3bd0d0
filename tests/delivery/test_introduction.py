"""Whoever sends without listening learns of the bot what its messages hold."""

from dataclasses import replace
from datetime import datetime

from bot.delivery.worker import DeliveryWorker
from storage.database import Database
from tests.delivery.deliveries import MONDAY, PlainComposer, ScriptedMessenger, owe


async def test_a_platform_learns_of_the_bot_before_anything_is_composed(
    database: Database, now: datetime
) -> None:
    met: list[int] = []

    async def introduce() -> None:
        met.append(len(messenger.taken))

    messenger = ScriptedMessenger()
    messenger.capabilities = replace(messenger.capabilities, introduce=introduce)
    owe(database, "1", now, MONDAY)
    await DeliveryWorker(database, [messenger], PlainComposer()).deliver_due(now)
    assert met[0] == 0
    assert len(messenger.taken) == 1
