"""What the tests of the feeds share: a scriptable site on loopback and a door that may go there, and nowhere else."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.feeds.guard import Guard
from bot.feeds.http import Door
from tests.feeds.server import Site, serving

LOOPBACK = ("127.0.0.0/8",)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with serving() as running:
        yield running


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async with Door(Guard(LOOPBACK), deadline=timedelta(seconds=20), max_bytes=200_000) as opened:
        yield opened


@pytest.fixture
async def hasty_door() -> AsyncIterator[Door]:
    """A door with a deadline so short that a test can wait for it."""
    async with Door(Guard(LOOPBACK), deadline=timedelta(seconds=0.3), max_bytes=200_000) as opened:
        yield opened
