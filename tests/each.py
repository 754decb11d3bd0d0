"""One test of many files, where a test for each would take longer than the look at it."""

from collections.abc import Callable, Sequence
from pathlib import Path


def each(files: Sequence[Path]) -> Callable[[Callable[[Path], None]], Callable[[], None]]:
    """Let a check of one file be a test of them all, which names those that fail it."""
    assert files

    def over(check: Callable[[Path], None]) -> Callable[[], None]:
        def test() -> None:
            failing = [f"{path}: {said}" for path in files if (said := _failing(check, path))]
            assert not failing, "\n".join(failing)

        test.__name__ = check.__name__
        return test

    return over


def _failing(check: Callable[[Path], None], path: Path) -> str:
    """Return what the check says of a file, or nothing where it holds."""
    try:
        check(path)
    except AssertionError as error:
        return str(error) or "does not hold"
    return ""
