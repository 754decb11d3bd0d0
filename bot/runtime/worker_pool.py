"""A pool of worker processes for what strangers send: a job in, its answer out, in its time.

A worker that is late, dies or is abandoned half-way is killed and replaced: the job that did it
fails, and nobody else waits for longer than that.
"""

import asyncio
import contextlib
import os
import sys
from datetime import timedelta
from types import TracebackType
from typing import Self

from config.errors import TcoError

_LONGEST_ANSWER = 64_000_000
"""Bytes of an answer; what is longer is out of all proportion."""

_STARTING = 60.0
"""Seconds in which a worker must be ready."""

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


class WorkerPool:
    """Does jobs in processes of its own."""

    def __init__(self, module: str, count: int, deadline: timedelta, *, setup: bytes = b"") -> None:
        """Prepare; a process starts when it is first needed.

        Args:
            module: What a process runs; it calls `bot.runtime.worker_process.main`.
            count: Most processes at a time.
            deadline: Wall-clock time for one job.
            setup: What each process is given once, at its start.
        """
        self._deadline = deadline.total_seconds()
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all = [_Worker(module, setup) for _ in range(count)]
        for worker in self._all:
            self._idle.put_nowait(worker)

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
        worker = await self._idle.get()
        try:
            await worker.start()
            async with asyncio.timeout(self._deadline):
                return await worker.ask(head, body)
        except JobRaised:
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
            self._idle.put_nowait(worker)


class _Worker:
    """One process, started when needed."""

    def __init__(self, module: str, setup: bytes) -> None:
        self._module = module
        self._setup = setup
        self._process: asyncio.subprocess.Process | None = None
        self._jobs = 0

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

    async def end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()

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


def _environment() -> dict[str, str]:
    """Return all that a worker sees of the bot's environment: where its code lies."""
    return {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
    }
