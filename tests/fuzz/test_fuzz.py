"""The fuzz in its short form; `make fuzz` is the long one."""

from pathlib import Path

import pytest

from tests.fuzz.run import fuzz


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_escapes(seed: int, tmp_path: Path) -> None:
    assert await fuzz(60, seed, tmp_path) == []
