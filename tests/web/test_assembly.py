"""What is on the web goes by the settings: each part is where it is set up, and only there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.commands import Commands
from bot.messages.composer import Composer
from bot.web.assembly import diary
from bot.web.server import serving
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from storage.database import Database

TOKEN = "1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"


@asynccontextmanager
async def visited(
    database: Database, now: datetime, data_dir: Path, **chosen: object
) -> AsyncIterator[ClientSession]:
    settings = load_settings(env_file=None, data_dir=data_dir, **chosen)
    catalogue = load_catalogue()
    composer = Composer(database, catalogue)
    commands = Commands(database, catalogue, composer, lambda: now)
    served = diary(settings, catalogue, database, composer, commands, lambda: now)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client


async def status(client: ClientSession, path: str) -> int:
    async with client.get(path) as response:
        return response.status


async def test_pages_feeds_tables_and_pictures_are_always_there(
    sqlite: Database, now: datetime, tmp_path: Path
) -> None:
    async with visited(sqlite, now, tmp_path) as client:
        for path in ("/en/", "/en/feed.atom", "/en/met.csv", "/en/about"):
            assert await status(client, path) == 200, path


async def test_the_documentation_is_there_where_a_folder_is_set(
    sqlite: Database, now: datetime, tmp_path: Path
) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "index.html").write_text("<h1>Begin here</h1>")
    async with visited(sqlite, now, tmp_path, docs_dir=folder) as client:
        assert await status(client, "/docs/") == 200
    async with visited(sqlite, now, tmp_path) as client:
        assert await status(client, "/docs/") == 404


@pytest.mark.parametrize(("token", "found"), [(TOKEN, 200), (None, 404)])
async def test_the_mini_app_is_there_where_telegram_is(
    sqlite: Database, now: datetime, tmp_path: Path, token: str | None, found: int
) -> None:
    async with visited(sqlite, now, tmp_path, telegram_token=token) as client:
        assert await status(client, "/app") == found
