"""Health is red while the database, the listener or a stage stands still, and green again after."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.delivery.listening import Listener
from bot.messages.message import Message
from bot.platforms.base import Address, Answer, Capabilities, UserRequest
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.runtime.pulse import Pulse
from bot.runtime.scheduler import utc_now
from bot.web.health import Health, HealthLimits
from bot.web.monitor import application
from bot.web.server import serving
from config.errors import TcoError
from storage.database import Database
from storage.locks import LeaderLock, only_process
from tests.postgres import serve
from tests.telegram_api import TOKEN, BotApi
from tests.telegram_api.faults import server_error


class Hand:
    """A stopwatch that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@asynccontextmanager
async def asked(health: Health) -> AsyncIterator[ClientSession]:
    async with (
        serving(application(health, utc_now), "127.0.0.1", 0) as address,
        ClientSession(address) as client,
    ):
        yield client


async def answer(client: ClientSession) -> tuple[int, dict[str, Any]]:
    async with client.get("/healthz") as response:
        told = await response.json()
        assert told["ready"] is (response.status == 200)
        return response.status, told["parts"]


async def test_all_well_is_200_with_every_part(sqlite: Database) -> None:
    async with asked(Health(sqlite, {"poll": Pulse(), "send": Pulse()})) as client:
        status, parts = await answer(client)
    assert status == 200
    assert {name: part["well"] for name, part in parts.items()} == {
        "database": True,
        "poll": True,
        "send": True,
    }


async def test_a_file_that_is_gone_is_red_until_it_is_back(
    sqlite: Database, tmp_path: Path
) -> None:
    async with asked(Health(sqlite)) as client:
        assert (await answer(client))[0] == 200
        shutil.move(tmp_path / "tco.db", tmp_path / "aside.db")
        status, parts = await answer(client)
        assert (status, parts["database"]["well"]) == (503, False)
        assert "the file is gone" in parts["database"]["detail"]
        shutil.move(tmp_path / "aside.db", tmp_path / "tco.db")
        assert (await answer(client))[0] == 200


async def test_a_server_that_stops_is_red_until_it_is_back(tmp_path: Path) -> None:
    with serve(tmp_path / "lock", keeps=True) as server:
        database = Database(server.clean())
        async with asked(Health(database)) as client:
            assert (await answer(client))[0] == 200
            server.stop("fast")
            status, parts = await answer(client)
            assert (status, parts["database"]["well"]) == (503, False)
            server.start()
            assert (await answer(client))[0] == 200
        database.close()


class Stuck(Database):
    """A database whose answer does not come before it is let go."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.free = asyncio.Event()
        self.asked = 0

    async def probe(self) -> None:
        self.asked += 1
        await self.free.wait()


async def test_a_database_that_hangs_is_red_and_asked_once(sqlite_url: str) -> None:
    stuck = Stuck(sqlite_url)
    async with asked(Health(stuck, limits=HealthLimits(database=0.01))) as client:
        for _ in range(3):
            status, parts = await answer(client)
            assert (status, parts["database"]["detail"]) == (503, "gives no answer")
        assert stuck.asked == 1
        stuck.free.set()
        assert (await answer(client))[0] == 200
    stuck.close()


@pytest.mark.parametrize("stage", ["poll", "read", "send"])
async def test_a_stage_that_stands_still_is_red_until_it_works_again(
    sqlite: Database, stage: str
) -> None:
    clock = Hand()
    pulse = Pulse(clock)
    async with asked(Health(sqlite, {stage: pulse})) as client:
        clock.seconds = 599
        assert (await answer(client))[0] == 200
        clock.seconds = 601
        status, parts = await answer(client)
        assert (status, parts[stage]) == (503, {"well": False, "detail": "worked 601 s ago"})
        pulse.beat()
        assert (await answer(client))[0] == 200


async def test_it_lives_while_it_is_ill(sqlite: Database) -> None:
    clock = Hand()
    health = Health(sqlite, {"poll": Pulse(clock)})
    clock.seconds = 10_000
    async with asked(health) as client:
        assert (await answer(client))[0] == 503
        async with client.get("/healthz/live") as response:
            assert response.status == 200


async def no_answer(request: UserRequest) -> list[Message]:
    return []


async def test_a_platform_that_falls_silent_is_red_until_it_answers_again(
    sqlite: Database,
) -> None:
    clock = Hand()
    async with BotApi() as api, listening_to(api, clock) as listener:
        person = api.person("Aigul")
        async with asked(Health(sqlite, listeners=[listener])) as client:
            assert (await answer(client))[0] == 200
            api.script.fail_always("getUpdates", server_error())
            calls = len(api.of("getUpdates"))
            # One asked before may still be answered well; of two asked since, the first failed.
            await api.until(lambda: len(api.of("getUpdates")) > calls + 1 or None)
            clock.seconds = 1000
            status, parts = await answer(client)
            assert (status, parts["listen telegram"]["detail"]) == (503, "answered 1000 s ago")
            api.script.fail_always("getUpdates", None)
            api.says(person, "hello")
            pulse = listener.pulse
            assert pulse is not None
            await api.until(lambda: pulse.age == 0 or None)
            assert (await answer(client))[0] == 200


@asynccontextmanager
async def listening_to(api: BotApi, clock: Hand) -> AsyncIterator[Listener]:
    messenger = TelegramMessenger(SecretStr(TOKEN), base_url=api.url)
    listener = Listener(messenger, no_answer, LeaderLock(only_process))
    assert listener.pulse is not None
    listener.pulse._stopwatch = clock
    listener.pulse.beat()
    task = asyncio.create_task(listener.listen(asyncio.Event()))
    yield listener
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await messenger.close()


class Failing:
    """A platform on which listening fails as often as it is told, and then goes on."""

    platform = "console"
    capabilities = Capabilities()

    def __init__(self) -> None:
        self.broken, self.tries = True, 0
        self.began, self.again = asyncio.Event(), asyncio.Event()

    async def listen(self, answer: Answer) -> None:
        self.tries += 1
        if self.tries > 1:
            self.again.set()
        if self.broken:
            raise TcoError("the account is locked")
        self.began.set()
        await asyncio.Event().wait()

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        raise NotImplementedError

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        raise NotImplementedError

    async def close(self) -> None:
        raise NotImplementedError


async def test_listening_that_fails_is_red_with_its_reason_until_it_works(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.delivery.listening.LISTEN_AGAIN", 0.01)
    messenger = Failing()
    listener = Listener(messenger, no_answer, LeaderLock(only_process))
    task = asyncio.create_task(listener.listen(asyncio.Event()))
    async with asked(Health(sqlite, listeners=[listener])) as client:
        await messenger.again.wait()
        status, parts = await answer(client)
        assert (status, parts["listen console"]["detail"]) == (503, "the account is locked")
        messenger.broken = False
        await messenger.began.wait()
        monkeypatch.setattr("bot.delivery.listening.SETTLED", 0)
        assert (await answer(client))[0] == 200
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_one_that_stands_by_for_another_process_is_well(sqlite: Database) -> None:
    async def held_elsewhere() -> None:
        return None

    listener = Listener(Failing(), no_answer, LeaderLock(held_elsewhere))
    task = asyncio.create_task(listener.listen(asyncio.Event()))
    async with asked(Health(sqlite, listeners=[listener])) as client:
        status, parts = await answer(client)
        assert (status, parts["listen console"]["well"]) == (200, True)
        assert "stands by" in parts["listen console"]["detail"]
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
