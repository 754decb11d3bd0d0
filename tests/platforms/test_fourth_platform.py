"""A platform that is written in one file, and registers itself: the whole bot works with it."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App
from bot.messages.message import Message
from bot.platforms import registry
from bot.platforms.base import Address, Answer, Capabilities, UserRequest
from bot.platforms.registry import Platform, register
from bot.runtime.scheduler import utc_now
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from storage import outbox
from tests.storage.things import filed

CAPABILITIES = Capabilities(command_prefix="~", has_buttons=False, account="the loft")


class PigeonMessenger:
    """Messages tied to pigeons."""

    platform = "pigeon"
    capabilities = CAPABILITIES

    def __init__(self) -> None:
        self.said = asyncio.Queue[str]()
        self.arrived = asyncio.Queue[tuple[Address, Message]]()

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        await self.arrived.put((address, message))
        return key

    # A pigeon cannot be called back.
    async def edit(
        self,
        address: Address,
        remote_id: str,
        message: Message,
        *,
        key: str,
    ) -> str:
        await self.arrived.put((address, message))
        return remote_id

    async def listen(self, answer: Answer) -> None:
        roof = Address(self.platform, "roof")
        while True:
            for message in await answer(UserRequest(roof, "keeper", await self.said.get())):
                await self.arrived.put((roof, message))

    async def close(self) -> None:
        """Nothing to let go of."""


@pytest.fixture
def pigeons(monkeypatch: pytest.MonkeyPatch) -> PigeonMessenger:
    messenger = PigeonMessenger()
    registered = {platform.name: platform for platform in registry.registered()}
    monkeypatch.setattr(registry, "_PLATFORMS", registered)
    register(
        Platform("pigeon", "TCO_PIGEON_LOFT", CAPABILITIES, lambda _settings, _menu: messenger)
    )
    return messenger


@pytest.fixture
async def app(pigeons: PigeonMessenger, tmp_path: Path) -> AsyncIterator[App]:
    del pigeons  # registered is all that it need be
    catalogue = replace(load_catalogue(), sources=())
    app = App(load_settings(env_file=None, data_dir=tmp_path), catalogue)
    running = asyncio.create_task(app.run())
    yield app
    os.kill(os.getpid(), signal.SIGTERM)
    await running


async def test_a_command_is_answered_and_a_card_delivered(
    pigeons: PigeonMessenger, app: App
) -> None:
    async with asyncio.timeout(120):
        await pigeons.said.put("help")
        _, answer = await pigeons.arrived.get()
        assert "~subscribe" in answer.plain
        await pigeons.said.put("subscribe ots")
        await pigeons.arrived.get()
        with app.database.transaction() as session:
            outbox.enqueue_alerts(session, filed(session, utc_now()), utc_now())
        address, card = await pigeons.arrived.get()
    assert address == Address("pigeon", "roof")
    assert card.plain.endswith("~event 1 who | sources | calendar")
