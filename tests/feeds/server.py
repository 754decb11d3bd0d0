"""A small HTTP server on loopback that does what it is told, right or wrong.

It writes its answers byte by byte itself, because a proper server library cannot be made to lie:
about the length, the encoding, the end of the stream. A test scripts it with `site.answer(path,
Answer(...))`, with several answers that are given one after the other, or with a function of the
request; `site.requests` is what came in.
"""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """A request as it came in; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What to answer, and how badly.

    Attributes:
        body: The bytes sent.
        status: The status code.
        headers: Sent as they are, one whose value has line feeds once for each line; a
            content-length here is believed over the truth.
        drip: Send this many bytes at a time, with a short pause before each; 0 sends all at once.
        cut_after: Hang up (by a reset) after this many bytes of the body; None sends all.
        hang: Send the head, then nothing more, until the client goes.
        silent: Send nothing at all, until the client goes.
        endless: Send the body again and again.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: int = 0
    cut_after: int | None = None
    hang: bool = False
    silent: bool = False
    endless: bool = False


Script = Answer | Callable[[Asked], Answer]


def feed(
    body: str | bytes, content_type: str = "application/rss+xml; charset=utf-8", **headers: str
) -> Answer:
    """An answer that is a feed; `headers` are written with underscores."""
    raw = body.encode() if isinstance(body, str) else body
    return Answer(
        raw,
        headers={"content-type": content_type}
        | {name.replace("_", "-"): value for name, value in headers.items()},
    )


def page(markup: str) -> Answer:
    """An answer that is a web page."""
    return Answer(markup.encode(), headers={"content-type": "text/html; charset=utf-8"})


def redirect(target: str, status: int = 302) -> Answer:
    """An answer that sends the client elsewhere."""
    return Answer(status=status, headers={"location": target})


def gzipped(body: bytes) -> bytes:
    """`body`, compressed the same way each time."""
    return gzip.compress(body, mtime=0)


class Site:
    """The server."""

    def __init__(self) -> None:
        self.requests: list[Asked] = []
        self.connections = 0
        self.port = 0
        self._scripts: dict[str, list[Script]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._secure = False

    def answer(self, path: str, *scripts: Script) -> str:
        """Answer `path` (the query is ignored) by `scripts` in turn, the last one for ever.

        Return the URL.
        """
        self._scripts[path] = list(scripts)
        return self.url(path)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """The URL of `path` on this server, under any name that leads here."""
        return f"{'https' if self._secure else 'http'}://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[Asked]:
        """The requests for `path`."""
        return [request for request in self.requests if request.path.partition("?")[0] == path]

    async def start(self, tls: ssl.SSLContext | None = None) -> asyncio.Server:
        """Begin to listen on a free port of 127.0.0.1."""
        self._secure = tls is not None
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=tls)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def stop(self, server: asyncio.Server) -> None:
        """Stop listening and drop whoever is connected."""
        server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self.connections += 1
        try:
            while await self._one(reader, writer):
                pass
        except (
            ConnectionError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            ssl.SSLError,
        ):
            pass  # the client has gone, as it may
        finally:
            writer.close()
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ", 2)
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        asked = Asked(
            method, path, headers, await reader.readexactly(int(headers.get("content-length", "0")))
        )
        self.requests.append(asked)
        answer = self._next(asked)
        if answer.silent:
            await reader.read()
            return False
        return await self._write(answer, reader, writer)

    def _next(self, asked: Asked) -> Answer:
        scripts = self._scripts.get(asked.path.partition("?")[0], [Answer(b"not found", 404)])
        script = scripts.pop(0) if len(scripts) > 1 else scripts[0]
        return script if isinstance(script, Answer) else script(asked)

    async def _write(
        self, answer: Answer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        headers = {"content-length": str(len(answer.body))} | {
            name.lower(): value for name, value in answer.headers.items()
        }
        if answer.endless or headers["content-length"] == "none":
            del headers["content-length"]
        lines = [
            f"HTTP/1.1 {answer.status} Scripted",
            *(f"{name}: {line}" for name, value in headers.items() for line in value.split("\n")),
            "",
            "",
        ]
        writer.write("\r\n".join(lines).encode("utf-8", "surrogateescape"))
        await writer.drain()
        if answer.hang:
            await reader.read()
            return False
        if answer.cut_after is not None:
            writer.write(answer.body[: answer.cut_after])
            await writer.drain()
            writer.transport.abort()
            return False
        step = answer.drip or max(1, len(answer.body))
        while True:
            for start in range(0, len(answer.body), step):
                if answer.drip:
                    await asyncio.sleep(0.005)
                writer.write(answer.body[start : start + step])
                await writer.drain()
            if not answer.endless:
                return headers.get("content-length") == str(len(answer.body))


@asynccontextmanager
async def serving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Site]:
    """A running `Site`."""
    site = Site()
    server = await site.start(tls)
    try:
        yield site
    finally:
        await site.stop(server)
