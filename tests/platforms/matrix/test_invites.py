"""Whose invitations are accepted, and what happens when joining fails."""

from types import SimpleNamespace

import pytest
from aiohttp import ClientConnectionError
from nio import InviteEvent, JoinError, JoinResponse, RoomLeaveResponse

from bot.platforms.matrix import invites
from bot.platforms.matrix.invites import Invitation, InvitePolicy
from bot.platforms.matrix.rooms import Rooms

BOT, FRIEND, STRANGER = "@bot:localhost", "@friend:localhost", "@stranger:elsewhere"


class Client:
    """What the invite policy uses of a client, with prepared answers."""

    user_id = BOT

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def _next(self, what: str) -> object:
        self.asked.append(what)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def join(self, room_id: str) -> object:
        return self._next(f"join {room_id}")

    async def room_leave(self, room_id: str) -> object:
        return self._next(f"leave {room_id}")


def judged(inviter: str, *allowed: str, whom: str = BOT) -> list[Invitation]:
    source = {
        "type": "m.room.member",
        "sender": inviter,
        "state_key": whom,
        "content": {"membership": "invite"},
    }
    state = [InviteEvent.parse_event(source)]
    client = Client()
    response = SimpleNamespace(
        rooms=SimpleNamespace(invite={"!r": SimpleNamespace(invite_state=state)})
    )
    return list(InvitePolicy(client, Rooms(client), allowed).invitations(response))


@pytest.mark.parametrize(
    ("inviter", "allowed", "welcome"),
    [
        (STRANGER, (), True),
        (FRIEND, (FRIEND,), True),
        (STRANGER, (FRIEND,), False),
        (FRIEND, ("@*:localhost",), True),
        (STRANGER, ("@*:localhost",), False),
        ("@friend:localhost.evil", (FRIEND,), False),
    ],
)
def test_invitations_are_judged_by_who_sent_them(
    inviter: str, allowed: tuple[str, ...], welcome: bool
) -> None:
    assert judged(inviter, *allowed) == [Invitation("!r", inviter, welcome)]


def test_an_invitation_of_somebody_else_is_none_of_ours() -> None:
    assert judged(FRIEND, whom=STRANGER) == []


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invites, "PAUSES", (0.0,) * 3)


async def answered(client: Client, *, welcome: bool = True) -> list[str]:
    await InvitePolicy(client, Rooms(client), ()).answer(Invitation("!r", FRIEND, welcome))
    return client.asked


async def test_a_join_that_fails_for_now_is_tried_again() -> None:
    client = Client(
        ClientConnectionError(), JoinError("busy", "M_LIMIT_EXCEEDED"), JoinResponse("!r")
    )
    assert await answered(client) == ["join !r"] * 3


async def test_a_join_that_will_never_be_is_given_up_at_once() -> None:
    assert await answered(Client(JoinError("you are banned", "M_FORBIDDEN"))) == ["join !r"]


async def test_a_join_that_goes_on_failing_is_given_up() -> None:
    assert await answered(Client(*[TimeoutError()] * 3)) == ["join !r"] * 3


async def test_an_unwelcome_invitation_is_declined() -> None:
    assert await answered(Client(RoomLeaveResponse()), welcome=False) == ["leave !r"]
