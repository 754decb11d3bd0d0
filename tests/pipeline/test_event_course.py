"""A great event is told in its course: its eve, that it has begun, and its last evening."""

from datetime import UTC, date, datetime, timedelta
from typing import Unpack

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.messages.composer import Composer
from bot.messages.great_event import course_of
from bot.messages.nothing_to_tell import NoLongerOn, QuietDay
from bot.pipeline.owe_due import owe_due
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.chats import ChatFields
from storage.database import Database
from storage.enums import Lead
from storage.models import Chat, Delivery, Event
from tests.defaults import ZONES
from tests.merging.reports import DAY, person
from tests.pipeline.filing import HOUR, File, file, follower, sent
from tests.storage.things import enqueue_digest

__all__ = ["file"]

MORNING = datetime(DAY.year, DAY.month, DAY.day, 6, tzinfo=UTC)
BEFORE = MORNING - timedelta(days=2)
SUMMIT = {"kind": "summit", "formats": ("summit",), "title": "The summit"}


def announced(file: File, key: str = "announced") -> int:
    """A summit announced two days before, with two who are expected."""
    return file(
        key,
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
        await owe_due(database, ZONES, moment)
        assert told(database, Lead.EVENING) == ([] if moment < evening else [event_id])


def test_who_is_reported_at_another_event_of_those_days_is_not_said_to_be_missing(
    database: Database, file: File
) -> None:
    event_id = announced(file)
    reported(file, "first")
    elsewhere = file(
        "council",
        people=(person("Omar Sultanov"),),
        at=MORNING,
        city="Osh",
        city_id="osh",
        cities=frozenset({"osh"}),
        formats=("council",),
    )
    assert elsewhere.event_id != event_id
    with database.transaction() as session:
        course = course_of(session, event_id)
    assert [guest.name for guest in course.there] == ["Ayla Demir"]
    assert course.expected == []


EVE = (MORNING - timedelta(days=1)).replace(hour=14)
"""20:00 in Bishkek on the day before."""


async def lived(database: Database, until: datetime) -> None:
    """Look for what is due each quarter of an hour around the evening before the event."""
    moment = EVE - timedelta(hours=1)
    while moment <= until:
        await owe_due(database, ZONES, moment)
        moment += timedelta(minutes=15)


async def test_the_evening_before_a_great_event_is_told_once(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    announced(file, "again")
    sent(database, holder, event_id, BEFORE)
    await lived(database, EVE - timedelta(minutes=15))
    assert told(database, Lead.EVE) == []
    await lived(database, EVE + HOUR)
    assert told(database, Lead.EVE) == [event_id]


@pytest.mark.parametrize("fields", [{"date_proof": None}, {"cancel_proof": "It is called off."}])
async def test_no_eve_of_what_has_no_stated_day_or_is_called_off(
    database: Database, file: File, holder: Chat, fields: dict[str, str | None]
) -> None:
    event_id = announced(file)
    announced(file, "again")
    sent(database, holder, event_id, BEFORE)
    with database.transaction() as session:
        for name, value in fields.items():
            setattr(session.get_one(Event, event_id), name, value)
    await lived(database, EVE + HOUR)
    assert told(database, Lead.EVE) == []


async def test_no_eve_of_what_one_outlet_alone_announces(
    database: Database, file: File, holder: Chat
) -> None:
    sent(database, holder, announced(file), BEFORE)
    await lived(database, EVE + HOUR)
    assert told(database, Lead.EVE) == []


@pytest.mark.parametrize("fields", [{"remind_eve": False}, {"remind_day": True}])
async def test_no_eve_for_who_does_without_or_is_reminded_a_day_before_anyway(
    database: Database, file: File, fields: ChatFields
) -> None:
    holder = chat_with(database, **fields)
    event_id = announced(file)
    announced(file, "again")
    sent(database, holder, event_id, BEFORE)
    await lived(database, EVE + HOUR)
    assert told(database, Lead.EVE) == []


async def test_the_eve_says_who_is_expected(database: Database, file: File) -> None:
    event_id = announced(file)
    composer, chat = Composer(database, load_catalogue()), follower(database, BEFORE)
    message = await composer.course(chat, event_id, Lead.EVE, None, EVE)
    assert message.plain.splitlines()[0] == "🌙 Tomorrow"
    assert "expected: Ayla Demir, Omar Sultanov" in message.plain
    with pytest.raises(NoLongerOn):
        await composer.course(chat, event_id, Lead.EVE, None, MORNING)


async def test_no_evening_of_what_no_report_says_has_begun(
    database: Database, file: File, holder: Chat
) -> None:
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    for hour in range(8, 20):
        await owe_due(database, ZONES, MORNING.replace(hour=hour))
    assert told(database, Lead.EVENING) == []


async def test_a_chat_can_do_without(database: Database, file: File) -> None:
    holder = chat_with(database, remind_start=False, remind_evening=False)
    event_id = announced(file)
    sent(database, holder, event_id, BEFORE)
    reported(file, "first")
    reported(file, "second")
    for hour in range(8, 20):
        await owe_due(database, ZONES, MORNING.replace(hour=hour))
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
    assert "  there: Ayla Demir\n  had been expected: Omar Sultanov\n" in plain


def speech(file: File, at: datetime) -> None:
    """A report of a speech at the summit, which gives no day and no town."""
    nowhere = dict.fromkeys(["start", "end", "city", "city_id", "country", "country_code"])
    called = {"title": "A speech", "headline": "A speech", "formats": (), "people": ()}
    nothing = {"days": frozenset[date](), "cities": frozenset[str]()}
    reported(file, "speech", at, **nowhere, **called, **nothing)


async def test_the_evening_lists_what_else_there_was(database: Database, file: File) -> None:
    event_id = announced(file)
    reported(file, "first")
    reported(file, "second")
    speech(file, MORNING + HOUR)
    composer, chat = Composer(database, load_catalogue()), follower(database, BEFORE)
    message = await composer.course(chat, event_id, Lead.EVENING, None, MORNING)
    assert message.plain.startswith("🌆 Evening summary\n")
    assert "also at the summit:\n• A speech\n" in message.plain


async def test_what_speaks_of_it_again_a_day_late_is_no_news(
    database: Database, file: File, holder: Chat
) -> None:
    announced(file)
    reported(file, "first")
    composer, late = Composer(database, load_catalogue()), MORNING + timedelta(days=1, hours=12)
    speech(file, late)
    with database.transaction() as session:
        enqueue_digest(session, holder.id, (MORNING + timedelta(days=1)).date(), late - 2 * HOUR)
    after = MORNING + timedelta(days=2)
    with pytest.raises(QuietDay):
        await composer.digest(holder, after.date(), after)


async def test_what_waited_until_it_was_over_is_not_said_to_have_begun(
    database: Database, file: File
) -> None:
    event_id = announced(file)
    composer, chat = Composer(database, load_catalogue()), follower(database, BEFORE)
    with pytest.raises(NoLongerOn):
        await composer.course(chat, event_id, Lead.START, None, MORNING + timedelta(days=1))
