"""Memory that is free again goes back to the system."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEPT = """
import sys
from pathlib import Path
from bot.runtime.heap import give_back_what_is_free

def anonymous():
    rows = map(str.split, Path("/proc/self/smaps_rollup").read_text().splitlines())
    return next(int(row[1]) for row in rows if row[0] == "Pss_Anon:") * 1024

if sys.argv[1:]:
    give_back_what_is_free()
bytearray(20_000_000)  # after which the library takes such things for small ones
before = anonymous()
bodies, small = [], []
for number in range(200):
    bodies.append(b"x" * 200_000)
    small.append(b"x" * 2_000)  # which stays above the body
del bodies
print(anonymous() - before)
"""


BETWEEN = f"""{KEPT.partition("if sys.argv")[0]}
from bot.runtime.heap import give_back_now

rows = [bytearray(2_000) for _ in range(20_000)]
before = anonymous()
rows[:] = rows[::100]  # what stays lies between all that goes
if sys.argv[1:]:
    give_back_now()
print(before - anonymous())
"""


SEEN_TO = """
import gc
from bot.runtime.heap import leave_alone_what_stays

before = gc.get_threshold()
leave_alone_what_stays()
after = gc.get_threshold()
print(int(gc.get_freeze_count() > 0 and after[:2] == before[:2] and after[2] > before[2]))
"""


def _kept(*arguments: str, program: str = KEPT) -> int:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


@pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="only Linux says what is kept"
)
def test_bodies_that_are_done_with_are_not_kept() -> None:
    assert _kept("give back") < 5_000_000


@pytest.mark.skipif(
    not Path("/proc/self/smaps_rollup").exists(), reason="only Linux says what is kept"
)
def test_free_pages_between_things_in_use_are_given_back_when_asked_for() -> None:
    assert _kept("give back", program=BETWEEN) > 20_000_000


def test_what_stays_is_left_alone_and_what_ends_young_is_freed_as_before() -> None:
    assert _kept(program=SEEN_TO) == 1
