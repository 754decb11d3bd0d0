"""In which order the tests run.

Those that must stay together (one homeserver, one browser) begin first: begun last, they would keep
one worker busy long after the others have ended. Whatever else takes long is dealt out among the
rest, for where all workers wait at once nobody computes.
"""

from collections.abc import Sequence
from typing import TypeVar

import pytest

from tests.quick import is_quick

T = TypeVar("T")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in order."""
    together = [item for item in items if item.get_closest_marker("xdist_group")]
    alone = [item for item in items if not item.get_closest_marker("xdist_group")]
    long = [item for item in alone if not is_quick(item)]
    items[:] = together + dealt(long, [item for item in alone if is_quick(item)])


def dealt(few: Sequence[T], many: Sequence[T]) -> list[T]:
    """Return all of both in their orders, the few at even distances among the many."""
    places = [(number / len(few), 0, thing) for number, thing in enumerate(few)]
    places += [(number / len(many), 1, thing) for number, thing in enumerate(many)]
    return [thing for *_, thing in sorted(places, key=lambda place: place[:2])]
