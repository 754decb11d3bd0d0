"""Whether a change of an event matters, so that it is told anew.

It does when the first day, the town or the country of an event that still lies ahead was known and
is another now, or when the event is called off or on again. What an aftermath sets right of a day
that is over is a correction and no news.
"""

from datetime import date
from typing import Protocol

from config.places import Places
from config.text import fold


class Facts(Protocol):
    """What is compared of an event at two moments."""

    @property
    def starts_on(self) -> date | None:
        """First day, or None where no article decides it."""

    @property
    def ends_on(self) -> date | None:
        """Last day, or None."""

    @property
    def city(self) -> str | None:
        """The town as an article names it, or None."""

    @property
    def country_code(self) -> str | None:
        """ISO 3166-1 alpha-2, or None."""

    @property
    def cancelled(self) -> bool:
        """Whether the event is called off."""


def matters(was: Facts, became: Facts, today: date, places: Places) -> bool:
    """Whether what an event `was` and what it `became` differ so that it is told anew `today`."""
    last_days = [day for day in (_last_day(was), _last_day(became)) if day]
    if last_days and max(last_days) < today:
        return False
    if was.cancelled != became.cancelled:
        return True
    if became.cancelled:
        return False
    return moved_in_time(was, became) or moved_in_space(was, became, places)


def moved_in_time(was: Facts, became: Facts) -> bool:
    """Whether the first day was known and is another now.

    A last day that becomes known is a detail.
    """
    return bool(was.starts_on and became.starts_on and was.starts_on != became.starts_on)


def moved_in_space(was: Facts, became: Facts, places: Places) -> bool:
    """Whether the town or the country was known and is another now, however articles spell it."""
    countries = {was.country_code, became.country_code} - {None}
    if len(countries) > 1:
        return True
    if not was.city or not became.city:
        return False
    return _town(was.city, places) != _town(became.city, places)


def _last_day(facts: Facts) -> date | None:
    return facts.ends_on or facts.starts_on


def _town(name: str, places: Places) -> str:
    city = places.find_city(name)
    return city.id if city else fold(name)
