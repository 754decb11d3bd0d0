"""Who has much to do lets others have their turn, and who has little keeps going."""

import asyncio
from time import perf_counter

import pytest

from bot.web import turns
from bot.web.turns import Turns


def worked(seconds: float) -> None:
    end = perf_counter() + seconds
    while perf_counter() < end:
        pass


async def order(steps: int, seconds: float) -> list[str]:
    """Return who did what when: one with so many steps, and one who came after it had begun."""
    done = list[str]()

    async def much() -> None:
        own = Turns()
        for number in range(steps):
            worked(seconds)
            done.append(f"much {number}")
            await own.take()

    async def little() -> None:
        done.append("little")

    await asyncio.gather(much(), little())
    return done


def test_who_comes_meanwhile_waits_for_one_turn_and_not_for_all() -> None:
    done = asyncio.run(order(5, 2 * turns.SECONDS))
    assert done == ["much 0", "little", "much 1", "much 2", "much 3", "much 4"]


def test_what_takes_no_longer_than_a_turn_is_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "SECONDS", 10.0)
    assert asyncio.run(order(3, 0.0))[-1] == "little"
