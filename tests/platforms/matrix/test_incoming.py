"""What is taken for a request."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nio import AsyncClient, Event, MatrixRoom

from bot.platforms.base import UserRequest
from bot.platforms.matrix.incoming import request_of
from bot.platforms.matrix.rooms import Rooms

ROOM, BOT, MEMBER = "!r:localhost", "@tco:localhost", "@member:localhost"


def hear(
    body: str,
    *,
    members: int = 3,
    sender: str = MEMBER,
    msgtype: str = "m.text",
    more: dict[str, Any] | None = None,
    creator: str = MEMBER,
) -> UserRequest | None:
    client = AsyncClient("http://127.0.0.1:1", BOT)
    room = client.rooms[ROOM] = MatrixRoom(ROOM, BOT)
    room.add_member(BOT, "Turkic News", None)
    for number in range(members - 1):
        room.add_member(MEMBER if number == 0 else f"@m{number}:localhost", None, None)
    source = {"type": "m.room.message", "sender": sender, "event_id": "$e", "origin_server_ts": 1}
    rooms = Rooms(client)
    rooms.observe(created_by(creator))
    return request_of(
        Event.parse_event(
            {**source, "content": {"msgtype": msgtype, "body": body, **(more or {})}}
        ),
        room,
        rooms,
    )


def created_by(creator: str) -> SimpleNamespace:
    """A sync that tells of the room's creation."""
    source = {"type": "m.room.create", "state_key": "", "sender": creator, "content": {}}
    create = Event.parse_event({**source, "event_id": "$c", "origin_server_ts": 1})
    timeline = SimpleNamespace(events=[], limited=False)
    joined = {ROOM: SimpleNamespace(state=[create], timeline=timeline)}
    return SimpleNamespace(rooms=SimpleNamespace(join=joined, leave={}, invite={}))


def text(request: UserRequest | None) -> str | None:
    return request.text if request else None


@pytest.mark.parametrize(
    "body",
    [
        "!subscribe ots",
        "  !subscribe ots\n",
        "tco: subscribe ots",
        "@tco:localhost subscribe ots",
        "@tco: !subscribe ots",
        "Turkic News, subscribe ots",
        "TURKIC NEWS: subscribe ots",
        "> <@tco:localhost> a card\n> of two lines\n\n!subscribe ots",
    ],
)
def test_in_a_room_of_many_the_prefix_or_the_bots_name_makes_a_request(body: str) -> None:
    request = hear(body)
    assert request is not None
    assert (request.text, request.sender, request.address.chat, request.private) == (
        "subscribe ots",
        MEMBER,
        ROOM,
        False,
    )


@pytest.mark.parametrize(
    "body", ["subscribe ots", "!", "!!! great", "tcoo: hi", "tco", "", "   ", "I like !subscribe"]
)
def test_in_a_room_of_many_other_talk_is_left_alone(body: str) -> None:
    assert hear(body) is None


def test_a_mention_makes_a_request_wherever_the_name_stands() -> None:
    assert (
        text(hear("what is new, Turkic News?", more={"m.mentions": {"user_ids": [BOT]}}))
        == "what is new, Turkic News?"
    )


@pytest.mark.parametrize("mentions", [None, [], "x", {"user_ids": "x"}, {"user_ids": [7]}, {}])
def test_odd_mentions_are_none(mentions: object) -> None:
    assert hear("hello", more={"m.mentions": mentions}) is None


def test_in_a_room_of_two_everything_is_a_request() -> None:
    request = hear("turksoy", members=2)
    assert request is not None
    assert (request.text, request.private, request.may_change) == ("turksoy", True, True)


def test_who_remained_of_many_says_what_is_meant_for_the_bot_as_before() -> None:
    owner = "@owner:localhost"
    assert hear("turksoy", members=2, creator=owner) is None
    request = hear("!subscribe turksoy", members=2, creator=owner)
    assert request is not None
    assert (request.private, request.may_change) == (False, False)


@pytest.mark.parametrize("msgtype", ["m.notice", "m.emote"])
def test_what_bots_say_is_no_request(msgtype: str) -> None:
    assert hear("!help", members=2, msgtype=msgtype) is None


def test_the_bot_does_not_answer_itself() -> None:
    assert hear("!help", sender=BOT) is None


def test_an_edit_of_an_earlier_message_is_no_request() -> None:
    assert (
        hear(
            "!help",
            more={"m.relates_to": {"rel_type": "m.replace", "event_id": "$x"}, "m.new_content": {}},
        )
        is None
    )


@given(st.text(), st.integers(2, 3))
def test_no_text_breaks_it(body: str, members: int) -> None:
    request = hear(body, members=members)
    assert request is None or request.text
