"""A chat that wants it has each week and each month summed up once, at its own time of day."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_reviews import LATEST
from storage import chats, outbox
from storage.database import Database
from storage.enums import DeliveryKind, Topic
from storage.models import Chat
from tests.defaults import ZONES

MONDAY = datetime(2024, 7, 1, tzinfo=UTC)
"""A Monday and the first of a month."""


def chat(
    database: Database,
    *,
    zone: str = "Asia/Bishkek",
    week: bool = True,
    month: bool = False,
    at: time | None = time(8, 30),
) -> Chat:
    with database.transaction() as session:
        one = chats.ensure(session, "telegram", zone, "", MONDAY)
        chats.subscribe(session, one.id, Topic.ORGANIZATION, "ots")
        return chats.update(
            session, one.id, timezone=zone, digest_at=at, review_week=week, review_month=month
        )


async def owed(
    database: Database, first: datetime, last: datetime, step: timedelta = timedelta(minutes=15)
) -> list[datetime]:
    """Look from `first` to `last` and return the moments at which something was owed."""
    moments: list[datetime] = []
    while first <= last:
        moments += [first] * await owe_due(database, ZONES, first)
        first += step
    return moments


def subjects(database: Database, chat: Chat) -> list[tuple[str, str]]:
    with database.transaction() as session:
        rows = outbox.deliveries(session, chat.id)
        return sorted((row.kind, row.subject) for row in rows)


async def test_a_week_comes_on_the_monday_after_it_at_the_chats_own_time(
    database: Database,
) -> None:
    one = chat(database)
    moments = await owed(database, MONDAY - timedelta(days=2), MONDAY + timedelta(days=6))
    assert moments == [MONDAY + timedelta(hours=2, minutes=30)]
    assert subjects(database, one) == [(DeliveryKind.WEEK_REVIEW, "2024-06-24")]


async def test_a_month_comes_on_the_first_of_the_next(database: Database) -> None:
    one = chat(database, week=False, month=True)
    moments = await owed(database, MONDAY - timedelta(days=2), MONDAY + timedelta(days=2))
    assert moments == [MONDAY + timedelta(hours=2, minutes=30)]
    assert subjects(database, one) == [(DeliveryKind.MONTH_REVIEW, "2024-06-01")]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [("Pacific/Kiritimati", -5.5), ("Etc/GMT+12", 20.5), ("America/New_York", 12.5)],
)
async def test_it_is_the_monday_of_the_zone_wherever_on_earth(
    database: Database, zone: str, hour: float
) -> None:
    chat(database, zone=zone)
    moments = await owed(database, MONDAY - timedelta(days=1), MONDAY + timedelta(days=1))
    assert moments == [MONDAY + timedelta(hours=hour)]


async def test_a_chat_without_a_digest_gets_it_in_the_morning(database: Database) -> None:
    chat(database, zone="UTC", at=None)
    assert await owed(database, MONDAY - timedelta(hours=1), MONDAY + timedelta(days=1)) == [
        MONDAY + timedelta(hours=9)
    ]


async def test_looking_again_and_another_time_of_day_owe_nothing_twice(
    database: Database,
) -> None:
    one = chat(database, zone="UTC")
    assert len(await owed(database, MONDAY, MONDAY + timedelta(hours=10))) == 1
    with database.transaction() as session:
        chats.update(session, one.id, digest_at=time(18))
    assert await owed(database, MONDAY + timedelta(hours=10), MONDAY + timedelta(days=3)) == []


async def test_what_fell_due_while_the_bot_was_down_comes_once_it_is_back_unless_that_is_long_ago(
    database: Database,
) -> None:
    chat(database, zone="UTC")
    before, due = MONDAY - timedelta(hours=1), MONDAY + timedelta(hours=8, minutes=30)
    await owe_due(database, ZONES, before)
    back = due + LATEST - timedelta(minutes=1)
    assert [await owe_due(database, ZONES, back) for _look in range(2)] == [1, 0]
    next_week = due + timedelta(days=7)
    assert await owe_due(database, ZONES, next_week + LATEST) == 0


async def test_who_wants_none_is_stopped_or_follows_nothing_is_owed_none(
    database: Database,
) -> None:
    chat(database, zone="UTC", week=False)
    stopped = chat(database, zone="Asia/Baku")
    bare = chat(database, zone="Asia/Almaty")
    with database.transaction() as session:
        chats.stop(session, stopped.id, MONDAY)
        chats.unsubscribe(session, bare.id, Topic.ORGANIZATION, "ots")
    assert await owed(database, MONDAY - timedelta(days=1), MONDAY + timedelta(days=1)) == []
