"""Whether a change of an event matters, so that it is told anew.

It does when the first day, the town or the country of an event that still lies ahead was known and
is another now, or when the event is called off or on again. What an aftermath sets right of a day
that is over is a correction and no news.
"""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from bot.extraction.facts import Tense
from bot.merging.report import Report
from config.places import Places
from config.text import fold

VOICES = 2
"""Outlets that must agree on a change of which no article speaks as one."""


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


def is_told(was: Facts, became: Facts, places: Places, reports: Sequence[Report]) -> bool:
    """Whether an event's `reports` tell the change from what it `was` to what it `became`.

    An article claims it, or two outlets agree on it. That other articles are counted to the event
    than before is no news: what it was must still be said by one of them.
    """
    if was.cancelled != became.cancelled:
        return any(report.reading.cancel_proof for report in reports)
    if moved_in_time(was, became) and _days_are_told(was, became, reports):
        return True
    return moved_in_space(was, became, places) and _place_is_told(was, became, places, reports)


def _days_are_told(was: Facts, became: Facts, reports: Sequence[Report]) -> bool:
    """Whether a report claims the move, or two outlets announce another day after the old one.

    Days that overlap are told more or less exactly, and no move; and who looks back on an event
    sets its day right.
    """
    old, new = was.starts_on, became.starts_on
    claims = [report for report in reports if report.reading.move_proof is not None]
    if any(
        claim.event.start == new and claim.reading.moved_from in {None, old} for claim in claims
    ):
        return True
    if _overlap(was, became):
        return False
    before = [report for report in reports if report.event.start == old]
    return _agree(before, [report for report in reports if report.event.start == new])


def _overlap(was: Facts, became: Facts) -> bool:
    if was.starts_on is None or became.starts_on is None:
        return False
    last = was.ends_on or was.starts_on, became.ends_on or became.starts_on
    return was.starts_on <= last[1] and became.starts_on <= last[0]


def _place_is_told(was: Facts, became: Facts, places: Places, reports: Sequence[Report]) -> bool:
    """Whether two outlets agree on the new place after the old one was reported."""

    def named(facts: Facts) -> list[Report]:
        town = _town(facts.city, places) if facts.city else None
        return [
            report
            for report in reports
            if (report.event.city and _town(report.event.city, places) == town)
            or (town is None and report.country_code == facts.country_code)
        ]

    return _agree(named(was), named(became))


def _agree(before: Sequence[Report], after: Sequence[Report]) -> bool:
    """Whether two outlets announce the new thing, both later than all that is said of the old."""
    if not before:
        return False
    last = max(report.published for report in before)
    later = {
        report.outlet
        for report in after
        if report.published > last and report.event.tense == Tense.FUTURE
    }
    return len(later) >= VOICES


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
