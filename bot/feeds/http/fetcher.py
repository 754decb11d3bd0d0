"""The one way out over HTTP: everything that the bot fetches from the world comes through here.

One deadline by the wall clock covers connecting, redirects and the last byte of the body; the body
is counted after decompression while it streams; redirects are followed by hand, each target checked
like the first; and every socket is made by the address guard. What comes out is a `FetchResponse`
or a `FeedError` with its named cause, never a library's exception.
"""

import asyncio
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from http.cookies import SimpleCookie
from time import monotonic
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
from yarl import URL

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http import lenient
from bot.feeds.http.cookies import Cookies
from bot.feeds.http.decompress import Decompressor, TooBig, inflate_again
from bot.feeds.http.errors import checked, refusal, translated
from bot.feeds.http.guard import PRIVATE, Guard
from bot.feeds.http.headers import well_formed
from bot.feeds.http.lenient import begins_a_feed, is_whole
from bot.feeds.http.messages import Connection, FetchLimits, FetchRequest, FetchResponse
from bot.feeds.http.rate_limit import HostRateLimiter
from config.settings import Settings

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9,"
    " text/html;q=0.8, */*;q=0.5"
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_REPEATING = frozenset({307, 308})
"""The redirects that ask for the same request elsewhere, so that a form is sent again.

Any other ends it (RFC 9110 15.4).
"""

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class _Body:
    """A body without its compression.

    Attributes:
        data: The bytes.
        complete: Whether all that was promised has come.
        broke_off: Whether the connection ended before.
    """

    data: bytes
    complete: bool
    broke_off: bool


