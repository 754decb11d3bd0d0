"""Somebody at the other end of Matrix.

A real client, logged in, who invites the bot, speaks to it and reads what it says.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from nio import AsyncClient, AsyncClientConfig, Event, MegolmEvent, RoomEncryptionEvent

from bot.platforms.matrix.errors import checked
from tests.homeserver.server import Homeserver

_SYNC_MILLISECONDS = 10_000
_DEADLINE_SECONDS = 90.0


class Person:
    """A user with one device.

    Attributes:
        user_id: The full user id.
    """

    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.user_id: str = client.user_id
        self._read: dict[str, list[Event]] = {}

    @classmethod
    @asynccontextmanager
    async def at(
        cls, homeserver: Homeserver, store: Path, name: str = "person"
    ) -> AsyncIterator[Self]:
        """Register and log in; the device's keys are kept in `store`, a directory."""
        user_id, password = homeserver.register(name)
        config = AsyncClientConfig(max_limit_exceeded=0, max_timeouts=0, encryption_enabled=True)
        client = AsyncClient(homeserver.url, user_id, store_path=str(store), config=config)
        try:
            checked(await client.login(password))
            checked(await client.keys_upload())
            yield cls(client)
        finally:
            await client.close()
            if client.store is not None:
                client.store.database.close()

    async def room(
        self, *invited: str, encrypted: bool = False, more: dict[str, Any] | None = None
    ) -> str:
        """Create a room and return its id."""
        state = (
            [
                {
                    "type": "m.room.encryption",
                    "state_key": "",
                    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
                }
            ]
            if encrypted
            else []
        )
        room_id = str(
            checked(
                await self.client.room_create(invite=invited, initial_state=state, **(more or {}))
            ).room_id
        )
        await self.enters(room_id)
        return room_id

    async def enters(self, room_id: str) -> None:
        """Join the room, and return when the client knows of it."""
        checked(await self.client.join(room_id))
        while room_id not in self.client.rooms:
            await self.sync()

    async def invite(self, room_id: str, user_id: str) -> None:
        """Invite somebody."""
        checked(await self.client.room_invite(room_id, user_id))

    async def say(self, room_id: str, text: str, *, msgtype: str = "m.text") -> str:
        """Say something and return the event's id."""
        content = {"msgtype": msgtype, "body": text}
        sent = checked(
            await self.client.room_send(
                room_id, "m.room.message", content, ignore_unverified_devices=True
            )
        )
        return str(sent.event_id)

    async def hears(self, room_id: str, wanted: Callable[[Event], bool]) -> Event:
        """Return the next event of the room that is `wanted`, in the order of the room.

        Each event is heard once.
        """
        events = self._read.setdefault(room_id, [])
        async with asyncio.timeout(_DEADLINE_SECONDS):
            while True:
                while events:
                    event = events.pop(0)
                    if wanted(event):
                        return event
                await self.sync()

    async def joined(self, room_id: str, user_id: str) -> None:
        """Return when somebody has joined the room."""
        await self.hears(room_id, lambda event: _membership(event, user_id) == "join")

    async def answer(self, room_id: str, sender: str) -> Event:
        """Return the next message of `sender` in the room."""
        return await self.hears(
            room_id,
            lambda event: event.sender == sender and event.source["type"] == "m.room.message",
        )

    async def sync(self) -> None:
        """Take in what is new, decrypted."""
        response = checked(await self.client.sync(timeout=_SYNC_MILLISECONDS))
        for each in await self.client.send_to_device_messages():
            checked(each)
        if self.client.should_upload_keys:
            checked(await self.client.keys_upload())
        if self.client.should_query_keys:
            checked(await self.client.keys_query())
        for room_id, joined in response.rooms.join.items():
            known = [event for event in joined.state if isinstance(event, RoomEncryptionEvent)]
            unread = [event for event in joined.timeline.events if isinstance(event, MegolmEvent)]
            assert not unread, "a message came without its key"
            self._read.setdefault(room_id, []).extend([*known, *joined.timeline.events])


def _membership(event: Event, user_id: str) -> str | None:
    source = event.source
    return (
        source["content"].get("membership")
        if source["type"] == "m.room.member" and source.get("state_key") == user_id
        else None
    )
