"""The clock: a few short stages at fixed intervals, each of which asks the database what is due.

Nothing is kept here: what is due is a column in a table, so a restart loses nothing. A stage is
never run beside itself, and one that raises is logged while the next run goes on.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

import structlog

from config.errors import TcoError

Clock = Callable[[], datetime]
Stage = Callable[[datetime], Awaitable[object]]
"""One stage of the river: does what is due at a moment (aware UTC) and returns counts."""

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
    except Exception:  # noqa: BLE001 - the other stages and its own next run go on
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

    The pace is kept by the event loop's clock, which only runs forward: whatever becomes of the
    wall clock, each stage goes on at its interval and is told what that clock says.

    Args:
        now: Tells the moment that each run is handed.
    """

    def __init__(self, now: Clock = utc_now) -> None:
        self._now = now
        self._stages: list[tuple[float, str, Stage]] = []
        self._keepers: list[asyncio.Task[None]] = []
        self._running: set[asyncio.Task[object]] = set()

    def every(self, seconds: float, name: str, stage: Stage) -> None:
        """Run `stage` at the start and then every `seconds`."""
        self._stages.append((seconds, name, stage))

    def start(self) -> None:
        """Let the stages run; needs a running event loop."""
        self._keepers = [
            asyncio.create_task(self._keep(*entry), name=entry[1]) for entry in self._stages
        ]

    async def stop(self, grace: float) -> None:
        """Start nothing new, wait up to `grace` seconds for what is running, then cancel it."""
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        if self._running:
            await asyncio.wait(set(self._running), timeout=grace)
        late = set(self._running)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _keep(self, seconds: float, name: str, stage: Stage) -> None:
        """Run a stage at each multiple of its interval, but for those that a long run lets pass."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        while True:
            await self._run(name, stage)
            passed = (loop.time() - began) // seconds
            await asyncio.sleep(began + (passed + 1) * seconds - loop.time())

    async def _run(self, name: str, stage: Stage) -> None:
        task = asyncio.ensure_future(run_stage(name, stage, self._now()))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.shield(task)  # a stop ends the keeper, and lets what runs finish
