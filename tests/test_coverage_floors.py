"""Coverage is summed up by package, and a package that is below the floor is told."""

from tests.coverage_floors import below, by_package


def summary(lines: int, statements: int, branches: int, all_branches: int) -> dict[str, object]:
    names = ("covered_lines", "num_statements", "covered_branches", "num_branches")
    return {"summary": dict(zip(names, (lines, statements, branches, all_branches), strict=True))}


def test_a_package_is_the_sum_of_its_files() -> None:
    report = {
        "files": {
            "bot/cli/app.py": summary(90, 90, 8, 10),
            "bot/cli/run.py": summary(0, 10, 0, 0),
            "bot/feeds/http/guard.py": summary(9, 10, 10, 10),
            "storage/sql.py": summary(4, 10, 0, 0),
        }
    }
    found = by_package(report)
    assert found == {"bot/cli": 100 * 98 / 110, "bot/feeds": 95.0, "storage": 40.0}
    assert below(found) == ["bot/cli", "storage"]
