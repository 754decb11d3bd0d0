"""A database that is away for a while costs no delivery.

What was sent is recorded later, what was not is sent later.
"""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection

from bot.delivery import outcomes
from bot.delivery.outcomes import DeliveryOutcome
from bot.delivery.worker import DeliveryReport, DeliveryWorker
from bot.platforms.base import Address, ChatMoved
from bot.runtime import write_batcher
from bot.runtime.backoff import Backoff
from storage import chats, sending
from storage.database import Database
from storage.enums import DeliveryState
from storage.errors import DatabaseError
from storage.sending import Begun, Due
from tests.delivery.deliveries import (
    MONDAY,
    TUESDAY,
    PlainComposer,
    ScriptedMessenger,
    chat_of,
    deliveries_of,
    owe,
)

LATER = timedelta(minutes=1)
"""When all waits are over, however long a busy machine took for the round before."""

AWAY = DatabaseError("here", "no connection", "See that the server runs")


@pytest.fixture
def messenger() -> ScriptedMessenger:
    return ScriptedMessenger()


async def test_what_was_sent_while_the_database_is_away_is_recorded_when_it_is_back(
    sqlite: Database, messenger: ScriptedMessenger, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = timedelta(milliseconds=1)
    monkeypatch.setattr(write_batcher, "_INSISTING", Backoff(moment, moment))
    chat, failures = owe(sqlite, "1", now, MONDAY), [3]
    really = outcomes.record

    def record(connection: Connection, due: Due, outcome: DeliveryOutcome, at: datetime) -> None:
        if failures[0]:
            failures[0] -= 1
            raise AWAY
        really(connection, due, outcome, at)

    monkeypatch.setattr(outcomes, "record", record)
    assert await DeliveryWorker(sqlite, [messenger], PlainComposer()).deliver_due(
        now
    ) == DeliveryReport(sent=1)
    assert [one.state for one in deliveries_of(sqlite, chat)] == [DeliveryState.SENT]
    assert len(messenger.taken) == 1


async def test_what_could_not_be_marked_is_not_sent_and_is_due_again(
    sqlite: Database, messenger: ScriptedMessenger, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat, really = owe(sqlite, "1", now, MONDAY), sending.begin

    def begin(
        connection: Connection, delivery_id: int, at: datetime, *, lease: timedelta
    ) -> Begun | None:
        really(connection, delivery_id, at, lease=lease)
        raise AWAY

    worker = DeliveryWorker(sqlite, [messenger], PlainComposer())
    with monkeypatch.context() as patch:
        patch.setattr(sending, "begin", begin)
        assert (await worker.deliver_due(now)).sent == 0
    assert messenger.taken == []
    assert await worker.deliver_due(now + LATER) == DeliveryReport(sent=1)
    assert [one.state for one in deliveries_of(sqlite, chat)] == [DeliveryState.SENT]


async def test_what_was_not_composed_while_the_database_was_away_is_still_owed_in_its_order(
    sqlite: Database, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat, composer = owe(sqlite, "1", now, MONDAY, TUESDAY), PlainComposer()
    composer.failures = [AWAY]
    worker = DeliveryWorker(sqlite, [messenger], composer)
    await worker.deliver_due(now)
    await worker.deliver_due(now + LATER)
    assert [text for _, text, _ in messenger.taken] == [f"digest {MONDAY}", f"digest {TUESDAY}"]
    assert [one.state for one in deliveries_of(sqlite, chat)] == [
        DeliveryState.SENT,
        DeliveryState.SENT,
    ]


async def test_a_chat_that_moved_while_the_database_was_away_gets_it_when_the_database_is_back(
    sqlite: Database, messenger: ScriptedMessenger, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def move(*_: object) -> None:
        raise AWAY

    chat = owe(sqlite, "1", now, MONDAY)
    messenger.script["1"] = [lambda address: ChatMoved(address, Address("telegram", "-1001"))] * 99
    worker = DeliveryWorker(sqlite, [messenger], PlainComposer())
    with monkeypatch.context() as patch:
        patch.setattr(chats, "move", move)
        assert (await worker.deliver_due(now)).sent == 0
    assert await worker.deliver_due(now + LATER) == DeliveryReport(sent=1)
    assert (
        [where for where, _, _ in messenger.taken] == [chat_of(sqlite, chat).address] == ["-1001"]
    )
