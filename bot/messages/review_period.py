"""The weeks and months that reviews look back on, as days of a calendar."""

from datetime import date, timedelta

from storage.enums import Period


def first_day(period: Period, day: date) -> date:
    """Return the first day of the week or the month in which `day` lies."""
    return day.replace(day=1) if period is Period.MONTH else day - timedelta(days=day.weekday())


def last_day(period: Period, first: date) -> date:
    """Return the last day of the week or the month that begins on `first`."""
    if period is Period.WEEK:
        return first + timedelta(days=6)
    return first_day(period, first + timedelta(days=31)) - timedelta(days=1)


def previous(period: Period, first: date) -> date:
    """Return the first day of the week or the month before the one that begins on `first`."""
    return first_day(period, first - timedelta(days=1))
