"""What the errors mean that no server on loopback can cause."""

import httpx
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.chats.messenger import Address, AnswerLost, DeliveryError, TryLater
from bot.chats.telegram.failures import meaning

HERE = Address("telegram", "1")


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (caused(TimedOut(), httpx.ConnectTimeout("")), TryLater),
        (caused(TimedOut(), httpx.PoolTimeout("")), TryLater),
        (caused(TimedOut(), httpx.WriteTimeout("")), AnswerLost),
        (caused(TimedOut(), httpx.ReadTimeout("")), AnswerLost),
        (caused(NetworkError("x"), httpx.ProxyError("")), TryLater),
        (caused(NetworkError("x"), httpx.WriteError("")), AnswerLost),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("")), AnswerLost),
        (TelegramError("never heard of"), AnswerLost),
    ],
    ids=lambda value: repr(value.__cause__) if isinstance(value, TelegramError) else "",
)
def test_what_was_under_way_decides_whether_anything_was_sent(error: TelegramError, kind: type[DeliveryError]) -> None:
    assert type(meaning(error, HERE)) is kind
