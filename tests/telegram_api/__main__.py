"""The Bot API on loopback as a process of its own, steered over HTTP.

`tests.telegram_api.process` is the other side.

It prints its base URL as its first line and runs until its standard input is closed, so that it
never outlives the test.
"""

import asyncio
import sys
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.telegram_api.faults import Storm
from tests.telegram_api.server import BotApi
from tests.telegram_api.world import Person


class Control:
    """Carries out orders on an API; each is a JSON object that names itself in "do"."""

    def __init__(self) -> None:
        self.api = BotApi(more_routes=[web.post("/control", self.handle)])
        self._people: dict[int, Person] = {}

    async def handle(self, request: web.Request) -> web.Response:
        """Carry out one order."""
        order: dict[str, Any] = await request.json()
        return web.json_response(getattr(self, f"do_{order.pop('do')}")(**order))

    def do_person(self, name: str, language: str | None) -> int:
        """Somebody new, who writes /start; gives their id."""
        person = self.api.person(name, language)
        self._people[person.id] = person
        self.api.says(person, "/start")
        return person.id

    def do_says(self, person: int, text: str, chat: int | None) -> None:
        """Let somebody write."""
        self.api.says(
            self._people[person], text, self.api.world.chats[chat] if chat is not None else None
        )

    def do_presses(self, person: int, chat: int, message: int, label: str) -> None:
        """Let somebody press a button."""
        self.api.presses(self._people[person], self.api.world.posted[chat, message], label)

    def do_blocks(self, person: int) -> None:
        """Let somebody block the bot."""
        self.api.blocks(self._people[person])

    def do_storm(self, seed: int, share: float) -> None:
        """Let a share of the sends and edits go wrong from now on; 0 ends it."""
        self.api.script.storm = Storm(seed, share) if share else None

    def do_messages(self, chat: int) -> list[dict[str, Any]]:
        """What the bot has said in a chat, as it reads now."""
        return [
            message.json
            for (where, _), message in self.api.world.posted.items()
            if where == chat and message.sender == self.api.world.me
        ]

    def do_calls(self, method: str) -> list[dict[str, Any]]:
        """The calls to a method: when, what, and how they ended."""
        return [
            {"at": call.at, "params": call.params, "status": call.status, "fault": call.fault}
            for call in self.api.of(method)
        ]

    def do_complaints(self) -> list[str]:
        """What requests did wrong."""
        return self.api.complaints


async def serve(tell: Callable[[str], object], wait: Callable[[], object]) -> None:
    """Serve, once the base URL is told, until `wait` returns."""
    control = Control()
    async with control.api as api:
        tell(api.url)
        await asyncio.to_thread(wait)


def _print(url: str) -> None:
    sys.stdout.write(f"{url}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(_print, sys.stdin.read))
