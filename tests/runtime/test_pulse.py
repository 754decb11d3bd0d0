"""A pulse tells how long ago work was done, whatever the wall clock says."""

from bot.runtime.pulse import Pulse


def test_it_is_as_old_as_its_last_beat() -> None:
    seconds = [10.0]
    pulse = Pulse(lambda: seconds[0])
    assert pulse.age == 0
    seconds[0] = 15.5
    assert pulse.age == 5.5
    pulse.beat()
    assert pulse.age == 0