class Fetcher:
    """Fetches; keeps connections open between fetches, and nothing else."""

    def __init__(
        self,
        guard: Guard,
        *,
        user_agent: str,
        limits: FetchLimits | None = None,
        pace: HostRateLimiter | None = None,
        connection: Connection | None = None,
    ) -> None:
        """Set who asks and what is borne.

        Args:
            guard: Makes the sockets.
            user_agent: What the bot calls itself unless a source needs another name.
            limits: What one fetch may cost.
            pace: Manners towards hosts.
            connection: How names are looked up and certificates checked.
        """
        self._guard = guard
        self._user_agent = user_agent
        self._limits = limits or FetchLimits()
        self._pace = pace or HostRateLimiter()
        self._connection = connection or Connection()
        self._session: aiohttp.ClientSession | None = None

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the fetcher that `settings` ask for."""
        limits = FetchLimits(
            settings.http_timeout_seconds,
            settings.http_connect_timeout_seconds,
            settings.http_max_bytes,
        )
        return cls(
            Guard(PRIVATE if settings.http_allow_private else ()),
            user_agent=settings.user_agent,
            limits=limits,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connections that are kept open."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def fetch(self, request: FetchRequest) -> FetchResponse:
        """Fetch `request`.

        Returns:
            The answer, when its status is a success or 304.

        Raises:
            FeedError: Anything else, by its cause.
        """
        try:
            return await self._follow(request)
        except TimeoutError as error:
            raise FeedError(
                request.url, Cause.TIMEOUT, f"not finished after {self._limits.deadline:g} seconds"
            ) from error
        except TooBig as error:
            raise FeedError(
                request.url, Cause.TOO_BIG, f"more than {self._limits.max_bytes} bytes"
            ) from error
        except zlib.error as error:
            raise FeedError(
                request.url, Cause.MALFORMED, "the compressed data is broken"
            ) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise translated(request.url, error) from error

    async def _follow(self, request: FetchRequest) -> FetchResponse:
        url, permanent, left = checked(request.url, request.url), True, self._limits.deadline
        seen, cookies = set[tuple[str, str]](), Cookies()
        for _ in range(self._limits.max_redirects + 1):
            seen.add((str(url), cookies.header(url)))
            host = url.host or ""
            if (silence := self._silence(request, host)) is not None:
                raise FeedError(
                    request.url,
                    Cause.BLOCKED,
                    "the host has asked to be left alone for a while",
                    retry_after=silence,
                )
            async with self._pace.turn(host):
                start = monotonic()
                async with asyncio.timeout(left):
                    moved = permanent and len(seen) > 1
                    answer = await self._ask(request, url, cookies, moved=moved)
                left -= monotonic() - start
            if isinstance(answer, FetchResponse):
                return answer
            status, target = answer
            permanent = permanent and status in _PERMANENT
            url = checked(urljoin(str(url), target), request.url)
            if (str(url), cookies.header(url)) in seen:
                raise FeedError(request.url, Cause.HTTP, "redirects in a circle", status=status)
        raise FeedError(
            request.url, Cause.HTTP, f"more than {self._limits.max_redirects} redirects"
        )

    def _silence(self, request: FetchRequest, host: str) -> timedelta | None:
        """Return how much longer `host` is not to be asked, or None."""
        silence = self._pace.silent_for(host)
        return (
            silence if silence or request.form is None else self._pace.silent_for(_forms_of(host))
        )

    async def _ask(
        self, request: FetchRequest, url: URL, cookies: Cookies, *, moved: bool
    ) -> FetchResponse | tuple[int, str]:
        """Ask once; return the answer, or the status and target of a redirect.

        An answer that is no well-formed HTTP, or a feed that breaks off before its end, is asked
        for once more and read leniently.
        """
        headers = self._headers(request, url, cookies)
        try:
            answer = await self._ask_strictly(request, url, headers, cookies, moved=moved)
        except (aiohttp.ClientResponseError, aiohttp.ClientPayloadError) as error:
            if request.form is not None:
                raise
            return await self._ask_leniently(request, url, headers, cookies, moved, error)
        if isinstance(answer, FetchResponse) and _is_short(answer):
            with suppress(aiohttp.ClientError, OSError, ValueError, FeedError):
                again = await self._ask_leniently(request, url, headers, cookies, moved, None)
                if isinstance(again, FetchResponse) and is_whole(again.body):
                    return again
            return replace(answer, complete=False)
        return answer

    async def _ask_leniently(
        self,
        request: FetchRequest,
        url: URL,
        headers: Mapping[str, str],
        cookies: Cookies,
        moved: bool,  # noqa: FBT001 - as above
        error: Exception | None,
    ) -> FetchResponse | tuple[int, str]:
        """Ask once more and read what comes as browsers do.

        `error` is told where that is nothing.
        """
        try:
            exchange = await lenient.ask(url, headers, self._guard, self._connection)
        except lenient.NotHttp as nothing:
            raise error or nothing from nothing
        try:
            status, told = exchange.head.status, exchange.head.headers
            cookies.keep(url, SimpleCookie(told.get("set-cookie", "")))
            if status in _REDIRECTS and "location" in told:
                return status, told["location"].strip()
            if not 200 <= status < 300:
                raise refusal(request.url, status, told)
            body = await self._decompressed(exchange.body(), told.get("content-encoding", ""))
        finally:
            await exchange.close()
        whole = body.complete or is_whole(body.data)
        return FetchResponse(str(url), status, told, body.data, whole, str(url) if moved else None)

    async def _ask_strictly(
        self,
        request: FetchRequest,
        url: URL,
        headers: Mapping[str, str],
        cookies: Cookies,
        *,
        moved: bool,
    ) -> FetchResponse | tuple[int, str]:
        method, data, redirects = (
            ("GET", None, _REDIRECTS)
            if request.form is None
            else ("POST", dict(request.form), _REPEATING)
        )
        async with self._open().request(
            method, url, headers=headers, data=data, allow_redirects=False
        ) as response:
            cookies.keep(url, response.cookies)
            if response.status in redirects and "location" in response.headers:
                return response.status, well_formed(response.headers["location"]).strip()
            return await self._read(request, response, str(url) if moved else None)

    async def _read(
        self, request: FetchRequest, response: aiohttp.ClientResponse, moved: str | None
    ) -> FetchResponse:
        headers = {name.lower(): well_formed(value) for name, value in response.headers.items()}
        if "link" in headers:
            headers["link"] = ", ".join(map(well_formed, response.headers.getall("link")))
        if response.status == 304:
            if not request.conditional:
                raise FeedError(
                    request.url,
                    Cause.EMPTY,
                    "'not modified' to an unconditional request",
                    status=304,
                )
            return FetchResponse(str(response.url), 304, headers, b"", moved_to=moved)
        if not 200 <= response.status < 300:
            error = refusal(request.url, response.status, headers)
            if error.retry_after is not None:
                host = response.url.host or ""
                self._pace.silence(
                    host if request.form is None else _forms_of(host), error.retry_after
                )
            raise error
        if request.form is not None:
            return FetchResponse(str(response.url), response.status, headers, b"", moved_to=moved)
        pieces = response.content.iter_chunked(_CHUNK)
        body = await self._decompressed(pieces, headers.get("content-encoding", ""))
        if not body.data.strip():
            raise FeedError(
                request.url,
                Cause.EMPTY,
                f"status {response.status} without a body",
                status=response.status,
            )
        # a length that is told too large cuts nothing off a document that ends as it should
        complete = body.complete or (body.broke_off and is_whole(body.data))
        return FetchResponse(
            str(response.url), response.status, headers, body.data, complete, moved
        )

    async def _decompressed(self, pieces: AsyncIterator[bytes], encoding: str) -> _Body:
        body = bytearray()
        layer = Decompressor(encoding, body.extend, self._limits.max_bytes)
        broken = False
        try:
            async for piece in pieces:
                layer.feed(piece)
        except (aiohttp.ClientPayloadError, ConnectionError):
            # What has arrived is still worth reading: the caller knows by `complete` that more was
            # meant to come.
            broken = True
        layer.close()
        whole, complete = inflate_again(bytes(body), self._limits.max_bytes)
        return _Body(whole, complete and layer.complete and not broken, broken)

    def _headers(self, request: FetchRequest, url: URL, cookies: Cookies) -> dict[str, str]:
        asked = URL(request.url)
        same_host = url.host == asked.host
        headers = {
            "User-Agent": request.user_agent or self._user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
        }
        if same_host:
            headers |= request.headers
            headers |= _credentials(asked)
        if cookie := cookies.header(url):
            headers["Cookie"] = cookie
        if request.etag:
            headers["If-None-Match"] = request.etag
        if request.last_modified:
            headers["If-Modified-Since"] = request.last_modified
        return headers

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(
                limit=0,
                ttl_dns_cache=60,
                resolver=self._connection.resolver,
                ssl=self._connection.tls or True,
                socket_factory=self._guard,
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                # a source must not be able to leave anything with us
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=self._limits.connect),
                auto_decompress=False,
                # a proxy of the environment would connect where the guard cannot see
                trust_env=False,
                max_line_size=32_768,
                max_field_size=32_768,
            )
        return self._session


def _is_short(answer: FetchResponse) -> bool:
    """Whether a feed ends before its end although all the bytes that were promised have come.

    Some programs count the letters and tell them as bytes, which cuts Cyrillic texts in half.
    """
    told = answer.headers
    if (
        not answer.complete
        or answer.not_modified
        or "content-length" not in told
        or told.get("content-encoding")
    ):
        return False
    return begins_a_feed(answer.body) and not is_whole(answer.body)


def _credentials(url: URL) -> dict[str, str]:
    """Return the header for the user and password that stand in a source's address."""
    if url.user is None:
        return {}
    return {"Authorization": aiohttp.encode_basic_auth(url.user, url.password or "")}


def _forms_of(host: str) -> str:
    """Return the name under which `host` asks to be left alone with forms.

    A hub that wants no more of them says nothing of its feeds.
    """
    return f"{host} (forms)"
