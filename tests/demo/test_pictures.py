"""The pictures of the README are taken from the demonstration."""

import asyncio
from pathlib import Path

from bot.demo.pictures import take

PNG = b"\x89PNG\r\n"


def test_the_pictures_show_what_the_demonstration_sent(tmp_path: Path) -> None:
    asyncio.run(take(tmp_path))
    pictures = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert set(pictures) == {"card.png", "digest.png", "settings.png", "week.png", "met.png"}
    assert all(content.startswith(PNG) for content in pictures.values())
    assert len(set(pictures.values())) == len(pictures)
