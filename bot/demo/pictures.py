"""The pictures of the README, taken from the demonstration.

`python -m bot.demo.pictures FOLDER`, or `make pictures`.

A card, a digest and the settings as a phone shows them (`bot.demo.phone`), the week, and who met
whom.
"""

import asyncio
import io
import sys
from pathlib import Path

from rich.console import Console

from bot.demo.phone import phone
from bot.demo.show import play
from bot.messages.message import Message
from bot.platforms.base import Address, Answer, UserRequest
from bot.platforms.console import HERE, ConsoleMessenger

ASKED = {"settings": "settings", "week": "week picture", "met": "met 2024 picture"}
"""What is asked once the demonstration is over, by what its picture is called."""


class Camera(ConsoleMessenger):
    """A terminal that keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__(Console(file=io.StringIO()))
        self.sent: list[Message] = []
        self.answers: dict[str, Message] = {}

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Keep `message` to be pictured, and print it."""
        self.sent.append(message)
        return await super().send(address, message, key=key)

    async def listen(self, answer: Answer) -> None:
        """Ask what is to be pictured besides, and keep the first answer to each."""
        for name, text in ASKED.items():
            self.answers[name] = (await answer(UserRequest(HERE, "you", text)))[0]


async def take(folder: Path) -> None:
    """Write the pictures into `folder`."""
    camera = Camera()
    await play(Console(file=io.StringIO()), camera, prompt=True)
    card, digest = camera.sent[-2:]
    for name, message in {"card": card, "digest": digest, **camera.answers}.items():
        picture = message.document.content if message.document else phone(message)
        (folder / f"{name}.png").write_bytes(picture)


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
