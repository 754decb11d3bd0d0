"""Quiet hours begin and end at the chat's own time, hold what comes meanwhile, and tell it in one
message."""

from datetime import datetime, time, timedelta

import pytest

from bot.messages.composer import Composer
from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_digests import reschedule
from config.catalogue_loader import load_catalogue
from storage import chats, outbox
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState
from storage.models import Chat
from tests.defaults import ZONES
from tests.messages.conftest import File

HOUR = timedelta(hours=1)


@pytest.fixture
def composer(database: Database) -> Composer:
    return Composer(database, load_catalogue())


def keep_quiet(database: Database, chat: Chat, now: datetime, start: time, end: time) -> Chat:
    with database.transaction() as session:
        chats.update(session, chat.id, quiet_from=start, quiet_until=end)
        return reschedule(session, chat.id, now)


def owed(database: Database, chat: Chat) -> list[tuple[str, str]]:
    with database.transaction() as session:
        return [(one.kind, one.state) for one in reversed(outbox.deliveries(session, chat.id))]


async def test_what_comes_in_quiet_hours_is_told_once_when_they_end(
    database: Database, chat: Chat, composer: Composer, file: File, now: datetime
) -> None:
    chat = keep_quiet(database, chat, now, time(14), time(18))  # 15:00 in Bishkek now
    for number in range(3):
        event = file(f"Event {number}", now + number * HOUR / 2)
        with database.transaction() as session:
            outbox.enqueue_alerts(session, event, now)
    assert owed(database, chat) == [(DeliveryKind.ALERT, DeliveryState.HELD)] * 3
    assert await owe_due(database, ZONES, now + 2 * HOUR) == 0
    assert await owe_due(database, ZONES, now + 3 * HOUR) == 1
    assert owed(database, chat)[-1] == (DeliveryKind.CATCHUP, DeliveryState.PENDING)
    with database.transaction() as session:
        catch_up_id = outbox.deliveries(session, chat.id)[0].id
    plain = (await composer.catch_up(chat, catch_up_id, now + 3 * HOUR)).plain
    assert plain.startswith("During quiet hours: 3 events\n\n• reported 25 Apr · Event 0\n  KABAR")
    digest = (await composer.digest_today(chat, now + 4 * HOUR)).plain
    assert "• reported 25 Apr · Event 0\n• reported 25 Apr · Event 1" in digest, "a line each"


async def test_outside_of_quiet_hours_alerts_come_at_once(
    database: Database, chat: Chat, file: File, now: datetime
) -> None:
    keep_quiet(database, chat, now, time(22), time(7))
    with database.transaction() as session:
        outbox.enqueue_alerts(session, file("Event", now), now)
    assert owed(database, chat) == [(DeliveryKind.ALERT, DeliveryState.PENDING)]


async def test_a_bot_that_was_down_over_the_end_releases_at_its_first_look(
    database: Database, chat: Chat, file: File, now: datetime
) -> None:
    keep_quiet(database, chat, now, time(14), time(18))
    with database.transaction() as session:
        outbox.enqueue_alerts(session, file("Event", now), now)
    await owe_due(database, ZONES, now + timedelta(days=3, hours=5))
    assert owed(database, chat)[0] == (DeliveryKind.ALERT, DeliveryState.PENDING)


async def test_ending_quiet_hours_releases_what_they_held(
    database: Database, chat: Chat, file: File, now: datetime
) -> None:
    keep_quiet(database, chat, now, time(14), time(18))
    with database.transaction() as session:
        outbox.enqueue_alerts(session, file("Event", now), now)
        chats.update(session, chat.id, quiet_from=None, quiet_until=None)
        reschedule(session, chat.id, now)
    assert owed(database, chat) == [(DeliveryKind.ALERT, DeliveryState.PENDING)]


async def test_a_chat_without_quiet_hours_is_never_looked_at(
    database: Database, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        reschedule(session, chat.id, now)
    await owe_due(database, ZONES, now + timedelta(days=400))
    with database.transaction() as session:
        assert chats.get(session, chat.id).quiet_turn_at is None
