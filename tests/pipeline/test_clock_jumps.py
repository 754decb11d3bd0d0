"""Whatever the clock does, each chosen day has its digest, and no day has two."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.app import LONGEST_WAITS
from bot.pipeline.clock_jumps import ClockKeeper
from bot.pipeline.owe_due import owe_due
from bot.pipeline.schedule_digests import reschedule
from bot.runtime.clock_watch import ClockWatch
from storage import chats, outbox, reminders, sources
from storage.database import Database
from storage.enums import Topic
from storage.models import Source
from tests.defaults import ZONES

START = datetime(2024, 4, 22, 0, 0, tzinfo=UTC)
STEP = timedelta(hours=1)
DAYS = 4
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

Lie = Callable[[datetime], timedelta]


class World:
    """A bot whose clock lies, and the time as it is.

    Attributes:
        forgotten: How often the waits in memory were let go of.
    """

    def __init__(self, database: Database, lie: Lie) -> None:
        self.database = database
        self.true = START
        self._lie = lie
        self.forgotten = 0
        watch = ClockWatch(self.wall, self._seconds)
        self.keeper = ClockKeeper(database, watch, LONGEST_WAITS, self._forget)
        with database.transaction() as session:
            self.chat = chats.ensure(session, "telegram", "1", "", START)
            chats.subscribe(session, self.chat.id, Topic.ORGANIZATION, "ots")
            reschedule(session, self.chat.id, START)  # at half past eight, UTC

    def _forget(self) -> None:
        self.forgotten += 1

    def _seconds(self) -> float:
        return (self.true - START).total_seconds()

    def wall(self) -> datetime:
        return self.true + self._lie(self.true)

    async def live(self) -> None:
        """Live through all days, and look as the bot does."""
        while self.true < START + DAYS * DAY:
            await self.keeper.look(self.wall())
            await owe_due(self.database, ZONES, self.wall())
            self.true += STEP

    def digests(self) -> Counter[str]:
        with self.database.transaction() as session:
            return Counter(owed.subject for owed in outbox.deliveries(session, self.chat.id))


def for_a_while(jump: timedelta, hour: int, hours: float = 1) -> Lie:
    """A clock that is wrong by `jump` for some hours from an hour of the third day on."""
    begins = START + 2 * DAY + hour * HOUR
    return lambda true: jump if begins <= true < begins + hours * HOUR else timedelta()


def from_then_on(jump: timedelta, hour: int) -> Lie:
    begins = START + 2 * DAY + hour * HOUR
    return lambda true: jump if begins <= true else timedelta()


WHOLE = [(START + number * DAY).date().isoformat() for number in range(DAYS)]


@pytest.mark.parametrize("hour", [5, 8, 20])
@pytest.mark.parametrize("jump", [HOUR, -HOUR, 15 * HOUR, DAY, -DAY])
async def test_a_clock_that_is_wrong_for_an_hour_costs_no_day_its_digest(
    sqlite: Database, jump: timedelta, hour: int
) -> None:
    world = World(sqlite, for_a_while(jump, hour))
    await world.live()
    assert world.digests() == Counter(WHOLE)


@pytest.mark.parametrize("hour", [8, 20])
@pytest.mark.parametrize("jump", [HOUR, -HOUR, -DAY])
async def test_a_clock_that_is_put_right_costs_no_day_its_digest(
    sqlite: Database, jump: timedelta, hour: int
) -> None:
    world = World(sqlite, from_then_on(jump, hour))
    await world.live()
    lived = WHOLE if jump > -DAY else WHOLE[:-1]
    assert world.digests() == Counter(lived)


@pytest.mark.parametrize("hour", [10, 20])
async def test_a_day_that_the_clock_jumps_over_has_no_digest_and_the_others_have_one(
    sqlite: Database, hour: int
) -> None:
    world = World(sqlite, from_then_on(DAY, hour))
    await world.live()
    last = (START + DAYS * DAY).date().isoformat()
    assert world.digests() == Counter([*WHOLE, last])


async def test_a_machine_that_slept_gets_the_digest_when_it_wakes(sqlite: Database) -> None:
    world = World(sqlite, lambda _: timedelta())
    while world.true < START + DAYS * DAY:
        await world.keeper.look(world.wall())
        await owe_due(sqlite, ZONES, world.wall())
        asleep = timedelta(minutes=10) if world.true.hour == 8 else timedelta()
        world.true += STEP + asleep
    assert world.digests() == Counter(WHOLE)


async def test_a_jump_is_logged_and_only_one_back_puts_right(sqlite: Database) -> None:
    world = World(sqlite, for_a_while(HOUR, hour=12))
    with capture_logs() as logs:
        await world.live()
    assert [(line["event"], line["seconds"]) for line in logs if "seconds" in line] == [
        ("the clock jumped ahead, or the machine slept", 3600),
        ("the clock jumped back", -3600),
    ]
    assert world.forgotten == 1


async def test_a_source_is_polled_again_as_soon_as_the_clock_is_right(
    database: Database,
) -> None:
    world = World(database, for_a_while(15 * HOUR, hour=0))
    with database.transaction() as session:
        session.add(Source(key="a", name="A", url="https://a.example/", next_poll_at=START))
    while world.true < START + 2 * DAY + 2 * HOUR:
        await world.keeper.look(world.wall())
        with database.transaction() as session:
            for source in sources.claim_due(session, world.wall(), limit=9, lease=HOUR):
                sources.succeeded(
                    session, [sources.Success(source.id, world.wall() + HOUR)], world.wall()
                )
        world.true += STEP
    with database.transaction() as session:
        polled = sources.by_key(session, "a").last_polled_at
    assert polled is not None
    assert START + 2 * DAY + HOUR <= polled <= world.true


async def test_a_clock_that_was_put_back_while_the_bot_was_down_is_noticed_at_the_start(
    sqlite: Database, now: datetime
) -> None:
    world = World(sqlite, lambda _: timedelta())
    chat = world.chat
    with sqlite.transaction() as session:
        chats.update(session, chat.id, next_digest_at=now + 3 * DAY)
        reminders.progressed(session, "reminders", now + DAY)
    with capture_logs() as logs:
        await world.keeper.begin(now)
    assert [line["event"] for line in logs] == ["the clock was put back since the bot last ran"]
    with sqlite.transaction() as session:
        due = chats.get(session, chat.id).next_digest_at
        assert due is not None
        assert due < now + DAY
    with capture_logs() as logs:
        await world.keeper.begin(now)
    assert logs == []
