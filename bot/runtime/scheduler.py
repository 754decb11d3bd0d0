"""The clock: a few short stages at fixed intervals, each of which asks the database what is due.

Nothing is kept here: what is due is a column in a table, so a restart loses nothing. A stage is
never run beside itself, and one that raises is logged while the next run goes on.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.runtime import metrics
from bot.runtime.clock_watch import ClockWatch
from config.errors import TcoError

Clock = Callable[[], datetime]
Stage = Callable[[datetime], Awaitable[object]]
"""One stage of the river: does what is due at a moment (aware UTC) and returns counts."""

_LOOK = 1.0
"""Seconds between two looks at whether the wall clock was moved."""

_log = structlog.get_logger(__name__)


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC.

    The one place where the project looks at the machine's clock.
    """
    return datetime.now(UTC)


async def run_stage(name: str, stage: Stage, now: datetime) -> object | None:
    """Run `stage` once and write its one log line: its counts and how many seconds it took.

    A stage that found nothing to do is logged at DEBUG, one that raised as an error: with its
    sentence where the error has one of ours (a full disk, a database that is away), else with its
    traceback.

    Returns:
        What the stage returned, or None when it raised.
    """
    started = perf_counter()
    try:
        report = await stage(now)
    except TcoError as error:
        metrics.STAGE_RUNS.labels(name, "failed").inc()
        _log.error(name, reason=str(error), seconds=round(perf_counter() - started, 3))
        return None
    except Exception:  # noqa: BLE001 - the other stages and its own next run go on
        metrics.STAGE_RUNS.labels(name, "failed").inc()
        _log.exception(name, seconds=round(perf_counter() - started, 3))
        return None
    metrics.STAGE_RUNS.labels(name, "done").inc()
    counts = _counts(report)
    write = (
        _log.info
        if any(value for value in counts.values() if isinstance(value, int))
        else _log.debug
    )
    write(name, **counts | {"seconds": round(perf_counter() - started, 3)})
    return report


def _counts(report: object) -> dict[str, Any]:
    if is_dataclass(report):
        return {item.name: getattr(report, item.name) for item in fields(report)}
    return {"count": report} if isinstance(report, int) else {}


class Scheduler:
    """Runs stages at their intervals until it is stopped.

    APScheduler waits for its jobs by the wall clock, so one that is put back an hour would hold up
    every stage for an hour. A watch by the clock that only runs forward looks every second whether
    the other was moved, and then times all jobs anew.

    Args:
        now: Tells the moment that each run is handed.
    """

    def __init__(self, now: Clock = utc_now) -> None:
        self._now = now
        self._running: set[asyncio.Task[object]] = set()
        # Kept in memory: what is due is a column. A late job is run as soon as may be, and once.
        once = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=once)
        self._watch: asyncio.Task[None] | None = None

    def every(self, seconds: float, name: str, stage: Stage) -> None:
        """Run `stage` at the start and then every `seconds`."""
        self._scheduler.add_job(
            self._run,
            "interval",
            seconds=seconds,
            args=(name, stage),
            id=name,
            next_run_time=utc_now(),
        )

    def start(self) -> None:
        """Let the stages run; needs a running event loop."""
        self._scheduler.start()
        self._watch = asyncio.create_task(self._keep_pace(), name="clock watch")

    async def stop(self, grace: float) -> None:
        """Start nothing new, wait up to `grace` seconds for what is running, then cancel it."""
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.pause()  # a shutdown would cancel what is running (APScheduler 3.11.3)
        if self._running:
            await asyncio.wait(set(self._running), timeout=grace)
        late = set(self._running)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _keep_pace(self) -> None:
        watch = ClockWatch(utc_now)
        while True:
            await asyncio.sleep(_LOOK)
            if watch.jump():
                self.time_anew()

    def time_anew(self) -> None:
        """Run every stage now and go on at its interval from here."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=utc_now())

    async def _run(self, name: str, stage: Stage) -> None:
        task = asyncio.ensure_future(run_stage(name, stage, self._now()))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        # A stop ends the job, which APScheduler would log with a traceback, and what runs goes on.
        with suppress(asyncio.CancelledError):
            await asyncio.shield(task)
