"""Checks of sources on the spot.

Each is asked for all that it has, whatever was known of it, and what is learned of its health is
kept.

A check is no poll: it brings no articles, counts towards no giving up, and leaves the validators
alone, so that the next poll sees what it would have seen without it.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic

import structlog

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.options import PollOptions
from bot.feeds.parsing.findings import Parsed
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import read_source, request_for, staleness
from storage import sources
from storage.database import Database
from storage.models import Source

AT_A_TIME = 32
"""Sources checked side by side; each may hold a body in memory while it waits to be parsed."""

_SEVERAL = 3
"""Sources of which not all lose their names at once."""

_NO_WAY = (Cause.DNS, Cause.NETWORK, Cause.TIMEOUT)
_NO_FAILURE = (None, Cause.STALE, Cause.EMPTY)
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one source answered.

    Attributes:
        key: Its key.
        name: Its name.
        seconds: How long it took to fetch and read it.
        status: The HTTP status; None when no answer came.
        items: How many items it holds.
        newest: Date of the newest item that is not of the future, in UTC, or None.
        encoding: What its bytes were read as, or empty.
        cause: What is to be said of it, or None.
        detail: The technical side of `cause`.
    """

    key: str
    name: str
    seconds: float
    status: int | None = None
    items: int = 0
    newest: datetime | None = None
    encoding: str = ""
    cause: Cause | None = None
    detail: str = ""

    @property
    def failing(self) -> bool:
        """Whether it could not be read; one that is merely empty or old may well be read again."""
        return self.cause not in _NO_FAILURE

    @property
    def verdict(self) -> str:
        """Why the source fails, in a sentence; "well" where it does not."""
        return f"{self.cause.sentence} ({self.detail})" if self.cause else "well"


def is_offline(found: Sequence[CheckResult]) -> bool:
    """Whether what fails is not the sources but the way to them: of several, none was reached."""
    return len(found) >= _SEVERAL and all(result.cause in _NO_WAY for result in found)


class SourceChecker:
    """Fetches sources on the spot, and keeps what that says of their health."""

    def __init__(
        self,
        database: Database,
        fetcher: Fetcher,
        workers: Workers,
        options: PollOptions | None = None,
    ) -> None:
        self._database = database
        self._fetcher = fetcher
        self._workers = workers
        self._options = options or PollOptions()

    async def of(
        self,
        rows: Sequence[Source],
        now: datetime,
        done: Callable[[CheckResult], None] | None = None,
    ) -> list[CheckResult]:
        """Check `rows` side by side, store what is learned of each, and return it in their order.

        Where none can be reached, this machine is offline and nothing is learned of anybody.

        Args:
            rows: Sources as they are stored.
            now: The present.
            done: Told of each as soon as it has been checked.
        """
        slots = asyncio.Semaphore(AT_A_TIME)

        async def check(source: Source) -> CheckResult:
            async with slots:
                result = await self._check(source, now)
            if done is not None:
                done(result)
            return result

        results = await asyncio.gather(*(check(source) for source in rows))
        if not is_offline(results):
            for source, result in zip(rows, results, strict=True):
                await self._store(source, result, now)
        return results

    async def _store(self, source: Source, result: CheckResult, now: datetime) -> None:
        cause = result.cause.value if result.cause else None
        detail, newest = result.detail or None, result.newest
        await self._database.run(
            sources.checked,
            source.id,
            now,
            failing=result.failing,
            cause=cause,
            detail=detail,
            newest=newest,
        )

    async def _check(self, source: Source, now: datetime) -> CheckResult:
        start, status = monotonic(), None
        try:
            fetched = await self._fetcher.fetch(
                replace(request_for(source, self._options), etag=None, last_modified=None)
            )
            status = fetched.status
            parsed = await read_source(source, fetched, self._fetcher, self._workers)
        except FeedError as error:
            found = CheckResult(
                source.key,
                source.name,
                0,
                error.status or status,
                cause=error.cause,
                detail=error.detail,
            )
        except Exception as error:  # noqa: BLE001 - logged in full; the others are checked
            _log.exception("check failed unexpectedly", source=source.key)
            found = CheckResult(
                source.key,
                source.name,
                0,
                status,
                cause=Cause.MALFORMED,
                detail=f"unexpected {type(error).__name__}",
            )
        else:
            found = self._judged(source, status, parsed, now)
        return replace(found, seconds=monotonic() - start)

    def _judged(self, source: Source, status: int, parsed: Parsed, now: datetime) -> CheckResult:
        newest = max(
            (
                entry.published
                for entry in parsed.entries
                if entry.published and entry.published <= now
            ),
            default=None,
        )
        cause, detail = parsed.cause, parsed.detail
        if cause is Cause.EMPTY and source.kind == "listing" and source.items_seen:
            cause, detail = (
                Cause.MALFORMED,
                f"the layout changed: {source.items_seen} headlines before, none now",
            )
        elif cause is None and (stale := staleness(newest, self._options, now)):
            cause, detail = Cause.STALE, stale["failure_detail"] or ""
        return CheckResult(
            source.key,
            source.name,
            0,
            status,
            len(parsed.entries),
            newest,
            parsed.encoding,
            cause,
            detail,
        )
