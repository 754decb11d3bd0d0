"""The bot as a whole: what settings become, and how it behaves when a platform fails."""

import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot import app as app_module
from bot.app import App
from bot.delivery import listening
from bot.language.name_forms import NameForms
from bot.language.name_matching import name_sound
from bot.messages.message import Message
from bot.platforms.base import Address, Answer, Capabilities, UserRequest
from bot.runtime.scheduler import utc_now
from config.catalogue_loader import load_catalogue
from config.errors import ConfigError
from config.settings import Settings, load_settings
from storage import chats
from storage.database import Database
from storage.enums import Topic
from storage.errors import DatabaseError
from storage.migrations import migrate

HERE = Address("console", "here")


class Deaf:
    """A platform whose listening ends as it is told; it takes every message."""

    platform = "console"
    capabilities = Capabilities()

    def __init__(self, *outcomes: Exception | None) -> None:
        self._outcomes = list(outcomes)
        self.listened = 0
        self.closed = False

    # Takes everything.
    async def send(self, address: Address, message: Message, *, key: str) -> str:
        return key

    # As above.
    async def edit(
        self,
        address: Address,
        remote_id: str,
        message: Message,
        *,
        key: str,
    ) -> str:
        return remote_id

    async def listen(self, answer: Answer) -> None:
        self.listened += 1
        outcome = self._outcomes.pop(0) if self._outcomes else None
        if outcome is not None:
            raise outcome
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.Event().wait()

    async def close(self) -> None:
        self.closed = True


@pytest.fixture
def settings(data_dir: Path) -> Settings:
    return load_settings(
        env_file=None,
        data_dir=data_dir,
        default_timezone="Asia/Bishkek",
        default_language="ru",
        poll_tick_seconds=3600,
    )


def app_with(settings: Settings, *messengers: Deaf) -> App:
    return App(settings, replace(load_catalogue(), sources=()), messengers=messengers)


async def test_it_runs_until_it_is_told_to_stop_and_closes_its_platforms(
    settings: Settings,
) -> None:
    messenger = Deaf()
    async with asyncio.timeout(120):
        await app_with(settings, messenger).run()
    assert messenger.closed


async def test_the_words_of_languages_are_let_go_of_once_the_readers_have_them(
    settings: Settings,
) -> None:
    catalogue = replace(load_catalogue(), sources=())
    is_held = ref(catalogue)
    app = App(settings, catalogue, messengers=[Deaf()])
    del catalogue
    gc.collect()
    assert is_held() is None
    async with asyncio.timeout(120):
        await app.run()


async def test_a_platform_that_fails_is_listened_to_again(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "LISTEN_AGAIN", 0)
    messenger = Deaf(OSError("no route"), RuntimeError("surprise"), None)
    with capture_logs() as logs:
        async with asyncio.timeout(120):
            await app_with(settings, messenger).run()
    assert messenger.listened == 3
    assert len([line for line in logs if line["event"] == "listening failed"]) == 2


async def test_a_wrong_token_stops_the_bot_and_says_so(settings: Settings) -> None:
    messenger = Deaf(ConfigError("TCO_TELEGRAM_TOKEN", "is not accepted", "ask BotFather"))
    with pytest.raises(ConfigError, match="is not accepted"):
        async with asyncio.timeout(120):
            await app_with(settings, messenger).run()
    assert messenger.closed


async def test_a_second_bot_on_a_file_is_refused_before_it_changes_anything(
    settings: Settings,
) -> None:
    (settings.data_dir / "tco-bot.db").unlink()
    address = settings.database_url.get_secret_value()
    running = Database(address)
    migrate(running.engine, where="here", to="0008")
    running.occupy()
    with pytest.raises(DatabaseError, match="the bot is running on it already"):
        await app_with(settings, Deaf()).run()
    other = Database(address)
    with pytest.raises(DatabaseError, match="the bot is running on it already"):
        other.upgrade(NameForms())
    with running.engine.connect() as connection:
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        assert version == "0008"
        assert connection.exec_driver_sql("SELECT count(*) FROM source").scalar() == 0
    running.close()
    other.upgrade(NameForms())
    other.close()


