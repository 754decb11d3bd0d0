"""The clock: stages run at their intervals, none disturbs another, and a stop waits for what is
running."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from structlog.testing import capture_logs

from bot.runtime.scheduler import Scheduler, run_stage, utc_now

NOW = datetime(2024, 4, 25, 5, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Report:
    due: int
    new: int


async def test_a_stage_is_handed_the_moment_and_logs_its_counts_and_seconds() -> None:
    seen: list[datetime] = []

    async def poll(now: datetime) -> Report:
        seen.append(now)
        return Report(due=3, new=2)

    with capture_logs() as logs:
        report = await run_stage("poll", poll, NOW)
    assert report == Report(3, 2)
    assert seen == [NOW]
    (line,) = logs
    assert line.pop("seconds") >= 0
    assert line == {"event": "poll", "log_level": "info", "due": 3, "new": 2}


async def test_a_stage_with_nothing_to_do_is_no_line_for_people() -> None:
    async def idle(_: datetime) -> Report:
        return Report(0, 0)

    with capture_logs() as logs:
        await run_stage("poll", idle, NOW)
    assert [line["log_level"] for line in logs] == ["debug"]


async def test_a_time_that_the_report_brings_is_no_count() -> None:
    @dataclass(frozen=True)
    class Timed:
        due: int
        seconds: float

    async def idle(_: datetime) -> Timed:
        return Timed(0, 1234.5)

    with capture_logs() as logs:
        await run_stage("poll", idle, NOW)
    (line,) = logs
    assert line["log_level"] == "debug"
    assert line["seconds"] < 1234.5


async def test_a_stage_that_raises_is_logged_and_answers_none() -> None:
    async def broken(_: datetime) -> Report:
        raise ValueError("no")

    with capture_logs() as logs:
        assert await run_stage("read", broken, NOW) is None
    assert [(line["event"], line["log_level"], line["exc_info"]) for line in logs] == [
        ("read", "error", True)
    ]


async def test_a_stage_that_raises_runs_again_and_does_not_stop_the_others() -> None:
    runs: asyncio.Queue[str] = asyncio.Queue()

    async def broken(_: datetime) -> None:
        runs.put_nowait("broken")
        raise ValueError("no")

    async def sound(_: datetime) -> None:
        runs.put_nowait("sound")

    clock = Scheduler(lambda: NOW)
    clock.every(0.01, "broken", broken)
    clock.every(0.01, "sound", sound)
    clock.start()
    seen: list[str] = []
    async with asyncio.timeout(60):
        while seen.count("broken") < 3 or seen.count("sound") < 3:
            seen.append(await runs.get())
    await clock.stop(grace=1)


async def test_a_stage_never_runs_beside_itself() -> None:
    running = 0
    most = 0
    done = asyncio.Event()
    count = 0

    async def slow(_: datetime) -> None:
        nonlocal running, most, count
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.03)
        running -= 1
        count += 1
        if count == 3:
            done.set()

    clock = Scheduler()
    clock.every(0.01, "slow", slow)
    clock.start()
    async with asyncio.timeout(60):
        await done.wait()
    await clock.stop(grace=1)
    assert most == 1


async def test_a_clock_that_is_put_back_holds_up_no_stage() -> None:
    moments: asyncio.Queue[datetime] = asyncio.Queue()
    lies = iter([NOW, NOW - timedelta(hours=1), NOW + timedelta(hours=15), NOW])

    async def poll(now: datetime) -> None:
        moments.put_nowait(now)

    clock = Scheduler(lambda: next(lies, NOW))
    clock.every(0.01, "poll", poll)
    clock.start()
    async with asyncio.timeout(60):
        seen = [await moments.get() for _ in range(5)]
    await clock.stop(grace=1)
    assert seen == [NOW, NOW - timedelta(hours=1), NOW + timedelta(hours=15), NOW, NOW]


class MovedClock(datetime):
    """The machine's clock as APScheduler and the watch see it, put back by an hour."""

    moved = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a datetime
        return datetime.now(tz) + cls.moved


async def test_a_machine_whose_clock_is_put_back_an_hour_goes_on_at_the_same_pace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs: asyncio.Queue[datetime] = asyncio.Queue()

    async def poll(now: datetime) -> None:
        runs.put_nowait(now)

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", MovedClock)
    monkeypatch.setattr("bot.runtime.scheduler.utc_now", lambda: MovedClock.now(UTC))
    monkeypatch.setattr("bot.runtime.scheduler._LOOK", 0.01)
    clock = Scheduler(lambda: NOW)
    clock.every(0.05, "poll", poll)
    clock.start()
    async with asyncio.timeout(60):
        await runs.get()
        monkeypatch.setattr(MovedClock, "moved", timedelta(hours=-1))
        for _ in range(20):
            await runs.get()
    await clock.stop(grace=1)


async def test_a_stop_lets_what_is_running_finish() -> None:
    started, finish = asyncio.Event(), asyncio.Event()
    outcome: list[str] = []

    async def send(_: datetime) -> None:
        started.set()
        await finish.wait()
        outcome.append("recorded")

    clock = Scheduler()
    clock.every(60, "send", send)
    clock.start()
    await started.wait()
    stopping = asyncio.create_task(clock.stop(grace=10))
    await asyncio.sleep(0)
    finish.set()
    await stopping
    assert outcome == ["recorded"]


async def test_a_stop_cancels_what_outlives_its_grace() -> None:
    started = asyncio.Event()
    outcome: list[str] = []

    async def stuck(_: datetime) -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            outcome.append("cancelled")
            raise

    clock = Scheduler()
    clock.every(60, "stuck", stuck)
    clock.start()
    await started.wait()
    async with asyncio.timeout(60):
        await clock.stop(grace=0.01)
    assert outcome == ["cancelled"]


async def test_stopping_a_clock_that_never_ran_does_nothing() -> None:
    await Scheduler().stop(grace=1)


def test_the_machines_clock_is_told_in_aware_utc() -> None:
    assert utc_now().tzinfo is UTC


@pytest.mark.parametrize("report", [None, "done"])
async def test_a_report_without_counts_is_no_error(report: object) -> None:
    async def stage(_: datetime) -> object:
        return report

    assert await run_stage("x", stage, NOW) == report
