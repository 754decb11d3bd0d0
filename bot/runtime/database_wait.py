"""Waits at the start for a database server that is away: after a power cut it may come up last."""

import asyncio

import structlog

from storage.database import Database

LOOK_AGAIN = 1.0
"""Seconds between two looks at whether the server answers."""

_log = structlog.get_logger(__name__)


async def wait_for_database(database: Database, seconds: float) -> bool:
    """Wait until the server answers, for `seconds` at most; False when it does not by then.

    Whoever uses the database then says what is wrong with it.
    """
    loop = asyncio.get_running_loop()
    end, told = loop.time() + seconds, False
    while not await asyncio.to_thread(database.answers):
        if loop.time() >= end:
            return False
        if not told:
            _log.warning("waiting for the database", database=database.where, seconds=seconds)
            told = True
        await asyncio.sleep(LOOK_AGAIN)
    return True
