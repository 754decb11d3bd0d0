"""Encrypted rooms on a real homeserver.

Keys that reach everybody, survive restarts and backups, and come before the message.
"""

import json
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError
from nio import AsyncClient, KeysUploadResponse, MegolmEvent, Response, ShareGroupSessionResponse

from bot.messages.message import text_message
from bot.platforms.base import TryLater
from bot.platforms.matrix.errors import checked
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger
from tests.homeserver.person import Person
from tests.platforms.matrix.conftest import Listening, Register
from tests.platforms.matrix.sending import at, log_in_and_leave, send, together


def cut_off(kind: type[Response]) -> Callable[[AsyncClient, Response], Awaitable[None]]:
    """Let the connection break just before an answer of a kind is there."""
    really = AsyncClient.receive_response

    async def receive(client: AsyncClient, response: Response) -> None:
        if isinstance(response, kind):
            raise ClientConnectionError
        await really(client, response)

    return receive


async def test_an_encrypted_room_works_both_ways_and_a_retry_is_the_same_event(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user, encrypted=True)
        await person.say(room, "!help")
        answer = await person.answer(room, account.user)
        sent = await send(messenger, room, text_message("a card"), "card")
        assert await send(messenger, room, text_message("a card"), "card") == sent
        await messenger.edit(at(room), sent, text_message("a better card"), key="edit")
        card, edit = [await person.answer(room, account.user) for _ in range(2)]
    assert answer.decrypted
    assert answer.body == "you said: help"
    assert (card.event_id, card.body) == (sent, "a card")
    assert edit.source["content"]["m.new_content"]["body"] == "a better card"
    assert [request.text for request in register.requests] == ["help"]


async def test_a_restart_keeps_device_and_keys(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening():
        room = await together(person, account.user, encrypted=True)
        await person.say(room, "!before")
        await person.answer(room, account.user)
    session = json.loads((account.directory / "session.json").read_text())
    async with listening() as messenger:
        await send(messenger, room, text_message("I am back"), "back")
        assert (await person.answer(room, account.user)).body == "I am back"
        await person.say(
            room, "!after"
        )  # encrypted with the key that the bot got before it was restarted
        assert (await person.answer(room, account.user)).body == "you said: after"
    assert json.loads((account.directory / "session.json").read_text()) == session
    assert [request.text for request in register.requests] == ["before", "after"]


async def test_keys_from_a_backup_that_is_older_than_those_of_the_homeserver_do_not_silence_the_bot(
    account: Account, person: Person, listening: Listening, tmp_path: Path
) -> None:
    await log_in_and_leave(account)
    shutil.copytree(account.directory, tmp_path / "backup")
    async with listening():
        room = await together(person, account.user)
    shutil.rmtree(account.directory)
    shutil.copytree(tmp_path / "backup", account.directory)
    async with listening() as messenger:
        for where in (room, await together(person, account.user, encrypted=True)):
            await send(messenger, where, text_message("owed"), f"delivery to {where}")
            assert (await person.answer(where, account.user)).body == "owed"


async def test_keys_whose_upload_was_not_answered_are_those_that_the_bot_comes_back_with(
    account: Account,
    person: Person,
    listening: Listening,
    register: Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(AsyncClient, "receive_response", cut_off(KeysUploadResponse))
        with pytest.raises(ClientConnectionError):
            await MatrixMessenger(account).ready()
    async with listening():
        room = await together(person, account.user, encrypted=True)
        await person.say(room, "!help")
        assert (await person.answer(room, account.user)).body == "you said: help"
    assert [request.text for request in register.requests] == ["help"]


async def test_what_is_said_in_an_encrypted_room_reaches_the_homeserver_unreadable(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user, encrypted=True)
        sent = await send(messenger, room, text_message("between us"), "secret")
    without_keys = AsyncClient(account.homeserver)
    without_keys.access_token = person.client.access_token
    kept = checked(await without_keys.room_get_event(room, sent)).event
    await without_keys.close()
    assert isinstance(kept, MegolmEvent)
    assert "between us" not in json.dumps(kept.source)


async def test_a_room_key_that_did_not_get_through_is_sent_again_before_the_message(
    account: Account, person: Person, listening: Listening, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = ["the network is down once"]
    send_request = AsyncClient._send

    async def unsteady(
        client: AsyncClient, response_class: type, *rest: object, **more: object
    ) -> object:
        if response_class is ShareGroupSessionResponse and client.user_id == account.user and cut:
            raise ClientConnectionError(cut.pop())
        return await send_request(client, response_class, *rest, **more)

    async with listening() as messenger:
        room = await together(person, account.user, encrypted=True)
        await person.say(room, "!help")
        await person.answer(room, account.user)
        monkeypatch.setattr(AsyncClient, "_send", unsteady)
        assert messenger._connection is not None
        messenger._connection._client.invalidate_outbound_session(room)
        with pytest.raises(TryLater, match="did not reach"):
            await messenger.send(at(room), text_message("a card"), key="card")
        await messenger.send(at(room), text_message("a card"), key="card")
        assert (await person.answer(room, account.user)).body == "a card"
    assert not cut
