"""What the failures of an exchange mean.

A URL that may not be asked for, a status that is no success, a library's exception.
"""

import socket
import ssl
from collections.abc import Mapping

import aiohttp
from yarl import URL

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.guard import RefusedAddress
from bot.feeds.http.headers import retry_after


def checked(url: str, asked: str) -> URL:
    """Return `url` parsed, if it is one that the bot may ask for at all.

    Raises:
        FeedError: It is not http or https, or has no host, for the fetch of `asked`.
    """
    try:
        parsed = URL(url)
        host, _ = parsed.host, parsed.port
    except ValueError as error:
        raise FeedError(asked, Cause.HTTP, "leads to something that is no URL") from error
    if parsed.scheme not in ("http", "https") or not host:
        raise FeedError(asked, Cause.HTTP, "leads to something other than http or https")
    return parsed.with_user(None).with_fragment(None)


def refusal(url: str, status: int, headers: Mapping[str, str]) -> FeedError:
    """Return the error for an answer that is no success."""
    wait = retry_after(headers)
    if status in (404, 410):
        return FeedError(url, Cause.GONE, f"status {status}", status=status)
    if status in (400, 401, 402, 403, 406, 429, 451) or "cf-mitigated" in headers:
        return FeedError(url, Cause.BLOCKED, f"status {status}", retry_after=wait, status=status)
    return FeedError(url, Cause.HTTP, f"status {status}", retry_after=wait, status=status)


def translated(url: str, error: Exception) -> FeedError:
    """Return what the exception `error` of the fetch of `url` means."""
    reason = getattr(error, "os_error", error)
    if isinstance(reason, RefusedAddress):
        return FeedError(url, Cause.REFUSED_ADDRESS, f"{reason.address} is not public")
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return FeedError(url, Cause.TLS, _certificate(error.certificate_error))
    if (
        url.startswith("https:")
        and isinstance(error, aiohttp.ClientConnectorError)
        and isinstance(reason, ConnectionResetError)
    ):
        return FeedError(url, Cause.TLS, "hung up during the handshake")
    for kinds, cause, detail in _MEANINGS:
        if isinstance(error, kinds) or isinstance(reason, kinds):
            return FeedError(url, cause, detail)
    return FeedError(url, Cause.NETWORK, f"connection failed: {type(error).__name__}")


_MEANINGS: tuple[tuple[tuple[type[Exception], ...], Cause, str], ...] = (
    ((aiohttp.ClientConnectorDNSError, socket.gaierror), Cause.DNS, "no address for this name"),
    (
        (aiohttp.ClientSSLError, ssl.SSLError),
        Cause.TLS,
        "the encrypted connection could not be made",
    ),
    ((aiohttp.ServerTimeoutError,), Cause.TIMEOUT, "no connection in time"),
    ((aiohttp.InvalidURL,), Cause.REFUSED_ADDRESS, "the host is not spelled as a name or address"),
    ((aiohttp.ServerDisconnectedError,), Cause.NETWORK, "hung up without an answer"),
    ((ConnectionRefusedError,), Cause.NETWORK, "nobody listens there"),
    (
        (aiohttp.ClientResponseError, aiohttp.ClientPayloadError, ValueError),
        Cause.HTTP,
        "the answer is not well-formed HTTP",
    ),
)
"""What the library's exceptions mean, the first that fits."""


def _certificate(error: Exception) -> str:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return "the certificate is not accepted"
    known = {
        10: "the certificate has expired",
        18: "the certificate is signed by itself",
        20: "the certificate chain is incomplete",
        62: "the certificate is for another host",
    }
    return known.get(
        error.verify_code, f"the certificate is not accepted (code {error.verify_code})"
    )
