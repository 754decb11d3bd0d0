"""The pictures of the README, taken from the demonstration: `python -m bot.demo.pictures FOLDER`, or `make pictures`.

Each is what the terminal shows of one delivery, drawn by the project's own renderer and exported by Rich as SVG.
"""

import asyncio
import io
import re
import sys
from pathlib import Path

from rich.console import Console

from bot.chats.console import HERE, WIDTH, ConsoleMessenger
from bot.chats.messenger import Address
from bot.demo.show import play
from bot.message import Message

_FONTS = re.compile(r"\s*@font-face\s*\{.*?\}", re.DOTALL)
"""Rich would have the reader's browser fetch fonts from elsewhere."""


class Camera(ConsoleMessenger):
    """A terminal that keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(Console(file=io.StringIO()))
        self.taken: list[Message] = []

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Keep `message`."""
        self.taken.append(message)
        return await super().send(address, message, key=key)


async def take(folder: Path) -> None:
    """Write the pictures into `folder`."""
    camera = Camera()
    await play(Console(file=io.StringIO()), camera)
    for name, message in zip(("card", "digest"), camera.taken[-2:], strict=True):
        console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
        await ConsoleMessenger(console).send(HERE, message, key=name)
        svg = console.export_svg(title="tco-bot", unique_id=f"tco-{name}")
        (folder / f"{name}.svg").write_text(_FONTS.sub("", svg), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
