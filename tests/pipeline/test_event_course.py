"""A great event is told in its course: that it has begun, and the evening of its last day."""

from datetime import UTC, datetime, timedelta
from typing import Unpack

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.language.timezone_lookup import ZoneNames
from bot.messages.composer import Composer
from bot.messages.nothing_to_tell import NoLongerOn
from bot.pipeline.schedule_reminders import enqueue_reminders
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.chats import ChatFields
from storage.database import Database
from storage.enums import Lead
from storage.models import Chat, Delivery, Event
from tests.merging.reports import DAY, person
from tests.pipeline.filing import HOUR, File, file, follower, sent

__all__ = ["file"]

MORNING = datetime(DAY.year, DAY.month, DAY.day, 6, tzinfo=UTC)
BEFORE = MORNING - timedelta(days=2)
ZONES = ZoneNames(load_catalogue().places)
SUMMIT = {"kind": "summit", "formats": ("summit",), "title": "The summit"}


def announced(file: File) -> int:
    """A summit announced two days before, with two who are expected."""
    return file(
        "announced",
        people=(person("Ayla Demir", "President", "Türkiye"), person("Omar Sultanov")),
        published=BEFORE.date(),
        tense="future",
        at=BEFORE,
        **SUMMIT,
    ).event_id


def reported(file: File, key: str, at: datetime = MORNING, **fields: object) -> int:
    """A report of the day that says that it is on, with one who is there."""
    given = {"people": (person("Ayla Demir", "President", "Türkiye"),), **SUMMIT, **fields}
    return file(key, at=at, **given).event_id


def told(database: Database, lead: Lead) -> list[int | None]:
    with database.transaction() as session:
        rows = select(col(Delivery.event_id)).where(col(Delivery.lead) == lead)
        return list(session.scalars(rows))


def chat_with(database: Database, **fields: Unpack[ChatFields]) -> Chat:
    chat = follower(database, BEFORE)
    fields["timezone"] = "Asia/Bishkek"
    with database.transaction() as session:
        return chats.update(session, chat.id, **fields)


@pytest.fixture
def holder(database: Database) -> Chat:
    return chat_with(database)


def test_it_has_begun_when_two_outlets_say_so_on_the_day(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    assert reported(file, "first") == event_id
    assert told(database, Lead.START) == []
    assert reported(file, "second", MORNING + HOUR) == event_id
    assert told(database, Lead.START) == [event_id]
    reported(file, "third", MORNING + 2 * HOUR)
    assert told(database, Lead.START) == [event_id]


def test_announcements_and_reports_of_another_day_begin_nothing(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    reported(file, "first", tense="future")
    reported(file, "second", tense="future")
    after = MORNING + timedelta(days=1)
    reported(file, "third", after, published=after.date())
    reported(file, "fourth", after, published=after.date())
    assert told(database, Lead.START) == []


def test_an_event_that_is_not_great_is_told_by_its_card_alone(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = file(
        "announced", "Ayla Demir", published=BEFORE.date(), tense="future", at=BEFORE
    ).event_id
    sent(database, holder, event_id, BEFORE)
    assert file("first", "Ayla Demir", at=MORNING).event_id == event_id
    assert file("second", "Ayla Demir", at=MORNING).event_id == event_id
    assert told(database, Lead.START) == []


def test_who_has_just_got_the_card_need_not_be_told_that_it_has_begun(
    database: Database, file: File, holder: Chat
) -> None:
    del holder
    reported(file, "first")
    reported(file, "second", MORNING + HOUR)
    assert told(database, Lead.START) == []


async def test_the_evening_of_its_last_day_brings_one_summary(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    reported(file, "first")
    reported(file, "second")
    evening = MORNING.replace(hour=14)
    for quarter in range(-4, 8):
        moment = evening + quarter * timedelta(minutes=15)
        await enqueue_reminders(database, ZONES, moment)
        assert told(database, Lead.EVENING) == ([] if moment < evening else [event_id])


async def test_no_evening_of_what_no_report_says_has_begun(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    for hour in range(8, 20):
        await enqueue_reminders(database, ZONES, MORNING.replace(hour=hour))
    assert told(database, Lead.EVENING) == []


async def test_a_chat_can_do_without(database: Database, file: File) -> None:
    holder = chat_with(database, remind_start=False, remind_evening=False)
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    reported(file, "first")
    reported(file, "second")
    for hour in range(8, 20):
        await enqueue_reminders(database, ZONES, MORNING.replace(hour=hour))
    assert told(database, Lead.START) == told(database, Lead.EVENING) == []


async def test_an_event_begins_once_whatever_is_known_of_it_by_then(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    reported(file, "first")
    reported(file, "second")
    with database.transaction() as session:
        session.get_one(Event, event_id).begun_at = None  # as where it was found anew
    reported(file, "third", MORNING + HOUR)
    assert told(database, Lead.START) == [event_id]


async def test_who_is_there_is_told_apart_from_who_is_expected(
    database: Database, file: File
) -> None:
    event_id = announced(file)
    reported(file, "first")
    reported(file, "second")
    composer, chat = Composer(database, load_catalogue()), follower(database, BEFORE)
    message = await composer.course(chat, event_id, Lead.START, None, MORNING)
    lines = message.plain.splitlines()
    assert lines[0] == "▶️ It has begun"
    assert "👥 Ayla Demir · President, Türkiye" in lines
    assert "expected: Omar Sultanov" in lines


async def test_a_digest_tells_who_was_there_apart_from_who_was_expected(
    database: Database, file: File, holder: Chat
) -> None:
    announced(file)
    reported(file, "first")
    composer = Composer(database, load_catalogue())
    after = MORNING + timedelta(days=1)
    plain = (await composer.digest(holder, after.date(), after)).plain
    assert "  there: Ayla Demir\n  expected: Omar Sultanov\n" in plain


async def test_the_evening_lists_what_else_there_was(database: Database, file: File) -> None:
    event_id = announced(file)
    reported(file, "first")
    reported(file, "second")
    reported(
        file,
        "speech",
        MORNING + HOUR,
        title="A speech",
        headline="A speech",
        formats=(),
        start=None,
        end=None,
        city=None,
        city_id=None,
        country=None,
        country_code=None,
        days=frozenset(),
        cities=frozenset(),
        people=(),
    )
    composer, chat = Composer(database, load_catalogue()), follower(database, BEFORE)
    message = await composer.course(chat, event_id, Lead.EVENING, None, MORNING)
    assert message.plain.startswith("🌆 Evening summary\n")
    assert "also at the summit:\n• A speech\n" in message.plain


async def test_what_waited_until_it_was_over_is_not_said_to_have_begun(
    database: Database, file: File
) -> None:
    event_id = announced(file)
    composer, chat = Composer(database, load_catalogue()), follower(database, BEFORE)
    with pytest.raises(NoLongerOn):
        await composer.course(chat, event_id, Lead.START, None, MORNING + timedelta(days=1))
