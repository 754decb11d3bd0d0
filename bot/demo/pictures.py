"""The pictures of the README, taken from the demonstration.

`python -m bot.demo.pictures FOLDER`, or `make pictures`.

A card and a digest as the terminal shows them, exported by Rich as SVG; the same and the settings
as a phone shows them (`bot.demo.phone`); and the picture of the week.
"""

import asyncio
import io
import re
import sys
from pathlib import Path

from rich.console import Console

from bot.demo.phone import phone
from bot.demo.show import play
from bot.messages.message import Message
from bot.platforms.base import Address, Answer, UserRequest
from bot.platforms.console import HERE, WIDTH, ConsoleMessenger

_FONTS = re.compile(r"\s*@font-face\s*\{.*?\}", re.DOTALL)
"""Rich would have the reader's browser fetch fonts from elsewhere."""

ASKED = ("settings", "week picture")
"""What is asked once the demonstration is over."""


class Camera(ConsoleMessenger):
    """A terminal that keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(Console(file=io.StringIO()))
        self.taken: list[Message] = []

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Keep `message` to be pictured, and print it."""
        self.taken.append(message)
        return await super().send(address, message, key=key)

    async def listen(self, answer: Answer) -> None:
        """Ask what is to be pictured besides, and keep the answers."""
        for text in ASKED:
            self.taken += await answer(UserRequest(HERE, "you", text))


async def take(folder: Path) -> None:
    """Write the pictures into `folder`."""
    camera = Camera()
    await play(Console(file=io.StringIO()), camera, prompt=True)
    card, digest, settings, week = camera.taken[-4:]
    for name, message in (("card", card), ("digest", digest), ("settings", settings)):
        (folder / f"phone-{name}.svg").write_text(phone(message), encoding="utf-8")
    if week.document is not None:
        (folder / "week.png").write_bytes(week.document.content)
    for name, message in (("card", card), ("digest", digest)):
        console = Console(
            record=True,
            width=WIDTH,
            file=io.StringIO(),
            force_terminal=True,
            color_system="truecolor",
        )
        await ConsoleMessenger(console).send(HERE, message, key=name)
        svg = console.export_svg(title="tco-bot", unique_id=f"tco-{name}")
        (folder / f"{name}.svg").write_text(_FONTS.sub("", svg), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
