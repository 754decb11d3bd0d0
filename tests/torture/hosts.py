"""Feeds on loopback, each of a host of its own, as the bot's limits a host go by hosts."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web


@asynccontextmanager
async def hosts(
    network: str, count: int, text_of: Callable[[int], str]
) -> AsyncIterator[list[str]]:
    """Serve feeds, and give their addresses.

    Args:
        network: The first three numbers of their hosts, of the loopback range.
        count: How many there are.
        text_of: Returns the feed of a number, at each request anew.
    """

    async def feed(request: web.Request) -> web.Response:
        text = text_of(int(request.match_info["number"]))
        return web.Response(text=text, content_type="application/rss+xml")

    application = web.Application()
    application.add_routes([web.get("/{number:\\d+}.xml", feed)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    for number in range(count):
        await web.TCPSite(runner, f"{network}.{number + 1}", 0).start()
    opened = enumerate(runner.addresses)
    yield [f"http://{host}:{port}/{number}.xml" for number, (host, port) in opened]
    await runner.cleanup()
