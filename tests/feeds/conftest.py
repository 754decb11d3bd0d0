"""What the tests of the feeds share: a scriptable site on loopback and a door that may go there, and nowhere else."""

from collections.abc import AsyncIterator

import pytest

from bot.feeds.guard import Guard
from bot.feeds.http import Door, Limits
from bot.feeds.pace import Pace
from bot.feeds.polling import Poller
from bot.feeds.workers import Workers
from storage.database import Database
from tests.feeds.server import Site, serving

LOOPBACK = ("127.0.0.0/8",)
USER_AGENT = "tco-bot/0.1 (+https://example.org/tco-bot)"


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as running:
        yield running


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async with Door(Guard(LOOPBACK), user_agent=USER_AGENT, pace=Pace(gap=0), limits=Limits(deadline=20, max_bytes=200_000)) as opened:
        yield opened


@pytest.fixture
async def hasty_door() -> AsyncIterator[Door]:
    """A door with a deadline so short that a test can wait for it."""
    async with Door(Guard(LOOPBACK), user_agent=USER_AGENT, pace=Pace(gap=0), limits=Limits(deadline=0.3, max_bytes=200_000)) as opened:
        yield opened


@pytest.fixture
async def workers() -> AsyncIterator[Workers]:
    async with Workers(1) as running:
        yield running


@pytest.fixture
def poller(sqlite: Database, door: Door, workers: Workers) -> Poller:
    return Poller(sqlite, door, workers)
