"""How much one visitor may ask for in a while: in memory alone, bounded, and never by address.

Who asks is remembered as a keyed hash that nobody can turn back, with a key that is made anew at
every start; neither it nor an address is logged or stored.
"""

import hashlib
import ipaddress
import secrets
import time
from collections.abc import Callable
from math import ceil

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.runtime.cache import LruCache

BURST = 120
"""Answers that a visitor gets at once: some ten pages with all that belongs to them."""

PER_SECOND = 4.0
"""Answers a second that a visitor gets after that, as long as it goes on."""

MOST_VISITORS = 10_000
"""Visitors remembered; whoever has not come for longest is forgotten first."""

_IPV6_NETWORK = 64
"""Bits of an IPv6 address that tell one subscriber from another; the rest is theirs to choose."""


class RequestLimiter:
    """A bucket of answers for each visitor, which fills up again with time."""

    def __init__(
        self,
        burst: float = BURST,
        per_second: float = PER_SECOND,
        *,
        most: int = MOST_VISITORS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare to count.

        Args:
            burst: Answers at once.
            per_second: Answers a second after that.
            most: Visitors remembered.
            clock: Seconds, never going back.
        """
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._key = secrets.token_bytes(16)
        self._left = LruCache[bytes, tuple[float, float]](most)

    def wait(self, visitor: str) -> float:
        """Count a request and return 0, or the seconds after which there is an answer again."""
        key = hashlib.blake2b(visitor.encode(), key=self._key, digest_size=16).digest()
        now = self._clock()
        left, since = self._left.get(key) or (self._burst, now)
        left = min(self._burst, left + (now - since) * self._per_second)
        if left < 1:
            return (1 - left) / self._per_second
        self._left.keep(key, (left - 1, now))
        return 0.0


def visitor_of(peer: str | None, forwarded_for: str) -> str | None:
    """Return who asks: the peer, or whom a proxy on a private network asks for.

    None for a program on this very machine that asks for nobody else, and where it is not known.

    Args:
        peer: Address of the other end of the connection.
        forwarded_for: The header X-Forwarded-For; its last entry is the proxy's own word.
    """
    near = _address(peer or "")
    if near is None:
        return None
    if near.is_global:
        return _subscriber(near)
    told = _address(forwarded_for[-100:].rpartition(",")[2].strip())
    if told is not None:
        return _subscriber(told)
    return None if near.is_loopback else _subscriber(near)


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    inner = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return inner or found


def _subscriber(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _IPV6_NETWORK), strict=False))
    return str(address)


def limited(limiter: RequestLimiter) -> Middleware:
    """Return what turns away who asks for too much, and says when to come back."""

    @web.middleware
    async def within_limits(request: web.Request, handler: Handler) -> web.StreamResponse:
        visitor = visitor_of(request.remote, request.headers.get("X-Forwarded-For", ""))
        seconds = limiter.wait(visitor) if visitor is not None else 0.0
        if seconds:
            headers = {"Retry-After": str(ceil(seconds)), "Cache-Control": "no-store"}
            return web.Response(status=429, text="Too Many Requests\n", headers=headers)
        return await handler(request)

    return within_limits
