"""The diary in Telegram: what the chat follows, and switches that do what commands do."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest
from aiohttp import ClientSession
from lxml import html
from pydantic import SecretStr
from sqlmodel import Session

from bot.commands import Access, Commands, Options
from bot.messages.composer import Composer
from bot.web.mini_app import MiniApp
from bot.web.server import application, serving
from bot.web.site import Site, SiteOptions
from config.catalogue_loader import load_catalogue
from storage import chats
from storage.database import Database
from storage.enums import Topic
from tests.platforms.telegram.test_init_data import TOKEN, signed
from tests.storage.things import filed, person

NOW = datetime(2024, 4, 25, 9, tzinfo=UTC)
GOOD = signed(at=NOW)
SWITCH = {"topic": "organization", "subject": "turksoy", "on": "1"}
HOSTILE = "</h3><script>alert(1)</script>"


def fill(session: Session) -> int:
    chat = chats.ensure(session, "telegram", "77", "", NOW, language="en")
    chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
    chats.subscribe(session, chat.id, Topic.COUNTRY, "KZ")
    ahead, kadir = date(2024, 5, 6), person("Kadir Yaman")
    kept = partial(filed, session, NOW)
    kept("11th summit", starts_on=ahead, tense="future", city="Bishkek")
    kept(HOSTILE, starts_on=date(2024, 4, 23), participations=(kadir,))
    kept("Not followed", starts_on=ahead, organizations=("turkpa",))
    kept("Long ago", starts_on=date(2024, 1, 6))
    return chat.id


@asynccontextmanager
async def opened(
    database: Database, options: Options | None = None, allowed: tuple[int, ...] = ()
) -> AsyncIterator[ClientSession]:
    catalogue = load_catalogue()
    composer = Composer(database, catalogue)
    site = Site(database, catalogue, lambda: NOW, SiteOptions("https://diary.example"))
    commands = Commands(database, catalogue, composer, lambda: NOW, options)
    served = application(database, composer, lambda: NOW)
    MiniApp(site, commands, TOKEN, lambda: NOW, allowed).serve(served)
    site.serve(served)
    async with serving(served, "127.0.0.1", 0) as address, ClientSession(address) as client:
        yield client


@pytest.fixture
def chat_id(sqlite: Database) -> int:
    with sqlite.transaction() as session:
        return fill(session)


@pytest.fixture
async def client(sqlite: Database, chat_id: int) -> AsyncIterator[ClientSession]:
    assert chat_id
    async with opened(sqlite) as client:
        yield client


async def shown(
    client: ClientSession,
    init_data: str = GOOD,
    switch: dict[str, str] | None = None,
    status: int = 200,
) -> html.HtmlElement:
    """The page that a form leads to: the one that opens the app, or a switch."""
    path = "/app" if switch is None else "/app/follow"
    async with client.post(path, data={"init_data": init_data, **(switch or {})}) as response:
        assert response.status == status
        assert response.headers["Cache-Control"] == "no-store"
        return html.document_fromstring(await response.text())


def switches(page: html.HtmlElement) -> dict[str, bool]:
    forms = page.xpath("//ul[@class='switches']//form")
    return {
        str(form.fields["subject"]): form.xpath(".//button/@aria-checked") == ["true"]
        for form in forms
    }


async def test_the_page_asks_nobody_else_and_may_stand_in_telegrams_client_alone(
    client: ClientSession,
) -> None:
    async with client.get("/app") as response:
        policy = response.headers["Content-Security-Policy"]
        page = html.document_fromstring(await response.text())
    assert "frame-ancestors https://web.telegram.org" in policy
    assert "script-src 'self'" in policy
    addresses = page.xpath("//script/@src | //link/@href")
    assert addresses
    assert all(address.startswith("/static/") for address in addresses)
    async with client.get("/en/about") as response:
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]


async def test_a_page_is_in_the_language_of_its_chat(
    client: ClientSession, sqlite: Database, chat_id: int
) -> None:
    with sqlite.transaction() as session:
        chats.update(session, chat_id, language="kk")
    page = await shown(client)
    assert page.get("lang") == "kk"
    assert "Бүгін және алда" in page.text_content()


async def test_a_chat_sees_what_it_follows(client: ClientSession) -> None:
    page = await shown(client)
    titles = page.xpath("//article//h3/a")
    assert [title.text_content() for title in titles] == ["11th summit", HOSTILE]
    assert titles[0].get("href") == "/en/event/1"
    assert page.xpath("//script[not(@src)]") == []
    held = switches(page)
    assert (held["ots"], held["turksoy"], held["KZ"]) == (True, False, True)


async def test_a_switch_follows_and_follows_no_longer(
    client: ClientSession, sqlite: Database, chat_id: int
) -> None:
    on = {"topic": "organization", "subject": "turkpa", "on": "1"}
    page = await shown(client, switch=on)
    assert switches(page)["turkpa"]
    assert "Not followed" in page.text_content()
    page = await shown(client, switch=on | {"on": "0"})
    assert not switches(page)["turkpa"]
    page = await shown(client, switch={"topic": "country", "subject": "KZ", "on": "0"})
    assert "KZ" not in switches(page)
    with sqlite.transaction() as session:
        assert [one.subject for one in chats.subscriptions(session, chat_id)] == ["ots"]


@pytest.mark.parametrize(
    ("topic", "subject"),
    [
        ("person", "1"),
        ("kind", "summit"),
        ("country", "TR"),
        ("organization", "turksoy"),
        ("town", "geneva"),
        ("word", "middle corridor"),
    ],
)
async def test_each_sort_of_thing_can_be_switched(
    client: ClientSession, topic: str, subject: str
) -> None:
    switch = {"topic": topic, "subject": subject}
    assert switches(await shown(client, switch=switch | {"on": "1"}))[subject]
    assert not switches(await shown(client, switch=switch | {"on": "0"})).get(subject)


@pytest.mark.parametrize(
    ("topic", "subject"),
    [
        ("organization", "all"),
        ("organization", "ots, turksoy"),
        ("person", "1; DROP"),
        ("person", "²"),
        ("kind", "stop"),
        ("country", "XX"),
        ("town", "atlantis"),
        ("word", 'of" , all, "x'),
        ("word", ""),
        ("stop", ""),
        ("", ""),
    ],
)
async def test_no_other_command_can_be_said_by_a_switch(
    client: ClientSession, topic: str, subject: str
) -> None:
    form = {"init_data": GOOD, "topic": topic, "subject": subject, "on": "1"}
    async with client.post("/app/follow", data=form) as response:
        assert response.status == 400


@pytest.mark.parametrize("switch", [None, SWITCH])
@pytest.mark.parametrize(
    ("init_data", "sentence"),
    [
        (signed(SecretStr("1:other"), at=NOW), "does not confirm"),
        (GOOD.replace("%3A77", "%3A78"), "does not confirm"),
        ("", "does not confirm"),
        (signed(at=NOW - timedelta(hours=2)), "open for too long"),
    ],
)
async def test_what_is_forged_or_stale_opens_nothing(
    client: ClientSession,
    sqlite: Database,
    chat_id: int,
    init_data: str,
    sentence: str,
    switch: dict[str, str] | None,
) -> None:
    page = await shown(client, init_data, switch, status=403)
    assert sentence in page.text_content()
    assert switches(page) == {}
    assert page.xpath("//article") == []
    with sqlite.transaction() as session:
        assert len(chats.subscriptions(session, chat_id)) == 2


async def test_whom_the_bot_has_not_met_is_asked_to_speak_to_it_first(
    client: ClientSession,
) -> None:
    stranger = signed(at=NOW, user='{"id":5,"language_code":"en"}')
    page = await shown(client, stranger)
    assert "/start" in page.text_content()
    assert switches(page) == {}


async def test_who_is_not_let_in_sees_nothing(sqlite: Database, chat_id: int) -> None:
    assert chat_id
    private = replace(Options(), access=Access(("telegram:5",)))
    async with opened(sqlite, private) as client:
        page = await shown(client)
        assert page.xpath("//article") == []
        assert switches(page) == {}
        await shown(client, switch=SWITCH)
    with sqlite.transaction() as session:
        assert len(chats.subscriptions(session, chat_id)) == 2
    async with opened(sqlite, allowed=(5,)) as client:
        await shown(client, status=403)


async def test_a_chat_that_follows_nothing_can_begin_here(sqlite: Database) -> None:
    with sqlite.transaction() as session:
        chats.ensure(session, "telegram", "77", "", NOW, language="en")
    async with opened(sqlite) as client:
        page = await shown(client)
        assert page.xpath("//article") == []
        assert set(switches(page).values()) == {False}


async def test_more_than_a_form_is_not_read(client: ClientSession) -> None:
    async with client.post("/app", data={"init_data": "x" * 100_000}) as response:
        assert response.status == 413
