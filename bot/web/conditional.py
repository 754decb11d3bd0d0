"""Answers that a program has already are not sent again, and those that many ask for are made once.

Every answer to a GET gets an ETag; what is public may be kept by whoever passes it on, and is kept
here for a while as well, compressed, so that a page that everybody opens costs what a file does.
"""

import asyncio
import gzip
import hashlib

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.web import made_from
from bot.web.answers import Age, Answer, AnswerCache, Key

PUBLIC = "public, max-age=60"
"""Cache-Control of what everybody sees alike."""

WORTH_COMPRESSING = 512
"""Bytes from which an answer is compressed."""

PACKED_AT_ONCE = 128 * 1024
"""Bytes up to which the loop compresses by itself: handing them to a thread costs as much as the
millisecond that it takes."""

_LEVEL = 3
"""Of nine: a quarter of the time of the usual six, for a sixth more bytes."""

_COMPRESSED = ("text/", "application/json", "application/feed+json", "application/atom+xml",
               "application/xml", "application/ld+json", "image/svg+xml")  # fmt: skip
_OURS = frozenset({"Content-Length", "Content-Encoding", "Content-Type"})

_log = structlog.get_logger(__name__)


class ConditionalAnswers:
    """Gives answers to GET an ETag, compresses them, and keeps public ones a while."""

    def __init__(self, cache: AnswerCache) -> None:
        """Prepare to answer; `cache` keeps answers."""
        self._cache = cache
        self._making: dict[Key, asyncio.Lock] = {}
        self._behind: dict[Key, asyncio.Task[None]] = {}
        self._one_behind = asyncio.Semaphore(1)

    def serve(self, served: web.Application) -> None:
        """Stand before all that the web application `served` answers."""
        served.middlewares.append(self._middleware)
        served.on_shutdown.append(self._stop)

    @web.middleware
    async def _middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method not in {"GET", "HEAD"}:
            return await handler(request)
        key = _key(request)
        known = self._cache.get(key)
        if known is None or known[1] is Age.OLD:
            return await self._made_once(request, handler, key)
        kept, age = known
        if age is Age.LATE and key not in self._behind:
            self._behind[key] = asyncio.create_task(self._anew(request, handler, key))
        return kept.answer.to(request)

    async def _made_once(
        self, request: web.Request, handler: Handler, key: Key
    ) -> web.StreamResponse:
        """Return an answer that is to be made; who asks for it meanwhile gets the same."""
        lock = self._making.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                known = self._cache.get(key)
                if known is not None and known[1] is Age.FRESH:
                    return known[0].answer.to(request)
                return await self._made(request, handler, key)
        finally:
            if self._making.get(key) is lock and not lock.locked():
                del self._making[key]

    async def _made(self, request: web.Request, handler: Handler, key: Key) -> web.StreamResponse:
        """Return an answer made anew, or the one that is kept where it holds."""
        known = self._cache.get(key)
        kept = known[0] if known is not None else None
        made = made_from.begin(request, kept.made_from if kept is not None else None)
        try:
            response = await handler(request)
        except made_from.AsBefore:
            assert kept is not None  # noqa: S101 - else there is nothing to be as before
            self._cache.holds(key, kept)
            return kept.answer.to(request)
        if not _whole(response):
            return response
        answer = await _packed(response)
        if "public" in response.headers.get("Cache-Control", ""):
            self._cache.keep(key, answer, made.sum)
        return answer.to(request)

    async def _anew(self, request: web.Request, handler: Handler, key: Key) -> None:
        """Make an answer anew behind whoever was given the old one, one after the other."""
        try:
            async with self._one_behind:
                await self._made(request, handler, key)
        except web.HTTPException:  # it is no more; the old answer is let go of in time
            pass
        except Exception:  # noqa: BLE001 - nobody waits for it, and the next one tells its visitor
            _log.exception("an answer could not be made anew")
        finally:
            del self._behind[key]

    async def _stop(self, _served: web.Application) -> None:
        """Let go of what is being made for nobody."""
        behind = list(self._behind.values())
        for task in behind:
            task.cancel()
        await asyncio.gather(*behind, return_exceptions=True)


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
        if len(body) > PACKED_AT_ONCE:
            packed = await asyncio.to_thread(gzip.compress, body, _LEVEL, mtime=0)
        else:
            packed = gzip.compress(body, _LEVEL, mtime=0)
        vary = response.headers.get("Vary", "")
        if "accept-encoding" not in vary.lower():
            kept = [item for item in kept if item[0] != "Vary"]
            kept.append(("Vary", f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"))
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    whole = (*kept, ("Content-Type", kind))
    return Answer(packed or body, packed is not None, whole, tag)


def _key(request: web.Request) -> Key:
    """Return by what two requests are for the same answer: the address and the two choices."""
    return (
        request.rel_url.raw_path_qs,
        request.cookies.get("theme", "")[:10],
        request.cookies.get("language", "")[:10],
    )
