"""How fresh the diary is: how many sources are read, how many fail, and when one last answered."""

import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from datetime import date, datetime

from bot.web.page import Visit
from config.errors import TcoError
from storage import diary, sources
from storage.database import Database
from storage.diary_places import KnownPlaces, known_places

KEPT = 30.0
"""Seconds for which the figures are shown before they are counted anew."""


PLACES_KEPT = 600.0
"""Seconds for which it is known where events are before it is looked up anew."""


class PlacesWithEvents:
    """Where events are, for lists to be narrowed to."""

    def __init__(self, database: Database) -> None:
        """Prepare to tell; `database` knows the events."""
        self._database = database
        self._counted: tuple[float, KnownPlaces] | None = None

    async def known(self) -> KnownPlaces:
        """Return countries and towns, at most `PLACES_KEPT` seconds old."""
        if self._counted is None or time.monotonic() - self._counted[0] > PLACES_KEPT:
            self._counted = time.monotonic(), await self._database.read(known_places)
        return self._counted[1]


REVISION_KEPT = 1.0
"""Seconds for which the diary is taken to be as it was."""


class DiaryRevision:
    """In which state the diary is: what was made from the same state still holds."""

    def __init__(self, database: Database, today: Callable[[], date]) -> None:
        """Prepare to tell.

        Args:
            database: Knows the events.
            today: Tells the day that pages call today.
        """
        self._database = database
        self._today = today
        self._looked_at: float | None = None
        self._last_change: datetime | None = None

    async def known(self) -> Hashable:
        """Return what is another as soon as an event is, or the day, at most a second ago."""
        now = time.monotonic()
        if self._looked_at is None or now - self._looked_at > REVISION_KEPT:
            self._looked_at = now  # who asks meanwhile need not look as well
            with suppress(TcoError):  # the page itself says what is the matter
                self._last_change = await self._database.read(diary.last_change)
        return self._today(), self._last_change


class Freshness:
    """What stands at the foot of every page."""

    def __init__(self, database: Database) -> None:
        """Prepare to tell; `database` knows the sources."""
        self._database = database
        self._counted: tuple[float, sources.SourceHealth] | None = None

    async def counted(self) -> sources.SourceHealth:
        """Return the figures, at most `KEPT` seconds old."""
        if self._counted is None or time.monotonic() - self._counted[0] > KEPT:
            self._counted = time.monotonic(), await self._database.read(sources.health)
        return self._counted[1]

    async def told(self, visit: Visit) -> str:
        """Return the figures as sentences in the visitor's language; none where they are away."""
        try:
            figures = await self.counted()
        except TcoError:  # the page itself says what is the matter
            return ""
        gettext, ngettext = visit.view.translator.gettext, visit.view.translator.ngettext
        sentences = [
            ngettext("{number} source is read.", "{number} sources are read.", figures.enabled)
        ]
        if figures.failing:
            sentences.append(
                ngettext("{number} is failing.", "{number} are failing.", figures.failing)
            )
        if figures.last_ok_at:
            moment = visit.view.moment(figures.last_ok_at)
            sentences.append(
                gettext(
                    "Last read on {moment} ({zone}).", moment=moment, zone=visit.view.zone_name()
                )
            )
        return " ".join(sentences)
