"""The pictures of the README are taken from the demonstration, and fetch nothing from elsewhere."""

import asyncio
from pathlib import Path

from bot.demo.pictures import take

PNG = b"\x89PNG\r\n"


def test_the_pictures_show_what_the_demonstration_sent(tmp_path: Path) -> None:
    asyncio.run(take(tmp_path))
    names = {path.name for path in tmp_path.iterdir()}
    phones = {f"phone-{name}.svg" for name in ("card", "digest", "settings")}
    assert names == {"card.svg", "digest.svg", "week.png"} | phones
    assert (tmp_path / "week.png").read_bytes().startswith(PNG)
    for path in tmp_path.glob("*.svg"):
        picture = path.read_text(encoding="utf-8")
        assert picture.startswith("<svg")
        assert "@font-face" not in picture
        assert "url(http" not in picture
