"""A clock that is moved is found out by one that only runs forward."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.runtime.clock_watch import ClockWatch

NOW = datetime(2024, 4, 25, 9, 0, tzinfo=UTC)


class Clocks:
    """A wall clock that can be moved, and a stopwatch that cannot."""

    def __init__(self) -> None:
        self.wall, self.seconds = NOW, 100.0
        self.watch = ClockWatch(lambda: self.wall, lambda: self.seconds)

    def pass_seconds(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=-1)])
def test_a_jump_is_told_once(jump: timedelta) -> None:
    clocks = Clocks()
    clocks.pass_seconds(5)
    assert clocks.watch.jump() == timedelta()
    clocks.pass_seconds(5)
    clocks.wall += jump
    assert clocks.watch.jump() == jump
    clocks.pass_seconds(5)
    assert clocks.watch.jump() == timedelta()


def test_a_machine_that_slept_is_a_jump_ahead() -> None:
    clocks = Clocks()
    clocks.wall += timedelta(minutes=10)  # the stopwatch stands still while the machine sleeps
    assert clocks.watch.jump() == timedelta(minutes=10)


def test_a_busy_machine_and_a_slow_drift_are_no_jump() -> None:
    clocks = Clocks()
    for _ in range(100):
        clocks.pass_seconds(60)
        clocks.wall += timedelta(seconds=1)
        assert clocks.watch.jump() == timedelta()
