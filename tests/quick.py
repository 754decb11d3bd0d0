"""`--quick`: what a change most likely breaks, in under a minute; `make quick` runs it.

The tests of what was changed come first, then those of what imports it, as far as the minute goes.
Left out are tests that need a homeserver, PostgreSQL or processes of their own, those of the whole
river, and those marked as slow.
"""

import time
from functools import cache
from pathlib import Path

import pytest

from tests.nearness import changed_files, distances, module_of

SERVERS = {"homeserver", "postgres", "postgres_url", "postgresql"}
"""Fixtures that start a server, and the parameter that asks for one."""

LEFT_OUT = (
    "tests/e2e/",
    "tests/torture/",
    "tests/bench/",
    "tests/telegram_api/",
    "tests/homeserver/",
    "tests/demo/",
    "tests/commands/test_languages.py",
    "tests/feeds/parsing/test_pool.py",
    "tests/cli/test_sources.py",
    "tests/storage/test_claims.py",
)


SECONDS = 45
"""After which no further test begins; what is under way and the summary take the rest."""

BEGAN = time.monotonic()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(
        "--quick", action="store_true", help="leave out what needs a server or takes long"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what stands far from the change, where what is quick is asked for."""
    if not config.getoption("--quick") or not collection_path.name.startswith("test_"):
        return None
    return True if near() and module_of(collection_path) not in near() else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not quick, where that is asked for, and put the nearest first."""
    if not config.getoption("--quick"):
        return
    slow = [item for item in items if not is_quick(item)]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if is_quick(item)]
    items.sort(key=lambda item: near().get(module_of(item.path), 0))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave the rest out once most of the minute is over."""
    if item.config.getoption("--quick") and time.monotonic() - BEGAN > SECONDS:
        pytest.skip(f"{SECONDS} seconds are over")


@cache
def near() -> dict[str, int]:
    """What stands near to the change; empty where it is of no code: then nothing is far."""
    return distances(changed_files())


def is_quick(item: pytest.Item) -> bool:
    """Whether a test is one of the quick ones."""
    callspec = getattr(item, "callspec", None)
    asked = set(getattr(item, "fixturenames", ()))
    if callspec is not None:
        asked |= {value for value in callspec.params.values() if isinstance(value, str)}
    elsewhere = item.nodeid.startswith(LEFT_OUT)
    return not (asked & SERVERS) and not elsewhere and item.get_closest_marker("slow") is None
