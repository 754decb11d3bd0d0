"""Where the tests are measured (`--cov`), each package has to be covered.

Lines and branches together. What goes once more through what others have gone through runs
unmeasured, for it takes twice as long where each line is noted: tests that are marked as slow, and
those on PostgreSQL that are on SQLite as well and not about storage.

The table of packages stands before the closing line of the run; one below the floor fails it.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

FLOOR = 90.0
"""Per cent of a package's lines and branches that the tests have to reach."""

_FOUND = pytest.StashKey[dict[str, float]]()


def package_of(path: str) -> str:
    """Return the package of a file: `bot/cli` for all below it, the first folder elsewhere."""
    parts = Path(path).parts
    return "/".join(parts[:2]) if parts[0] == "bot" else parts[0]


def by_package(report: dict[str, Any]) -> dict[str, float]:
    """Return how many per cent of each package are covered, from coverage's JSON report."""
    reached, there = defaultdict[str, int](int), defaultdict[str, int](int)
    for path, file in report["files"].items():
        summary, package = file["summary"], package_of(path)
        reached[package] += summary["covered_lines"] + summary["covered_branches"]
        there[package] += summary["num_statements"] + summary["num_branches"]
    return {name: 100 * reached[name] / there[name] for name in sorted(there) if there[name]}


def below(found: dict[str, float]) -> list[str]:
    """Return the packages that are covered too little."""
    return [name for name, share in found.items() if share < FLOOR]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave unmeasured what adds nothing."""
    for item in items:
        if item.get_closest_marker("slow") or is_second_run(item):
            item.add_marker("no_cover")


def is_second_run(item: pytest.Item) -> bool:
    """Whether a test, not of storage, is the one on PostgreSQL of two."""
    callspec = getattr(item, "callspec", None)
    of_storage = item.nodeid.startswith("tests/storage/")
    return callspec is not None and not of_storage and "postgresql" in callspec.params.values()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Look at what was measured, in the process that started the others."""
    config = session.config
    if hasattr(config, "workerinput") or not config.getoption("cov_source", None):
        return
    from coverage import Coverage  # noqa: PLC0415 - only where the tests are measured

    measured = Coverage()
    measured.load()
    path = config.rootpath / ".coverage.json"
    measured.json_report(outfile=str(path))
    config.stash[_FOUND] = by_package(json.loads(path.read_text(encoding="utf-8")))
    path.unlink()
    whole = not config.getoption("keyword") and config.args == config.getini("testpaths")
    if whole and below(config.stash[_FOUND]) and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show how much of each package is covered."""
    found = config.stash.get(_FOUND, {})
    if not found:
        return
    terminalreporter.section("coverage, lines and branches")
    for name, share in found.items():
        terminalreporter.write_line(f"{name:24}{share:6.1f} %", red=share < FLOOR)
    for name in below(found):
        terminalreporter.write_line(f"{name} is covered less than {FLOOR:.0f} %", red=True)
