"""A pool of worker processes for what strangers send: a job in, its answer out, in its time.

A worker that is late, dies or is abandoned half-way is killed and replaced: the job that did it
fails, and nobody else waits for longer than that. A process takes some forty to eighty megabytes,
so there is a second one only while the first is held up, and none where there is nothing to do.
"""

import asyncio
import contextlib
import os
import sys
from datetime import timedelta
from time import monotonic
from types import TracebackType
from typing import Self

from bot.runtime.code_stamp import code_stamp
from config.errors import TcoError

_LONGEST_ANSWER = 64_000_000
"""Bytes of an answer; what is longer is out of all proportion."""

_STARTING = 60.0
"""Seconds in which a worker must be ready."""

_PATIENCE = 5.0
"""Seconds that a job may take until those behind it get another process; most take a tenth."""

_REST = 300.0
"""Seconds without a job after which a process is ended; to start it again takes one or two."""

_LIFE = 1_000
"""Jobs after which a worker is replaced, so that whatever its libraries keep is let go."""


class WorkerError(TcoError):
    """A job that came to nothing.

    Attributes:
        reason: Why, in a few words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class JobRaised(WorkerError):
    """The work itself failed, and would fail again; the worker goes on."""


class WorkerLate(WorkerError):
    """The job was not done in time, and the worker was killed over it."""


class WorkerDied(WorkerError):
    """The worker died over the job."""


class WorkerNotStarted(WorkerError):
    """No process could be started for the job, which is no fault of it."""


class WorkerPool:
    """Does jobs in processes of its own."""

    def __init__(
        self,
        module: str,
        count: int,
        deadline: timedelta,
        *,
        setup: bytes = b"",
        rest: float = _REST,
    ) -> None:
        """Prepare; a process starts when it is first needed.

        Args:
            module: What a process runs; it calls `bot.runtime.worker_process.main`.
            count: Most processes at a time.
            deadline: Wall-clock time for one job.
            setup: What each process is given once, at its start.
            rest: Seconds without a job after which a process is ended.
        """
        self._deadline, self._rest = deadline.total_seconds(), rest
        setup = b"%s\n%s" % (code_stamp(), setup)
        self._all = [_Worker(module, setup) for _ in range(count)]
        self._free = list(self._all)
        self._began: dict[_Worker, float] = {}
        self._line, self._freed = asyncio.Lock(), asyncio.Event()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that run now."""
        return [worker.pid for worker in self._all if worker.pid is not None]

    async def close(self) -> None:
        """End the processes."""
        for worker in self._all:
            await worker.end()

    async def do(self, head: bytes, body: bytes) -> bytes:
        """Have a job done and return the answer.

        Raises:
            WorkerError: It came to nothing.
        """
        worker = await self._take()
        try:
            await _started(worker)
            async with asyncio.timeout(self._deadline):
                return await worker.ask(head, body)
        except (JobRaised, WorkerNotStarted):
            raise
        except TimeoutError as error:
            await worker.end()
            raise WorkerLate(f"not done within {self._deadline:g} seconds") from error
        except (asyncio.IncompleteReadError, OSError, ValueError) as error:
            await worker.end()
            raise WorkerDied("the worker broke down over it") from error
        except BaseException:
            await worker.end()
            raise
        finally:
            self._give_back(worker)

    async def _take(self) -> "_Worker":
        # Who comes first is served first. Were all to wait for whoever is freed, each job that is
        # done would wake them all: with two hundred in line that cost more than the jobs.
        async with self._line:
            await self._one_free()
            return self._best()

    async def _one_free(self) -> None:
        while (wait := self._patience()) is None or wait > 0:
            self._freed.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._freed.wait()

    def _best(self) -> "_Worker":
        # In the order in which they stand, so that a second one comes to rest.
        worker = min(self._free, key=lambda free: (free.pid is None, self._all.index(free)))
        self._free.remove(worker)
        self._began[worker] = monotonic()
        worker.rest_no_more()
        return worker

    def _patience(self) -> float | None:
        """Return for how many seconds to wait for who is at work; None where all of them are."""
        if not self._free:
            return None
        latest = max(self._began.values(), default=None)
        return 0.0 if latest is None else latest + _PATIENCE - monotonic()

    def _give_back(self, worker: "_Worker") -> None:
        del self._began[worker]
        self._free.append(worker)
        self._freed.set()
        worker.rest_in(self._rest)


class _Worker:
    """One process, started when needed."""

    def __init__(self, module: str, setup: bytes) -> None:
        self._module = module
        self._setup = setup
        self._process: asyncio.subprocess.Process | None = None
        self._jobs = 0
        self._resting: asyncio.TimerHandle | None = None
        self._ended: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    async def start(self) -> None:
        if self._process is not None and self._jobs >= _LIFE:
            await self.end()
        if self._process is not None:
            return
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",  # what happens to lie in the folder that somebody started the bot in is not ours
            "-m",
            self._module,
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.DEVNULL,
            env=_environment(),
        )
        self._jobs = 0
        async with asyncio.timeout(_STARTING):
            await self._tell(b"%d\n" % len(self._setup), self._setup)
            if await self._answers.readline() != b"ready\n":
                raise OSError("the worker did not start")

    async def ask(self, head: bytes, body: bytes) -> bytes:
        self._jobs += 1
        await self._tell(b"%d %d\n" % (len(head), len(body)), head, body)
        line = await self._answers.readline()
        length = int(line[1:])
        if length > _LONGEST_ANSWER:
            raise ValueError("an answer out of all proportion")
        answer = await self._answers.readexactly(length)
        if line[:1] == b"-":
            raise JobRaised(answer.decode(errors="replace"))
        return answer

    def rest_in(self, seconds: float) -> None:
        """End the process unless there is a job within so many seconds."""
        self._resting = asyncio.get_running_loop().call_later(seconds, self._begin_to_end)

    def rest_no_more(self) -> None:
        if self._resting is not None:
            self._resting.cancel()

    async def end(self) -> None:
        self.rest_no_more()
        self._begin_to_end()
        if self._ended is not None:
            await self._ended

    def _begin_to_end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            self._ended = asyncio.get_running_loop().create_task(_ended(process))

    async def _tell(self, *parts: bytes) -> None:
        stdin = self._process.stdin if self._process else None
        if stdin is None:
            raise OSError("the worker is not running")
        stdin.writelines(parts)
        await stdin.drain()

    @property
    def _answers(self) -> asyncio.StreamReader:
        if self._process is None or self._process.stdout is None:
            raise OSError("the worker is not running")
        return self._process.stdout


async def _started(worker: _Worker) -> None:
    """Have a worker ready.

    Raises:
        WorkerNotStarted: It is not, and nothing is left of it.
    """
    try:
        await worker.start()
    except (TimeoutError, OSError, ValueError) as error:
        await worker.end()
        raise WorkerNotStarted(
            "no worker process could be started; where the bot's files were replaced, start it anew"
        ) from error


async def _ended(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.communicate()


def _environment() -> dict[str, str]:
    """Return all that a worker sees of the bot's environment: where its code lies."""
    return {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
    }
