"""Waits double after each failure, and end at a limit."""

from datetime import timedelta

from bot.runtime.backoff import Backoff

BACKOFF = Backoff(timedelta(seconds=5), timedelta(minutes=1))


def test_waits_double_up_to_the_limit() -> None:
    assert [BACKOFF.seconds(failures) for failures in range(1, 7)] == [5, 10, 20, 40, 60, 60]


def test_before_any_failure_the_wait_is_the_first() -> None:
    assert BACKOFF.wait(0) == timedelta(seconds=5)


def test_any_number_of_failures_has_a_wait() -> None:
    assert Backoff(timedelta(days=1), timedelta(days=2)).wait(10**9) == timedelta(days=2)
