"""Rooms of new versions on a real homeserver.

Upgraded, followed, and taken over by nobody who remains.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

import pytest
from nio import Api, Event

from bot.messages.message import text_message
from bot.platforms.base import ChatMoved, TryLater
from bot.platforms.matrix.errors import checked
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger
from tests.homeserver.person import Person
from tests.homeserver.server import Homeserver
from tests.platforms.matrix.conftest import Listening, Register
from tests.platforms.matrix.sending import at, send, together


@pytest.fixture
async def guest(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Person]:
    (tmp_path / "guest").mkdir()
    async with Person.at(homeserver, tmp_path / "guest", "guest") as guest:
        yield guest


async def upgrade(person: Person, room: str, version: str) -> str:
    """Let the homeserver upgrade a room, and return the new one."""
    path = f"/_matrix/client/v3/rooms/{quote(room)}/upgrade"
    headers = {"Authorization": f"Bearer {person.client.access_token}"}
    response = await person.client.send(
        "POST", path, Api.to_json({"new_version": version}), headers
    )
    assert response.status == HTTPStatus.OK, await response.text()
    new = str(json.loads(await response.text())["replacement_room"])
    await person.enters(new)
    return new


async def moved(messenger: MatrixMessenger, room: str) -> str:
    """Send until the message is turned away to another room, and return which."""
    async with asyncio.timeout(60):
        while True:
            try:
                await messenger.send(at(room), text_message("ping"), key="ping")
            except ChatMoved as found:
                return found.to.chat
            except TryLater:
                pass
            await asyncio.sleep(0.02)


def _repeats(word: str, event: Event) -> bool:
    return f"you said: {word}" in str(event.source["content"].get("body"))


async def test_who_upgrades_a_room_to_version_12_keeps_the_say_in_it_and_is_followed_on(
    account: Account, person: Person, guest: Person, listening: Listening, register: Register
) -> None:
    async with listening() as messenger:
        old = await together(person, account.user, more={"room_version": "11"})
        await person.invite(old, guest.user_id)
        await guest.enters(old)
        new = await upgrade(person, old, "12")
        for invited in (account.user, guest.user_id):
            await person.invite(new, invited)
        await person.joined(new, account.user)
        await guest.enters(new)
        assert await moved(messenger, old) == new
        for speaker, word in ((person, "one"), (guest, "two")):
            await speaker.say(new, f"!{word}")
            await speaker.hears(new, partial(_repeats, word))  # both hear what the first is told
        said = {request.sender: request.may_change for request in register.requests}
        assert said == {person.user_id: True, guest.user_id: False}
        newest = await upgrade(person, new, "12")
        await person.invite(newest, account.user)
        await person.joined(newest, account.user)
        assert await moved(messenger, new) == newest
        await send(messenger, newest, text_message("hello"), "1")


async def test_a_tombstone_without_words_is_followed(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        old = await together(person, account.user)
        new = await person.room(account.user)
        await person.joined(new, account.user)
        tombstone = {"replacement_room": new}
        checked(await person.client.room_put_state(old, "m.room.tombstone", tombstone))
        assert await moved(messenger, old) == new


async def test_who_remains_when_the_owner_has_left_may_change_nothing(
    account: Account, person: Person, guest: Person, listening: Listening, register: Register
) -> None:
    async with listening():
        room = await together(person, account.user)
        await person.invite(room, guest.user_id)
        await guest.enters(room)
        checked(await person.client.room_leave(room))
        await guest.hears(room, lambda event: event.source["type"] == "m.room.member")
        await guest.say(room, "turksoy")
        await guest.say(room, "!stop")
        await guest.answer(room, account.user)
    (request,) = register.requests
    assert (request.text, request.may_change, request.private) == ("stop", False, False)
