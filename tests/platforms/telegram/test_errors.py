"""What the errors mean that no server on loopback can cause."""

import aiohttp
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.platforms.base import Address, AnswerLost, DeliveryError, TryLater
from bot.platforms.telegram.errors import meaning

HERE = Address("telegram", "1")


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (caused(TimedOut(), aiohttp.ConnectionTimeoutError()), TryLater),
        (caused(TimedOut(), aiohttp.SocketTimeoutError()), AnswerLost),
        (caused(TimedOut(), TimeoutError()), AnswerLost),
        (caused(NetworkError("x"), aiohttp.InvalidURL("")), TryLater),
        (caused(NetworkError("x"), aiohttp.ClientOSError()), AnswerLost),
        (caused(NetworkError("x"), aiohttp.ServerDisconnectedError()), AnswerLost),
        (caused(NetworkError("x"), aiohttp.ClientPayloadError()), AnswerLost),
        (TelegramError("never heard of"), AnswerLost),
    ],
    ids=lambda value: repr(value.__cause__) if isinstance(value, TelegramError) else "",
)
def test_what_was_under_way_decides_whether_anything_was_sent(
    error: TelegramError, kind: type[DeliveryError]
) -> None:
    assert type(meaning(error, HERE)) is kind
