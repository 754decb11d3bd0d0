"""A digest comes once on each chosen local day, in every zone, through every change of the
clocks."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.local_time import (
    EVERY_DAY,
    instant,
    local_day,
    next_digest,
    next_quiet_turn,
    previous_digest,
    quiet_at,
)

ZONES = sorted(available_timezones() - {"localtime"})
zones = st.sampled_from(ZONES).map(ZoneInfo)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
instants = st.integers(160_000_000, 2_140_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def test_it_is_due_at_the_chats_own_time_of_day() -> None:
    assert next_digest(utc(2024, 4, 24), ZoneInfo("Asia/Bishkek"), time(8, 30)) == utc(
        2024, 4, 24, 2, 30
    )


def test_once_passed_it_is_due_tomorrow() -> None:
    assert next_digest(utc(2024, 4, 24, 2, 30), ZoneInfo("Asia/Bishkek"), time(8, 30)) == utc(
        2024, 4, 25, 2, 30
    )


def test_a_time_that_the_clocks_jump_over_comes_as_much_later() -> None:
    assert next_digest(utc(2024, 3, 30, 12), ZoneInfo("Europe/Berlin"), time(2, 30)) == utc(
        2024, 3, 31, 1, 30
    )


def test_a_time_that_comes_twice_counts_once() -> None:
    first = next_digest(utc(2024, 10, 26, 12), ZoneInfo("Europe/Berlin"), time(2, 30))
    assert first == utc(2024, 10, 27, 0, 30)
    assert next_digest(first, ZoneInfo("Europe/Berlin"), time(2, 30)) == utc(2024, 10, 28, 1, 30)


def test_a_day_that_a_zone_leaves_out_has_none() -> None:
    assert instant(date(2011, 12, 30), ZoneInfo("Pacific/Apia"), time(8, 30)) is None


def test_only_chosen_days_count() -> None:
    monday_only = 0b0000001
    assert next_digest(utc(2024, 4, 24), ZoneInfo("UTC"), time(8, 30), monday_only) == utc(
        2024, 4, 29, 8, 30
    )


@pytest.mark.parametrize(
    ("days", "before"),
    [
        (EVERY_DAY, date(2024, 4, 24)),
        (0b0000001, date(2024, 4, 22)),
        (0b0001000, date(2024, 4, 18)),
        (0, date(2024, 4, 24)),
    ],
)
def test_a_digest_without_a_forerunner_tells_since_the_chosen_day_before(
    days: int, before: date
) -> None:
    assert previous_digest(date(2024, 4, 25), days) == before


def test_no_days_no_digest() -> None:
    assert next_digest(utc(2024, 4, 24), ZoneInfo("UTC"), time(8, 30), 0) is None


def test_a_later_time_on_a_day_already_served_waits_for_the_next() -> None:
    due = next_digest(
        utc(2024, 4, 24, 9, 0), ZoneInfo("UTC"), time(18, 0), EVERY_DAY, last=date(2024, 4, 24)
    )
    assert due == utc(2024, 4, 25, 18, 0)


@given(now=instants, zone=zones, at=times, days=st.integers(1, EVERY_DAY))
def test_a_run_of_digests_serves_each_chosen_day_exactly_once(
    now: datetime, zone: ZoneInfo, at: time, days: int
) -> None:
    served, moment = [], now
    for _ in range(20):
        due = next_digest(moment, zone, at, days)
        assert due is not None
        assert due > moment
        served.append(local_day(due, zone))
        moment = due
    span = (served[-1] - served[0]).days + 1
    expected = [
        day for day in (served[0] + timedelta(n) for n in range(span)) if days >> day.weekday() & 1
    ]
    assert served == [day for day in expected if instant(day, zone, at) is not None]


@given(
    start=instants,
    changes=st.lists(
        st.tuples(zones, times, st.integers(1, EVERY_DAY), st.integers(0, 50)),
        min_size=1,
        max_size=12,
    ),
)
def test_no_change_of_settings_gives_two_on_one_day(
    start: datetime, changes: list[tuple[ZoneInfo, time, int, int]]
) -> None:
    now, last, served = start, None, Counter[date]()
    for zone, at, days, hours in changes:
        until = now + timedelta(hours=hours)
        while (due := next_digest(now, zone, at, days, last)) is not None and due <= until:
            now, last = due, local_day(due, zone)
            served[last] += 1
        now = until
    assert all(count == 1 for count in served.values())


PARTS = 4
"""Tests that share the zones, so that workers can share the work."""

FIRST, LAST = date(2024, 1, 1), date(2026, 12, 31)
YEARS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]


def clocks(name: str) -> tuple[object, ...]:
    """Return the offset that a zone begins with and when, to the second, it changes to which.

    Zones with the same are one clock.
    """
    zone, moment = ZoneInfo(name), utc(FIRST.year, 1, 1) - timedelta(days=5)
    found: list[object] = [moment.astimezone(zone).utcoffset()]
    for _ in range(len(YEARS) + 10):
        following = moment + timedelta(days=1)
        if following.astimezone(zone).utcoffset() != moment.astimezone(zone).utcoffset():
            low, high = moment, following
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                low, high = (
                    (middle, high)
                    if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset()
                    else (low, middle)
                )
            found += [high, high.astimezone(zone).utcoffset()]
        moment = following
    return tuple(found)


@cache
def distinct() -> tuple[str, ...]:
    """Return one zone for each clock that any IANA zone keeps."""
    return tuple(sorted({clocks(name): name for name in reversed(ZONES)}.values()))


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    "at", [time(8, 30), time(2, 30), time(0, 0)], ids=["morning", "hour of the change", "midnight"]
)
def test_in_every_zone_each_chosen_day_of_three_years_has_exactly_one(part: int, at: time) -> None:
    for number, name in enumerate(distinct()[part::PARTS]):
        zone, days = (
            ZoneInfo(name),
            (EVERY_DAY, 0b0011111, 0b0000001, 0b1010100)[(number + at.minute) % 4],
        )
        moment, last, served = utc(2023, 12, 28), None, Counter[date]()
        while (due := next_digest(moment, zone, at, days, last)) is not None and local_day(
            due, zone
        ) <= LAST:
            moment, last = due, local_day(due, zone)
            served[last] += 1
        chosen = [day for day in YEARS if days >> day.weekday() & 1]
        assert [served[day] for day in chosen] == [1] * len(chosen), name
        assert served.total() - sum(served[day] for day in chosen) == sum(
            day < FIRST for day in served
        ), name


Change = tuple[ZoneInfo, time, int]


@settings(max_examples=150)
@given(
    start=st.integers(1_704_067_200, 1_790_000_000).map(
        lambda seconds: datetime.fromtimestamp(seconds, UTC)
    ),
    changes=st.lists(
        st.tuples(st.tuples(zones, times, st.integers(1, EVERY_DAY)), st.integers(1, 400)),
        min_size=1,
        max_size=6,
    ),
)
def test_through_changes_of_settings_no_day_has_two_and_each_chosen_day_between_them_has_one(
    start: datetime, changes: list[tuple[Change, int]]
) -> None:
    now, last, served = start, None, Counter[date]()
    for (zone, at, days), hours in changes:
        until = now + timedelta(hours=hours)
        began = now
        while (due := next_digest(now, zone, at, days, last)) is not None and due <= until:
            now, last = due, local_day(due, zone)
            served[last] += 1
        now = until
        whole = [
            local_day(began, zone) + timedelta(n)
            for n in range(1, (local_day(until, zone) - local_day(began, zone)).days)
        ]
        for day in whole:  # days that lie wholly between two changes
            due = instant(day, zone, at)
            if days >> day.weekday() & 1 and due is not None and began < due <= until:
                assert served[day] == 1, (day, zone.key)
    assert all(count == 1 for count in served.values())


quiet_hours = st.tuples(times, times).filter(lambda pair: pair[0] != pair[1])


@settings(max_examples=200)
@given(now=instants, zone=zones, hours=quiet_hours)
def test_between_two_turns_the_quiet_stays_as_it_is(
    now: datetime, zone: ZoneInfo, hours: tuple[time, time]
) -> None:
    start, end = hours
    turn = next_quiet_turn(now, zone, start, end)
    assert now < turn <= now + timedelta(hours=49)
    bounds = {
        instant(local_day(now, zone) + timedelta(days=step), zone, at)
        for step in (-1, 0, 1, 2)
        for at in hours
    }
    assert turn in bounds
    step = (turn - now) / 7
    jumps = {(now + step * n).astimezone(zone).utcoffset() for n in range(8)}
    if len(jumps) == 1:  # no change of the clocks in between
        assert len({quiet_at(now + step * n, zone, start, end) for n in range(7)}) == 1
        assert quiet_at(turn, zone, start, end) is not quiet_at(
            turn - timedelta(seconds=1), zone, start, end
        )


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        ("21:59", False),
        ("22:00", True),
        ("23:59", True),
        ("00:00", True),
        ("06:59", True),
        ("07:00", False),
        ("12:00", False),
    ],
)
def test_quiet_hours_go_over_midnight(clock: str, quiet: bool) -> None:
    hour, minute = map(int, clock.split(":"))
    assert quiet_at(utc(2024, 4, 25, hour, minute), ZoneInfo("UTC"), time(22), time(7)) is quiet
