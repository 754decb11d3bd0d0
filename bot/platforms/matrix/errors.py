"""What a homeserver's refusal means for a delivery.

matrix-nio returns errors as objects and raises only when the network fails; `checked` turns the
first into exceptions and `failure` says what each means. Since a transaction id makes a repeated
send the same event, a lost answer is no doubt but simply "try later".
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import TypeVar

from aiohttp import ClientError, ClientResponse
from nio import EncryptionError, ErrorResponse, LocalProtocolError

from bot.platforms.base import Address, ChatClosed, DeliveryError, Refused, TryLater
from config.errors import ConfigError, TcoError

R = TypeVar("R")

NETWORK_ERRORS = (ClientError, TimeoutError, OSError)
"""What matrix-nio lets through when the homeserver cannot be reached or does not answer in time."""

_LOGGED_OUT = frozenset(
    {
        "M_UNKNOWN_TOKEN",
        "M_MISSING_TOKEN",
        "M_USER_DEACTIVATED",
        "M_USER_LOCKED",
        "M_USER_SUSPENDED",
    }
)
_UNTIL_SOMEBODY_ACTS = frozenset({"M_RESOURCE_LIMIT_EXCEEDED", "M_CONSENT_NOT_GIVEN"})
"""The homeserver is full, or wants its terms agreed to; no room takes a message till then."""

_CLOSED = frozenset({"M_FORBIDDEN", "M_NOT_FOUND", "M_GUEST_ACCESS_FORBIDDEN"})


class HomeserverError(TcoError):
    """The homeserver answered with an error.

    Attributes:
        code: The Matrix error code, such as M_FORBIDDEN, or empty where the answer held none.
        status: The HTTP status, or 0 where none is known.
        after: Seconds to wait before the next try, as the homeserver asked, or None.
    """

    def __init__(self, code: str, status: int, detail: str, after: float | None) -> None:
        self.code = code
        self.status = status
        self.after = after
        super().__init__(f"{code or 'HTTP'} {status}: {detail}")

    @property
    def logged_out(self) -> bool:
        """Whether the access token is no longer good."""
        return self.code in _LOGGED_OUT

    @property
    def limited(self) -> bool:
        """Whether the homeserver asks for fewer requests."""
        return self.code == "M_LIMIT_EXCEEDED" or self.status == HTTPStatus.TOO_MANY_REQUESTS

    @property
    def passing(self) -> bool:
        """Whether the same request may well succeed later."""
        return self.limited or self.status >= HTTPStatus.INTERNAL_SERVER_ERROR or not self.code


def checked(response: R) -> R:
    """Return `response` unless it is an error.

    Raises:
        HomeserverError: It is one.
    """
    if not isinstance(response, ErrorResponse):
        return response
    transport = response.transport_response
    status = transport.status if transport is not None else 0
    after = response.retry_after_ms / 1000 if response.retry_after_ms else _retry_after(transport)
    raise HomeserverError(response.status_code or "", status, response.message, after)


def _retry_after(transport: ClientResponse | None) -> float | None:
    value = transport.headers.get("Retry-After", "") if transport is not None else ""
    return float(value) if value.isascii() and value.isdecimal() else None


def failure(address: Address, error: HomeserverError) -> DeliveryError:
    """Return what `error` means for a message to `address`."""
    if error.limited:
        return TryLater(
            address, str(error), error.after, everywhere=True
        )  # homeservers count by sender, not by room
    if error.logged_out or error.code in _UNTIL_SOMEBODY_ACTS:
        return TryLater(address, str(error), everywhere=True)
    if error.passing:
        return TryLater(address, str(error), error.after)
    if error.code in _CLOSED:
        return ChatClosed(address, str(error))
    return Refused(address, str(error))


@contextmanager
def delivering(address: Address) -> Iterator[None]:
    """Turn what goes wrong inside into what it means for a message to `address`.

    Raises:
        DeliveryError: The meaning.
    """
    try:
        yield
    except HomeserverError as error:
        raise failure(address, error) from error
    except ConfigError as error:
        raise TryLater(address, str(error), everywhere=True) from error
    except NETWORK_ERRORS as error:
        raise TryLater(
            address, f"the homeserver does not answer ({type(error).__name__})", everywhere=True
        ) from error
    except (LocalProtocolError, EncryptionError) as error:
        raise TryLater(address, f"the room's keys are not ready: {error}") from error
