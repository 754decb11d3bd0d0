"""Signs under a card work as its buttons do: added, they give a command; removed, they undo it."""

from typing import Any

import pytest
from nio import Event

from bot.messages.message import Button, Message, text_block
from bot.platforms.base import UserRequest
from bot.platforms.matrix.errors import checked
from bot.platforms.matrix.login import Account
from bot.platforms.matrix.reactions import FIELD, KEPT, Press, Presses, Removal, meaning
from tests.homeserver.person import Person
from tests.platforms.matrix.conftest import Listening, Register
from tests.platforms.matrix.sending import at, send, together

CARD = Message(
    (text_block("A summit"),),
    (
        (
            Button("Who", command="event 1 who", sign="👥"),
            Button("Map", url="https://example.org/"),
        ),
        (Button("Mute this", command="mute 1", sign="🔇", opposite="mute 1 off"),),
    ),
)


async def reacts(person: Person, room: str, target: str, sign: str) -> str:
    content = {"m.relates_to": {"rel_type": "m.annotation", "event_id": target, "key": sign}}
    sent = await person.client.room_send(
        room, "m.reaction", content, ignore_unverified_devices=True
    )
    return str(checked(sent).event_id)


def sign_by(user_id: str) -> Any:
    return lambda event: event.sender == user_id and event.source["type"] == "m.reaction"


def redaction_by(user_id: str) -> Any:
    return lambda event: event.sender == user_id and event.source["type"] == "m.room.redaction"


def sign_of(event: Event) -> tuple[str, str]:
    relation = event.source["content"]["m.relates_to"]
    return relation["event_id"], relation["key"]


@pytest.mark.parametrize("encrypted", [False, True])
async def test_the_signs_of_a_card_are_set_and_each_gives_its_command(
    account: Account, person: Person, listening: Listening, register: Register, *, encrypted: bool
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user, encrypted=encrypted)
        card = await send(messenger, room, CARD, "card")
        await person.answer(room, account.user)
        set_signs = [sign_of(await person.hears(room, sign_by(account.user))) for _ in range(2)]
        assert set_signs == [(card, "👥"), (card, "🔇")]
        await reacts(person, room, card, "👥")
        answer = await person.answer(room, account.user)
    content = answer.source["content"]
    assert content["body"] == "you said: event 1 who"
    assert content["m.relates_to"] == {"m.in_reply_to": {"event_id": card}}
    (asked,) = register.requests
    assert (asked.text, asked.private, asked.may_change) == ("event 1 who", True, True)


async def test_a_sign_that_is_taken_away_takes_back_what_it_did(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        card = await send(messenger, room, CARD, "card")
        await person.answer(room, account.user)
        who = await reacts(person, room, card, "👥")
        shown = await person.answer(room, account.user)
        checked(await person.client.room_redact(room, who))
        taken_back = await person.hears(room, redaction_by(account.user))
        assert taken_back.source.get("redacts") == shown.event_id
        mute = await reacts(person, room, card, "🔇\ufe0f")
        await person.answer(room, account.user)
        checked(await person.client.room_redact(room, mute))
        await person.answer(room, account.user)
    assert [one.text for one in register.requests] == ["event 1 who", "mute 1", "mute 1 off"]


async def test_a_sign_means_something_under_the_bots_own_messages_alone(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        forged = {"msgtype": "m.text", "body": "card", FIELD: {"👥": ["forget everything", ""]}}
        theirs = checked(await person.client.room_send(room, "m.room.message", forged)).event_id
        await person.answer(room, account.user)  # to what was said
        plain = await send(messenger, room, Message((text_block("plain"),)), "plain")
        await person.answer(room, account.user)
        for target, sign in ((theirs, "👥"), (plain, "👥"), (plain, "❤")):
            await reacts(person, room, target, sign)
        await person.say(room, "the end")
        await person.answer(room, account.user)
    assert [one.text for one in register.requests] == ["card", "the end"]


async def test_after_a_restart_a_sign_means_what_it_meant(
    account: Account, person: Person, listening: Listening, register: Register
) -> None:
    async with listening() as messenger:
        room = await together(person, account.user)
        card = await send(messenger, room, CARD, "card")
    async with listening():
        await reacts(person, room, card, "👥")
        await person.hears(room, lambda event: "you said" in str(event.source["content"]))
    assert [one.text for one in register.requests] == ["event 1 who"]


@pytest.mark.parametrize(
    "signs", [None, "👥", [], {"👥": "event 1"}, {"👥": ["event 1"]}, {"👥": [1, 2]}, {1: None}]
)
def test_a_field_that_is_not_the_bots_means_nothing(signs: object) -> None:
    assert meaning({FIELD: signs}, "👥") is None
    assert meaning(signs, "👥") is None


def test_a_reaction_is_taken_back_once_by_its_own_sender() -> None:
    presses = Presses()
    request = UserRequest(at("!room"), "@one", "event 1 who")
    presses.keep("$a", Press(request, ""))
    assert presses.take(Removal("!room", "@two", "$a", "$x")) is None
    assert presses.take(Removal("!room", "@one", "$a", "$x")) is not None
    assert presses.take(Removal("!room", "@one", "$a", "$x")) is None
    for number in range(KEPT + 1):
        presses.keep(f"${number}", Press(request, ""))
    assert presses.take(Removal("!room", "@one", "$0", "$x")) is None
