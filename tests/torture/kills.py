"""A bot that is killed again and again while it sends, or is cut off from what it needs, and the
account of what arrived.

The bot is the whole application in a process of its own; Telegram is the Bot API on loopback,
Matrix a real homeserver. New events are filed, and their alerts owed, from outside while it runs.
In the end every delivery is looked for where it should have arrived.
"""

import asyncio
import multiprocessing
import random
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlmodel import func, select

from bot.app import App
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.runtime import logs
from bot.runtime.roles import Role
from bot.runtime.scheduler import utc_now
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from storage import chats, outbox
from storage.database import Database
from storage.enums import DeliveryState, Topic
from storage.models import Chat, Delivery
from tests.homeserver.server import Homeserver
from tests.storage.things import filed
from tests.telegram_api import TOKEN
from tests.telegram_api import __main__ as telegram_api
from tests.telegram_api.process import ApiProcess
from tests.torture.relay import Relay
from tests.torture.rooms import Hand

SEED = 20240423
QUIET = 180.0
"""Seconds within which the last bot has to bring everything to its end."""

_fork = multiprocessing.get_context("forkserver")
_fork.set_forkserver_preload(
    ["bot.app", "bot.platforms.registry", "tests.telegram_api.__main__", "tests.torture.kills"]
)


@dataclass(frozen=True)
class Plan:
    """How long it goes on.

    Attributes:
        kills: How often the bot is killed.
        chats: On each platform.
        events: Each is owed to every chat.
        longest: Seconds from its coming up within which each bot is killed.
        speed: How much faster than others the bot's clock goes.
        patience: Seconds that the bot waits for an answer; as always unless given.
        relayed: Whether its lines to the platforms can be cut.
    """

    kills: int
    chats: int
    events: int
    longest: float = 1.5
    speed: float = 1.0
    patience: float | None = None
    relayed: bool = False


@dataclass
class Account:
    """What became of all deliveries.

    Attributes:
        owed: How many there were.
        lost: Sent by no record, or by the record but not there, by platform.
        twice: There more than once, by platform.
        uncertain: Recorded as such, by platform.
        arrived_uncertain: How many of these are there.
        unfinished: Still on their way in the end.
        at_once: The most on their way to Telegram at the moment of one kill.
        disordered: Chats in which something stands before what was owed to them earlier.
    """

    owed: int
    lost: dict[str, int]
    twice: dict[str, int]
    uncertain: dict[str, int]
    arrived_uncertain: int
    unfinished: int
    at_once: int = 0
    disordered: int = 0


class ForkedApi(ApiProcess):
    """A Bot API that is there at once, since what it is made of has been loaded for all of them
    together."""

    async def _start(self) -> str:
        self._line, theirs = _fork.Pipe()
        self._forked = _fork.Process(target=serve, args=(theirs,))
        await asyncio.to_thread(self._forked.start)
        theirs.close()
        url: str = await asyncio.to_thread(self._line.recv)
        return url

    async def _end(self) -> None:
        self._line.close()
        await asyncio.to_thread(self._forked.join)


