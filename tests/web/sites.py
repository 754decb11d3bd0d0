"""The site on loopback, as its tests visit it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import ClientSession, CookieJar

from bot.messages.composer import Composer
from bot.web.met_table import MetTable
from bot.web.pictures import Pictures
from bot.web.server import application, serving
from bot.web.site import Site, SiteOptions
from config.catalogue_loader import load_catalogue
from storage.database import Database

ADDRESS = "http://diary.example"
"""What the addresses of the site begin with for the world."""


@asynccontextmanager
async def visited(
    database: Database, now: datetime, options: SiteOptions | None = None
) -> AsyncIterator[ClientSession]:
    """Serve the site and give a client that keeps cookies."""
    catalogue = load_catalogue()
    served = application(database, Composer(database, catalogue), lambda: now)
    site = Site(database, catalogue, lambda: now, options or SiteOptions(ADDRESS))
    Pictures(site).serve(served)
    MetTable(site).serve(served)
    site.serve(served)
    jar = CookieJar(unsafe=True)  # which takes cookies of an address of numbers
    async with (
        serving(served, "127.0.0.1", 0) as address,
        ClientSession(address, cookie_jar=jar) as client,
    ):
        yield client
