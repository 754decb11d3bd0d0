"""Who may change settings, and which rooms were upgraded."""

from types import SimpleNamespace
from typing import Any

import pytest
from nio import AsyncClient, Event, MatrixRoom

from bot.platforms.matrix.rooms import Rooms

ROOM, BOT, ADMIN, MEMBER = "!r:localhost", "@bot:localhost", "@admin:localhost", "@member:localhost"


def event(
    kind: str, content: dict[str, Any], sender: str = ADMIN, state_key: str | None = ""
) -> Event:
    source = {
        "type": kind,
        **({} if state_key is None else {"state_key": state_key}),
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


def test_a_room_of_two_is_private_to_who_has_a_say_in_it(client: AsyncClient, rooms: Rooms) -> None:
    rooms.observe(sync(levels(admin=100)))
    client.rooms[ROOM].remove_member(MEMBER)
    assert rooms.is_private(client.rooms[ROOM], ADMIN)


def test_who_remains_when_all_others_have_left_gains_no_rights(
    client: AsyncClient, rooms: Rooms
) -> None:
    rooms.observe(sync(levels(admin=100)))
    client.rooms[ROOM].remove_member(ADMIN)
    assert not rooms.may_change(ROOM, MEMBER)
    assert not rooms.is_private(client.rooms[ROOM], MEMBER)


def test_a_room_made_by_an_upgrade_to_version_12_has_an_owner(rooms: Rooms) -> None:
    upgraded = {"room_version": "12", "predecessor": {"room_id": "!old:localhost"}}
    rooms.observe(sync(event("m.room.create", upgraded), levels()))
    assert rooms.may_change(ROOM, ADMIN)
    assert not rooms.may_change(ROOM, MEMBER)


def test_levels_written_as_strings_count(rooms: Rooms) -> None:
    create = event("m.room.create", {"room_version": "9", "creator": ADMIN})
    listed = event("m.room.power_levels", {"users": {ADMIN: "100", MEMBER: "0"}})
    rooms.observe(sync(create, listed))
    assert rooms.may_change(ROOM, ADMIN)
    assert not rooms.may_change(ROOM, MEMBER)


def test_in_a_room_without_levels_the_creator_may(rooms: Rooms) -> None:
    rooms.observe(sync(event("m.room.create", {"room_version": "10", "creator": ADMIN})))
    assert rooms.may_change(ROOM, ADMIN)
    assert not rooms.may_change(ROOM, MEMBER)


@pytest.mark.parametrize("kind", ["m.room.power_levels", "m.room.create"])
@pytest.mark.parametrize("state_key", [None, "@member:localhost"])
def test_a_message_that_calls_itself_state_gives_nobody_rights(
    rooms: Rooms, kind: str, state_key: str | None
) -> None:
    forged = {"users": {MEMBER: 100}, "room_version": "12"}
    rooms.observe(sync(levels(admin=100), event(kind, forged, MEMBER, state_key)))
    assert not rooms.may_change(ROOM, MEMBER)


def test_what_was_encrypted_is_no_state_whatever_it_calls_itself(rooms: Rooms) -> None:
    forged = event("m.room.power_levels", {"users": {MEMBER: 100}}, MEMBER)
    forged.decrypted = True
    rooms.observe(sync(levels(admin=100), forged))
    assert not rooms.may_change(ROOM, MEMBER)


def test_a_tombstone_without_words_counts_and_may_come_before_the_levels(
    client: AsyncClient, rooms: Rooms
) -> None:
    del client
    response = sync(event("m.room.tombstone", {"replacement_room": "!of-version-12"}))
    response.rooms.join[ROOM].state += [levels(admin=100)]
    rooms.observe(response)
    assert rooms.upgraded_to(ROOM) == "!of-version-12"


@pytest.mark.parametrize("new", [None, "", 7, "new", {}])
def test_a_tombstone_that_names_no_room_leads_nowhere(rooms: Rooms, new: object) -> None:
    rooms.observe(
        sync(levels(admin=100), event("m.room.tombstone", {"replacement_room": new}, ADMIN))
    )
    assert rooms.upgraded_to(ROOM) is None


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
