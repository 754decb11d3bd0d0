"""When an event begins, as far as its articles say.

A day, and the hour of the place where the proof of the day states it.
"""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.extraction.event.time import hour_of
from bot.language.timezone_lookup import ZoneNames
from storage.event_rows import EventRow


@dataclass(frozen=True, slots=True)
class Beginning:
    """When an event begins, as far as it is known.

    Attributes:
        event: The event; it has a day.
        hour: The hour at the place, or None.
        zone: The place's zone, or None where it is not known.
    """

    event: EventRow
    hour: time | None
    zone: ZoneInfo | None

    def at(self) -> datetime | None:
        """Return the moment, aware, in the place's zone.

        None where the hour or the zone is not known.
        """
        if self.hour is None or self.zone is None or self.event.starts_on is None:
            return None
        return datetime.combine(self.event.starts_on, self.hour, self.zone)


def beginning(event: EventRow, zones: ZoneNames, now: datetime) -> Beginning:
    """Return when an event begins.

    Its hour by the proof of its day, its zone by its town or country.
    """
    hour = hour_of(event.date_proof)
    named = (
        next(
            (
                zone
                for place in (event.city, event.country)
                if place and (zone := zones.find(place, now))
            ),
            None,
        )
        if hour
        else None
    )
    return Beginning(event, hour, ZoneInfo(named) if named else None)
