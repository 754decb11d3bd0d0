"""The stage that forgets what is no longer needed, a few times a day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import joining_reports, paragraphs, retention
from storage.database import Database

_REPEATED_WITHIN = timedelta(days=90)
"""How long a paragraph is remembered that no article of its outlet held again."""

_WAITS = timedelta(days=30)
"""How long an article that founds no event waits for one; announcements come a month ahead."""

EVERY = 6 * 3600.0
"""Seconds between two runs."""


@dataclass(frozen=True, slots=True)
class HousekeepingReport:
    """What was forgotten.

    Attributes:
        deliveries: Finished ones that were deleted.
        texts: Articles whose text was emptied.
        vacuumed: Whether the file was rewritten to give back room.
    """

    deliveries: int = 0
    texts: int = 0
    vacuumed: bool = False


class Housekeeper:
    """Deletes finished deliveries and empties texts without news, once they are old enough.

    Args:
        database: Holds them, and the paragraphs that outlets repeat.
        keep: How long finished deliveries and texts without news are kept.
    """

    def __init__(self, database: Database, keep: timedelta) -> None:
        self._database = database
        self._keep = keep

    async def tidy(self, now: datetime) -> HousekeepingReport:
        """Forget what is too old at `now`, a little at a time, so that nobody waits for it."""
        before, deleted, after = now - self._keep, 0, 0
        while True:
            following, count = await self._database.run(
                retention.forget_deliveries, before, after=after
            )
            deleted += count
            if following is None:
                break
            after = following
        texts = await self._database.run(retention.forget_texts, before)
        await self._database.run(paragraphs.forget, now - min(self._keep, _REPEATED_WITHIN))
        await self._database.run(joining_reports.forget_before, now - min(self._keep, _WAITS))
        vacuumed = await self._database.keep_in_shape()
        return HousekeepingReport(deleted, texts, vacuumed)
