"""What sources sent, parsed in worker processes: a body in, entries or an article out.

A hostile page costs its own source alone, which gets the blame.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.messages import FetchResponse
from bot.feeds.parsing.findings import JOB, PAGE, PARSED, Job, Page, Parsed
from bot.feeds.parsing.related_lines import RelatedLines
from bot.runtime.worker_pool import WorkerError, WorkerLate, WorkerNotStarted, WorkerPool


class Workers:
    """Parses what was fetched, in processes of its own."""

    def __init__(
        self,
        count: int = 2,
        *,
        deadline: timedelta = timedelta(seconds=15),
        related: Iterable[str] = (),
    ) -> None:
        """Prepare; a process starts when it is first needed.

        Args:
            count: Most processes at a time.
            deadline: Wall-clock time for one job.
            related: Words that open lines which lead to other articles, in all languages.
        """
        self._related = RelatedLines(related)
        self._pool = WorkerPool("bot.feeds.parsing.worker", count, deadline)
        self._deadline = deadline.total_seconds()

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
        return self._pool.pids

    async def close(self) -> None:
        """End the processes."""
        await self._pool.close()

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
            WorkerNotStarted: There is no process to parse it, which is not its fault.
        """
        job = Job(
            kind,
            fetched.url,
            dict(fetched.headers),
            timezone,
            fetched.complete,
            dict(recipe or {}),
        )
        return PARSED.unpack(await self._do(job, fetched))

    async def page(self, fetched: FetchResponse, *, timezone: str | None = None) -> Page:
        """Read an article's page; dates that name no zone are of `timezone`.

        Raises:
            FeedError: It could not be read in time.
            WorkerNotStarted: There is no process to read it, which is not its fault.
        """
        job = Job("page", fetched.url, dict(fetched.headers), timezone)
        page = PAGE.unpack(await self._do(job, fetched))
        return replace(page, text=self._related.cut_from(page.text))

    async def _do(self, job: Job, fetched: FetchResponse) -> bytes:
        try:
            return await self._pool.do(JOB.pack(job), fetched.body)
        except WorkerLate as error:
            detail = f"not parsed within {self._deadline:g} seconds"
            raise FeedError(fetched.url, Cause.MALFORMED, detail) from error
        except WorkerNotStarted:
            raise  # which is no source's fault
        except WorkerError as error:
            raise FeedError(
                fetched.url, Cause.MALFORMED, "the parser broke down over it"
            ) from error
