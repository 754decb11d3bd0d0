"""A chat that takes nothing keeps what it is owed, and is tried again."""

from datetime import datetime, time, timedelta

import pytest

from bot.delivery.outcomes import REFUSED_WAITS
from bot.delivery.worker import DeliveryReport, DeliveryWorker
from bot.pipeline.admin_notices import tell_of_refusing
from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_digests import reschedule
from bot.platforms.base import Address, ChatClosed, ChatGone
from storage import cards, chats, notes, outbox
from storage.database import Database
from storage.enums import ChatState, DeliveryKind, DeliveryState, Mode
from storage.models import Chat
from tests.defaults import ZONES
from tests.delivery.deliveries import PlainComposer, ScriptedMessenger, deliveries_of
from tests.storage.things import enqueue_digest, filed

SECOND = timedelta(seconds=1)
# What is due is reckoned from the moment of the answer, a little after the moment asked for.
SOON_AFTER = timedelta(minutes=1)


def refuse(address: Address) -> Exception:
    return ChatClosed(address, "not enough rights to send text messages to the chat")


def block(address: Address) -> Exception:
    return ChatGone(address, "bot was blocked by the user")


@pytest.fixture
def messenger() -> ScriptedMessenger:
    return ScriptedMessenger()


@pytest.fixture
def worker(database: Database, messenger: ScriptedMessenger) -> DeliveryWorker:
    return DeliveryWorker(database, [messenger], PlainComposer())


def follower(database: Database, now: datetime, mode: Mode = Mode.BOTH) -> int:
    with database.transaction() as session:
        chat = chats.ensure(session, "telegram", "1", "", now)
        chats.subscribe(session, chat.id, "organization", "ots")
        chats.update(session, chat.id, mode=mode, digest_at=time(8, 30))
        reschedule(session, chat.id, now)
        return chat.id


def alert(database: Database, now: datetime, name: str = "geneva") -> int:
    with database.transaction() as session:
        event_id = filed(session, now, name)
        outbox.enqueue_alerts(session, event_id, now)
        return event_id


def stored(database: Database, chat_id: int) -> Chat:
    with database.transaction() as session:
        return chats.get(session, chat_id)


async def test_one_refusal_loses_nothing_and_is_forgotten_with_the_next_success(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat_id = follower(database, now)
    alert(database, now)
    messenger.script["1"] = [refuse]
    assert (await worker.deliver_due(now)).sent == 0
    chat = stored(database, chat_id)
    assert (chat.state, chat.refusals) == (ChatState.ACTIVE, 1)
    alert(database, now + SECOND, "bishkek")
    assert (await worker.deliver_due(now + SOON_AFTER)).sent == 0, "it is given some minutes"
    later = now + REFUSED_WAITS.first + SOON_AFTER
    assert await worker.deliver_due(later) == DeliveryReport(sent=2)
    chat = stored(database, chat_id)
    assert (chat.refusals, chat.refused_since, chat.refusal) == (0, None, None)


async def test_the_waits_grow_from_minutes_to_a_day(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat_id = follower(database, now, Mode.INSTANT)
    alert(database, now)
    messenger.script["1"] = [refuse] * 12
    waits, moment = list[timedelta](), now
    for _ in range(12):
        await worker.deliver_due(moment)
        until = stored(database, chat_id).held_until
        assert until is not None
        waits.append(until - moment)
        moment = until + SECOND
    for count, wait in enumerate(waits):
        expected = min(REFUSED_WAITS.first * 2**count, REFUSED_WAITS.longest)
        assert expected <= wait < expected + SOON_AFTER
    assert await worker.deliver_due(moment) == DeliveryReport(sent=1), "no digest would tell it"


async def test_an_alert_that_came_too_late_is_left_to_the_digest(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat_id = follower(database, now)
    event_id = alert(database, now)
    messenger.script["1"] = [refuse]
    await worker.deliver_due(now)
    later = now + timedelta(hours=13)
    with database.transaction() as session:
        enqueue_digest(session, chat_id, later.date(), later)
    await worker.deliver_due(later)
    states = [(one.kind, one.state) for one in deliveries_of(database, chat_id)]
    assert states == [
        (DeliveryKind.ALERT, DeliveryState.CANCELLED),
        (DeliveryKind.DIGEST, DeliveryState.SENT),
    ]
    with database.transaction() as session:
        assert not cards.alerted(session, chat_id, [event_id]), "so that the digest tells it"


async def test_the_admins_are_told_once_of_a_chat_that_takes_nothing(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    follower(database, now)
    alert(database, now)
    messenger.script["1"] = [refuse] * 2
    admins = (Address("telegram", "99"),)
    assert await tell_of_refusing(database, admins, now) == 0
    await worker.deliver_due(now)
    assert await tell_of_refusing(database, admins, now) == 1
    await worker.deliver_due(now + REFUSED_WAITS.first + SOON_AFTER)
    assert await tell_of_refusing(database, admins, now) == 0
    with database.transaction() as session:
        admin = chats.find(session, "telegram", "99")
        assert admin is not None
        (owed,) = outbox.deliveries(session, admin.id)
        assert "not enough rights" in notes.get(session, owed.note_id or 0).text


async def test_a_chat_that_speaks_is_sent_at_once_what_it_had_not_taken(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    follower(database, now)
    alert(database, now)
    messenger.script["1"] = [refuse]
    await worker.deliver_due(now)
    with database.transaction() as session:
        chats.ensure(session, "telegram", "1", "", now + SOON_AFTER)
    assert await worker.deliver_due(now + SOON_AFTER) == DeliveryReport(sent=1)


async def test_who_blocked_the_bot_is_tried_again_at_the_first_digest_time_after_a_week(
    database: Database, worker: DeliveryWorker, messenger: ScriptedMessenger, now: datetime
) -> None:
    chat_id = follower(database, now)
    alert(database, now)
    messenger.script["1"] = [block]
    assert await worker.deliver_due(now) == DeliveryReport(failed=1)
    chat = stored(database, chat_id)
    morning = (now + timedelta(days=8)).replace(hour=8, minute=30)
    assert (chat.state, chat.try_again_at) == (ChatState.PAUSED, morning)
    assert await owe_due(database, ZONES, morning - SECOND) == 0
    assert await owe_due(database, ZONES, morning) == 1
    messenger.script["1"] = [block]
    await worker.deliver_due(morning)
    again = stored(database, chat_id)
    assert again.state == ChatState.PAUSED
    assert again.try_again_at == morning + timedelta(days=8)
