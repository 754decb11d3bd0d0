"""The web server: its limits, its headers, and calendars under addresses that nobody can guess.

It listens on loopback by default, meant to stand behind a proxy that does TLS. An address is a
secret: it is never logged, and what is not known is answered like what never was. A program that
has the calendar already is told so by its ETag.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.messages.composer import Composer
from bot.runtime.scheduler import Clock
from bot.web.headers import ALWAYS, transport_security
from config.errors import ConfigError
from config.settings import PREFIX
from storage import chats
from storage.database import Database

MAX_AGE = 900
"""Seconds for which a program need not ask again."""


def application(
    database: Database, composer: Composer, now: Clock, *, hsts_seconds: int = 0
) -> web.Application:
    """Return the web application with the calendars; others add what they serve.

    Args:
        database: Knows whose an address is.
        composer: Makes the calendars.
        now: Tells the present.
        hsts_seconds: For how long browsers are to come by TLS alone; 0 says nothing of it.
    """

    async def calendar(request: web.Request) -> web.Response:
        chat = await database.read(chats.of_calendar, request.match_info["token"])
        if chat is None:
            raise web.HTTPNotFound
        document = await composer.calendar(chat, now())
        tag = hashlib.sha256(document.content).hexdigest()[:32]
        headers = {"ETag": f'"{tag}"', "Cache-Control": f"private, max-age={MAX_AGE}"}
        known = request.if_none_match or ()
        if any(validator.value in {tag, "*"} for validator in known):
            return web.Response(status=304, headers=headers)
        headers["Content-Disposition"] = f'inline; filename="{document.name}"'
        return web.Response(
            body=document.content,
            headers=headers,
            content_type=document.media_type,
            charset="utf-8",
        )

    served = web.Application(middlewares=[_guarded({**ALWAYS, **transport_security(hsts_seconds)})])
    served.router.add_get("/calendar/{token:[A-Za-z0-9_-]{20,64}}.ics", calendar)
    return served


_KEPT_OF_ERRORS = frozenset({"Allow", "Location", "Vary", "Cache-Control"})


def _guarded(always: Mapping[str, str]) -> Middleware:
    """Return what puts headers on every answer that has none of the name.

    Errors say no more than their name.
    """

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            response = await handler(request)
        except web.HTTPException as error:
            kept = {name: value for name, value in error.headers.items() if name in _KEPT_OF_ERRORS}
            response = web.Response(status=error.status, text=f"{error.reason}\n", headers=kept)
        for name, value in always.items():
            response.headers.setdefault(name, value)
        return response

    return guarded


@dataclass(frozen=True, slots=True)
class ServerLimits:
    """What strangers may ask of the server; slow ones once held a thousand descriptors.

    Attributes:
        connections: Open at a time; more are turned away at once.
        idle: Seconds for a request's line and headers, and for which a connection may wait for its
            next request.
        request: Seconds for a request's body and the making of its answer.
    """

    connections: int = 200
    idle: float = 15.0
    request: float = 30.0


class _TurnedAway(asyncio.Protocol):
    """Ends a connection beyond the most that are served, before a byte of it is read."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            transport.abort()


@asynccontextmanager
async def serving(
    served: web.Application,
    host: str,
    port: int,
    limits: ServerLimits | None = None,
    *,
    setting: str = "WEB_PORT",
) -> AsyncIterator[str]:
    """Serve on `host` and `port` (0 for any free one) and give the address.

    `setting` names the one that holds the port.

    Raises:
        ConfigError: The port cannot be had.
    """
    limits = limits or ServerLimits()
    served.middlewares.insert(0, _in_time(limits.request))
    runner = web.AppRunner(served, access_log=None, keepalive_timeout=limits.idle)
    await runner.setup()
    listener: asyncio.Server | None = None
    try:
        try:
            listener = await _listen(runner, host, port, limits.connections)
        except OSError as error:
            raise ConfigError(
                f"{PREFIX}{setting}",
                f"cannot be listened on ({error.strerror or error})",
                "choose a free port",
            ) from None
        bound = listener.sockets[0].getsockname()
        yield f"http://{bound[0]}:{bound[1]}"
    finally:
        if listener is not None:
            listener.close()
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int, most: int) -> asyncio.Server:
    server = runner.server
    assert server is not None  # noqa: S101 - the runner is set up

    def connection() -> asyncio.BaseProtocol:
        return _TurnedAway() if len(server.connections) >= most else server()

    return await asyncio.get_running_loop().create_server(connection, host, port)


def _in_time(seconds: float) -> Middleware:
    """Return what answers a request that takes longer with a refusal, and ends its connection."""

    @web.middleware
    async def limited(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            async with asyncio.timeout(seconds):
                return await handler(request)
        except TimeoutError:
            response = web.Response(status=408, text="Request Timeout\n", headers=ALWAYS)
            response.force_close()
            return response

    return limited
