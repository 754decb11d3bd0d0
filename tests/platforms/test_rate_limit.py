"""No window of time ever holds more calls than allowed.

However long each call takes and wherever within it the server counts it.
"""

import asyncio
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.rate_limit import Limit, SendRateLimiter
from bot.platforms.telegram.messenger import max_concurrency_of, pace_of

PRIVATE, GROUP = "7", "-7"


class Clock:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def wait_for(pace: SendRateLimiter, chat: str) -> float:
    """Seconds that a call has to wait for the common limit and for its chat's."""
    return max(pace.slot_wait(), pace.chat_wait(chat))


def limits(chat: str) -> list[Limit]:
    return [Limit(1, 1.0), Limit(3, 10.0)] if chat.startswith("-") else [Limit(1, 1.0)]


@given(
    calls=st.lists(
        st.tuples(st.sampled_from(["1", "2", "-3"]), st.floats(0.0, 3.0), st.floats(0.0, 1.0)),
        max_size=60,
    )
)
def test_no_limit_is_ever_broken(calls: list[tuple[str, float, float]]) -> None:
    """Each call: its chat, how long it takes, and at which share of that time the server counts it.

    Up to four are under way at once.
    """
    clock = Clock()
    pace = SendRateLimiter(Limit(4, 1.0), limits, clock)
    under_way: list[tuple[float, object]] = []
    counted: defaultdict[str, list[float]] = defaultdict(list)

    def end_first() -> None:
        under_way.sort(key=lambda one: one[0])
        at, flow = under_way.pop(0)
        clock.seconds = max(clock.seconds, at)
        pace._end(flow)  # type: ignore[arg-type]  # what _begin gave

    for chat, takes, share in calls:
        while (wait := wait_for(pace, chat)) > 0:
            if wait == float("inf") or (
                under_way and min(one[0] for one in under_way) < clock.seconds + wait
            ):
                end_first()
            else:
                clock.seconds += wait + 1e-9
        under_way.append((clock.seconds + takes, pace._begin(chat)))
        for key in ("all", chat):
            counted[key].append(clock.seconds + share * takes)
        if len(under_way) == 4:
            end_first()

    for key, times in counted.items():
        rules = [Limit(4, 1.0)] if key == "all" else limits(key)
        times.sort()
        for rule in rules:
            assert all(
                last - first >= rule.seconds - 1e-6
                for first, last in zip(times, times[rule.count :], strict=False)
            )


def test_calls_are_spread_over_the_second() -> None:
    clock = Clock()
    pace = SendRateLimiter(Limit(10, 1.0), limits, clock)
    begun: list[float] = []
    for number in range(10):
        while pace.slot_wait() > 0:
            clock.seconds += 0.01
        pace._end(pace._begin(str(number)))
        begun.append(clock.seconds)
    assert all(later - earlier >= 0.1 - 1e-9 for earlier, later in pairwise(begun))


@pytest.mark.parametrize(("chat", "calls", "waits"), [(PRIVATE, 40, 1.0), (GROUP, 20, 41.0)])
def test_a_telegram_group_rests_after_twenty_messages_a_minute_and_a_person_after_one_a_second(
    chat: str, calls: int, waits: float
) -> None:
    pace = pace_of(30)
    clock = Clock()
    pace._clock = clock
    for _ in range(calls):
        clock.seconds += 1.0
        assert wait_for(pace, chat) == 0
        pace._end(pace._begin(chat))
    assert wait_for(pace, chat) == pytest.approx(waits)


def test_as_many_calls_are_under_way_as_the_pace_needs() -> None:
    assert [max_concurrency_of(number) for number in (1, 30, 1000)] == [1, 8, 64]


async def test_whoever_waits_for_a_call_under_way_goes_when_it_has_ended() -> None:
    pace = SendRateLimiter(Limit(1000, 1.0), lambda _: [Limit(1, 0.01)])
    order: list[str] = []

    async def second() -> None:
        async with pace.turn(PRIVATE):
            order.append("second")

    async with pace.turn(PRIVATE):
        waiting = asyncio.create_task(second())
        await asyncio.sleep(0)
        order.append("first")
    await waiting
    assert order == ["first", "second"]


async def test_a_chat_that_has_to_wait_holds_up_no_other() -> None:
    pace = SendRateLimiter(Limit(1000, 1.0), lambda _: [Limit(1, 3600.0)])

    async def call(chat: str) -> None:
        async with pace.turn(chat):
            pass

    await call(PRIVATE)
    waiting = asyncio.create_task(call(PRIVATE))
    async with asyncio.timeout(60):
        await call(GROUP)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert wait_for(pace, GROUP) > 3000


async def test_an_answer_does_not_wait_for_its_chat() -> None:
    pace = SendRateLimiter(Limit(1000, 1.0), lambda _: [Limit(1, 3600.0)])
    for _ in range(3):
        async with pace.answering(PRIVATE):
            pass
    assert wait_for(pace, PRIVATE) > 3000
