"""The code stays legible: short lines, files and functions, and one thought a statement.

A package that is not clean yet is named below with what it still breaks; the lists only shrink.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
GENERATED = ("storage/migrations/versions",)
"""Written once by a tool and never touched again: a migration that has run is not edited."""

MOST_COLUMNS = 100
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
NAMELESS = {"one", "k", "v", "x", "y"}
"""Names of loop variables that say nothing of what they hold."""

COLUMNS, FILES, FUNCTIONS = "columns", "lines of a file", "lines of a function"
COMPREHENSIONS, CONDITIONALS, LOOPS = "comprehensions", "nested conditionals", "loop variables"

LISTS = ("config", "tests")
"""Folders whose lists of words and rows keep to that too, so that a diff shows what changes."""

ADDRESS = 'url = "'
"""What begins a line that cannot be parted."""

NOT_YET: dict[str, frozenset[str]] = {
    COMPREHENSIONS: frozenset({"tests"}),
    LOOPS: frozenset({"tests"}),
}
"""By rule, the packages that still break it."""

Breach = tuple[str, int, str]
"""A rule, a line and what stands there."""


def packages() -> list[str]:
    rooms = sorted(path.parent.name for path in (HERE / "bot").glob("*/__init__.py"))
    return [*(f"bot/{room}" for room in rooms), "bot/app.py", "storage", "config", "tests"]


def files_of(package: str) -> list[Path]:
    path = HERE / package
    found = [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [file for file in found if not file.relative_to(HERE).as_posix().startswith(GENERATED)]


def breaches(text: str) -> Iterator[Breach]:
    """Yield everything in a file's `text` that breaks a rule."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES_OF_A_FILE:
        yield FILES, len(lines), "in all"
    for number, line in enumerate(lines, 1):
        if len(line) > MOST_COLUMNS:
            yield COLUMNS, number, f"{len(line)} columns"
    for node in ast.walk(ast.parse(text)):
        yield from _of_node(node)


def _of_node(node: ast.AST) -> Iterator[Breach]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > MOST_LINES_OF_A_FUNCTION:
            yield FUNCTIONS, node.lineno, f"{node.name}: {length} lines"
    if isinstance(node, ast.IfExp) and _holds(node, ast.IfExp):
        yield CONDITIONALS, node.lineno, "a conditional within a conditional"
    if isinstance(node, ast.stmt):
        loops = sum(_comprehensions(part) for part in _own_parts(node))
        if loops > 1:
            yield COMPREHENSIONS, node.lineno, f"{loops} in one statement"
    if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
        for target in ast.walk(node.target):
            if isinstance(target, ast.Name) and target.id in NAMELESS:
                yield LOOPS, target.lineno, f"«{target.id}»"


def _holds(node: ast.AST, kind: type[ast.AST]) -> bool:
    return any(isinstance(inner, kind) for inner in ast.walk(node) if inner is not node)


def _comprehensions(node: ast.AST) -> int:
    kinds = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
    return sum(isinstance(inner, kinds) for inner in ast.walk(node))


def _own_parts(statement: ast.stmt) -> list[ast.AST]:
    """Return the parts of a statement without the statements that stand inside it."""
    return [part for part in ast.iter_child_nodes(statement) if not _is_body(part)]


def _is_body(part: ast.AST) -> bool:
    return isinstance(part, ast.stmt | ast.excepthandler | ast.match_case)


@pytest.mark.parametrize("package", packages())
def test_a_package_is_legible(package: str) -> None:
    found = [
        f"{file.relative_to(HERE)}:{line}: {rule}: {what}"
        for file in files_of(package)
        for rule, line, what in breaches(file.read_text(encoding="utf-8"))
        if package not in NOT_YET.get(rule, ())
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("folder", LISTS)
def test_a_list_of_words_is_legible(folder: str) -> None:
    too_long = [
        f"{file.relative_to(HERE)}:{number}"
        for file in sorted((HERE / folder).rglob("*.toml"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > MOST_COLUMNS and not line.startswith(ADDRESS)
    ]
    assert not too_long


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (COLUMNS, "a = " + "1" * 100),
        (FILES, "\n" * 401),
        (FUNCTIONS, "def long():\n" + "    pass\n" * 61),
        (COMPREHENSIONS, "a = [b for c in [d for d in e] for b in c]"),
        (CONDITIONALS, "a = 1 if b else 2 if c else 3"),
        (LOOPS, "for one in many:\n    pass"),
    ],
)
def test_what_breaks_a_rule_is_told(rule: str, text: str) -> None:
    assert [told for told, _, _ in breaches(text)] == [rule]


@pytest.mark.parametrize("rule", sorted(NOT_YET))
def test_a_package_that_keeps_a_rule_is_no_longer_let_off(rule: str) -> None:
    clean = [
        package
        for package in NOT_YET[rule]
        if all(
            rule != told
            for file in files_of(package)
            for told, _, _ in breaches(file.read_text("utf-8"))
        )
    ]
    assert not clean


def test_a_statement_is_not_charged_with_those_inside_it() -> None:
    text = "with a:\n    b = [c for c in d]\n    e = [f for f in g]\n"
    assert not list(breaches(text))
