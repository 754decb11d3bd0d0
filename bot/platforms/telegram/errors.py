"""What an error of Telegram means for the delivery that met it.

Errors are told apart by class and code. Only the 400s have to be told apart by their description,
since Telegram gives them nothing else; an unknown one means that this message is refused and the
chat is well. A network error is told apart by what aiohttp was doing: before the connection stood,
nothing was sent; after that, nobody knows. A status of the server (5xx, 429) is an answer: not
sent.
"""

from datetime import timedelta

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.platforms.base import (
    Address,
    AnswerLost,
    ChatClosed,
    ChatGone,
    ChatMoved,
    DeliveryError,
    Refused,
    TryLater,
)

_NEVER_SENT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
_NO_TOPIC = ("message thread not found", "topic_deleted", "topic_id_invalid")
_GONE = ("blocked by the user", "kicked from", "is deactivated", "was deactivated")
_CLOSED = (
    "chat not found",
    "chat_restricted",
    "topic_closed",
    "chat_write_forbidden",
    "not enough rights to send",
    "have no rights to send",
    "need administrator rights",
    "peer_id_invalid",
)


class AlreadyReadsSo(Refused):
    """The message to edit already reads so: as good as done."""


class GatewayTimedOut(TimedOut):
    """A server between us and Telegram gave up waiting (504).

    Nobody knows whether the call was carried out.
    """


def meaning(error: TelegramError, address: Address) -> DeliveryError:
    """Return what `error`, met on the way to `address`, means for the delivery."""
    failure: DeliveryError
    match error:
        case RetryAfter():
            seconds = _seconds(error)
            failure = TryLater(address, f"Telegram asks to wait {seconds:g} s", after=seconds)
        case ChatMigrated():
            failure = ChatMoved(
                address, Address(address.platform, str(error.new_chat_id), address.thread)
            )
        case Forbidden():
            failure = _forbidden(error, address)
        case InvalidToken():
            failure = TryLater(address, "Telegram refuses the bot's token", everywhere=True)
        case BadRequest():
            failure = _bad_request(error, address)
        case NetworkError():
            failure = _network(error, address)
        case _:
            failure = AnswerLost(address, f"unreadable answer: {error.message}")
    return failure


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after  # a timedelta under PTB_TIMEDELTA, a number otherwise
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _forbidden(error: Forbidden, address: Address) -> DeliveryError:
    gone = any(phrase in error.message.lower() for phrase in _GONE)
    return (ChatGone if gone else ChatClosed)(address, error.message)


def _bad_request(error: BadRequest, address: Address) -> DeliveryError:
    said = error.message.lower()
    if address.thread and any(phrase in said for phrase in _NO_TOPIC):
        return ChatMoved(address, Address(address.platform, address.chat))
    if any(phrase in said for phrase in _GONE):
        return ChatGone(address, error.message)
    if any(phrase in said for phrase in _CLOSED):
        return ChatClosed(address, error.message)
    if "message is not modified" in said:
        return AlreadyReadsSo(address, error.message)
    return Refused(address, error.message)


def _network(error: NetworkError, address: Address) -> DeliveryError:
    cause = error.__cause__
    if isinstance(cause, _NEVER_SENT):
        return TryLater(address, f"cannot reach Telegram: {type(cause).__name__}", everywhere=True)
    if isinstance(cause, aiohttp.ClientError | OSError) and not isinstance(error, TimedOut):
        return AnswerLost(address, f"the connection broke after sending: {type(cause).__name__}")
    if isinstance(error, TimedOut):
        return AnswerLost(address, "no answer in time")
    return TryLater(address, f"Telegram is out of order: {error.message}", everywhere=True)
