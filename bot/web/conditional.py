"""Answers that a program has already are not sent again, and those that many ask for are made once.

Every answer to a GET gets an ETag; what is public may be kept by whoever passes it on, and is kept
here for some seconds as well, compressed, so that a page that everybody opens costs what a file
does.
"""

import asyncio
import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

PUBLIC = "public, max-age=60"
"""Cache-Control of what everybody sees alike."""

KEPT_SECONDS = 20.0
"""For how long an answer is given again without being made again."""

MOST_BYTES = 32 * 1024 * 1024
"""Of answers kept; what was used longest ago makes room."""

WORTH_COMPRESSING = 512
"""Bytes from which an answer is compressed."""

_LEVEL = 6
_COMPRESSED = ("text/", "application/json", "application/feed+json", "application/atom+xml",
               "application/xml", "application/ld+json", "image/svg+xml")  # fmt: skip
_OURS = frozenset({"Content-Length", "Content-Encoding", "Content-Type"})

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, ready to be sent to anybody."""

    body: bytes
    packed: bytes | None
    headers: tuple[tuple[str, str], ...]
    tag: str

    def to(self, request: web.Request) -> web.Response:
        """Return the answer to a request: whole, compressed, or that it is known already."""
        headers = [*self.headers, ("ETag", self.tag)]
        if _has_it(request, self.tag):
            kept = [(name, value) for name, value in headers if name != "Content-Type"]
            return web.Response(status=304, headers=kept)
        if self.packed is None:
            return web.Response(body=self.body, headers=headers)
        if _takes_gzip(request):
            packed = [*headers, ("Content-Encoding", "gzip")]
            return web.Response(body=self.packed, headers=packed)
        return web.Response(body=self.body, headers=headers)


class AnswerCache:
    """Answers kept for some seconds, by what was asked for."""

    def __init__(
        self,
        seconds: float = KEPT_SECONDS,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare to keep.

        Args:
            seconds: For how long; 0 keeps nothing.
            most_bytes: Of all bodies together.
            clock: Seconds, never going back.
        """
        self._seconds = seconds
        self._most = most_bytes
        self._clock = clock
        self._kept: OrderedDict[Key, tuple[float, Answer]] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> Answer | None:
        """Return the answer kept under `key`, or None."""
        found = self._kept.get(key)
        if found is None:
            return None
        if self._clock() >= found[0]:
            self._forget(key)
            return None
        self._kept.move_to_end(key)
        return found[1]

    def keep(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and let go of as many old ones as it takes."""
        self._forget(key)
        if not self._seconds or _size(key, answer) > self._most:
            return
        self._kept[key] = (self._clock() + self._seconds, answer)
        self._bytes += _size(key, answer)
        while self._bytes > self._most:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: Key) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._bytes -= _size(key, gone[1])


def conditional(cache: AnswerCache) -> Middleware:
    """Return what gives answers to GET an ETag, compresses them and keeps public ones a while."""
    making: dict[Key, asyncio.Lock] = {}

    async def made(request: web.Request, handler: Handler, key: Key) -> web.StreamResponse:
        known = cache.get(key)
        if known is not None:
            return known.to(request)
        response = await handler(request)
        if not _whole(response):
            return response
        answer = await _packed(response)
        if "public" in response.headers.get("Cache-Control", ""):
            cache.keep(key, answer)
        return answer.to(request)

    @web.middleware
    async def once(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method not in {"GET", "HEAD"}:
            return await handler(request)
        key = _key(request)
        known = cache.get(key)
        if known is not None:
            return known.to(request)
        lock = making.setdefault(key, asyncio.Lock())
        try:
            async with lock:  # whoever asks for the same meanwhile gets the one that is made
                return await made(request, handler, key)
        finally:
            if making.get(key) is lock and not lock.locked():
                del making[key]

    return once


def _whole(response: web.StreamResponse) -> bool:
    """Whether a response is one that can be given out again as it is."""
    return (
        isinstance(response, web.Response)
        and response.status == 200
        and isinstance(response.body, bytes)
        and "ETag" not in response.headers
        and "no-store" not in response.headers.get("Cache-Control", "")
        and not response.cookies
    )


async def _packed(response: web.StreamResponse) -> Answer:
    assert isinstance(response, web.Response)  # noqa: S101 - `_whole` has seen to it
    body = response.body
    assert isinstance(body, bytes)  # noqa: S101 - as above
    kept = [(name, value) for name, value in response.headers.items() if name not in _OURS]
    kind = response.headers.get("Content-Type", "application/octet-stream")
    packed = None
    if len(body) >= WORTH_COMPRESSING and kind.startswith(_COMPRESSED):
        packed = await asyncio.to_thread(gzip.compress, body, _LEVEL, mtime=0)
        vary = response.headers.get("Vary", "")
        if "accept-encoding" not in vary.lower():
            kept = [item for item in kept if item[0] != "Vary"]
            kept.append(("Vary", f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"))
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    return Answer(body, packed, (*kept, ("Content-Type", kind)), tag)


def _key(request: web.Request) -> Key:
    """Return by what two requests are for the same answer: the address and the two choices."""
    return (
        request.rel_url.raw_path_qs,
        request.cookies.get("theme", "")[:10],
        request.cookies.get("language", "")[:10],
    )


def _has_it(request: web.Request, tag: str) -> bool:
    known = request.if_none_match or ()
    value = tag.removeprefix("W/").strip('"')
    return any(validator.value in {value, "*"} for validator in known)


def _takes_gzip(request: web.Request) -> bool:
    offers = request.headers.get("Accept-Encoding", "").lower().split(",")
    return any(_accepted(offer) for offer in offers[:20])


def _accepted(offer: str) -> bool:
    coding, _, quality = offer.strip().partition(";")
    refused = quality.replace(" ", "") in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return coding.strip() in {"gzip", "x-gzip"} and not refused


def _size(key: Key, answer: Answer) -> int:
    return sum(map(len, key)) + len(answer.body) + len(answer.packed or b"")
