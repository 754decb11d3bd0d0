"""Starts the Bot API on loopback as a process of its own and steers it.

For tests that kill bots, and for benchmarks.
"""

import asyncio
import sys
from pathlib import Path
from typing import Any, Self

from aiohttp import ClientSession

_ROOT = Path(__file__).parents[2]


class ApiProcess:
    """A Bot API in another process.

    Use it as an async context manager; it ends with this process at the latest.

    Attributes:
        url: For the client's base URL: up to and with "/bot".
    """

    def __init__(self) -> None:
        self.url = ""
        self._process: asyncio.subprocess.Process
        self._session: ClientSession

    async def __aenter__(self) -> Self:
        self.url = await self._start()
        self._session = ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        await self._end()

    async def _start(self) -> str:
        """Start the process and return its base URL."""
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.telegram_api", stdin=pipe, stdout=pipe, cwd=_ROOT
        )
        assert self._process.stdout is not None
        return (await self._process.stdout.readline()).decode().strip()

    async def _end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        await self._process.wait()

    async def person(self, name: str = "Aigul", language: str | None = "en") -> int:
        """Somebody new, who writes /start; returns the id of them and of their private chat."""
        return int(await self._order("person", name=name, language=language))

    async def says(self, person: int, text: str, chat: int | None = None) -> None:
        """Let somebody write, in their private chat unless told where."""
        await self._order("says", person=person, text=text, chat=chat)

    async def presses(self, person: int, chat: int, message: int, label: str) -> None:
        """Let somebody press the button that reads `label`."""
        await self._order("presses", person=person, chat=chat, message=message, label=label)

    async def blocks(self, person: int) -> None:
        """Let somebody block the bot."""
        await self._order("blocks", person=person)

    async def storm(self, seed: int, share: float) -> None:
        """Let a share of the sends and edits go wrong from now on; 0 ends it."""
        await self._order("storm", seed=seed, share=share)

    async def messages(self, chat: int) -> list[dict[str, Any]]:
        """What the bot has said in a chat, as it reads now: `Message` objects."""
        messages: list[dict[str, Any]] = await self._order("messages", chat=chat)
        return messages

    async def calls(self, method: str) -> list[dict[str, Any]]:
        """The calls to a method: `at` (seconds, monotonic), `params`, `status` (None without an
        answer) and `fault`."""
        calls: list[dict[str, Any]] = await self._order("calls", method=method)
        return calls

    async def complaints(self) -> list[str]:
        """What requests did wrong."""
        complaints: list[str] = await self._order("complaints")
        return complaints

    # Whatever the order gives.
    async def _order(self, do: str, **order: object) -> Any:
        async with self._session.post(
            f"{self.url.removesuffix('/bot')}/control", json={"do": do, **order}
        ) as response:
            response.raise_for_status()
            return await response.json()
