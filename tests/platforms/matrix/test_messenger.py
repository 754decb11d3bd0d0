"""The messenger on a real homeserver: what people see of the bot."""

import asyncio
import json
from pathlib import Path

import pytest
from nio import AsyncClient, WhoamiError

from bot.messages.message import Message, Span, Style, text_message
from bot.platforms.base import ChatClosed, ChatGone, ChatMoved, Refused, TryLater, UserRequest
from bot.platforms.matrix.errors import checked
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.messenger import MatrixMessenger, transaction_id
from tests.homeserver.person import Person
from tests.homeserver.server import Homeserver
from tests.platforms.matrix.conftest import Listening, Register, listener
from tests.platforms.matrix.sending import at, log_in_and_leave, send, together


async def test_it_joins_when_invited_and_answers_a_command_with_a_formatted_notice(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening():
        room = await together(person, account.user)
        await person.say(room, "!subscribe ots")
        answer = await person.answer(room, account.user)
    content = answer.source["content"]
    assert content["msgtype"] == "m.notice"
    assert content["body"] == "you said: subscribe ots"
    assert content["formatted_body"] == "<p>you said: subscribe ots</p>"
    assert [(each.text, each.private, each.may_change) for each in register.requests] == [
        ("subscribe ots", True, True)
    ]


async def test_an_invitation_from_somebody_who_is_not_allowed_is_declined(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening("@friend:localhost", "@*:example.org"):
        room = await person.room(account.user)
        declined = await person.hears(
            room,
            lambda event: (
                event.source.get("state_key") == account.user and event.membership == "leave"
            ),
        )
    assert declined.sender == account.user


async def test_an_invitation_from_a_server_that_is_allowed_is_accepted(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening("@*:localhost"):
        await together(person, account.user)


async def test_an_invitation_made_while_the_bot_was_away_is_taken_up_without_late_answers(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    room = await person.room(account.user, more={"preset": None})
    await person.say(room, "!subscribe old")
    async with listening():
        await person.joined(room, account.user)
        await person.say(room, "!subscribe new")
        await person.answer(room, account.user)
    assert [request.text for request in register.requests] == ["subscribe new"]


async def test_what_was_said_before_a_restart_is_not_answered_again(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening():
        room = await together(person, account.user)
        await person.say(room, "!one")
        await person.answer(room, account.user)
    await person.say(room, "!two")
    async with listening():
        await person.say(room, "!three")
        await person.answer(room, account.user)
    assert [request.text for request in register.requests] == ["one", "three"]


async def test_in_a_room_of_many_only_moderators_may_change_settings(
    homeserver: Homeserver,
    account: Account,
    person: Person,
    listening: Listening,
    register: Register,
    tmp_path: Path,
) -> None:
    async with listening(), Person.at(homeserver, tmp_path, "member") as member:
        room = await together(person, account.user)
        await person.invite(room, member.user_id)
        await member.enters(room)
        await person.joined(room, member.user_id)
        for one in (person, member):
            await one.say(room, "just talk")
            await one.say(room, "!stop")
            await person.answer(room, account.user)
    assert [(each.sender, each.may_change, each.private) for each in register.requests] == [
        (person.user_id, True, False),
        (member.user_id, False, False),
    ]


async def test_the_same_key_is_the_same_event_even_after_a_restart(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        first = await send(messenger, room, text_message("owed"), "delivery/1")
        again = await send(messenger, room, text_message("owed"), "delivery/1")
        other = await send(messenger, room, text_message("owed"), "delivery/2")
    messenger = MatrixMessenger(account)
    after_restart = await send(messenger, room, text_message("owed"), "delivery/1")
    await messenger.close()
    assert first == again == after_restart
    assert other != first


async def test_the_same_key_is_the_same_event_when_a_long_message_broke_off_between_its_parts(
    account: Account, person: Person, listening: Listening
) -> None:
    long = Message(
        tuple(
            block for number in range(5) for block in text_message(f"{number} " + "ү" * 900).blocks
        )
    )
    async with listening() as messenger:
        room = await together(person, account.user)
        first = await send(
            messenger, room, Message(long.blocks[:1]), "digest/1"
        )  # as if only the first part had gone out
        assert await send(messenger, room, long, "digest/1") == first
        await send(messenger, room, text_message("the end"), "end")
        bodies = []
        while "the end" not in bodies:
            bodies.append((await person.answer(room, account.user)).source["content"]["body"])
    assert len(bodies) > 3  # several parts, and the end
    assert sum(body.startswith("0 ") for body in bodies) == 1


def test_a_transaction_id_is_fit_for_a_url_and_names_delivery_and_part() -> None:
    ids = {transaction_id(key, part) for key in ("a/b?c", "a", "ключ") for part in (0, 1)}
    assert len(ids) == 6
    assert all(each.isalnum() for each in ids)


async def test_an_edit_replaces_the_event_and_keeps_its_id(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        sent = await send(messenger, room, text_message("1 source"), "card")
        kept = await messenger.edit(
            at(room), sent, text_message("2 sources", Span("<b>", Style.BOLD)), key="card/edit"
        )
        await person.answer(room, account.user)
        content = (await person.answer(room, account.user)).source["content"]
    assert kept == sent
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": sent}
    assert content["m.new_content"]["body"] == "2 sources\n<b>"
    assert (
        content["m.new_content"]["formatted_body"]
        == "<p>2 sources<br><strong>&lt;b&gt;</strong></p>"
    )


async def test_an_edit_that_needs_several_events_is_refused(account: Account) -> None:
    with pytest.raises(Refused, match="events"):
        await MatrixMessenger(account).edit(
            at("!r:localhost"), "$e", text_message("x" * 30_000), key="k"
        )


async def test_a_network_that_goes_away_during_the_first_sync_does_not_hold_the_bot_for_ever(
    account: Account, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object, **__: object) -> None:
        await asyncio.Event().wait()

    messenger = MatrixMessenger(account)
    with monkeypatch.context() as patch:
        patch.setattr(AsyncClient, "sync", never)
        patch.setattr("bot.platforms.matrix.client.REQUEST_SECONDS", 0.05)
        with pytest.raises(TimeoutError):
            await messenger.ready()
    room = await person.room(account.user)
    await messenger.ready()
    with pytest.raises(ChatGone):
        await messenger.send(at(room), text_message("not joined yet"), key="1")
    await messenger.close()


async def test_a_homeserver_that_lets_the_bot_in_no_more_says_nothing_about_the_room(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(_: AsyncClient) -> WhoamiError:
        return WhoamiError("no such path", "M_NOT_FOUND")

    await log_in_and_leave(account)
    monkeypatch.setattr(AsyncClient, "whoami", refused)
    with pytest.raises(TryLater) as later:
        await MatrixMessenger(account).send(at("!r:localhost"), text_message("owed"), key="1")
    assert later.value.everywhere


async def test_a_room_that_the_bot_was_kicked_from_is_gone_and_well_again_when_it_is_invited_back(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        checked(await person.client.room_kick(room, account.user, "enough"))
        with pytest.raises(ChatGone):
            await send(messenger, room, text_message("hello"), "1")
        await person.invite(room, account.user)
        await person.joined(room, account.user)
        await person.say(room, "!help")
        await person.answer(room, account.user)
        await send(messenger, room, text_message("hello"), "1")
        assert (await person.answer(room, account.user)).body == "hello"


async def test_a_room_that_the_bot_never_was_in_is_gone(account: Account) -> None:
    messenger = MatrixMessenger(account)
    with pytest.raises(ChatGone):
        await messenger.send(at("!nowhere:localhost"), text_message("hello"), key="1")
    await messenger.close()


async def test_a_room_in_which_the_bot_may_not_speak_is_closed_for_now(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        content = {"events_default": 50, "users": {}}
        checked(await person.client.room_put_state(room, "m.room.power_levels", content))
        with pytest.raises(ChatClosed, match="M_FORBIDDEN"):
            await send(messenger, room, text_message("hello"), "1")


async def test_an_upgraded_room_is_followed(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user, more={"room_version": "10"})
        new = await person.room(account.user)
        checked(
            await person.client.room_put_state(
                room, "m.room.tombstone", {"body": "moved", "replacement_room": new}
            )
        )
        with pytest.raises(ChatMoved) as raised:
            await send_until_refused(messenger, room)
        assert raised.value.to == at(new)
        await send(messenger, new, text_message("hello"), "1")


async def test_an_upgraded_room_that_cannot_be_entered_yet_is_waited_for(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening(person.user_id) as messenger:
        room = await together(person, account.user)
        new = await person.room()
        checked(
            await person.client.room_put_state(
                room, "m.room.tombstone", {"body": "moved", "replacement_room": new}
            )
        )
        with pytest.raises(TryLater, match="upgraded"):
            await send_until_refused(messenger, room)


async def send_until_refused(messenger: MatrixMessenger, room: str) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                await messenger.send(at(room), text_message("ping"), key="ping")
            except TryLater as error:
                if "not synced" not in error.reason:
                    raise
            await asyncio.sleep(0.02)


async def test_a_request_that_breaks_the_answer_does_not_silence_the_others(
    account: Account, person: Person
) -> None:
    async def answer(request: UserRequest) -> list[Message]:
        if request.text == "break":
            raise ValueError("broken")
        return [text_message("well")]

    async with listener(account, answer):
        room = await together(person, account.user)
        await person.say(room, "!break")
        await person.say(room, "!fine")
        assert (await person.answer(room, account.user)).body == "well"


async def test_a_slow_answer_in_one_room_does_not_hold_up_another(
    account: Account, person: Person
) -> None:
    released = asyncio.Event()

    async def answer(request: UserRequest) -> list[Message]:
        if request.text == "slow":
            await released.wait()
        return [text_message(request.text)]

    async with listener(account, answer):
        slow, quick = await together(person, account.user), await together(person, account.user)
        await person.say(slow, "!slow")
        await person.say(quick, "!quick")
        assert (await person.answer(quick, account.user)).body == "quick"
        released.set()
        assert (await person.answer(slow, account.user)).body == "slow"


async def test_a_token_revoked_while_listening_is_replaced_by_the_password(
    account: Account, person: Person, listening: Listening
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        session = json.loads((account.directory / "session.json").read_text())
        elsewhere = AsyncClient(account.homeserver)
        elsewhere.access_token = session["access_token"]
        checked(await elsewhere.logout())
        await elsewhere.close()
        await send(messenger, room, text_message("still here"), "1")
        assert (await person.answer(room, account.user)).body == "still here"
    renewed = json.loads((account.directory / "session.json").read_text())
    assert renewed["device_id"] == session["device_id"]
    assert renewed["access_token"] != session["access_token"]
