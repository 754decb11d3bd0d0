"""The pool of worker processes.

Answers come back, and a job that is late, fatal or hungry costs itself alone.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.runtime import worker_pool
from bot.runtime.worker_pool import (
    JobRaised,
    WorkerDied,
    WorkerLate,
    WorkerNotStarted,
    WorkerPool,
)


@pytest.fixture
async def pool() -> AsyncIterator[WorkerPool]:
    async with WorkerPool(
        "tests.runtime.worker", 1, timedelta(seconds=3), setup=b"hello "
    ) as opened:
        yield opened


async def test_a_job_is_answered_with_what_the_worker_was_set_up_with(pool: WorkerPool) -> None:
    assert await pool.do(b"say", b"world") == b"hello world"
    assert await pool.do(b"say", b"a" * 300_000) == b"hello " + b"a" * 300_000


async def test_a_job_that_raises_is_told_and_its_worker_goes_on(pool: WorkerPool) -> None:
    await pool.do(b"say", b"")
    before = pool.pids

    with pytest.raises(JobRaised, match="ValueError: no such thing"):
        await pool.do(b"raise", b"no such thing")

    assert await pool.do(b"say", b"x") == b"hello x"
    assert pool.pids == before


async def test_a_job_that_never_ends_is_ended_at_its_deadline(pool: WorkerPool) -> None:
    await pool.do(b"say", b"")
    (before,) = pool.pids

    with pytest.raises(WorkerLate, match="not done within 3 seconds"):
        await pool.do(b"loop", b"")

    assert before not in pool.pids
    assert await pool.do(b"say", b"x") == b"hello x"


@pytest.mark.parametrize("job", [b"eat", b"die"])
async def test_a_job_that_eats_all_memory_or_dies_is_the_only_one_that_fails(
    pool: WorkerPool, job: bytes
) -> None:
    with pytest.raises(WorkerDied):
        await pool.do(job, b"")

    assert await pool.do(b"say", b"x") == b"hello x"


async def test_a_process_that_does_not_start_is_no_fault_of_the_job() -> None:
    async with WorkerPool("tests.runtime.no_such_worker", 1, timedelta(seconds=3)) as pool:
        for _ in range(2):
            with pytest.raises(WorkerNotStarted, match="start it anew"):
                await pool.do(b"say", b"world")
        assert not pool.pids


async def test_a_worker_runs_nothing_of_the_folder_that_the_bot_was_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "asyncio.py").write_text("raise SystemExit", "utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "__init__.py").write_text("raise SystemExit", "utf-8")
    monkeypatch.chdir(tmp_path)
    async with WorkerPool("tests.runtime.worker", 1, timedelta(seconds=3)) as pool:
        assert await pool.do(b"say", b"world") == b"world"


async def test_a_job_whose_asker_goes_away_leaves_no_answer_to_the_next(pool: WorkerPool) -> None:
    task = asyncio.create_task(pool.do(b"say", b"a" * 100_000))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await pool.do(b"say", b"x") == b"hello x"


async def test_a_worker_sees_nothing_of_the_environment(
    pool: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TCO_TELEGRAM_TOKEN", "1:secret")

    assert b"secret" not in await pool.do(b"environment", b"")


async def test_a_second_process_starts_only_while_the_first_is_held_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with WorkerPool("tests.runtime.worker", 2, timedelta(seconds=20)) as pool:
        await pool.do(b"say", b"")
        await asyncio.gather(*(pool.do(b"say", b"x") for _ in range(20)))
        (first,) = pool.pids

        monkeypatch.setattr(worker_pool, "_PATIENCE", 0.2)
        held_up = asyncio.create_task(pool.do(b"loop", b""))
        await asyncio.sleep(0)
        assert await pool.do(b"say", b"x") == b"x"
        assert set(pool.pids) > {first}
        held_up.cancel()


async def test_a_process_without_a_job_is_ended_and_starts_again_at_the_next() -> None:
    async with WorkerPool("tests.runtime.worker", 1, timedelta(seconds=20), rest=0.01) as pool:
        assert await pool.do(b"say", b"x") == b"x"
        async with asyncio.timeout(20):
            while pool.pids:  # noqa: ASYNC110 - nobody tells of its end
                await asyncio.sleep(0.01)

        assert await pool.do(b"say", b"x") == b"x"


async def test_a_long_line_costs_each_job_in_it_no_more_than_a_short_one(
    pool: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, patience = 0, pool._patience

    def counted() -> float | None:
        nonlocal looks
        looks += 1
        return patience()

    monkeypatch.setattr(pool, "_patience", counted)
    done = list[bytes]()

    async def ask(word: bytes) -> None:
        done.append(await pool.do(b"say", word))

    words = [b"%d" % number for number in range(100)]
    await asyncio.gather(*(ask(word) for word in words))

    assert done == [b"hello " + word for word in words]
    assert looks <= 3 * len(words)
