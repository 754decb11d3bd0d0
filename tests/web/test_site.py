"""Every page stands in every language; nobody is led elsewhere, and nothing may run."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from aiohttp import ClientSession

from bot.language.translator import Translator
from config.languages import INTERFACE_LANGUAGES
from storage.database import Database
from tests.web.sites import ADDRESS, visited


@pytest.fixture
async def client(sqlite: Database, now: datetime) -> AsyncIterator[ClientSession]:
    async with visited(sqlite, now) as client:
        yield client


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
async def test_a_page_stands_in_each_language(client: ClientSession, language: str) -> None:
    async with client.get(f"/{language}/about") as response:
        text = await response.text()
    assert response.status == 200
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in text
    assert Translator(language).gettext("How this diary reads") in text


async def test_a_page_names_its_likes_in_the_other_languages(client: ClientSession) -> None:
    async with client.get("/kk/about") as response:
        text = await response.text()
    assert f'rel="canonical" href="{ADDRESS}/kk/about"' in text
    for language in INTERFACE_LANGUAGES:
        assert f'hreflang="{language}" href="{ADDRESS}/{language}/about"' in text


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("kk-KZ,ru;q=0.8", "kk"),
        ("de,tr;q=0.5", "tr"),
        ("ru;q=0.2,az;q=0.9", "az"),
        ("de", "en"),
        ("", "en"),
        ("x" * 5000, "en"),
        ("tr;q=0, uz", "uz"),
        ("tk", "ru"),
    ],
)
async def test_an_address_without_a_language_leads_to_the_visitors_own(
    client: ClientSession, accepted: str, language: str
) -> None:
    asked = client.get("/about?a=1", headers={"Accept-Language": accepted}, allow_redirects=False)
    async with asked as response:
        assert response.status == 302
        assert response.headers["Location"] == f"/{language}/about?a=1"
        assert "Accept-Language" in response.headers["Vary"]


async def test_a_language_that_was_chosen_is_kept(client: ClientSession) -> None:
    chosen = client.get("/choose/language/ky/about?a=1", allow_redirects=False)
    async with chosen as response:
        assert (response.status, response.headers["Location"]) == (303, "/ky/about?a=1")
    async with client.get("/about", allow_redirects=False) as response:
        assert response.headers["Location"] == "/ky/about"


async def test_dark_and_light_are_kept_until_they_are_as_on_the_device_again(
    client: ClientSession,
) -> None:
    async with client.get("/choose/theme/dark/en/about") as response:
        assert 'data-theme="dark"' in await response.text()
    async with client.get("/choose/theme/system/en/about") as response:
        assert "data-theme" not in await response.text()


@pytest.mark.parametrize(
    "path",
    [
        "/choose/theme/dark//evil.example/",
        "/choose/theme/dark/%2F%2Fevil.example",
        "/choose/theme/dark/\\evil.example",
        "/choose/theme/blue/en/about",
        "/choose/language/xx/about",
    ],
)
async def test_a_choice_leads_nowhere_else(client: ClientSession, path: str) -> None:
    async with client.get(path, allow_redirects=False) as response:
        assert response.status == 404


async def test_a_language_chosen_on_a_strange_address_stays_on_this_server(
    client: ClientSession,
) -> None:
    asked = client.get("/choose/language/ru//evil.example/", allow_redirects=False)
    async with asked as response:
        assert response.headers["Location"] == "/ru/evil.example/"


async def test_what_there_is_not_is_said_in_the_visitors_language(client: ClientSession) -> None:
    async with client.get("/ru/nowhere/<script>") as response:
        text = await response.text()
    assert response.status == 404
    assert "Такой страницы нет" in text
    assert "<script>" not in text.replace('<script src="', "")
    assert response.headers["X-Robots-Tag"] == "noindex"


async def test_a_page_may_run_and_load_nothing_but_the_servers_own(client: ClientSession) -> None:
    async with client.get("/en/about") as response:
        text = await response.text()
        headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers
    assert " style=" not in text
    assert "onclick" not in text


async def test_what_a_page_refers_to_is_there_and_may_be_kept_for_a_year(
    client: ClientSession,
) -> None:
    async with client.get("/en/about") as response:
        text = await response.text()
    found = [part.split('"')[0] for part in text.split('="/static/')[1:]]
    assert len(found) == 3
    for file in found:
        async with client.get(f"/static/{file}") as response:
            assert response.status == 200
            assert "immutable" in response.headers["Cache-Control"]
            assert await response.read()
    async with client.get("/static/../site.py") as response:
        assert response.status == 404


async def test_a_database_that_is_away_is_said_and_nothing_more(
    client: ClientSession, sqlite: Database
) -> None:
    with sqlite.bare_transaction() as connection:
        connection.exec_driver_sql("ALTER TABLE source RENAME TO away")
    async with client.get("/en/about") as response:
        assert response.status == 503
        assert "away" not in await response.text()
