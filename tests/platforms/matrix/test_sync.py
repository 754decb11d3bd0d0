"""Which parts of a sync are heard."""

from types import SimpleNamespace
from typing import Any

import pytest
from nio import AsyncClient, EncryptionError, Event, MatrixRoom, MegolmEvent

from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sync import SyncReader, fresh_filter

ROOM, BOT, MEMBER = "!r:localhost", "@bot:localhost", "@member:localhost"


def event(
    number: int,
    kind: str,
    content: dict[str, Any],
    sender: str = MEMBER,
    **more: Any,  # parts of an event
) -> Event:
    source = {
        "type": kind,
        "sender": sender,
        "event_id": f"${number}",
        "origin_server_ts": number,
        "content": content,
        **more,
    }
    return Event.parse_event(source)


def said(number: int, body: str) -> Event:
    return event(number, "m.room.message", {"msgtype": "m.text", "body": body})


def encrypted(number: int) -> Event:
    content = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "x",
        "device_id": "D",
        "sender_key": "k",
        "session_id": "s",
    }
    return event(number, "m.room.encrypted", content)


def sync(*events: Event) -> SimpleNamespace:
    return SimpleNamespace(
        rooms=SimpleNamespace(join={ROOM: SimpleNamespace(timeline=SimpleNamespace(events=events))})
    )


class Client(SimpleNamespace):
    """What the ear uses of a client; the keys that it has can be read."""

    def decrypt_event(self, unread: MegolmEvent) -> Event:
        if unread.event_id not in self.readable:
            raise EncryptionError("no session found")
        return self.readable[unread.event_id]


@pytest.fixture
def client() -> Client:
    room = MatrixRoom(ROOM, BOT)
    for user in (BOT, MEMBER):
        room.add_member(user, None, None)
    return Client(user_id=BOT, rooms={ROOM: room}, readable={})


@pytest.fixture
def ear(client: AsyncClient) -> SyncReader:
    return SyncReader(client, Rooms(client))


def heard(ear: SyncReader, *events: Event) -> list[str]:
    return [each.request.text for each in ear.requests(sync(*events))]


def test_what_is_said_is_heard_in_its_order(ear: SyncReader) -> None:
    assert heard(ear, said(1, "!one"), said(2, "!two")) == ["one", "two"]


def test_what_was_said_before_the_bot_joined_is_not_heard(ear: SyncReader) -> None:
    join = event(2, "m.room.member", {"membership": "join"}, BOT, state_key=BOT)
    assert heard(ear, said(1, "!before"), join, said(3, "!after")) == ["after"]


def test_a_change_of_the_bots_own_name_is_no_new_join(ear: SyncReader) -> None:
    unsigned = {"prev_content": {"membership": "join"}}
    rename = event(
        2,
        "m.room.member",
        {"membership": "join", "displayname": "News"},
        BOT,
        state_key=BOT,
        unsigned=unsigned,
    )
    assert heard(ear, said(1, "!before"), rename, said(3, "!after")) == ["before", "after"]


def test_an_encrypted_message_is_read_when_its_key_comes_later_and_once(
    ear: SyncReader, client: Client
) -> None:
    assert heard(ear, encrypted(1)) == []
    assert heard(ear, said(2, "!clear")) == ["clear"]
    client.readable["$1"] = said(1, "!secret")
    assert heard(ear, said(3, "!next")) == ["secret", "next"]
    assert heard(ear) == []


def test_messages_that_stay_unreadable_are_forgotten_in_the_end(
    ear: SyncReader, client: Client
) -> None:
    assert heard(ear, encrypted(1)) == []
    heard(ear, *(encrypted(number) for number in range(2, 200)))
    client.readable["$1"] = said(1, "!secret")
    assert heard(ear) == []


def test_what_is_said_in_a_room_that_was_left_is_not_heard(ear: SyncReader, client: Client) -> None:
    client.rooms.clear()
    assert heard(ear, said(1, "!one")) == []


def test_no_two_first_syncs_are_asked_in_the_same_words() -> None:
    assert fresh_filter() != fresh_filter()
