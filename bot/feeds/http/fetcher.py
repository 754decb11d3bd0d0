"""The one HTTP door: everything that the bot fetches from the world comes through it.

One deadline by the wall clock covers connecting, redirects and the last byte of the body; the body
is counted after decompression while it streams; redirects are followed by hand, each target checked
like the first; and every socket is made by the address guard. What comes out is a `FetchResponse` or a
`FeedError` with its named cause, never a library's exception.
"""

import asyncio
import zlib
from datetime import timedelta
from time import monotonic
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import aiohttp
from yarl import URL

from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.decompress import Decompressor, TooBig, inflate_again
from bot.feeds.http.errors import checked, refusal, translated
from bot.feeds.http.guard import PRIVATE, Guard
from bot.feeds.http.messages import Connection, FetchLimits, FetchRequest, FetchResponse
from bot.feeds.http.rate_limit import HostRateLimiter
from config.settings import Settings

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
_REPEATING = frozenset({307, 308})
"""The redirects that ask for the same request elsewhere, so that a form is sent again.

Any other ends it (RFC 9110 15.4).
"""

_CHUNK = 65_536


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
        """Return the door that `settings` ask for."""
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
        url, permanent, seen, left = (
            checked(request.url, request.url),
            True,
            set[str](),
            self._limits.deadline,
        )
        for _ in range(self._limits.max_redirects + 1):
            seen.add(str(url))
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
                    answer = await self._ask(request, url, moved=permanent and len(seen) > 1)
                left -= monotonic() - start
            if isinstance(answer, FetchResponse):
                return answer
            status, target = answer
            permanent = permanent and status in _PERMANENT
            url = checked(urljoin(str(url), target), request.url)
            if str(url) in seen:
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
        self, request: FetchRequest, url: URL, *, moved: bool
    ) -> FetchResponse | tuple[int, str]:
        """Ask once; return the answer, or the status and target of a redirect."""
        headers = self._headers(request, same_host=url.host == URL(request.url).host)
        method, data, redirects = (
            ("GET", None, _REDIRECTS)
            if request.form is None
            else ("POST", dict(request.form), _REPEATING)
        )
        async with self._open().request(
            method, url, headers=headers, data=data, allow_redirects=False
        ) as response:
            if response.status in redirects and "location" in response.headers:
                return response.status, response.headers["location"].strip()
            return await self._read(request, response, str(url) if moved else None)

    async def _read(
        self, request: FetchRequest, response: aiohttp.ClientResponse, moved: str | None
    ) -> FetchResponse:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if "link" in headers:
            headers["link"] = ", ".join(response.headers.getall("link"))
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
        body, complete = await self._body(response, headers.get("content-encoding", ""))
        if not body.strip():
            raise FeedError(
                request.url,
                Cause.EMPTY,
                f"status {response.status} without a body",
                status=response.status,
            )
        return FetchResponse(str(response.url), response.status, headers, body, complete, moved)

    async def _body(self, response: aiohttp.ClientResponse, encoding: str) -> tuple[bytes, bool]:
        body = bytearray()
        layer = Decompressor(encoding, body.extend, self._limits.max_bytes)
        broken = False
        try:
            async for chunk in response.content.iter_chunked(_CHUNK):
                layer.feed(chunk)
        except (aiohttp.ClientPayloadError, ConnectionError):
            # What has arrived is still worth reading: the caller knows by `complete` that more was
            # meant to come.
            broken = True
        layer.close()
        whole, complete = inflate_again(bytes(body), self._limits.max_bytes)
        return whole, complete and layer.complete and not broken

    def _headers(self, request: FetchRequest, *, same_host: bool) -> dict[str, str]:
        headers = {
            "User-Agent": request.user_agent or self._user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
        }
        if same_host:
            headers |= request.headers
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
                cookie_jar=aiohttp.DummyCookieJar(),  # a source must not be able to leave anything with us
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=self._limits.connect),
                auto_decompress=False,
                trust_env=False,  # a proxy of the environment would connect where the guard cannot see
                max_line_size=32_768,
                max_field_size=32_768,
            )
        return self._session


def _forms_of(host: str) -> str:
    """Return the name under which `host` asks to be left alone with forms: a hub that wants no more of them says nothing of its feeds."""
    return f"{host} (forms)"
