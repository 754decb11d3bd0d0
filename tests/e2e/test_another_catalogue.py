"""A bot goes by the catalogue that it is given, from the feed to the card.

Organisations of its own, and none of ours.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from bot.app import App
from bot.demo.articles import DemoArticle
from bot.demo.server import serve
from bot.demo.show import DemoClock
from bot.platforms.base import UserRequest
from bot.platforms.console import HERE, ConsoleMessenger
from config.catalogue import ReadersCatalogue
from config.organizations import Head, Organization
from config.settings import load_settings
from config.sources import SourceSpec
from storage import chats, events, headships
from storage.events import EventRecord
from storage.models import Chat
from tests.defaults import CATALOGUE

NOW = datetime(2024, 9, 20, 9, tzinfo=UTC)
WEAVERS = Organization(
    id="weavers",
    founded="2019",
    names={"en": ("Steppe Weavers Union",)},
    abbreviations={"en": ("STEWU",)},
    short={"en": "STEWU"},
    site="https://weavers.example/",
    heads=(Head(name="Aigul Toktosunova", role="Secretary General"),),
)
ARTICLES = (
    DemoArticle(
        "weavers",
        NOW,
        "Steppe Weavers Union holds conference in Bishkek",
        (
            (
                "The Steppe Weavers Union (STEWU) held a conference on looms in Bishkek, "
                "Kyrgyzstan, on 19 September 2024."
            ),
            (
                "Aigul Toktosunova, Secretary General of the Steppe Weavers Union, "
                "opened the conference."
            ),
        ),
        whole=True,
    ),
    DemoArticle(
        "ots",
        NOW,
        "Organization of Turkic States holds conference in Baku",
        (
            (
                "The Organization of Turkic States (OTS) held a conference on health in "
                "Baku, Azerbaijan, on 19 September 2024."
            ),
            (
                "Kubanychbek Omuraliev, Secretary General of the Organization of Turkic "
                "States, opened it."
            ),
        ),
        whole=True,
    ),
)


def without_ots(feed: str) -> ReadersCatalogue:
    """The project's catalogue with the weavers in the place of the OTS, and with one source."""
    others = [body for body in CATALOGUE.organizations if body.id != "ots"]
    source = SourceSpec(key="wire", name="The Wire", url=feed, language="en", certainty="A")
    return replace(CATALOGUE, organizations=(WEAVERS, *others), sources=(source,))


@pytest.fixture
async def app(data_dir: Path) -> AsyncIterator[App]:
    async with read_everything(data_dir) as app:
        yield app


@asynccontextmanager
async def read_everything(folder: Path) -> AsyncIterator[App]:
    """A bot of which a chat follows the weavers, and that has read both articles."""
    clock = DemoClock(NOW)
    settings = load_settings(
        env_file=None,
        data_dir=folder,
        http_allow_private=True,
        first_poll_days=0,
        article_days=0,
    )
    async with serve(ARTICLES, clock) as feed:
        app = App(settings, without_ots(feed), messengers=[ConsoleMessenger()], now=clock)
        async with app.opened():
            for said in ("subscribe weavers", "mode alerts"):
                await app.commands.answer(UserRequest(HERE, "you", said))
            for name, _, stage in app.stages:
                if name in {"poll", "read"}:
                    await stage(clock())
            yield app


def found(session: Session) -> list[EventRecord]:
    return events.records(session)


def reader_of_cards(session: Session) -> Chat:
    return chats.ensure(session, HERE.platform, HERE.chat, HERE.thread, NOW)


async def test_only_the_organisations_of_the_catalogue_have_events(app: App) -> None:
    (event,) = await app.database.run(found)
    assert event.organizations == ("weavers",)
    assert event.event.starts_on == date(2024, 9, 19)
    assert event.event.city == "Bishkek"


async def test_the_card_calls_the_organisation_as_the_catalogue_does(app: App) -> None:
    (event,) = await app.database.run(found)
    chat = await app.database.run(reader_of_cards)
    card = await app._composer.card(chat, event.event.id)
    assert "STEWU" in card.plain
    assert "Aigul Toktosunova" in card.plain


async def test_who_heads_an_organisation_of_the_catalogue_is_kept(app: App) -> None:
    ((tenure, person),) = await app.database.run(headships.heads)
    assert (tenure.organization, person.name) == ("weavers", "Aigul Toktosunova")