class Victim:
    """The bot, its outbox, and the chats that it writes to.

    Attributes:
        lines: The bot's ways to the platforms, where they can be cut.
    """

    def __init__(
        self,
        database: Database,
        settings: dict[str, Any],
        plan: Plan,
        telegram: ApiProcess,
        person: Hand,
        me: str,
    ) -> None:
        self.lines: list[Relay] = []
        self._database = database
        self._settings = settings
        self._plan = plan
        self._telegram = telegram
        self._person = person
        self._me = me
        self._titles: dict[int, str] = {}

    def owe(self, title: str) -> None:
        """File an event and owe its alerts."""
        now = datetime.now(UTC)
        with self._database.transaction() as session:
            event_id = filed(session, now, title)
            outbox.enqueue_alerts(session, event_id, now)
        self._titles[event_id] = title

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Any]:
        """A bot that has come up, killed at the end unless it has ended."""
        hear, say = _fork.Pipe(duplex=False)
        process = _fork.Process(target=run, args=(self._settings, self._plan, say))
        await asyncio.to_thread(process.start)
        say.close()
        try:
            await asyncio.to_thread(hear.poll, QUIET)
            yield process
        finally:
            process.kill()
            await asyncio.to_thread(process.join)
            hear.close()

    async def settle(self) -> int:
        """Let a bot bring everything to its end.

        Returns how many deliveries have not come to one.
        """
        async with self.running() as process:
            return await self.finish(process)

    async def finish(self, process: Any) -> int:
        """Let the bot that runs bring everything to its end and stop.

        Returns how many deliveries have not come to one.
        """
        with suppress(TimeoutError):
            await self.until(lambda: not self._open() or not process.is_alive())
        assert process.is_alive(), self.log()
        process.terminate()
        await asyncio.to_thread(process.join, QUIET)
        assert process.exitcode in {0, -signal.SIGTERM}, self.log()
        return self._open()

    async def until(self, found: Callable[[], object], seconds: float = QUIET) -> None:
        """Return as soon as `found` is true."""
        async with asyncio.timeout(seconds):
            while not found():  # noqa: ASYNC110 (nobody tells when a table or a file changes)
                await asyncio.sleep(0.02)

    async def complains(self, of: str, since: int, times: int = 1) -> None:
        """Return when the log holds some words so often, counted from a length that it had."""
        await self.until(lambda: self.log().count(of, since) >= times)

    def log(self) -> str:
        """What the bots have logged so far, from WARNING on."""
        file = _log_file(self._settings)
        return file.read_text() if file.exists() else ""

    def sent(self, platform: str) -> int:
        """How many deliveries to a platform are recorded as sent."""
        with self._database.transaction() as session:
            these = select(func.count()).select_from(Delivery)
            return session.exec(
                these.where(Delivery.state == DeliveryState.SENT, Delivery.platform == platform)
            ).one()

    async def answers(self) -> None:
        """Speak to the bot on both platforms, and return when it has answered."""
        with self._database.transaction() as session:
            there = {chat.platform: chat for chat in session.exec(select(Chat))}.values()
        before = {chat.id: len(await self._said(chat)) for chat in there}
        for chat in there:
            if chat.platform == "telegram":
                await self._telegram.says(int(chat.address), "/help")
            else:
                await self._person.say(chat.address, "!help")
        async with asyncio.timeout(QUIET):
            for chat in there:
                while True:
                    if any("help" in text for text in (await self._said(chat))[before[chat.id] :]):
                        break
                    await asyncio.sleep(0.1)

    def under_way(self) -> int:
        """How many deliveries to Telegram were under way when the bot was killed.

        A sender recovers them when it begins.
        """
        with self._database.transaction() as session:
            these = select(func.count()).select_from(Delivery)
            return session.exec(
                these.where(
                    Delivery.state == DeliveryState.SENDING, Delivery.platform == "telegram"
                )
            ).one()

    def _open(self) -> int:
        with self._database.transaction() as session:
            counts = outbox.count_by_state(session)
        return counts.get(DeliveryState.PENDING, 0) + counts.get(DeliveryState.SENDING, 0)

    async def account(self) -> Account:
        """Look for every delivery where it should be."""
        with self._database.transaction() as session:
            rows = session.exec(select(Delivery, Chat).where(Delivery.chat_id == Chat.id)).all()
        said = {
            chat.id: await self._said(chat) for chat in {chat.id: chat for _, chat in rows}.values()
        }
        zero = {"telegram": 0, "matrix": 0}
        account = Account(len(rows), dict(zero), dict(zero), dict(zero), 0, 0)
        for delivery, chat in rows:
            assert delivery.event_id is not None
            there = sum(self._titles[delivery.event_id] in text for text in said[chat.id])
            account.twice[chat.platform] += there > 1
            if delivery.state == DeliveryState.UNCERTAIN:
                account.uncertain[chat.platform] += 1
                account.arrived_uncertain += there
            elif delivery.state in {DeliveryState.PENDING, DeliveryState.SENDING}:
                account.unfinished += 1
            elif there == 0 or delivery.state != DeliveryState.SENT:
                account.lost[chat.platform] += 1
        titles = list(self._titles.values())  # in the order in which they were owed
        for texts in said.values():
            found = [titles.index(title) for text in texts for title in titles if title in text]
            account.disordered += found != sorted(found)
        return account

    async def _said(self, chat: Chat) -> list[str]:
        if chat.platform == "telegram":
            return [message["text"] for message in await self._telegram.messages(int(chat.address))]
        return await self._person.said(chat.address, self._me)


