"""What the tests of the feeds share.

A scriptable site on loopback and a fetcher that may go there, and nowhere else.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.guard import Guard
from bot.feeds.http.messages import FetchLimits, FetchResponse
from bot.feeds.http.rate_limit import HostRateLimiter
from bot.feeds.parsing.findings import Job
from bot.feeds.parsing.pool import Workers
from bot.feeds.parsing.worker import work
from bot.feeds.polling.poller import Poller
from storage.database import Database
from tests.feeds.server import Site, serving

LOOPBACK = ("127.0.0.0/8",)
USER_AGENT = "tco-bot/0.1 (+https://example.org/tco-bot)"


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as running:
        yield running


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(
        Guard(LOOPBACK),
        user_agent=USER_AGENT,
        pace=HostRateLimiter(gap=0),
        limits=FetchLimits(deadline=20, max_bytes=2_000_000),
    ) as opened:
        yield opened


@pytest.fixture
async def hasty_fetcher() -> AsyncIterator[Fetcher]:
    """A fetcher with a deadline so short that a test can wait for it."""
    async with Fetcher(
        Guard(LOOPBACK),
        user_agent=USER_AGENT,
        pace=HostRateLimiter(gap=0),
        limits=FetchLimits(deadline=0.3, max_bytes=2_000_000),
    ) as opened:
        yield opened


class SameProcess(Workers):
    """The same work without the processes, which cost a start for each test.

    They have their own tests.
    """

    async def _do(self, job: Job, fetched: FetchResponse) -> bytes:
        return work(job, fetched.body)


@pytest.fixture
def workers() -> Workers:
    return SameProcess()


@pytest.fixture
async def processes() -> AsyncIterator[Workers]:
    async with Workers(1, deadline=timedelta(seconds=2)) as running:
        yield running


@pytest.fixture
def poller(sqlite: Database, fetcher: Fetcher, workers: Workers) -> Poller:
    return Poller(sqlite, fetcher, workers)
