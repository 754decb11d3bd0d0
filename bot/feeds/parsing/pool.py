"""The pool of worker processes, as the polling loop sees it.

A body in, entries or an article out, within a deadline.

A worker that is late, dies or is abandoned half-way is killed and replaced; the source whose bytes
did it gets the blame, and nobody else waits for longer than that.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Mapping
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.messages import FetchResponse
from bot.feeds.parsing.article_page import Page
from bot.feeds.parsing.feed import Parsed
from bot.feeds.parsing.worker import JOB, PAGE, PARSED, Job

_LONGEST_ANSWER = 64_000_000
_STARTING = 60.0
_LIFE = 1_000
"""Jobs after which a worker is replaced, so that whatever its libraries keep is let go."""


class Workers:
    """Parses what was fetched, in processes of its own."""

    def __init__(self, count: int = 2, *, deadline: timedelta = timedelta(seconds=15)) -> None:
        """Prepare; a process starts when it is first needed.

        Args:
            count: Most processes at a time.
            deadline: Wall-clock time for one job.
        """
        self._deadline = deadline.total_seconds()
        self._idle: asyncio.LifoQueue[_Worker] = asyncio.LifoQueue()
        self._all = [_Worker() for _ in range(count)]
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

    async def read(
        self,
        fetched: FetchResponse,
        kind: str,
        *,
        timezone: str | None = None,
        recipe: Mapping[str, Any] | None = None,
    ) -> Parsed:
        """Parse what a source sent.

        Args:
            fetched: The answer.
            kind: "feed", "listing" or "sitemap".
            timezone: The IANA zone of dates that name none.
            recipe: How a listing or sitemap is read, as in sources.toml.

        Raises:
            FeedError: It could not be parsed in time.
        """
        job = Job(
            kind,
            fetched.url,
            dict(fetched.headers),
            len(fetched.body),
            timezone,
            fetched.complete,
            dict(recipe or {}),
        )
        return PARSED.validate_json(await self._do(job, fetched))

    async def page(self, fetched: FetchResponse, *, timezone: str | None = None) -> Page:
        """Read an article's page; dates that name no zone are of `timezone`.

        Raises:
            FeedError: It could not be read in time.
        """
        job = Job("page", fetched.url, dict(fetched.headers), len(fetched.body), timezone)
        return PAGE.validate_json(await self._do(job, fetched))

    async def _do(self, job: Job, fetched: FetchResponse) -> bytes:
        worker = await self._idle.get()
        try:
            await worker.start()
            async with asyncio.timeout(self._deadline):
                return await worker.ask(job, fetched.body)
        except TimeoutError as error:
            await worker.end()
            raise FeedError(
                fetched.url, Cause.MALFORMED, f"not parsed within {self._deadline:g} seconds"
            ) from error
        except (asyncio.IncompleteReadError, OSError, ValueError) as error:
            await worker.end()
            raise FeedError(
                fetched.url, Cause.MALFORMED, "the parser broke down over it"
            ) from error
        except BaseException:
            await worker.end()
            raise
        finally:
            self._idle.put_nowait(worker)


class _Worker:
    """One process, started when needed."""

    def __init__(self) -> None:
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
        environment = {
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
        }
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot.feeds.parsing.worker",
            stdin=pipe,
            stdout=pipe,
            stderr=asyncio.subprocess.DEVNULL,
            env=environment,
        )
        self._jobs = 0
        async with asyncio.timeout(_STARTING):
            if await self._answers.readline() != b"ready\n":
                raise OSError("the worker did not start")

    async def ask(self, job: Job, body: bytes) -> bytes:
        self._jobs += 1
        stdin = self._process.stdin if self._process else None
        if stdin is None:
            raise OSError("the worker is not running")
        stdin.write(JOB.dump_json(job) + b"\n")
        stdin.write(body)
        await stdin.drain()
        length = int(await self._answers.readline())
        if length > _LONGEST_ANSWER:
            raise ValueError("an answer out of all proportion")
        return await self._answers.readexactly(length)

    async def end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()

    @property
    def _answers(self) -> asyncio.StreamReader:
        if self._process is None or self._process.stdout is None:
            raise OSError("the worker is not running")
        return self._process.stdout