async def test_what_is_up_to_date_already_is_looked_at_while_a_bot_runs(settings: Settings) -> None:
    address = settings.database_url.get_secret_value()
    running, other = Database(address), Database(address)
    running.occupy()
    other.upgrade(NameForms())
    other.close()
    running.close()


async def test_a_bot_that_waits_for_its_database_can_be_told_to_stop(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, asked, messenger = asyncio.get_running_loop(), asyncio.Event(), Deaf()

    def away(_: Database) -> bool:
        loop.call_soon_threadsafe(asked.set)
        return False

    monkeypatch.setattr(Database, "answers", away)
    running = asyncio.create_task(app_with(settings, messenger).run())
    async with asyncio.timeout(120):
        await asked.wait()
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    assert messenger.listened == 0


async def test_no_platform_at_all_is_a_mistake_in_the_settings(settings: Settings) -> None:
    with pytest.raises(ConfigError, match="TCO_TELEGRAM_TOKEN"):
        await app_with(settings).run()


async def test_a_new_chat_begins_with_the_language_and_zone_of_the_settings(
    settings: Settings,
) -> None:
    app = app_with(settings, Deaf())
    async with app.opened():
        await app.commands.answer(UserRequest(HERE, "somebody", "help"))
        chat = await app.database.run(
            chats.ensure, HERE.platform, HERE.chat, HERE.thread, utc_now()
        )
    assert (chat.language, chat.timezone) == ("ru", "Asia/Bishkek")


async def test_names_that_were_compared_are_forgotten_a_few_times_a_day(
    settings: Settings,
) -> None:
    app = app_with(settings, Deaf())
    async with app.opened():
        name_sound("Kairat Sarybay")
        (give_back,) = (stage for name, _, stage in app.stages if name == "memory")
        await give_back(utc_now())
    assert name_sound.cache_info().currsize == 0


PUBLIC = {"web_port": 8080, "web_url": "https://bot.example/"}


@pytest.mark.parametrize(
    "given", [{}, {"web_port": 8080}, {"web_url": "https://bot.example/"}, PUBLIC]
)
def test_hubs_are_subscribed_to_only_where_the_bot_can_be_called(
    settings: Settings, given: dict[str, object]
) -> None:
    app = app_with(settings.model_copy(update=given), Deaf())
    assert ("hubs" in [name for name, _, _ in app.stages]) is (given == PUBLIC)
    app.database.close()


@pytest.mark.parametrize(
    ("given", "paths"), [({"web_port": 8080}, ["/calendar"]), (PUBLIC, ["/calendar", "/websub"])]
)
async def test_hubs_are_heard_only_where_the_bot_can_be_called(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, given: dict[str, object], paths: list[str]
) -> None:
    served: list[web.Application] = []

    @asynccontextmanager
    async def serving(application: web.Application, host: str, port: int) -> AsyncIterator[str]:
        served.append(application)
        yield f"http://{host}:{port}"

    monkeypatch.setattr(app_module, "serving", serving)
    app = app_with(settings.model_copy(update=given), Deaf())
    async with app.opened(), app.web():
        firsts = {one.canonical.rpartition("/")[0] for one in served[0].router.resources()}
        assert sorted(firsts & {"/calendar", "/websub"}) == paths


async def test_organisations_that_chats_follow_and_the_catalogue_has_lost_are_told_at_the_start(
    settings: Settings,
) -> None:
    app = App(settings, load_catalogue(), messengers=[Deaf()])
    async with app.opened():
        with app.database.transaction() as session:
            chat = chats.ensure(session, "console", "here", "", utc_now())
            for organization in ("ots", "gone"):
                chats.subscribe(session, chat.id, Topic.ORGANIZATION, organization)
    with capture_logs() as logs:
        async with App(settings, load_catalogue(), messengers=[Deaf()]).opened():
            pass
    told = [line for line in logs if "organization" in line]
    assert [(line["organization"], line["chats"]) for line in told] == [("gone", 1)]
