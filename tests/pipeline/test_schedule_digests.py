"""Every chat that is due is owed one digest a day, however often and however late the bot looks."""

from datetime import datetime, timedelta

import pytest

from bot.pipeline import schedule_digests
from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_digests import reschedule
from storage import chats, outbox
from storage.database import Database
from storage.enums import ChatState, Mode, Topic
from storage.models import Chat
from tests.defaults import ZONES


def subjects(database: Database, chat: Chat) -> list[str]:
    with database.transaction() as session:
        return sorted(delivery.subject for delivery in outbox.deliveries(session, chat.id))


def due_at(database: Database, chat: Chat, due: datetime) -> None:
    with database.transaction() as session:
        chats.update(session, chat.id, next_digest_at=due)


async def test_a_due_chat_is_owed_the_digest_of_its_own_day(
    database: Database, chat: Chat, now: datetime
) -> None:
    late_evening_utc = now.replace(hour=20)  # the 26th in Bishkek
    due_at(database, chat, late_evening_utc)
    assert await owe_due(database, ZONES, late_evening_utc) == 1
    assert subjects(database, chat) == ["2024-04-26"]


async def test_looking_again_owes_nothing_more(
    database: Database, chat: Chat, now: datetime
) -> None:
    due_at(database, chat, now)
    assert [await owe_due(database, ZONES, now) for _ in range(3)] == [1, 0, 0]


async def test_the_next_one_is_due_on_the_next_day(
    database: Database, chat: Chat, now: datetime
) -> None:
    due_at(database, chat, now)
    await owe_due(database, ZONES, now)
    with database.transaction() as session:
        assert chats.get(session, chat.id).next_digest_at == now.replace(
            hour=2, minute=30
        ) + timedelta(days=1)


async def test_after_hours_of_silence_the_digest_is_owed_once_for_its_own_day(
    database: Database, chat: Chat, now: datetime
) -> None:
    due_at(database, chat, now)
    back = now + timedelta(hours=11)
    assert [await owe_due(database, ZONES, back) for _ in range(2)] == [1, 0]
    assert subjects(database, chat) == ["2024-04-25"]


async def test_after_days_of_silence_what_fell_due_then_is_skipped_and_the_next_comes_in_its_time(
    database: Database, chat: Chat, now: datetime
) -> None:
    due_at(database, chat, now)
    back = now.replace(hour=18) + timedelta(
        days=3
    )  # half a day and more after that day's 8:30 in Bishkek
    assert await owe_due(database, ZONES, back) == 0
    assert subjects(database, chat) == []
    assert await owe_due(database, ZONES, now + timedelta(days=4)) == 1
    assert subjects(database, chat) == ["2024-04-29"]


async def test_after_days_of_silence_the_digest_of_the_day_itself_comes_even_so(
    database: Database, chat: Chat, now: datetime
) -> None:
    due_at(database, chat, now)
    assert [await owe_due(database, ZONES, now + timedelta(days=3)) for _ in range(2)] == [1, 0]
    assert subjects(database, chat) == ["2024-04-28"]


async def test_a_changed_time_gives_no_second_digest_on_one_day(
    database: Database, chat: Chat, now: datetime
) -> None:
    due_at(database, chat, now)
    await owe_due(database, ZONES, now)
    with database.transaction() as session:
        chats.update(session, chat.id, digest_at=now.replace(hour=18).time())
        due = reschedule(session, chat.id, now).next_digest_at
    assert due == now.replace(hour=12) + timedelta(days=1)


async def test_more_chats_than_one_batch_are_all_served(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule_digests, "BATCH", 20)
    with database.transaction() as session:
        for number in range(50):
            chat = chats.ensure(session, "telegram", str(number), "", now)
            chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
            chats.update(session, chat.id, next_digest_at=now)
    assert await owe_due(database, ZONES, now) == 50


async def test_stopped_chats_and_those_with_alerts_alone_are_owed_none(
    database: Database, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        chats.update(session, chat.id, mode=Mode.INSTANT)
        assert reschedule(session, chat.id, now).next_digest_at is None
        chats.update(session, chat.id, mode=Mode.BOTH)
        chats.stop(session, chat.id, now)
        assert reschedule(session, chat.id, now).next_digest_at is None
        assert chats.get(session, chat.id).state == ChatState.STOPPED


async def test_a_change_of_settings_moves_the_next_digest(
    database: Database, chat: Chat, now: datetime
) -> None:
    def due_after(**fields: object) -> datetime | None:
        with database.transaction() as session:
            # Each test names real fields.
            chats.update(session, chat.id, **fields)  # type: ignore[arg-type]
            return reschedule(session, chat.id, now).next_digest_at

    tomorrow = now.replace(hour=2, minute=30) + timedelta(days=1)
    assert due_after() == tomorrow
    assert due_after(timezone="UTC") == tomorrow.replace(hour=8)
    assert due_after(digest_days=0b1000000) == tomorrow.replace(hour=8) + timedelta(days=2)
    assert due_after(digest_at=None) is None


async def test_a_chat_that_follows_nothing_is_owed_no_digest(
    database: Database, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        for organization in ("ots", "turksoy"):
            chats.unsubscribe(session, chat.id, Topic.ORGANIZATION, organization)
        assert reschedule(session, chat.id, now).next_digest_at is None
