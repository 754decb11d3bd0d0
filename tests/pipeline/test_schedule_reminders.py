"""A chat that wants it is reminded of what is ahead, once, at its own time or by the hour that the
articles state."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from bot.messages.composer import Composer
from bot.messages.nothing_to_tell import NoLongerAhead
from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_reminders import LATEST
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.database import Database
from storage.enums import DeliveryKind, Lead, Topic
from storage.models import Chat, Delivery, Event
from tests.defaults import ZONES
from tests.storage.things import filed

SUMMIT = date(2024, 11, 6)
PLACE = {"city": "Bishkek", "country": "Kyrgyzstan", "tense": "future", "starts_on": SUMMIT}
HOUR = "The summit opens in Bishkek on 6 November at 10:00."


def chat(
    session: Session,
    reminders: str,
    *,
    address: str = "1",
    organization: str = "ots",
    zone: str = "Europe/Istanbul",
) -> Chat:
    one = chats.ensure(session, "telegram", address, "", datetime(2024, 10, 1, tzinfo=UTC))
    chats.subscribe(session, one.id, Topic.ORGANIZATION, organization)
    wanted = reminders.split()
    return chats.update(
        session,
        one.id,
        remind_day=Lead.DAY in wanted,
        remind_hour=Lead.HOUR in wanted,
        timezone=zone,
        digest_at=time(8, 30),
    )


class Clock:
    """Asks for reminders from time to time.

    Attributes:
        database: Where they are owed.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    async def run(
        self, first: datetime, last: datetime, step: timedelta = timedelta(minutes=30)
    ) -> list[datetime]:
        """Ask from `first` to `last` and return at which times something was owed."""
        owed = []
        while first <= last:
            owed += [first] * await owe_due(self.database, ZONES, first)
            first += step
        return owed


@pytest.fixture
def clock(database: Database) -> Clock:
    return Clock(database)


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 11, day, hour, minute, tzinfo=UTC)


async def test_without_an_hour_it_comes_at_the_chats_own_time_the_day_before_and_on_the_day(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as session:
        chat(session, "day hour")
        filed(session, utc(1, 9), "11th summit", **PLACE)
    assert await clock.run(utc(4, 0), utc(7, 0)) == [utc(5, 5, 30), utc(6, 5, 30)]


async def test_with_an_hour_it_comes_a_day_and_an_hour_before_by_the_clock_of_the_place(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as session:
        chat(session, "day hour")
        filed(session, utc(1, 9), "11th summit", date_proof=HOUR, **PLACE)
    assert await clock.run(utc(4, 0), utc(7, 0)) == [utc(5, 4), utc(6, 3)]


async def test_each_chat_hears_what_it_asked_for_of_what_it_follows(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as session:
        chat(session, "")
        chat(session, "day", address="2")
        chat(session, "day", address="3", organization="turksoy")
        stopped = chat(session, "day", address="4")
        chats.stop(session, stopped.id, utc(1, 9))
        filed(session, utc(1, 9), "11th summit", **PLACE)
    assert len(await clock.run(utc(4, 0), utc(7, 0))) == 1
    with database.transaction() as session:
        rows = session.execute(
            select(col(Chat.address), col(Delivery.kind)).join(
                Delivery, col(Delivery.chat_id) == col(Chat.id)
            )
        ).all()
    assert [tuple(row) for row in rows] == [("2", DeliveryKind.REMINDER)]


async def test_what_fell_due_while_the_bot_was_down_comes_when_it_is_back_but_not_much_later(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as session:
        chat(session, "day")
        filed(session, utc(1, 9), "11th summit", **PLACE)
    await clock.run(utc(5, 4), utc(5, 4))
    assert await clock.run(utc(5, 9), utc(5, 9)) == [utc(5, 9)]
    with database.transaction() as session:
        filed(session, utc(5, 9), "12th summit", **(PLACE | {"starts_on": date(2024, 11, 8)}))
    await clock.run(utc(7, 4), utc(7, 4))
    late = utc(7, 5, 30) + LATEST + timedelta(minutes=1)
    assert await clock.run(late, late) == []


async def test_an_event_that_was_moved_is_reminded_of_again_and_one_called_off_is_not(
    database: Database, clock: Clock
) -> None:
    with database.transaction() as session:
        chat(session, "day")
        first = filed(session, utc(1, 9), "11th summit", **PLACE)
        second = filed(session, utc(1, 9), "Forum", **PLACE)
        session.get_one(Event, second).cancel_proof = "The forum was cancelled."
    assert await clock.run(utc(5, 4), utc(5, 23)) == [utc(5, 5, 30)]
    with database.transaction() as session:
        session.get_one(Event, first).starts_on = date(2024, 11, 9)
    assert await clock.run(utc(6, 0), utc(9, 0)) == [utc(8, 5, 30)]


async def test_a_muted_event_is_not_reminded_of(database: Database, clock: Clock) -> None:
    with database.transaction() as session:
        one = chat(session, "day")
        chats.mute(session, one.id, filed(session, utc(1, 9), "11th summit", **PLACE))
    assert await clock.run(utc(5, 4), utc(5, 23)) == []


@pytest.mark.parametrize(
    ("proof", "zone", "now", "line"),
    [
        (None, "Europe/Istanbul", utc(5, 5, 30), "⏰ Tomorrow"),
        (None, "Europe/Istanbul", utc(6, 5, 30), "⏰ Today"),
        (HOUR, "Europe/Istanbul", utc(6, 3), "⏰ Today, 10:00 (Bishkek), 07:00 (Istanbul)"),
        (HOUR, "Asia/Bishkek", utc(5, 4), "⏰ Tomorrow, 10:00 (Bishkek)"),
    ],
)
async def test_a_reminder_says_how_soon_above_the_card(
    database: Database, proof: str | None, zone: str, now: datetime, line: str
) -> None:
    with database.transaction() as session:
        one = chat(session, "day", zone=zone)
        event_id = filed(session, utc(1, 9), "11th summit", date_proof=proof, **PLACE)
    message = await Composer(database, load_catalogue()).reminder(one, event_id, SUMMIT, now)
    assert message.plain.startswith(
        f"{line}\n\nCONFERENCE\n11th summit\n\n📅 Wed 6 November 2024\n📍 Bishkek, Kyrgyzstan"
    )


async def test_a_reminder_of_what_was_moved_meanwhile_is_not_sent(database: Database) -> None:
    with database.transaction() as session:
        one = chat(session, "day")
        event_id = filed(session, utc(1, 9), "11th summit", **PLACE)
    with pytest.raises(NoLongerAhead):
        await Composer(database, load_catalogue()).reminder(
            one, event_id, date(2024, 11, 5), utc(4, 4)
        )
