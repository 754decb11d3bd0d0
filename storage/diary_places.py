"""Where events are: the countries and towns that lists can be narrowed to."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import Session, col

from storage.models import Event

TOWNS = 60
"""Towns at most: those with most events."""


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Where events are.

    Attributes:
        countries: Codes, those with most events first.
        towns: Ids in the catalogue, those with most events first.
    """

    countries: tuple[str, ...]
    towns: tuple[str, ...]


def known_places(session: Session) -> KnownPlaces:
    """Return where events are; looks at an entry of an index for each event there is."""
    found = list[tuple[str, ...]]()
    for column in (col(Event.country_code), col(Event.city_id)):
        rows = select(column).where(column.is_not(None)).group_by(column)
        ordered = rows.order_by(func.count().desc(), column).limit(TOWNS)
        found.append(tuple(place for place in session.scalars(ordered) if place is not None))
    return KnownPlaces(found[0], found[1])
