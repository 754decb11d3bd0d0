"""A digest comes once on each chosen local day, in every zone, through every change of the clocks."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.digests.schedule import EVERY_DAY, instant, local_day, next_digest

ZONES = sorted(available_timezones() - {"localtime"})
zones = st.sampled_from(ZONES).map(ZoneInfo)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
instants = st.integers(160_000_000, 2_140_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_it_is_due_at_the_chats_own_time_of_day() -> None:
    assert next_digest(utc(2024, 4, 24), ZoneInfo("Asia/Bishkek"), time(8, 30)) == utc(2024, 4, 24, 2, 30)


def test_once_passed_it_is_due_tomorrow() -> None:
    assert next_digest(utc(2024, 4, 24, 2, 30), ZoneInfo("Asia/Bishkek"), time(8, 30)) == utc(2024, 4, 25, 2, 30)


def test_a_time_that_the_clocks_jump_over_comes_as_much_later() -> None:
    assert next_digest(utc(2024, 3, 30, 12), ZoneInfo("Europe/Berlin"), time(2, 30)) == utc(2024, 3, 31, 1, 30)


def test_a_time_that_comes_twice_counts_once() -> None:
    first = next_digest(utc(2024, 10, 26, 12), ZoneInfo("Europe/Berlin"), time(2, 30))
    assert first == utc(2024, 10, 27, 0, 30)
    assert next_digest(first, ZoneInfo("Europe/Berlin"), time(2, 30)) == utc(2024, 10, 28, 1, 30)


def test_a_day_that_a_zone_leaves_out_has_none() -> None:
    assert instant(date(2011, 12, 30), ZoneInfo("Pacific/Apia"), time(8, 30)) is None


def test_only_chosen_days_count() -> None:
    monday_only = 0b0000001
    assert next_digest(utc(2024, 4, 24), ZoneInfo("UTC"), time(8, 30), monday_only) == utc(2024, 4, 29, 8, 30)


def test_no_days_no_digest() -> None:
    assert next_digest(utc(2024, 4, 24), ZoneInfo("UTC"), time(8, 30), 0) is None


def test_a_later_time_on_a_day_already_served_waits_for_the_next() -> None:
    due = next_digest(utc(2024, 4, 24, 9, 0), ZoneInfo("UTC"), time(18, 0), EVERY_DAY, last=date(2024, 4, 24))
    assert due == utc(2024, 4, 25, 18, 0)


@given(now=instants, zone=zones, at=times, days=st.integers(1, EVERY_DAY))
def test_a_run_of_digests_serves_each_chosen_day_exactly_once(now: datetime, zone: ZoneInfo, at: time, days: int) -> None:
    served, moment = [], now
    for _ in range(20):
        due = next_digest(moment, zone, at, days)
        assert due is not None
        assert due > moment
        served.append(local_day(due, zone))
        moment = due
    span = (served[-1] - served[0]).days + 1
    expected = [day for day in (served[0] + timedelta(n) for n in range(span)) if days >> day.weekday() & 1]
    assert served == [day for day in expected if instant(day, zone, at) is not None]


@given(start=instants, changes=st.lists(st.tuples(zones, times, st.integers(1, EVERY_DAY), st.integers(0, 50)), min_size=1, max_size=12))
def test_no_change_of_settings_gives_two_on_one_day(start: datetime, changes: list[tuple[ZoneInfo, time, int, int]]) -> None:
    now, last, served = start, None, Counter[date]()
    for zone, at, days, hours in changes:
        until = now + timedelta(hours=hours)
        while (due := next_digest(now, zone, at, days, last)) is not None and due <= until:
            now, last = due, local_day(due, zone)
            served[last] += 1
        now = until
    assert all(count == 1 for count in served.values())


@pytest.mark.parametrize("name", [name for name in ZONES if "/" in name and not name.startswith("Etc/")][:: len(ZONES) // 40])
@settings(max_examples=5)
@given(at=times)
def test_every_day_of_three_years_has_one(name: str, at: time) -> None:
    zone, first = ZoneInfo(name), date(2024, 1, 1)
    moment = utc(2023, 12, 30)
    served = Counter[date]()
    while moment < utc(2027, 1, 2):
        due = next_digest(moment, zone, at)
        assert due is not None
        served[local_day(due, zone)] += 1
        moment = due
    assert all(served[first + timedelta(n)] == 1 for n in range(3 * 365 + 1))
