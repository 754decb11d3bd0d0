"""A chat is not flooded: what comes beyond some alerts within an hour is told in one message."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from bot.messages.composer import Composer
from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_digests import reschedule
from config.catalogue_loader import load_catalogue
from storage import chats, outbox
from storage.alert_limits import MOST_AN_HOUR
from storage.database import Database
from storage.enums import DeliveryKind, DeliveryState, Topic
from storage.models import Chat
from tests.defaults import ZONES
from tests.pipeline.filing import File, file, follower

__all__ = ["file"]

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ORDINARY = MOST_AN_HOUR - 3
"""How many alerts of what was, and is no more, come within an hour."""

ALERT, HELD, PENDING = DeliveryKind.ALERT, DeliveryState.HELD, DeliveryState.PENDING
KINDS = ("festival", "conference", "exhibition", "election", "training")
Report = Callable[..., int]


@pytest.fixture
def report(file: File, now: datetime) -> Report:
    """A function that files a report of an event of its own and returns that."""

    def report(number: int, *, day: date | None = None, at: datetime = now) -> int:
        when = day or now.date() - timedelta(days=30 * (number + 1))
        filing = file(
            f"r{number}",
            at=at,
            kind=KINDS[number % len(KINDS)],
            published=when,
            start=when,
            end=when,
            days=frozenset({when}),
            city=f"Town {chr(65 + number)}",
            city_id=f"town-{number}",
            cities=frozenset({f"town-{number}"}),
            title=f"Meeting {number}",
            headline=f"Meeting {number}",
        )
        assert filing.new
        return filing.event_id

    return report


def flooded(database: Database, report: Report, now: datetime, events: int) -> Chat:
    """Return a chat that follows all of so many events of the past which come at once."""
    chat = follower(database, now)
    for number in range(events):
        report(number)
    return chat


def owed(database: Database, chat: Chat) -> list[tuple[str, str]]:
    with database.transaction() as session:
        return [(one.kind, one.state) for one in reversed(outbox.deliveries(session, chat.id))]


def states(database: Database, chat: Chat) -> list[str]:
    return [state for kind, state in owed(database, chat) if kind == ALERT]


async def told_in(database: Database, chat: Chat, composer: Composer, now: datetime) -> str:
    with database.transaction() as session:
        last, chat = outbox.deliveries(session, chat.id)[0], chats.get(session, chat.id)
    assert last.kind == DeliveryKind.CATCHUP
    return (await composer.catch_up(chat, last.id, now)).plain


@pytest.fixture
def composer(database: Database) -> Composer:
    return Composer(database, load_catalogue())


async def test_what_comes_beyond_some_alerts_is_told_in_one_message_an_hour_later(
    database: Database, report: Report, composer: Composer, now: datetime
) -> None:
    chat = follower(database, now)
    for number in range(ORDINARY + 3):
        report(number, at=now + number * MINUTE)
    assert states(database, chat) == [PENDING] * ORDINARY + [HELD] * 3

    first_held = now + ORDINARY * MINUTE
    assert await owe_due(database, ZONES, first_held + HOUR - MINUTE) == 0
    assert await owe_due(database, ZONES, first_held + HOUR) == 1
    assert states(database, chat)[ORDINARY:] == [DeliveryState.TOLD] * 3
    plain = await told_in(database, chat, composer, first_held + HOUR)
    assert plain.startswith("Also new: 3 events\n\n• ")
    assert "During quiet hours" not in plain
    with database.transaction() as session:
        assert chats.get(session, chat.id).quiet_turn_at is None, "it is looked at no more"


async def test_in_the_next_hour_alerts_come_at_once_again(
    database: Database, report: Report, now: datetime
) -> None:
    chat = flooded(database, report, now, ORDINARY + 2)
    await owe_due(database, ZONES, now + HOUR)
    report(ORDINARY + 2, at=now + HOUR + MINUTE)
    assert states(database, chat)[-1] == PENDING


async def test_one_alone_that_was_too_much_comes_as_the_alert_that_it_is(
    database: Database, report: Report, now: datetime
) -> None:
    chat = flooded(database, report, now, ORDINARY + 1)
    assert states(database, chat)[-1] == HELD
    await owe_due(database, ZONES, now + HOUR)
    assert states(database, chat) == [PENDING] * (ORDINARY + 1)


@pytest.mark.parametrize("days", [0, 1])
async def test_what_is_on_today_or_tomorrow_still_comes_where_what_was_waits(
    database: Database, report: Report, now: datetime, days: int
) -> None:
    soon = now.date() + timedelta(days=days)
    chat = flooded(database, report, now, ORDINARY + 1)
    assert states(database, chat)[-1] == HELD
    for number in range(ORDINARY + 1, MOST_AN_HOUR + 2):
        report(number, day=soon)
    assert states(database, chat)[ORDINARY + 1 :] == [PENDING] * 3 + [HELD]


async def test_who_follows_little_of_a_flood_gets_it_as_alerts(
    database: Database, report: Report, now: datetime
) -> None:
    everything = follower(database, now)
    with database.transaction() as session:
        little = chats.ensure(session, "console", "2", "", now)
        chats.subscribe(session, little.id, Topic.TOWN, f"town-{ORDINARY + 1}")
    for number in range(ORDINARY + 2):
        report(number)
    assert states(database, everything)[-1] == HELD
    assert states(database, little) == [PENDING]


async def test_where_quiet_hours_begin_meanwhile_it_is_told_when_they_end(
    database: Database, report: Report, composer: Composer, now: datetime
) -> None:
    chat = follower(database, now)
    with database.transaction() as session:
        chats.update(session, chat.id, quiet_from=time(9, 30), quiet_until=time(12))
        reschedule(session, chat.id, now)
    for number in range(ORDINARY + 2):
        report(number)
    assert await owe_due(database, ZONES, now + HOUR) == 0, "it is quiet now"
    report(ORDINARY + 2, at=now + HOUR)
    assert await owe_due(database, ZONES, now + 3 * HOUR) == 1
    assert "3 events" in await told_in(database, chat, composer, now + 3 * HOUR)


async def test_a_change_of_settings_meanwhile_lets_nothing_go(
    database: Database, report: Report, now: datetime
) -> None:
    chat = flooded(database, report, now, ORDINARY + 2)
    with database.transaction() as session:
        chats.update(session, chat.id, timezone="Asia/Bishkek")
        reschedule(session, chat.id, now + 10 * MINUTE)
    assert states(database, chat)[-2:] == [HELD] * 2
    assert await owe_due(database, ZONES, now + HOUR) == 1


async def test_of_very_many_the_soonest_are_told_and_a_command_lists_the_rest(
    database: Database, report: Report, composer: Composer, now: datetime
) -> None:
    chat = flooded(database, report, now, ORDINARY + 10)
    ahead = report(ORDINARY + 10, day=now.date() + timedelta(days=3))
    await owe_due(database, ZONES, now + HOUR)
    plain = await told_in(database, chat, composer, now + HOUR)
    heading, soonest, *_others, rest = plain.split("\n\n")
    assert heading == "Also new: 11 events"
    assert soonest.startswith("• 28 Apr, Town"), (ahead, soonest)
    assert rest == "+ 1 more event · /latest"


async def test_a_chat_that_stops_meanwhile_is_told_nothing(
    database: Database, report: Report, now: datetime
) -> None:
    chat = flooded(database, report, now, ORDINARY + 2)
    with database.transaction() as session:
        chats.stop(session, chat.id, now)
    assert await owe_due(database, ZONES, now + HOUR) == 0
    assert HELD not in states(database, chat)
