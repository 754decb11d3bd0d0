"""The diary on the web is a role of its own: on both databases, in any number of processes."""

import asyncio
import socket
from datetime import datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.app import App
from bot.runtime.roles import Role
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from storage.database import Database
from tests.web.diary import CONFERENCE, FESTIVAL, fill, fill_hostile
from tests.web.sites import visited

PATHS = (
    "/en/",
    "/ru/week/2024-W30",
    "/kk/month/2024-04",
    f"/az/event/{CONFERENCE}",
    f"/ky/event/{FESTIVAL}",
    "/tr/people",
    "/uz/person/1",
    "/en/organizations",
    "/en/organization/turksoy",
    "/en/place/geneva",
    "/en/country/CH",
    "/en/met",
    "/en/search?q=Raev",
    "/en/search?organization=ots&kind=conference&word=heritage",
    "/en/?country=CH&town=geneva",
    "/en/sources",
    "/en/about",
)


async def test_every_page_is_shown_from_either_database(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        fill(session, now)
        fill_hostile(session, now)
    async with visited(database, now) as client:
        for path in PATHS:
            async with client.get(path) as response:
                assert response.status == 200, path


def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
    return number


def app_on(url: str, folder: Path, now: datetime) -> App:
    settings = load_settings(
        env_file=None, data_dir=folder, database_url=url, web_port=port(), article_days=0
    )
    roles = {Role.WEB}
    return App(settings, load_catalogue(), messengers=[], now=lambda: now, roles=roles)


async def test_several_processes_show_the_same_diary(
    postgres_url: str, tmp_path: Path, now: datetime
) -> None:
    one, other = (app_on(postgres_url, tmp_path, now) for _ in range(2))
    with one.database.transaction() as session:
        fill(session, now)
    async with one.opened(), other.opened(), one.web() as here, other.web() as there:
        assert here is not None
        assert there is not None
        async with ClientSession() as client:
            asked = [client.get(f"{address}/en/event/{CONFERENCE}") for address in (here, there)]
            answers = await asyncio.gather(*asked)
            texts = [await answer.text() for answer in answers]
    assert [answer.status for answer in answers] == [200, 200]
    assert all("United in Heritage" in text for text in texts)


async def test_a_process_without_the_role_shows_nothing(
    sqlite_url: str, tmp_path: Path, now: datetime
) -> None:
    settings = load_settings(
        env_file=None, data_dir=tmp_path, database_url=sqlite_url, web_port=port()
    )
    roles = {Role.POLL, Role.READ}
    app = App(settings, load_catalogue(), messengers=[], now=lambda: now, roles=roles)
    async with app.opened(), app.web() as address:
        assert address is None


@pytest.mark.parametrize("seconds", [0, 31_536_000])
async def test_tls_is_asked_for_only_where_it_is_set(
    sqlite_url: str, tmp_path: Path, now: datetime, seconds: int
) -> None:
    settings = load_settings(
        env_file=None,
        data_dir=tmp_path,
        database_url=sqlite_url,
        web_port=port(),
        web_hsts_seconds=seconds,
    )
    app = App(settings, load_catalogue(), messengers=[], now=lambda: now, roles={Role.WEB})
    async with (
        app.opened(),
        app.web() as address,
        ClientSession(address) as client,
        client.get("/en/about") as response,
    ):
        said = response.headers.get("Strict-Transport-Security")
    assert said == (f"max-age={seconds}" if seconds else None)
