"""The main job on a real homeserver.

Invited into a room, told to follow OTS, the bot brings a card and the morning's digest.

The application is the real one, built from settings; its source is the demonstration's outlet on
loopback, and its clock is put forward.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import App
from bot.demo.articles import load
from bot.demo.server import serve
from bot.demo.show import DIGEST, EVENING, MORNING, DemoClock
from bot.platforms.matrix.messenger import MatrixMessenger
from bot.platforms.registry import messengers_of
from config.catalogue_loader import load_catalogue
from config.settings import Settings, load_settings
from config.sources import SourceSpec
from tests.homeserver.person import Person
from tests.homeserver.server import Homeserver


class Bot:
    """The bot at work: it listens all the time, and polls, reads and sends when told that it is
    later."""

    def __init__(self, app: App, clock: DemoClock) -> None:
        self._app = app
        self._clock = clock

    async def work(self) -> None:
        for _, _, stage in self._app.stages:
            await stage(self._clock())

    def wait_for(self, moment: datetime) -> None:
        self._clock.put_forward(moment)


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Bot]:
    clock = DemoClock(EVENING)
    async with serve(load(), clock) as feed:
        source = SourceSpec(key="wire", name="The Wire", url=feed, language="en", certainty="A")
        app = App(settings, replace(load_catalogue(), sources=(source,)), now=clock)
        async with app.opened():
            (messenger,) = app._messengers
            listening = asyncio.create_task(messenger.listen(app.commands.answer))
            try:
                yield Bot(app, clock)
            finally:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)


@pytest.fixture
def settings(homeserver: Homeserver, data_dir: Path) -> Settings:
    user_id, password = homeserver.register("bot")
    matrix = {
        "matrix_homeserver": homeserver.url,
        "matrix_user": user_id,
        "matrix_password": password,
    }
    return load_settings(
        env_file=None,
        data_dir=data_dir,
        http_allow_private=True,
        first_poll_days=0,
        article_days=0,
        **matrix,
    )


@pytest.fixture
async def person(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Person]:
    async with Person.at(homeserver, tmp_path) as one:
        yield one


@pytest.mark.parametrize("encrypted", [False, True], ids=["open room", "encrypted room"])
async def test_invited_and_told_to_follow_ots_it_brings_the_card_and_the_digest_formatted(
    settings: Settings, person: Person, *, encrypted: bool
) -> None:
    me = settings.matrix_user or ""
    async with running(settings) as bot:
        await bot.work()
        room = await person.room(me, encrypted=encrypted)
        await person.joined(room, me)
        await person.answer(room, me)  # the greeting
        for command, word in (("!subscribe ots", "OTS"), ("!timezone Europe/Istanbul", "Istanbul")):
            await person.say(room, command)
            assert word in (await person.answer(room, me)).body
        bot.wait_for(MORNING)
        await bot.work()
        card = (await person.answer(room, me)).source["content"]
        bot.wait_for(DIGEST)
        await bot.work()
        digest = (await person.answer(room, me)).source["content"]
    for said in (
        "CONFERENCE",
        "Tue 23 April 2024",
        "Geneva, Switzerland",
        "Kubanychbek Omuraliev",
        "Secretary General",
        "The Wire",
    ):
        assert said in card["body"], said
        assert said in card["formatted_body"], said
    assert "<strong>Kubanychbek Omuraliev</strong>" in card["formatted_body"]
    assert '<a href="http://127.0.0.1:' in card["formatted_body"]
    assert "<li>" in digest["formatted_body"]
    assert "Geneva" in digest["body"]


def test_the_settings_of_matrix_turn_it_on(settings: Settings) -> None:
    (messenger,) = messengers_of(settings, lambda _: [])
    assert isinstance(messenger, MatrixMessenger)
