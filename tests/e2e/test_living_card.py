"""The living card, end to end.

Sent, edited in place when a second outlet adds a name, told anew when the event is moved or called
off.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from bot.app import App
from bot.demo.show import DemoClock
from config.catalogue_loader import load_catalogue
from config.settings import Settings, load_settings
from config.sources import SourceSpec
from tests.e2e.festival import ANNOUNCED, BEGAN, MOVED, OFF, SECOND, outlets
from tests.homeserver.person import Person
from tests.homeserver.server import Homeserver
from tests.telegram_api import TOKEN, BotApi
from tests.telegram_api import Person as TelegramPerson
from tests.telegram_api.world import Posted

TITLE = "Korkut Ata film festival"
SETTINGS: dict[str, Any] = {"http_allow_private": True, "first_poll_days": 0, "article_days": 0}


class Bots:
    """One bot after another on the same database, each the whole application, at a moment that the
    test chooses."""

    def __init__(
        self, settings: Settings, sources: tuple[SourceSpec, ...], clock: DemoClock
    ) -> None:
        self._settings = settings
        self._sources = sources
        self._clock = clock

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Callable[..., Awaitable[None]]]:
        """Start a bot and give what runs its stages at a moment: all of them, or those named.

        It is gone afterwards.
        """
        app = App(self._settings, replace(load_catalogue(), sources=self._sources), now=self._clock)

        async def work(moment: Any, *names: str) -> None:
            self._clock.put_forward(moment)
            for name, _, stage in app.stages:
                if not names or name in names:
                    await stage(moment)

        async with app.opened():
            (messenger,) = app._messengers
            listening = asyncio.create_task(messenger.listen(app.commands.answer))
            try:
                yield work
            finally:
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening


@asynccontextmanager
async def bots(settings: Settings) -> AsyncIterator[Bots]:
    async with AsyncExitStack() as stack:
        clock = DemoClock(BEGAN)
        yield Bots(settings, await stack.enter_async_context(outlets(clock)), clock)


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api
        assert api.complaints == []


@pytest.fixture
def telegram(api: BotApi, data_dir: Path) -> Settings:
    return load_settings(
        env_file=None,
        data_dir=data_dir,
        telegram_token=TOKEN,
        telegram_base_url=api.url,
        **SETTINGS,
    )


async def follows_turksoy(api: BotApi) -> TelegramPerson:
    person = api.person()
    api.says(person, "/subscribe turksoy")
    agreed = await api.message(person, "TURKSOY")
    api.says(person, "/mode alerts")
    await api.message(person, after=agreed.message_id)
    return person


async def test_on_telegram_the_card_is_edited_and_what_matters_is_told_anew(
    api: BotApi, telegram: Settings
) -> None:
    async with bots(telegram) as them, them.running() as work:
        person = await follows_turksoy(api)
        await work(ANNOUNCED)
        card = await api.message(person, TITLE)
        assert "8–11 October 2024" in card.text
        assert "Adil Kerimli" not in card.text
        await work(SECOND)
        assert "Adil Kerimli" in card.text
        assert "Haber" in card.text
        assert (card.edits, len(about_it(api, person))) == (1, 1)
        await work(MOVED)
        assert "15–18 October 2024" in card.text
        (_card, moved) = about_it(api, person)
        assert moved.text.startswith("MOVED · ")
        assert "8–11 October 2024  →  15–18 October 2024" in moved.text
        await work(OFF)
        assert "✖ CANCELLED" in card.text
        (_card, _moved, off) = about_it(api, person)
        assert off.text.startswith("CANCELLED · ")
        assert "has been cancelled, TURKSOY said." in off.text
        await work(OFF)
        assert (card.edits, len(about_it(api, person))) == (3, 3)


def about_it(api: BotApi, person: TelegramPerson) -> list[Posted]:
    return [
        message
        for message in api.messages(person)
        if "festival" in message.text and message.sender["is_bot"]
    ]


async def test_the_calendar_keeps_the_entry_of_a_moved_event_and_the_sources_show_who_says_what(
    api: BotApi, telegram: Settings
) -> None:
    async with bots(telegram) as them, them.running() as work:
        person = await follows_turksoy(api)
        await work(ANNOUNCED)
        before = await entry(api, person)
        assert (before.dtstart, before.dtend, before.status, before.sequence) == (
            date(2024, 10, 8),
            date(2024, 10, 12),
            "CONFIRMED",
            0,
        )
        await work(SECOND)
        await work(MOVED)
        moved = await entry(api, person)
        assert (moved.uid, moved.dtstart, moved.dtend) == (
            before.uid,
            date(2024, 10, 15),
            date(2024, 10, 19),
        )
        api.says(person, "/event 1 sources")
        sources = await api.message(person, "Outlets disagree about the day.")
        places = [
            sources.text.index(words)
            for words in (
                "15–18 October",
                "8–11 October 2024\n",
                "“The Korkut Ata film festival will be held",
                "“TÜRKSOY'un Korkut Ata",
            )
        ]
        assert places == sorted(places)
        await work(OFF)
        off = await entry(api, person)
        assert (off.uid, off.status) == (before.uid, "CANCELLED")
        assert 0 < (moved.sequence or 0) < (off.sequence or 0)


async def entry(api: BotApi, person: TelegramPerson) -> Event:
    """Return the one entry of the calendar that the bot gives now, read by another library than the
    one that writes it."""
    last = max(message.message_id for message in api.messages(person))
    api.says(person, "/calendar")
    message = await api.message(person, "your calendar", after=last)
    assert message.file is not None
    (found,) = IcsCalendarStream.calendar_from_ics(message.file[2].decode()).events
    return found


async def test_a_bot_that_ends_between_the_second_source_and_the_edit_loses_nothing(
    api: BotApi, telegram: Settings
) -> None:
    async with bots(telegram) as them:
        async with them.running() as work:
            person = await follows_turksoy(api)
            await work(ANNOUNCED)
            card = await api.message(person, TITLE)
            await work(SECOND, "poll", "read")
        assert "Adil Kerimli" not in card.text
        async with them.running() as work:
            await work(MOVED, "poll", "read")
        async with them.running() as work:
            await work(MOVED, "send")
        assert "Adil Kerimli" in card.text
        assert "15–18 October 2024" in card.text
        assert [message.text.split(" · ")[0] for message in about_it(api, person)[1:]] == ["MOVED"]


async def test_on_matrix_the_card_is_replaced_and_what_matters_is_told_anew(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    me, password = homeserver.register("bot")
    account = {"matrix_homeserver": homeserver.url, "matrix_user": me, "matrix_password": password}
    settings = load_settings(env_file=None, data_dir=tmp_path / "bot", **SETTINGS, **account)
    async with (
        Person.at(homeserver, tmp_path) as person,
        bots(settings) as them,
        them.running() as work,
    ):
        await work(BEGAN)
        room = await person.room(me)
        await person.joined(room, me)
        await person.answer(room, me)  # the greeting
        await person.say(room, "!subscribe turksoy")
        await person.answer(room, me)
        await person.say(room, "!mode alerts")
        await person.answer(room, me)
        await work(ANNOUNCED)
        card = await person.answer(room, me)
        assert "8–11 October 2024" in card.source["content"]["body"]
        await work(SECOND)
        edit = (await person.answer(room, me)).source["content"]
        assert edit["m.relates_to"] == {"rel_type": "m.replace", "event_id": card.event_id}
        assert "Adil Kerimli" in edit["m.new_content"]["body"]
        await work(MOVED)
        said = [(await person.answer(room, me)).source["content"] for _ in range(2)]
        (edit,) = [one for one in said if "m.relates_to" in one]
        (moved,) = [one for one in said if "m.relates_to" not in one]
        assert edit["m.relates_to"]["event_id"] == card.event_id
        assert "15–18 October 2024" in edit["m.new_content"]["body"]
        assert moved["body"].startswith("MOVED · ")
