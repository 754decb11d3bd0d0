"""Answers that browsers read and a strict library refuses: asked for once more, and read by hand.

A length beside chunks (RFC 9112 6.3: the chunks count), a space before a header's colon, a length
that was counted in letters: such a header is passed over, and the body is what comes until the
server hangs up. Addresses are checked by the same guard, and the caller's deadline covers it all.
"""

import asyncio
import re
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from yarl import URL

from bot.feeds.http.guard import AddressInfo, Guard
from bot.feeds.http.messages import Connection

_LONGEST_LINE = 32_768
_MOST_HEADERS = 200
_PIECE = 65_536
_SILENCE = 2.0
"""Seconds without a byte, behind all that was promised, after which nothing is awaited."""

_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})(?: |$)")
_WHOLE = re.compile(
    rb"</(?:\w{1,20}:)?(?:rss|feed|rdf|urlset|sitemapindex|html)\s?>"
    rb"\s*(?:<!--[^<>]{0,500}-->\s*)?$",
    re.IGNORECASE,
)
_TAIL = 1_000


class NotHttp(ValueError):
    """What came is no HTTP answer even to a lenient eye."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer.

    Attributes:
        status: The status code.
        headers: Names in lower case; lines that are no header are left out.
    """

    status: int
    headers: Mapping[str, str]


def is_whole(body: bytes) -> bool:
    """Whether a document ends as its kind ends, whatever length was told."""
    tail = body[-_TAIL:].rstrip()
    return bool(_WHOLE.search(tail)) or (body.lstrip()[:1] == b"{" and tail.endswith(b"}"))


def begins_a_feed(body: bytes) -> bool:
    """Whether a document is one that `is_whole` can judge: XML by its first bytes."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() in (b"<?xml", b"<rss ", b"<feed")


class Exchange:
    """One request, and its answer as it comes."""

    def __init__(
        self, head: Head, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.head = head
        self._reader = reader
        self._writer = writer

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        with suppress(OSError, ssl.SSLError):
            await self._writer.wait_closed()

    async def body(self) -> AsyncIterator[bytes]:
        """Give the body piece by piece, still compressed."""
        if "chunked" in self.head.headers.get("transfer-encoding", "").lower():
            async for piece in self._chunks():
                yield piece
            return
        told = self.head.headers.get("content-length", "").strip()
        promised = int(told[:12]) if told.isascii() and told.isdigit() else None
        got = 0
        while True:
            patience = _SILENCE if promised is not None and got >= promised else None
            try:
                piece = await asyncio.wait_for(self._reader.read(_PIECE), patience)
            except TimeoutError:
                if patience is None:
                    raise
                return
            if not piece:
                return
            got += len(piece)
            yield piece

    async def _chunks(self) -> AsyncIterator[bytes]:
        while True:
            line = await self._reader.readline()
            size = line.partition(b";")[0].strip()
            if not size:
                return  # cut short: what has come is read
            left = int(size[:8], 16)
            if left == 0:
                return
            while left:
                piece = await self._reader.read(min(left, _PIECE))
                if not piece:
                    return
                left -= len(piece)
                yield piece
            await self._reader.readline()


async def ask(
    url: URL, headers: Mapping[str, str], guard: Guard, connection: Connection
) -> Exchange:
    """Ask for `url` and read the head of the answer.

    Raises:
        NotHttp: There is none.
        OSError: There is no connection, or the guard refuses the address.
    """
    reader, writer = await _connected(url, guard, connection)
    try:
        target = url.raw_path_qs or "/"
        host = url.raw_host if url.is_default_port() else f"{url.raw_host}:{url.port}"
        told = {"Host": host or "", **headers, "Connection": "close"}
        lines = [f"GET {target} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items())]
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace"))
        await writer.drain()
        return Exchange(await _head(reader), reader, writer)
    except BaseException:
        writer.close()
        raise


async def _head(reader: asyncio.StreamReader) -> Head:
    try:
        status = _STATUS.match((await reader.readline()).rstrip(b"\r\n"))
        if status is None:
            raise NotHttp("no status line")
        headers: dict[str, str] = {}
        for _ in range(_MOST_HEADERS):
            line = (await reader.readline()).rstrip(b"\r\n")
            if not line:
                return Head(int(status[1]), headers)
            name, colon, value = line.decode("utf-8", "replace").partition(":")
            if colon and re.fullmatch(r"[\w.!#$%&'*+^`|~-]{1,100}", name):
                headers.setdefault(name.lower(), value.strip())
    except ValueError as error:
        raise NotHttp("a line without end") from error
    raise NotHttp("headers without end")


async def _connected(
    url: URL, guard: Guard, connection: Connection
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    loop = asyncio.get_running_loop()
    failure: OSError = OSError("no address")
    for info in await _addresses(url, connection):
        try:
            sock = guard(info)
            sock.setblocking(False)  # noqa: FBT003 - the socket's own way
            await loop.sock_connect(sock, info[4])
        except OSError as error:
            failure = error
            continue
        tls = (connection.tls or ssl.create_default_context()) if url.scheme == "https" else None
        return await asyncio.open_connection(
            sock=sock,
            ssl=tls,
            server_hostname=url.raw_host if tls is not None else None,
            limit=_LONGEST_LINE,
        )
    raise failure


async def _addresses(url: URL, connection: Connection) -> list[AddressInfo]:
    host, port = url.raw_host or "", url.port or 80
    if connection.resolver is None:
        loop = asyncio.get_running_loop()
        return list(await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    found = await connection.resolver.resolve(host, port)
    return [
        (held["family"], socket.SOCK_STREAM, held["proto"], "", (held["host"], held["port"]))
        for held in found
    ]
