"""What a wrong clock wrote down is put right.

Nothing happened in the future, nothing waits for ever.
"""

from datetime import date, datetime, timedelta

import pytest

from config.catalogue_loader import load_catalogue
from storage import chats, clock_repair, outbox, reminders, sources
from storage.clock_repair import LongestWaits
from storage.database import Database
from storage.enums import Topic
from storage.models import Chat, Source
from tests.storage.things import enqueue_digest

LONGEST = LongestWaits(
    source=timedelta(hours=3),
    failing_source=timedelta(hours=26),
    parked_source=timedelta(days=8),
    article=timedelta(minutes=5),
    delivery=timedelta(hours=1),
    paused_chat=timedelta(days=14),
    hub=timedelta(days=30),
)
AHEAD = timedelta(hours=15)


@pytest.fixture
def source(database: Database, now: datetime) -> Source:
    with database.transaction() as session:
        sources.sync(session, load_catalogue().sources[:1], now)
        return sources.all_sources(session)[0]


@pytest.fixture
def chat(database: Database, now: datetime) -> Chat:
    with database.transaction() as session:
        chat = chats.ensure(session, "telegram", "1", "", now)
        chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
        return chat


def settled(database: Database, now: datetime) -> int:
    with database.transaction() as session:
        return clock_repair.settle(session, now, LONGEST)


def source_now(database: Database, source: Source) -> Source:
    with database.transaction() as session:
        return sources.by_key(session, source.key)


def test_a_source_that_was_polled_in_the_future_is_due_at_once(
    database: Database, source: Source, now: datetime
) -> None:
    later = now + AHEAD
    with database.transaction() as session:
        poll = sources.Success(source.id, later + timedelta(hours=2))
        sources.succeeded(session, [poll], later)
        assert clock_repair.is_ahead(session, now + timedelta(minutes=5))
    assert settled(database, now) > 0
    assert source_now(database, source).next_poll_at == now
    assert source_now(database, source).last_polled_at == now
    with database.transaction() as session:
        assert not clock_repair.is_ahead(session, now + timedelta(minutes=5))


def test_a_source_waits_no_longer_than_its_state_lets_it(
    database: Database, source: Source, now: datetime
) -> None:
    def wait(hours: int, **state: object) -> timedelta:
        with database.transaction() as session:
            row = session.get_one(Source, source.id)
            row.next_poll_at = now + timedelta(hours=hours)
            for name, value in state.items():
                setattr(row, name, value)
        settled(database, now)
        return source_now(database, source).next_poll_at - now

    assert wait(2) == timedelta(hours=2)
    assert wait(15) == timedelta(hours=3)
    assert wait(15, failures=3) == timedelta(hours=15)
    assert wait(50, failures=3) == timedelta(hours=26)
    assert wait(50, parked_at=now) == timedelta(hours=50)
    assert wait(500, parked_at=now) == timedelta(days=8)


def test_a_delivery_waits_no_longer_than_it_may_and_was_owed_now(
    database: Database, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        enqueue_digest(session, chat.id, now.date(), now + AHEAD)
        session.get_one(Chat, chat.id).held_until = now + AHEAD
    settled(database, now)
    with database.transaction() as session:
        (owed,) = outbox.deliveries(session, chat.id)
        assert owed.created_at == now
        assert owed.next_attempt_at == now + timedelta(hours=1)
        assert session.get_one(Chat, chat.id).held_until == now + timedelta(hours=1)


def test_what_is_in_order_stays(
    database: Database, source: Source, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        enqueue_digest(session, chat.id, now.date(), now - timedelta(hours=1))
        sources.succeeded(session, [sources.Success(source.id, now + timedelta(hours=1))], now)
        reminders.progressed(session, "reminders", now)
    assert settled(database, now) == 0
    with database.transaction() as session:
        (owed,) = outbox.deliveries(session, chat.id)
        assert owed.next_attempt_at == now - timedelta(hours=1)


def test_the_last_day_with_a_digest_is_found_up_to_a_day(
    database: Database, chat: Chat, now: datetime
) -> None:
    with database.transaction() as session:
        assert clock_repair.last_digest_day(session, chat.id, date(2024, 4, 25)) is None
        for days in (-1, 1):
            day = now.date() + timedelta(days=days)
            enqueue_digest(session, chat.id, day, now)
        assert clock_repair.last_digest_day(session, chat.id, date(2024, 4, 25)) == date(
            2024, 4, 24
        )
        assert clock_repair.last_digest_day(session, chat.id, date(2024, 4, 26)) == date(
            2024, 4, 26
        )
