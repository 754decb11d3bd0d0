"""A WebSub hub on loopback, and the bot's own ear for it.

What a test of the protocol needs on both ends.

The hub does nothing by itself but answer; a test tells it when to verify, to deny and to publish,
so that nothing has to be waited for.
"""

import hmac
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from aiohttp import ClientSession, web
from sqlmodel import select

from bot.messages.composer import Composer
from bot.messages.message import Document
from bot.web.server import application, serving
from bot.web.websub import WebSubCallbacks
from storage.database import Database
from storage.models import Chat, HubSubscription
from tests.feeds.making import source


@dataclass
class Time:
    """The present of a test."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Reply:
    """What the bot answered to the hub."""

    status: int
    text: str
    headers: Mapping[str, str]


class Hub:
    """A hub that remembers what it was asked.

    Attributes:
        url: Where it is.
        asked: The forms of all requests, the last one last.
        status: What it answers to a request.
        eager: Whether it verifies before it answers, as some hubs do.
        lease: The seconds that it grants.
    """

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[dict[str, str]] = []
        self.status = 202
        self.eager = False
        self.lease = "864000"

    async def answer(self, request: web.Request) -> web.Response:
        """Take a request to subscribe."""
        assert request.content_type == "application/x-www-form-urlencoded"
        self.asked.append({name: str(value) for name, value in (await request.post()).items()})
        if self.eager:
            await self.verify()
        return web.Response(status=self.status)

    async def verify(self, **changed: str) -> Reply:
        """Ask the bot whether it meant its last request.

        `changed` are other fields than those that it gave.
        """
        fields = {
            "mode": "subscribe",
            "topic": self.asked[-1]["hub.topic"],
            "challenge": "<b>42</b>",
            "lease_seconds": self.lease,
        }
        return await self._get(fields | changed)

    async def deny(self, **changed: str) -> Reply:
        """Tell the bot that its last request is denied."""
        return await self._get(
            {"mode": "denied", "topic": self.asked[-1]["hub.topic"], "reason": "\n<b>no</b>"}
            | changed
        )

    async def publish(
        self, body: bytes = b"<rss/>", *, method: str = "sha256", secret: str | None = None
    ) -> Reply:
        """Tell the bot that the topic of its last request has changed."""
        key = self.asked[-1]["hub.secret"] if secret is None else secret
        signature = hmac.new(key.encode(), body, method).hexdigest()
        return await self.send(body, {"X-Hub-Signature": f"{method}={signature}"})

    async def send(self, body: bytes, headers: Mapping[str, str]) -> Reply:
        """Send the bot anything."""
        async with (
            ClientSession() as client,
            client.post(self.asked[-1]["hub.callback"], data=body, headers=headers) as response,
        ):
            return Reply(response.status, await response.text(), response.headers)

    async def _get(self, fields: Mapping[str, str]) -> Reply:
        query = {f"hub.{name}": value for name, value in fields.items()}
        async with (
            ClientSession() as client,
            client.get(self.asked[-1]["hub.callback"], params=query) as response,
        ):
            return Reply(response.status, await response.text(), response.headers)


@asynccontextmanager
async def hub_serving() -> AsyncIterator[Hub]:
    """A running `Hub`."""
    hub = Hub()
    served = web.Application()
    served.router.add_post("/", hub.answer)
    async with serving(served, "127.0.0.1", 0) as address:
        hub.url = f"{address}/"
        yield hub


class NoCalendars(Composer):
    """Stands where calendars are made, in tests that ask for none."""

    def __init__(self) -> None:
        """Take nothing: nobody asks."""

    async def calendar(self, chat: Chat, now: datetime) -> Document:
        raise AssertionError


@asynccontextmanager
async def bot_listening(
    database: Database, time: Time, max_bytes: int = 100_000
) -> AsyncIterator[str]:
    """The bot's web server as hubs can call it; gives its address."""
    served = application(database, NoCalendars(), time)
    WebSubCallbacks(database, time, max_bytes).serve(served)
    async with serving(served, "127.0.0.1", 0) as address:
        yield address


def subscription(database: Database, key: str = "outlet") -> HubSubscription | None:
    """The stored subscription of a source, if it has one."""
    owner = source(database, key).id
    with database.transaction() as session:
        return session.exec(
            select(HubSubscription).where(HubSubscription.source_id == owner)
        ).one_or_none()
