"""What is known of the outlet of an article when it is read: its zone, and whom it writes of."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from sqlmodel import Session

from storage import articles, sources

KEPT = timedelta(hours=1)
"""How long what is known of an outlet is kept before it is asked again."""

SINCE = timedelta(days=120)
"""How far back an outlet's articles say whom it writes of."""

EVENTS = 3
"""Of how many of an organisation's events an outlet told, for its abbreviation to mean it there."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is known of an outlet.

    Attributes:
        zone: Where its days begin.
        familiar: Ids of the organisations that it is known to write of.
        asked: When that was looked up.
    """

    zone: tzinfo
    familiar: frozenset[str]
    asked: datetime


class Outlets:
    """Looks outlets up, each at most once in a while."""

    def __init__(self) -> None:
        self._known: dict[int, Outlet] = {}

    def of(self, session: Session, source_id: int, now: datetime) -> Outlet:
        """Return what is known at `now` of the outlet behind a source."""
        known = self._known.get(source_id)
        if known is None or not known.asked <= now < known.asked + KEPT:
            zone = sources.zone_of(session, source_id)
            familiar = articles.told_of(session, source_id, now - SINCE, EVENTS)
            known = Outlet(ZoneInfo(zone) if zone else UTC, familiar, now)
            self._known[source_id] = known
        return known
