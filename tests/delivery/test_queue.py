"""What a platform's sender has before it: who may be sent to now, and who has to wait."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.delivery.outcomes import DeliveryOutcome
from bot.delivery.queue import PAGE, SILENCES, PlatformQueue
from bot.platforms.base import Capabilities
from bot.platforms.rate_limit import Limit, SendRateLimiter
from storage import sending
from storage.database import Database
from storage.enums import DeliveryState
from storage.sending import Due
from tests.delivery.deliveries import MONDAY, TUESDAY, ScriptedMessenger, alert, owe

SOON, LONG = timedelta(seconds=30), timedelta(hours=1)
SENT = DeliveryOutcome(DeliveryState.SENT)
SILENCE = DeliveryOutcome(DeliveryState.UNCERTAIN, silent=True)


@pytest.fixture
def queue() -> PlatformQueue:
    return PlatformQueue(ScriptedMessenger())


def due(database: Database, now: datetime) -> list[Due]:
    with database.transaction() as session:
        return list(sending.due(session, now, platform="telegram", limit=PAGE))


def asked_to_wait(until: datetime, *, everywhere: bool = False) -> DeliveryOutcome:
    return DeliveryOutcome(
        DeliveryState.PENDING, until=until, holds=True, asked=True, everywhere=everywhere
    )


def out_of_order(until: datetime) -> DeliveryOutcome:
    return DeliveryOutcome(DeliveryState.PENDING, until=until, holds=True, everywhere=True)


def test_an_alert_goes_before_digests(
    sqlite: Database, queue: PlatformQueue, now: datetime
) -> None:
    owe(sqlite, "1", now, MONDAY)
    chat, _event = alert(sqlite, now, "2")
    queue.add(due(sqlite, now))
    first, second = queue.take(), queue.take()
    assert first is not None
    assert second is not None
    assert (first.chat.id, second.delivery.kind) == (chat, "digest")
    assert queue.take() is None


def test_a_chat_that_is_refused_waits_and_holds_up_nobody(
    sqlite: Database, queue: PlatformQueue, now: datetime
) -> None:
    waiting, other = owe(sqlite, "1", now, MONDAY, TUESDAY), owe(sqlite, "2", now, MONDAY)
    queue.add(due(sqlite, now))
    queue.apply_outcome(waiting, asked_to_wait(now + SOON), now)
    taken = queue.take()
    assert taken is not None
    assert taken.chat.id == other
    assert queue.take() is None
    assert queue.is_open(now)


def test_when_a_second_chat_is_asked_to_wait_the_whole_platform_does(
    queue: PlatformQueue, now: datetime
) -> None:
    queue.apply_outcome(1, asked_to_wait(now + SOON), now)
    queue.apply_outcome(2, asked_to_wait(now + LONG), now)
    assert queue.closed_until == now + LONG


def test_a_platform_out_of_order_is_left_alone_twice_as_long_each_time_until_something_arrives(
    queue: PlatformQueue, now: datetime
) -> None:
    waits = []
    for _ in range(8):
        queue.apply_outcome(1, out_of_order(now + LONG), now)
        assert queue.closed_until is not None
        waits.append((queue.closed_until - now).total_seconds())
        now = queue.closed_until
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    queue.apply_outcome(1, SENT, now)
    queue.apply_outcome(1, out_of_order(now + LONG), now)
    assert queue.closed_until == now + timedelta(seconds=1)


def test_what_comes_while_it_is_left_alone_makes_that_no_longer(
    queue: PlatformQueue, now: datetime
) -> None:
    for _ in range(5):
        queue.apply_outcome(1, out_of_order(now + LONG), now)
    assert queue.closed_until == now + timedelta(seconds=1)


def test_answers_that_fail_to_come_in_a_row_close_it_as_well(
    queue: PlatformQueue, now: datetime
) -> None:
    for _ in range(SILENCES - 1):
        queue.apply_outcome(1, SILENCE, now)
    queue.apply_outcome(1, SENT, now)
    assert queue.is_open(now)
    for _ in range(SILENCES):
        queue.apply_outcome(1, SILENCE, now)
    assert not queue.is_open(now)


def test_a_chat_at_rest_by_its_own_pace_is_told_from_one_that_may_go(
    sqlite: Database, now: datetime
) -> None:
    messenger = ScriptedMessenger()
    pace = SendRateLimiter(Limit(1000, 1.0), lambda _chat: [Limit(1, 3600.0)])
    messenger.capabilities = Capabilities(rate_limiter=pace)
    queue = PlatformQueue(messenger)
    resting, fresh = owe(sqlite, "1", now, MONDAY), owe(sqlite, "2", now, MONDAY)
    pace._end(pace._begin("1"))
    queue.add(due(sqlite, now))
    assert [chat for chat, _wait in queue.resting(5.0)] == [resting]
    taken = queue.take()
    while taken is None:  # the spacing of all calls: a thousandth of a second
        taken = queue.take()
    assert taken.chat.id == fresh
    assert queue.wait() > 3000


async def test_a_record_waits_for_the_next_mark_only_where_one_is_about_to_be_made(
    sqlite: Database, now: datetime
) -> None:
    clock = [100.0]
    pace = SendRateLimiter(Limit(30, 1.0), lambda _: [], lambda: clock[0])
    messenger = ScriptedMessenger()
    messenger.capabilities = Capabilities(rate_limiter=pace, max_concurrency=2)
    queue = PlatformQueue(messenger)
    assert queue.patience() == 0  # nothing goes next
    owe(sqlite, "1", now, MONDAY)
    queue.add(due(sqlite, now))
    assert queue.patience() == 0  # the next goes at once
    async with pace.turn("2"):
        pass
    assert 1 / 30 < queue.patience() < 0.1
    running = asyncio.create_task(asyncio.sleep(0))
    queue.running = {8: running, 9: running}
    assert queue.patience() == 0  # the next needs the place of this one
    await running
