"""How near each test stands to a change: the nearer, the more likely the change breaks it."""

import shutil
import subprocess
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import grimp

HERE = Path(__file__).parent.parent
ROOTS = ("bot", "storage", "config", "tests")
FARTHEST = 2
"""Imports between a test and what was changed; nearly everything is three from everything."""


def changed_files() -> list[str]:
    """Return what was changed since the last commit; where nothing was, in that commit."""
    fresh = _git("ls-files", "--others", "--exclude-standard")
    return _git("diff", "--name-only", "HEAD") + fresh or _git("diff", "--name-only", "HEAD~1")


def _git(*words: str) -> list[str]:
    """Return the lines that git says; none without it, and none outside a repository."""
    git = shutil.which("git")
    if git is None:
        return []
    done = subprocess.run([git, *words], cwd=HERE, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def distances(changed: Iterable[str]) -> dict[str, int]:
    """Return the modules of the project that stand near to these files, and how near.

    Args:
        changed: Paths from the root of the repository, with slashes.

    Returns:
        Module -> the imports between it and something changed. The tests of a module's own file
        are as near as the module is.
    """
    graph = grimp.build_graph(*ROOTS, cache_dir=None)
    found = dict.fromkeys(_modules(changed, graph.modules), 0)
    edge: Collection[str] = tuple(found)
    for distance in range(1, FARTHEST + 1):
        met = (graph.find_modules_that_directly_import(module) for module in edge)
        edge = set().union(*met) - found.keys()
        found |= dict.fromkeys(edge, distance)
    return _with_own_tests(found, graph.modules)


def _modules(changed: Iterable[str], known: Collection[str]) -> set[str]:
    """Return the modules that these files are; what is no code stands for the code beside it."""
    found = set[str]()
    for name in changed:
        path = Path(name)
        folders = [".".join(folder.parts) for folder in path.parents]
        if path.suffix == ".py":
            found.add(folders[0] if path.stem == "__init__" else f"{folders[0]}.{path.stem}")
        elif path.parts[0] in ROOTS:
            nearest = next(folder for folder in folders if folder in known)
            found |= {module for module in known if module.rpartition(".")[0] == nearest}
            found.add(nearest)
    return found & set(known)


def _with_own_tests(found: Mapping[str, int], known: Collection[str]) -> dict[str, int]:
    near = dict(found)
    for module, distance in found.items():
        folder, _, name = module.rpartition(".")
        own = f"tests.{folder.removeprefix('bot').removeprefix('.')}.test_{name}".replace("..", ".")
        if own in known:
            near[own] = min(distance, near.get(own, distance))
    return near


def module_of(path: Path) -> str:
    """Return the module that a file of the repository is."""
    return ".".join(path.relative_to(HERE).with_suffix("").parts)
