"""What the bot knows of its rooms beyond what matrix-nio keeps.

That is who may change settings, and which rooms were upgraded. All of it is read from raw events
(`bot.platforms.matrix.power_levels` says why). Only state counts: a message that calls itself a
list of levels is a message, and so is what was encrypted. A room upgrade counts only if the sender
of its tombstone had the right to send it.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

from nio import AsyncClient, MatrixRoom, SyncResponse

from bot.platforms.matrix.power_levels import RoomLevels, version_and_creators

MODERATOR = 50
"""The least power level that may change the bot's settings.

What Matrix clients call a moderator.
"""

_CREATE, _LEVELS, _TOMBSTONE = "m.room.create", "m.room.power_levels", "m.room.tombstone"
_ORDER = {_CREATE: 0, _LEVELS: 1}
"""Of state that comes in no order, what says who may do what is taken in first."""


class Rooms:
    """The rooms of one client, as its syncs tell of them."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._levels: dict[str, RoomLevels] = {}
        self._upgrades: dict[str, str] = {}

    def observe(self, response: SyncResponse) -> None:
        """Take in a sync, after the client itself has."""
        for room_id, joined in response.rooms.join.items():
            before = sorted(_state(joined.state), key=lambda event: _ORDER.get(event["type"], 2))
            for event in chain(before, _state(joined.timeline.events)):
                self._observe(room_id, event)
            if joined.timeline.limited and room_id in self._client.rooms:
                self._distrust_members(self._client.rooms[room_id])
        for room_id in response.rooms.leave:
            for known in (self._client.rooms, self._client.invited_rooms, self._levels):
                known.pop(room_id, None)

    def _observe(self, room_id: str, event: dict[str, Any]) -> None:
        levels = self._levels.get(room_id, RoomLevels())
        content, sender = event["content"], event["sender"]
        if event["type"] == _LEVELS:
            self._levels[room_id] = replace(levels, content=content)
        elif event["type"] == _CREATE:
            version, creators = version_and_creators(content, sender)
            self._levels[room_id] = replace(levels, version=version, creators=creators)
        elif event["type"] == _TOMBSTONE:
            new = content.get("replacement_room")
            needed = max(levels.to_send_state(_TOMBSTONE), MODERATOR)
            if isinstance(new, str) and new.startswith("!") and levels.of(sender) >= needed:
                self._upgrades[room_id] = new

    def _distrust_members(self, room: MatrixRoom) -> None:
        """Ask for the members again before encrypting.

        They are loaded lazily, so a gap in the timeline may hide who came and who left.
        """
        room.members_synced = False
        if room.encrypted:
            self._client.invalidate_outbound_session(room.room_id)

    def level(self, room_id: str, user_id: str) -> int:
        """Return the power level of `user_id` in the room."""
        return self._levels.get(room_id, RoomLevels()).of(user_id)

    def may_change(self, room_id: str, user_id: str) -> bool:
        """Whether `user_id` may change the bot's settings in the room."""
        return self.level(room_id, user_id) >= MODERATOR

    def is_private(self, room: MatrixRoom, user_id: str) -> bool:
        """Whether the room is the conversation of the bot with `user_id` alone.

        Being the last to remain in a room of many makes nobody its owner: who has no say in it
        talks to the bot there as in any room.
        """
        return int(room.member_count) == 2 and self.may_change(room.room_id, user_id)

    def upgraded_to(self, room_id: str) -> str | None:
        """Return the room that replaces `room_id`, or None."""
        return self._upgrades.get(room_id)

    def replaces_one_of_ours(self, room_id: str) -> bool:
        """Whether one of the bot's rooms was rightfully upgraded to `room_id`."""
        return room_id in self._upgrades.values()


def _state(events: Iterable[Any]) -> list[dict[str, Any]]:
    """Return the raw events that are state of the whole room and came unencrypted.

    What was decrypted may call itself anything; the homeserver has not judged its right to.
    """
    return [event.source for event in events if not event.decrypted and _is_state(event.source)]


def _is_state(source: dict[str, Any]) -> bool:
    return (
        source.get("state_key") == ""
        and isinstance(source.get("type"), str)
        and isinstance(source.get("sender"), str)
        and isinstance(source.get("content"), dict)
    )
