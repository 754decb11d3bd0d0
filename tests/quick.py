"""`--quick`: what a change most likely breaks, in under a minute; `make quick` runs it.

Left out are tests that need a homeserver, PostgreSQL or processes of their own, those of the whole
river, and those marked as slow.
"""

import pytest

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


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(
        "--quick", action="store_true", help="leave out what needs a server or takes long"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not quick, where that is asked for."""
    if not config.getoption("--quick"):
        return
    slow = [item for item in items if not is_quick(item)]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if is_quick(item)]


def is_quick(item: pytest.Item) -> bool:
    """Whether a test is one of the quick ones."""
    callspec = getattr(item, "callspec", None)
    asked = set(getattr(item, "fixturenames", ()))
    if callspec is not None:
        asked |= {value for value in callspec.params.values() if isinstance(value, str)}
    elsewhere = item.nodeid.startswith(LEFT_OUT)
    return not (asked & SERVERS) and not elsewhere and item.get_closest_marker("slow") is None
