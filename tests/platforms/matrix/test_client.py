"""A connection finds the room that a delivery is for, or says why it cannot."""

from types import SimpleNamespace
from typing import cast

import pytest
from nio import AsyncClient, JoinedRoomsResponse, JoinError, JoinResponse, MatrixRoom

from bot.platforms.base import Address, ChatGone, ChatMoved, TryLater
from bot.platforms.matrix.client import Connection

BOT, OLD, NEW = "@bot:localhost", "!old:localhost", "!new:localhost"
HERE = Address("matrix", OLD)


class Client:
    """What a connection asks of a client for a room, with prepared answers."""

    def __init__(self) -> None:
        self.rooms: dict[str, MatrixRoom] = {}
        self.invited_rooms: dict[str, MatrixRoom] = {}
        self.joined = list[str]()
        self.entered = list[str]()
        self.refusal: JoinError | None = None

    async def joined_rooms(self) -> JoinedRoomsResponse:
        return JoinedRoomsResponse(self.joined)

    async def join(self, room_id: str) -> JoinResponse | JoinError:
        self.entered.append(room_id)
        return self.refusal or JoinResponse(room_id)


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
def connection(client: Client) -> Connection:
    return Connection(cast("AsyncClient", client), [])


def upgrade(connection: Connection) -> None:
    connection._rooms._upgrades[OLD] = NEW


async def test_a_room_that_the_bot_is_in_is_found(client: Client, connection: Connection) -> None:
    client.rooms[OLD] = MatrixRoom(OLD, BOT)
    assert (await connection.room(HERE)).room_id == OLD


async def test_a_room_that_the_bot_was_put_out_of_is_gone(connection: Connection) -> None:
    with pytest.raises(ChatGone):
        await connection.room(HERE)


async def test_a_room_just_joined_is_waited_for_until_a_sync_has_told_of_it(
    client: Client, connection: Connection
) -> None:
    client.joined.append(OLD)
    with pytest.raises(TryLater):
        await connection.room(HERE)


async def test_the_bot_follows_a_room_to_the_one_that_replaces_it(
    client: Client, connection: Connection
) -> None:
    upgrade(connection)
    with pytest.raises(ChatMoved) as moved:
        await connection.room(HERE)
    assert moved.value.to == Address("matrix", NEW)
    assert client.entered == [NEW]


async def test_a_new_room_that_the_bot_is_in_is_not_joined_again(
    client: Client, connection: Connection
) -> None:
    upgrade(connection)
    client.rooms[NEW] = MatrixRoom(NEW, BOT)
    with pytest.raises(ChatMoved):
        await connection.room(HERE)
    assert client.entered == []


async def test_a_new_room_that_lets_nobody_in_yet_is_tried_again_later(
    client: Client, connection: Connection
) -> None:
    upgrade(connection)
    client.refusal = JoinError("not invited", "M_FORBIDDEN")
    client.refusal.transport_response = SimpleNamespace(status=403, headers={})
    with pytest.raises(TryLater) as later:
        await connection.room(HERE)
    assert NEW in str(later.value)
