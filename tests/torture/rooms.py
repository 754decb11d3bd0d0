"""Rooms on a homeserver, by its plain HTTP interface: made, joined, and read to the last event."""

from itertools import count
from typing import Any, Self

from aiohttp import ClientSession

from tests.homeserver.server import Homeserver

_numbers = count()


class Hand:
    """Somebody who is logged in. Use it as an async context manager."""

    def __init__(self, homeserver: Homeserver, user: str, password: str) -> None:
        self.user = user
        self.password = password
        self._url = f"{homeserver.url}/_matrix/client/v3"
        self._session: ClientSession
        self._token = ""

    async def __aenter__(self) -> Self:
        self._session = ClientSession()
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": self.user},
            "password": self.password,
        }
        self._token = (await self._call("POST", "/login", login))["access_token"]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def room_with(self, other: "Hand") -> str:
        """Make a room that both are in, and return its id."""
        room: str = (
            await self._call(
                "POST", "/createRoom", {"invite": [other.user], "preset": "private_chat"}
            )
        )["room_id"]
        await other._call("POST", f"/rooms/{room}/join", {})
        return room

    async def say(self, room: str, text: str) -> None:
        """Say something in a room."""
        await self._call(
            "PUT",
            f"/rooms/{room}/send/m.room.message/{next(_numbers)}",
            {"msgtype": "m.text", "body": text},
        )

    async def said(self, room: str, by: str) -> list[str]:
        """Everything that `by` has said in a room, in its order."""
        found: list[str] = []
        start = ""
        while True:
            page = await self._call("GET", f"/rooms/{room}/messages?dir=b&limit=500{start}")
            found += [
                one["content"].get("body", "")
                for one in page["chunk"]
                if one["type"] == "m.room.message" and one["sender"] == by
            ]
            if not page.get("end") or not page["chunk"]:
                return found[::-1]
            start = f"&from={page['end']}"

    async def _call(
        self, method: str, path: str, body: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        async with self._session.request(
            method, self._url + path, json=body, headers=headers
        ) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == 200, answer
            return answer