def serve(line: Connection) -> None:
    """Be the Bot API, until the other end of the line is closed."""

    def wait() -> None:
        with suppress(EOFError):
            line.recv()

    asyncio.run(telegram_api.serve(line.send, wait))


def run(settings: dict[str, Any], plan: Plan, say: Connection) -> None:
    """Be the bot: what the process that is killed does. It says when it has come up."""
    began, monotonic = utc_now(), time.monotonic()

    def now() -> datetime:
        if not say.closed:
            say.send("up")
            say.close()
        return began + timedelta(seconds=plan.speed * (time.monotonic() - monotonic))

    loaded = load_settings(env_file=None, **settings)
    with (
        _log_file(settings).open("a", buffering=1) as stream,
        pytest.MonkeyPatch.context() as patch,
    ):
        logs.setup(level="WARNING", form="json", stream=stream)
        if plan.patience is not None:
            patch.setattr("bot.platforms.matrix.login.REQUEST_SECONDS", plan.patience)
            patch.setattr(
                "bot.platforms.telegram.messenger.TelegramMessenger",
                partial(TelegramMessenger, timeout=plan.patience),
            )
        asyncio.run(App(loaded, load_catalogue(), now=now, roles={Role.SEND, Role.LISTEN}).run())


def _log_file(settings: dict[str, Any]) -> Path:
    return Path(settings["data_dir"]) / "bot.log"


@asynccontextmanager
async def victim(
    url: str, homeserver: Homeserver, folder: Path, plan: Plan
) -> AsyncIterator[Victim]:
    """Give a bot with chats on both platforms that follow the OTS."""
    forkserver.ensure_running()  # it loads the bot while the rest is made ready
    database = Database(url)
    async with AsyncExitStack() as stack:
        stack.callback(database.close)
        telegram = await stack.enter_async_context(ForkedApi())
        person = await stack.enter_async_context(Hand(homeserver, *homeserver.register("person")))
        bot = await stack.enter_async_context(Hand(homeserver, *homeserver.register("bot")))
        addresses = [
            ("telegram", str(await telegram.person(f"Person {n}"))) for n in range(plan.chats)
        ]
        addresses += [("matrix", await person.room_with(bot)) for _ in range(plan.chats)]
        with database.transaction() as session:
            for platform, address in addresses:
                chat = chats.ensure(session, platform, address, "", datetime.now(UTC))
                chats.update(session, chat.id, mode="instant", digest_at=None)
                chats.subscribe(session, chat.id, Topic.ORGANIZATION, "ots")
        addresses_of = [telegram.url, homeserver.url]
        lines = (
            [
                await stack.enter_async_context(Relay(urlsplit(one).port or 0))
                for one in addresses_of
            ]
            if plan.relayed
            else []
        )
        for nth, line in enumerate(lines):
            addresses_of[nth] = addresses_of[nth].replace(
                f":{urlsplit(addresses_of[nth]).port}", f":{line.port}"
            )
        settings = {
            "database_url": url,
            "data_dir": folder,
            "telegram_token": TOKEN,
            "telegram_base_url": addresses_of[0],
            "matrix_homeserver": addresses_of[1],
            "matrix_user": bot.user,
            "matrix_password": bot.password,
            "send_tick_seconds": 0.1,
        }
        one = Victim(database, settings, plan, telegram, person, bot.user)
        one.lines = lines
        yield one


async def kill_again_and_again(one: Victim, plan: Plan) -> Account:
    """Owe, kill at random moments, let the last bot finish, and give the account."""
    dice = random.Random(SEED)  # noqa: S311 (a script of tests, not a secret)
    at_once = 0
    for number in range(plan.kills):
        for nth in range(
            number * plan.events // plan.kills, (number + 1) * plan.events // plan.kills
        ):
            one.owe(f"Conference {nth:04d}")
        async with one.running():
            await asyncio.sleep(dice.uniform(0.0, plan.longest))
        at_once = max(at_once, one.under_way())
    await one.settle()
    account = await one.account()
    account.at_once = at_once
    return account
