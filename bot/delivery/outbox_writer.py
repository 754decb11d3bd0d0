"""Marks and records in the outbox, written in groups.

Many chats that are sent to at the same time share a transaction.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from bot.runtime.write_batcher import WriteBatcher
from storage.database import Database

Work = Callable[[Connection], Any]
"""What is to be done in a transaction that others share; it must only use its connection."""

OutboxWriter = WriteBatcher[Work, Any]


async def write_together(database: Database, works: list[Work]) -> list[Any]:
    """Do `works` in one bare transaction and return what each returns.

    Raises:
        DatabaseError: The transaction was not kept, or nobody knows whether it was.
    """

    def together(connection: Connection) -> list[Any]:
        return [work(connection) for work in works]

    return await database.run_bare(together)
