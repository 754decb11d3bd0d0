"""The diary's site on loopback for the bench, and a bare answer beside it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from statistics import quantiles

from aiohttp import ClientSession, web

from bot.messages.composer import Composer
from bot.web.answers import AnswerCache
from bot.web.conditional import ConditionalAnswers
from bot.web.feeds import Feeds
from bot.web.server import application, serving
from bot.web.site import Site, SiteOptions
from config.catalogue_loader import load_catalogue
from storage.database import Database
from tests.bench.diary import NOW


@asynccontextmanager
async def site_on(database: Database, cache: AnswerCache) -> AsyncIterator[ClientSession]:
    """Serve the site and give a client; `cache` keeps the answers."""
    async with diary_on(database, cache) as (_site, client):
        yield client


@asynccontextmanager
async def diary_on(
    database: Database, cache: AnswerCache
) -> AsyncIterator[tuple[Site, ClientSession]]:
    """Serve the site; give it and a client."""
    catalogue, options = load_catalogue(), SiteOptions("https://diary.example")
    site = Site(database, catalogue, lambda: NOW, options)
    served = application(database, Composer(database, catalogue), lambda: NOW)
    Feeds(site).serve(served)
    site.serve(served)
    ConditionalAnswers(cache).serve(served)
    async with (
        serving(served, "127.0.0.1", 0) as address,
        ClientSession(address, auto_decompress=False) as client,
    ):
        yield site, client


def p99(seconds: list[float]) -> float:
    """Return what 99 of 100 stay below."""
    return quantiles(seconds, n=100)[98]


async def body_of(client: ClientSession, address: str) -> bytes:
    """Return what is answered, packed."""
    async with client.get(address, headers={"Accept-Encoding": "gzip"}) as response:
        response.raise_for_status()
        return await response.read()


@asynccontextmanager
async def bare_answer(body: bytes) -> AsyncIterator[ClientSession]:
    """Serve bytes by aiohttp and nothing else, and give a client."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=body)

    served = web.Application()
    served.router.add_get("/", answer)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client
