"""What a homeserver's refusal means."""

from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import ClientConnectionError
from nio import LocalProtocolError, RoomSendResponse

from bot.platforms.base import Address, ChatClosed, DeliveryError, Refused, TryLater
from bot.platforms.matrix.errors import HomeserverError, checked, delivering

ROOM = Address("matrix", "!room:localhost")


def meaning(status: int, body: dict[str, Any], **headers: str) -> DeliveryError:
    """What matrix-nio's own reading of an answer means for a delivery."""
    response = RoomSendResponse.from_dict(body, ROOM.chat)
    response.transport_response = SimpleNamespace(status=status, headers=headers)
    with pytest.raises(DeliveryError) as raised, delivering(ROOM):
        checked(response)
    return raised.value


def test_a_limit_means_later_for_the_whole_bot_after_as_long_as_the_server_asks() -> None:
    error = meaning(
        429, {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests", "retry_after_ms": 1500}
    )
    assert isinstance(error, TryLater)
    assert (error.after, error.everywhere) == (1.5, True)


def test_the_header_of_a_limit_counts_where_the_body_says_nothing() -> None:
    error = meaning(
        429, {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests"}, **{"Retry-After": "7"}
    )
    assert isinstance(error, TryLater)
    assert error.after == 7


@pytest.mark.parametrize("body", [{}, {"errcode": "M_UNKNOWN", "error": "Internal server error"}])
@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_server_in_trouble_means_later(status: int, body: dict[str, Any]) -> None:
    assert isinstance(meaning(status, body), TryLater)


def test_a_page_in_place_of_an_answer_means_later() -> None:
    assert isinstance(meaning(200, {}), TryLater)


@pytest.mark.parametrize("code", ["M_FORBIDDEN", "M_NOT_FOUND"])
def test_a_room_that_the_bot_may_not_write_to_is_closed_for_now(code: str) -> None:
    error = meaning(403, {"errcode": code, "error": "User not in room"})
    assert isinstance(error, ChatClosed)
    assert code in error.reason


@pytest.mark.parametrize("status", [403, 429])
@pytest.mark.parametrize("code", ["M_RESOURCE_LIMIT_EXCEEDED", "M_CONSENT_NOT_GIVEN"])
def test_a_server_that_is_full_or_wants_consent_is_waited_for(status: int, code: str) -> None:
    error = meaning(status, {"errcode": code, "error": "ask the admin"})
    assert isinstance(error, TryLater)
    assert error.everywhere


@pytest.mark.parametrize("code", ["M_TOO_LARGE", "M_BAD_JSON", "M_INVALID_PARAM"])
def test_what_the_server_will_never_take_is_refused(code: str) -> None:
    assert isinstance(meaning(413, {"errcode": code, "error": "no"}), Refused)


def test_a_token_that_is_no_longer_good_loses_nothing() -> None:
    error = meaning(401, {"errcode": "M_UNKNOWN_TOKEN", "error": "Invalid access token passed."})
    assert isinstance(error, TryLater)
    assert error.everywhere


@pytest.mark.parametrize(
    "error", [ClientConnectionError("refused"), TimeoutError(), ConnectionResetError()]
)
def test_a_lost_answer_means_later_because_a_retry_is_the_same_event(error: Exception) -> None:
    with pytest.raises(TryLater) as raised, delivering(ROOM):
        raise error
    assert raised.value.everywhere


def test_keys_that_are_not_ready_mean_later_for_that_room() -> None:
    with pytest.raises(TryLater) as raised, delivering(ROOM):
        raise LocalProtocolError("No such room")
    assert not raised.value.everywhere


def test_what_is_not_an_error_passes() -> None:
    response = RoomSendResponse.from_dict({"event_id": "$1"}, ROOM.chat)
    assert checked(response) is response


def test_an_error_says_code_status_and_detail() -> None:
    assert (
        str(HomeserverError("M_FORBIDDEN", 403, "not in room", None))
        == "M_FORBIDDEN 403: not in room"
    )
