"""Weeks go from Monday to Sunday, months from the 1st to their last day."""

from datetime import date

import pytest

from bot.messages.review_period import first_day, last_day, previous
from storage.enums import Period


@pytest.mark.parametrize(
    ("period", "day", "first", "last", "before"),
    [
        (Period.WEEK, (2024, 4, 25), (2024, 4, 22), (2024, 4, 28), (2024, 4, 15)),
        (Period.WEEK, (2025, 1, 1), (2024, 12, 30), (2025, 1, 5), (2024, 12, 23)),
        (Period.MONTH, (2024, 2, 29), (2024, 2, 1), (2024, 2, 29), (2024, 1, 1)),
        (Period.MONTH, (2024, 1, 31), (2024, 1, 1), (2024, 1, 31), (2023, 12, 1)),
        (Period.MONTH, (2024, 12, 1), (2024, 12, 1), (2024, 12, 31), (2024, 11, 1)),
    ],
)
def test_a_period_has_its_first_and_last_day_and_one_before_it(
    period: Period,
    day: tuple[int, int, int],
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    before: tuple[int, int, int],
) -> None:
    assert first_day(period, date(*day)) == date(*first)
    assert last_day(period, date(*first)) == date(*last)
    assert previous(period, date(*first)) == date(*before)
