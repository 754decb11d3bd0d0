"""Writes share transactions, and none suffers for another."""

import asyncio
from datetime import timedelta

import pytest

from bot.runtime import write_batcher
from bot.runtime.backoff import Backoff
from bot.runtime.write_batcher import LARGEST_GROUP, WriteBatcher
from storage.errors import DatabaseError

AWAY = DatabaseError("here", "no connection", "See that the server runs")


class Writer:
    """Notes the groups that it is given; doubles each number, and chokes on some."""

    def __init__(self) -> None:
        self.groups: list[list[int]] = []
        self.failures: list[Exception] = []
        self.indigestible: set[int] = set()

    async def write(self, group: list[int]) -> list[int]:
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
        if self.indigestible & set(group):
            raise ValueError("a fault of ours")
        self.groups.append(group)
        return [2 * number for number in group]


@pytest.fixture
def writer() -> Writer:
    return Writer()


async def test_what_comes_while_one_transaction_runs_shares_the_next(writer: Writer) -> None:
    batcher = WriteBatcher(writer.write)
    first = asyncio.ensure_future(batcher.do(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    others = [asyncio.ensure_future(batcher.do(number)) for number in (2, 3)]
    assert await asyncio.gather(first, *others) == [2, 4, 6]
    assert writer.groups == [[1], [2, 3]]


async def test_those_that_gather_are_written_together_when_no_more_come(writer: Writer) -> None:
    batcher = WriteBatcher(writer.write, gather_seconds=60)
    answers = [batcher.submit(number) for number in (1, 2, 3)]
    await asyncio.sleep(0)
    batcher.flush()
    assert await asyncio.gather(*answers) == [2, 4, 6]
    assert writer.groups == [[1, 2, 3]]


async def test_one_that_may_wait_goes_along_with_the_next_that_may_not(writer: Writer) -> None:
    batcher = WriteBatcher(writer.write)
    patient = batcher.submit(1, 60)
    for _ in range(5):
        await asyncio.sleep(0)
    assert writer.groups == []
    assert list(await asyncio.gather(patient, batcher.submit(2))) == [2, 4]
    assert await batcher.submit(3, 0.01) == 6
    assert writer.groups == [[1, 2], [3]]


async def test_a_full_group_waits_for_nobody(writer: Writer) -> None:
    batcher = WriteBatcher(writer.write, gather_seconds=60)
    answers = [batcher.submit(number) for number in range(2 * LARGEST_GROUP)]
    await asyncio.gather(*answers)
    assert [len(group) for group in writer.groups] == [LARGEST_GROUP, LARGEST_GROUP]


async def test_what_counts_for_several_shares_with_fewer(writer: Writer) -> None:
    heavy = LARGEST_GROUP // 2
    batcher = WriteBatcher(writer.write, gather_seconds=60, weigh=lambda number: number)
    answers = [batcher.submit(heavy) for _ in range(4)]
    await asyncio.gather(*answers)
    assert writer.groups == [[heavy] * 2] * 2


async def test_one_that_cannot_be_written_does_not_take_its_group_with_it(writer: Writer) -> None:
    writer.indigestible = {2}
    batcher = WriteBatcher(writer.write)
    answers = [batcher.submit(number) for number in (1, 2, 3)]
    done = await asyncio.gather(*answers, return_exceptions=True)
    assert (done[0], done[2]) == (2, 6)
    assert isinstance(done[1], ValueError)


async def test_a_database_that_is_away_is_told_to_all_at_once(writer: Writer) -> None:
    writer.failures = [AWAY]
    batcher = WriteBatcher(writer.write)
    answers = [batcher.submit(number) for number in (1, 2)]
    assert await asyncio.gather(*answers, return_exceptions=True) == [AWAY, AWAY]
    assert await batcher.do(3) == 6


async def test_who_insists_is_written_once_the_database_is_back(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = timedelta(milliseconds=1)
    monkeypatch.setattr(write_batcher, "_INSISTING", Backoff(moment, moment))
    writer.failures = [AWAY, AWAY]
    assert await WriteBatcher(writer.write).insist(1) == 2
