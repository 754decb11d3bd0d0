"""The small web server: calendars under addresses that nobody can guess, for calendar programs to subscribe to. Off unless a port is set.

It listens on loopback by default, meant to stand behind a proxy that does TLS. An address is a
secret: it is never logged, and what is not known is answered like what never was. A program that
has the calendar already is told so by its ETag.
"""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.messages.composer import Composer
from bot.runtime.scheduler import Clock
from config.errors import ConfigError
from config.settings import PREFIX
from storage import chats
from storage.database import Database

MAX_AGE = 900
"""Seconds for which a program need not ask again."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


def application(database: Database, composer: Composer, now: Clock) -> web.Application:
    """Return the web application.

    Args:
        database: Knows whose an address is.
        composer: Makes the calendars.
        now: Tells the present.
    """

    async def calendar(request: web.Request) -> web.Response:
        chat = await database.run(chats.of_calendar, request.match_info["token"])
        if chat is None:
            raise web.HTTPNotFound
        document = await composer.calendar(chat, now())
        tag = hashlib.sha256(document.content).hexdigest()[:32]
        headers = {"ETag": f'"{tag}"', "Cache-Control": f"private, max-age={MAX_AGE}"}
        known = request.if_none_match or ()
        if any(one.value in {tag, "*"} for one in known):
            return web.Response(status=304, headers=headers)
        headers["Content-Disposition"] = f'inline; filename="{document.name}"'
        return web.Response(
            body=document.content,
            headers=headers,
            content_type=document.media_type,
            charset="utf-8",
        )

    served = web.Application(middlewares=[_guarded])
    served.router.add_get("/calendar/{token:[A-Za-z0-9_-]{20,64}}.ics", calendar)
    return served


@web.middleware
async def _guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Put the same headers on every answer; errors say no more than their name."""
    try:
        response = await handler(request)
    except web.HTTPException as error:
        response = web.Response(
            status=error.status,
            text=f"{error.reason}\n",
            headers={k: v for k, v in error.headers.items() if k == "Allow"},
        )
    response.headers.update(_HEADERS)
    return response


@asynccontextmanager
async def serving(served: web.Application, host: str, port: int) -> AsyncIterator[str]:
    """Serve on `host` and `port` (0 for any free one) and give the address.

    Raises:
        ConfigError: The port cannot be had.
    """
    runner = web.AppRunner(served, access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise ConfigError(
                f"{PREFIX}WEB_PORT",
                f"cannot be listened on ({error.strerror or error})",
                "choose a free port",
            ) from None
        bound = runner.addresses[0]
        yield f"http://{bound[0]}:{bound[1]}"
    finally:
        await runner.cleanup()
