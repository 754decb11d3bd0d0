"""Backups on a schedule: a new file when the newest is old enough, and the oldest dropped.

When the last one was made stands in the files' names, so a restart neither forgets nor repeats one.
"""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from storage import private_files
from storage.backup import back_up
from storage.database import Database
from storage.locks import LeaderLock, LockState

EVERY = 300.0
"""Seconds between two looks at whether a backup is due."""

_NAME = re.compile(r"tco-bot-(\d{8}-\d{6})\.db")
_FORM = "%Y%m%d-%H%M%S"

_log = structlog.get_logger(__name__)


class BackupKeeper:
    """Makes backups, one process at a time.

    Args:
        database: What is saved.
        folder: Where to; made at need. Other files in it are left alone.
        every: How old the newest backup may become.
        keep: How many are kept.
    """

    def __init__(self, database: Database, folder: Path, every: timedelta, keep: int) -> None:
        self._database = database
        self._folder = folder
        self._every = every
        self._keep = keep
        self._lock = LeaderLock(database.leader_lock("backup"))

    async def back_up_due(self, now: datetime) -> int:
        """Make a backup if one is due at `now`; return how many were made.

        Raises:
            DatabaseError: The database cannot be read, or the file not be written.
        """
        made_at = await asyncio.to_thread(self._made)
        if made_at and now - max(made_at.values()) < self._every:
            return 0
        if await self._lock.held() is LockState.BY_ANOTHER:
            return 0
        path = self._folder / f"tco-bot-{now.astimezone(UTC):{_FORM}}.db"
        await asyncio.to_thread(self._save, path)
        size = await asyncio.to_thread(lambda: path.stat().st_size)
        _log.info("backup made", file=str(path), bytes=size)
        return 1

    def _save(self, path: Path) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        back_up(self._database, path)
        private_files.close_to_others(path)
        made = sorted(self._made().items(), key=lambda item: item[1])
        for old, _ in made[: -self._keep]:
            old.unlink(missing_ok=True)

    def _made(self) -> dict[Path, datetime]:
        """Return the backups that there are, each with when it was made."""
        found: dict[Path, datetime] = {}
        for path in self._folder.glob("tco-bot-*.db"):
            if name := _NAME.fullmatch(path.name):
                found[path] = datetime.strptime(name[1], _FORM).replace(tzinfo=UTC)
        return found
