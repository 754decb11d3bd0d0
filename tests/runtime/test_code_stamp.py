"""Two processes can tell whether they run the same code."""

from pathlib import Path

import pytest

from bot.runtime import code_stamp


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("bot/app.py", "config/languages/en.toml", "bot/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("as it was")
    monkeypatch.setattr(code_stamp, "_ROOT", tmp_path)
    return tmp_path


def stamp() -> bytes:
    """Return the stamp of a process that starts now."""
    return code_stamp.code_stamp.__wrapped__()


def test_the_same_files_have_the_same_stamp(tree: Path) -> None:
    assert stamp() == stamp()
    (tree / "bot" / "notes.txt").write_text("of no matter to the code")
    before = stamp()
    (tree / "data").mkdir()
    assert stamp() == before


@pytest.mark.parametrize("name", ["bot/app.py", "config/languages/en.toml", "bot/new.py"])
def test_a_file_that_is_replaced_or_added_changes_it(tree: Path, name: str) -> None:
    before = stamp()
    (tree / name).write_text("as it became")
    assert stamp() != before


def test_a_process_keeps_the_stamp_of_its_start(tree: Path) -> None:
    code_stamp.code_stamp.cache_clear()
    before = code_stamp.code_stamp()
    (tree / "bot" / "app.py").write_text("as it became")
    assert code_stamp.code_stamp() == before
    code_stamp.code_stamp.cache_clear()
