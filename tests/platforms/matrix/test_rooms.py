"""Who may change settings, and which rooms were upgraded."""

from types import SimpleNamespace
from typing import Any

import pytest
from nio import AsyncClient, Event, MatrixRoom

from bot.platforms.matrix.rooms import Rooms, is_private

ROOM, BOT, ADMIN, MEMBER = "!r:localhost", "@bot:localhost", "@admin:localhost", "@member:localhost"


def event(kind: str, content: dict[str, Any], sender: str = ADMIN) -> Event:
    source = {
        "type": kind,
        "state_key": "",
        "sender": sender,
        "event_id": f"${kind}",
        "origin_server_ts": 1,
        "content": content,
    }
    return Event.parse_event(source)


def levels(**users: int) -> Event:
    return event(
        "m.room.power_levels",
        {"users": {f"@{name}:localhost": level for name, level in users.items()}},
    )


@pytest.fixture
def client() -> AsyncClient:
    client = AsyncClient("http://127.0.0.1:1", BOT)
    client.user_id = BOT
    client.rooms[ROOM] = MatrixRoom(ROOM, BOT)
    for user in (BOT, ADMIN, MEMBER):
        client.rooms[ROOM].add_member(user, None, None)
    return client


@pytest.fixture
def rooms(client: AsyncClient) -> Rooms:
    return Rooms(client)


def sync(*events: Event, leave: bool = False, limited: bool = False) -> SimpleNamespace:
    joined = SimpleNamespace(
        state=list(events[:1]), timeline=SimpleNamespace(events=list(events[1:]), limited=limited)
    )
    return SimpleNamespace(
        rooms=SimpleNamespace(
            join={} if leave else {ROOM: joined}, leave={ROOM: None} if leave else {}, invite={}
        )
    )


def test_moderators_may_change_settings_and_members_may_not(rooms: Rooms) -> None:
    rooms.observe(sync(levels(admin=50)))
    assert rooms.may_change(ROOM, ADMIN)
    assert not rooms.may_change(ROOM, MEMBER)


def test_somebody_struck_from_the_list_loses_the_rank(rooms: Rooms) -> None:
    rooms.observe(sync(levels(admin=100, member=50)))
    rooms.observe(sync(levels(admin=100)))
    assert not rooms.may_change(ROOM, MEMBER)


def test_creators_of_newer_rooms_outrank_everybody(rooms: Rooms) -> None:
    create = event("m.room.create", {"room_version": "12", "additional_creators": [MEMBER, 7]})
    rooms.observe(sync(create, levels()))
    assert rooms.may_change(ROOM, ADMIN)
    assert rooms.may_change(ROOM, MEMBER)


def test_creators_of_older_rooms_have_the_rank_that_the_list_gives(rooms: Rooms) -> None:
    rooms.observe(sync(event("m.room.create", {"room_version": "11"}), levels()))
    assert not rooms.may_change(ROOM, ADMIN)


def test_in_a_room_of_two_both_may(client: AsyncClient, rooms: Rooms) -> None:
    client.rooms[ROOM].remove_member(ADMIN)
    assert is_private(client.rooms[ROOM])
    assert rooms.may_change(ROOM, MEMBER)


def test_an_upgrade_counts_only_from_somebody_who_had_the_right(rooms: Rooms) -> None:
    tombstone = {"body": "moved", "replacement_room": "!new:localhost"}
    rooms.observe(sync(levels(admin=100), event("m.room.tombstone", tombstone, MEMBER)))
    assert rooms.upgraded_to(ROOM) is None
    rooms.observe(sync(levels(admin=100), event("m.room.tombstone", tombstone, ADMIN)))
    assert rooms.upgraded_to(ROOM) == "!new:localhost"
    assert rooms.replaces_one_of_ours("!new:localhost")


def test_a_room_that_was_left_is_forgotten(client: AsyncClient, rooms: Rooms) -> None:
    rooms.observe(sync(levels(admin=100)))
    rooms.observe(sync(leave=True))
    assert ROOM not in client.rooms
    assert rooms.level(ROOM, ADMIN) == 0


def test_after_a_gap_the_members_are_asked_for_again(client: AsyncClient, rooms: Rooms) -> None:
    client.rooms[ROOM].members_synced = True
    rooms.observe(sync(levels(admin=100), limited=True))
    assert not client.rooms[ROOM].members_synced
