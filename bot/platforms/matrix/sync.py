"""What a sync holds for the bot: the things said to it.

Nothing that was said before the bot started, or before it joined a room, is ever taken for a
request. An encrypted message whose key comes after it is kept for a while and read when the key is
there.
"""

import secrets
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nio import AsyncClient, EncryptionError, Event, MegolmEvent, RoomMemberEvent, SyncResponse

from bot.platforms.base import UserRequest
from bot.platforms.matrix.incoming import request_of, thread_of
from bot.platforms.matrix.reactions import Reaction, Removal, reaction_of, removal_of
from bot.platforms.matrix.rooms import Rooms

FILTER: dict[str, Any] = {
    "presence": {"types": []},
    "account_data": {"types": []},
    "room": {
        "ephemeral": {"types": []},
        "account_data": {"types": []},
        "state": {"lazy_load_members": True},
        "timeline": {"limit": 100, "lazy_load_members": True},
    },
}
"""What a sync leaves out: typing, receipts, presence and account data mean nothing to a bot."""


def fresh_filter() -> dict[str, Any]:
    """Return `FILTER` in a form never used before, for a first sync.

    Synapse answers a first sync that is asked in the very same words within two minutes from its
    cache. After a quick restart that would be an old one, and what was said and answered since
    would come again as new.
    """
    return {
        **FILTER,
        "room": {**FILTER["room"], "not_rooms": [f"!{secrets.token_hex(8)}:first.sync"]},
    }


_UNREADABLE_KEPT = 100


@dataclass(frozen=True, slots=True)
class RoomRequest:
    """A request, and where its answers belong.

    Attributes:
        event_id: In which it was made.
        request: What was asked for.
        thread: The event with which its thread began, if any.
        about: The message that it was added to as a sign, if any.
    """

    event_id: str
    request: UserRequest
    thread: str | None = None
    about: str | None = None


class SyncReader:
    """Reads syncs for one client.

    Args:
        client: The client, logged in.
        rooms: Its rooms.
    """

    def __init__(self, client: AsyncClient, rooms: Rooms) -> None:
        self._client = client
        self._rooms = rooms
        self._unreadable: deque[tuple[str, Event]] = deque(maxlen=_UNREADABLE_KEPT)

    def requests(self, response: SyncResponse) -> Iterator[RoomRequest]:
        """Yield what the sync asks of the bot, in the order in which it was said."""
        waiting, self._unreadable = self._unreadable, deque(maxlen=_UNREADABLE_KEPT)
        for room_id, event in [*waiting, *self._said(response)]:
            read = self._read(room_id, event)
            room = self._client.rooms.get(room_id)
            request = request_of(read, room, self._rooms) if room is not None else None
            if request is not None:
                yield RoomRequest(event.event_id, request, thread_of(read))

    def reactions(self, response: SyncResponse) -> Iterator[Reaction | Removal]:
        """Yield the signs that others added to messages, and what was taken back."""
        for room_id, event in self._said(response):
            if event.sender == self._client.user_id:
                continue
            if found := reaction_of(room_id, event) or removal_of(room_id, event):
                yield found

    def _said(self, response: SyncResponse) -> Iterator[tuple[str, Event]]:
        for room_id, joined in response.rooms.join.items():
            events = list(joined.timeline.events)
            joins = [place for place, event in enumerate(events) if self._is_own_join(event)]
            yield from ((room_id, event) for event in events[joins[-1] if joins else 0 :])

    def _is_own_join(self, event: Event) -> bool:
        own = isinstance(event, RoomMemberEvent) and event.state_key == self._client.user_id
        return own and event.membership == "join" and event.prev_membership != "join"

    def _read(self, room_id: str, event: Event) -> Event:
        if not isinstance(event, MegolmEvent):
            return event
        try:
            return self._client.decrypt_event(event)
        except EncryptionError:
            self._unreadable.append((room_id, event))
            return event
