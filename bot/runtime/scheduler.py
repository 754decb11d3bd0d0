"""The clock: a few short jobs at fixed intervals, each of which asks the database what is due.

APScheduler keeps nothing of its own (memory store): what is due is a column in a table, so a
restart loses nothing. A job is never run beside itself, a late one is run as soon as may be and
only once, and one that raises is logged while the next run goes on.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from config.errors import TcoError

Clock = Callable[[], datetime]
Stage = Callable[[datetime], Awaitable[object]]
"""One stage of the river: does what is due at the moment given (aware UTC) and returns a report, a dataclass of counts."""

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
        _log.error(name, reason=str(error), seconds=round(perf_counter() - started, 3))
        return None
    except Exception:  # noqa: BLE001 - whatever a stage raises, the other stages and its own next run go on
        _log.exception(name, seconds=round(perf_counter() - started, 3))
        return None
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

    Args:
        now: Tells the moment that each run is handed.
    """

    def __init__(self, now: Clock = utc_now) -> None:
        self._now = now
        self._running: set[asyncio.Task[object]] = set()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def every(self, seconds: float, name: str, stage: Stage) -> None:
        """Run `stage` now and then every `seconds`."""
        self._scheduler.add_job(
            self._run,
            "interval",
            seconds=seconds,
            args=(name, stage),
            id=name,
            next_run_time=utc_now(),
        )

    def start(self) -> None:
        """Let the jobs run; needs a running event loop."""
        self._scheduler.start()

    async def stop(self, grace: float) -> None:
        """Start nothing new, wait up to `grace` seconds for what is running, then cancel it."""
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

    async def _run(self, name: str, stage: Stage) -> None:
        task = asyncio.ensure_future(run_stage(name, stage, self._now()))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.shield(task)
