"""What the bot knows of its rooms beyond what matrix-nio keeps: who may change settings, and which rooms were upgraded.

matrix-nio (0.26) merges each new m.room.power_levels event into the one before, so that somebody
who lost a rank by being struck from the list would keep it; and it does not know that the creators
of rooms of version 12 and later outrank everybody. Both are put right here. A room upgrade counts
only if the sender of its tombstone had the right to send it.
"""

from itertools import chain

from nio import (
    AsyncClient,
    Event,
    MatrixRoom,
    PowerLevels,
    PowerLevelsEvent,
    RoomCreateEvent,
    RoomUpgradeEvent,
    SyncResponse,
)

MODERATOR = 50
"""The least power level that may change the bot's settings.

What Matrix clients call a moderator.
"""

CREATOR = 2**53
"""The level of a creator in rooms of version 12 and later: above every number that an event may hold."""

_FIRST_VERSION_OF_CREATORS = 12


class Rooms:
    """The rooms of one client, as its syncs tell of them."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._levels: dict[str, PowerLevels] = {}
        self._creators: dict[str, frozenset[str]] = {}
        self._upgrades: dict[str, str] = {}

    def observe(self, response: SyncResponse) -> None:
        """Take in a sync, after the client itself has."""
        for room_id, joined in response.rooms.join.items():
            for event in chain(joined.state, joined.timeline.events):
                self._observe(room_id, event)
            if joined.timeline.limited and room_id in self._client.rooms:
                self._distrust_members(self._client.rooms[room_id])
        for room_id in response.rooms.leave:
            for known in (
                self._client.rooms,
                self._client.invited_rooms,
                self._levels,
                self._creators,
            ):
                known.pop(room_id, None)

    def _observe(self, room_id: str, event: Event) -> None:
        if isinstance(event, PowerLevelsEvent):
            self._levels[room_id] = event.power_levels
        elif isinstance(event, RoomCreateEvent):
            self._creators[room_id] = _creators(event)
        elif isinstance(event, RoomUpgradeEvent) and event.replacement_room:
            needed = self._levels.get(room_id, PowerLevels()).get_state_event_required_level(
                "m.room.tombstone"
            )
            if self.level(room_id, event.sender) >= max(needed, MODERATOR):
                self._upgrades[room_id] = event.replacement_room

    def _distrust_members(self, room: MatrixRoom) -> None:
        """Members are loaded lazily, so a gap in the timeline may hide who came and who left: ask again before encrypting."""
        room.members_synced = False
        if room.encrypted:
            self._client.invalidate_outbound_session(room.room_id)

    def level(self, room_id: str, user_id: str) -> int:
        """Return the power level of `user_id` in the room."""
        if user_id in self._creators.get(room_id, ()):
            return CREATOR
        return int(self._levels.get(room_id, PowerLevels()).get_user_level(user_id))

    def may_change(self, room_id: str, user_id: str) -> bool:
        """Whether `user_id` may change the bot's settings in the room."""
        return self.level(room_id, user_id) >= MODERATOR or is_private(self._client.rooms[room_id])

    def upgraded_to(self, room_id: str) -> str | None:
        """Return the room that replaces `room_id`, or None."""
        return self._upgrades.get(room_id)

    def replaces_one_of_ours(self, room_id: str) -> bool:
        """Whether one of the bot's rooms was rightfully upgraded to `room_id`."""
        return room_id in self._upgrades.values()


def is_private(room: MatrixRoom) -> bool:
    """Whether the room is between the bot and one other alone."""
    return int(room.member_count) == 2


def _creators(event: RoomCreateEvent) -> frozenset[str]:
    """Those who outrank everybody (Matrix specification, "Room version 12").

    None in older versions.
    """
    version = event.room_version
    if not (version.isdecimal() and int(version) >= _FIRST_VERSION_OF_CREATORS):
        return frozenset()
    more = event.source["content"].get("additional_creators", [])
    return frozenset({event.sender, *(user for user in more if isinstance(user, str))})
