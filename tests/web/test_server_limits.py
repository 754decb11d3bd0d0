"""The web server's limits: who is slow or comes in a crowd is shown out, and others are served
meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web

from bot.web.server import ServerLimits, serving

QUICK = ServerLimits(connections=5, idle=0.5, request=0.5)
SOON = 14.0
"""Seconds that a busy machine has for it: fewer than the limits that stand without these."""
FULL = b"GET /ok HTTP/1.1\r\nHost: a\r\n\r\n"


async def _ok(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


async def _body(request: web.Request) -> web.Response:
    return web.Response(body=await request.read())


@asynccontextmanager
async def server(limits: ServerLimits = QUICK) -> AsyncIterator[tuple[str, int]]:
    served = web.Application()
    served.router.add_get("/ok", _ok)
    served.router.add_post("/body", _body)
    async with serving(served, "127.0.0.1", 0, limits) as address:
        yield address, int(address.rsplit(":", 1)[1])


@pytest.mark.parametrize("sent", [b"", b"GET /ok HT", b"GET /ok HTTP/1.1\r\nHost: a\r\nX-Slow: "])
async def test_a_request_whose_headers_do_not_come_is_given_up(sent: bytes) -> None:
    async with server() as (_, port):
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        outgoing.write(sent)

        async with asyncio.timeout(SOON):
            assert await incoming.read() == b""
        outgoing.close()


async def test_headers_that_drip_are_given_up_all_the_same() -> None:
    async with server() as (_, port):
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        outgoing.write(b"GET /ok HTTP/1.1\r\n")

        async with asyncio.timeout(SOON):
            ended = asyncio.create_task(incoming.read())
            while not ended.done():
                outgoing.write(b"X: y\r\n")
                await asyncio.wait([ended], timeout=0.1)
        outgoing.close()


async def test_a_connection_that_asks_nothing_more_is_closed() -> None:
    async with server() as (_, port):
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        outgoing.write(FULL)

        async with asyncio.timeout(SOON):
            assert (await incoming.read()).endswith(b"ok")
        outgoing.close()


async def test_a_body_that_does_not_come_is_answered_with_a_refusal() -> None:
    async with server() as (_, port):
        incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
        outgoing.write(b"POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\nfew")

        async with asyncio.timeout(SOON):
            assert b" 408 " in await incoming.readline()
        outgoing.close()


async def test_a_crowd_is_turned_away_and_the_server_opens_again_when_it_has_gone() -> None:
    async with server(ServerLimits(connections=5, idle=60)) as (address, port):
        crowd = [await asyncio.open_connection("127.0.0.1", port) for _ in range(40)]
        async with asyncio.timeout(SOON):
            gone = [asyncio.create_task(_ended(incoming)) for incoming, _ in crowd]
            while sum(task.done() for task in gone) < 35:
                await asyncio.wait(gone, return_when=asyncio.FIRST_COMPLETED, timeout=0.1)
        for task in gone:
            task.cancel()
        for _, outgoing in crowd:
            outgoing.close()

        async with ClientSession(address) as client, asyncio.timeout(SOON):
            assert await _answered(client) == "ok"


async def _ended(incoming: asyncio.StreamReader) -> None:
    try:
        await incoming.read()
    except ConnectionError:
        return


async def _answered(client: ClientSession) -> str:
    """Ask until the server has noticed that the crowd is gone."""
    while True:
        try:
            async with client.get("/ok") as response:
                return await response.text()
        except OSError:
            await asyncio.sleep(0)
