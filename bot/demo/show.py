"""The demonstration as it is told: an evening, a night and a morning of one chat.

The application is the real one. What differs is its settings (a temporary database, loopback
allowed), its catalogue (one source, the bundled feed), its one messenger (this terminal) and its
clock, which can be put forward.
"""

import asyncio
import socket
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console
from rich.text import Text

from bot.app import App
from bot.demo.articles import load
from bot.demo.server import NAME, serve
from bot.platforms.base import UserRequest
from bot.platforms.console import HERE, ConsoleMessenger
from bot.runtime import logs
from config.catalogue import ReadersCatalogue
from config.catalogue_loader import load_catalogue
from config.settings import Settings, load_settings
from config.sources import SourceSpec

EVENING = datetime(2024, 4, 24, 18, 0, tzinfo=UTC)
MORNING = datetime(2024, 4, 25, 5, 10, tzinfo=UTC)
DIGEST = datetime(2024, 4, 25, 5, 30, tzinfo=UTC)
"""08:30 in the chat's zone, Europe/Istanbul."""


class DemoClock:
    """A clock that runs as fast as any, from a moment that can be chosen."""

    def __init__(self, start: datetime) -> None:
        self.put_forward(start)

    def put_forward(self, to: datetime) -> None:
        """Let it be `to` from here on."""
        self._from, self._since = to, monotonic()

    def __call__(self) -> datetime:
        """Return the moment that it shows, aware, in UTC."""
        return self._from + timedelta(seconds=monotonic() - self._since)


class Show:
    """One showing of the demonstration.

    Args:
        console: Where it is shown.
        app: The bot.
        messenger: The chat's terminal.
        clock: The bot's clock.
    """

    def __init__(
        self, console: Console, app: App, messenger: ConsoleMessenger, clock: DemoClock
    ) -> None:
        self._console = console
        self._app = app
        self._messenger = messenger
        self._clock = clock

    async def tell(self) -> None:
        """Poll, read, follow, and receive a card and a digest."""
        await self._evening()
        await self._morning()
        await self._digest()

    async def _evening(self) -> None:
        polled = await self._app.poller.poll_due(self._clock())
        read = await self._app.article_reader.read_due(self._clock())
        self._say(
            f"The bot has polled its one source, {NAME} (on loopback), and found "
            f"{polled.articles} new articles. {read.events} report an event of a Turkic "
            f"Cooperation Organization; {read.articles - read.events} do not: one is about a "
            "bridge, one about an Officers' Training School that calls itself OTS."
        )
        self._say(
            "You follow all organizations and live in Istanbul; the digest comes at 08:30 "
            "unless you want it at another time."
        )
        for command in ("subscribe all", "timezone Europe/Istanbul"):
            await self._command(command)

    async def _morning(self) -> None:
        self._clock.put_forward(MORNING)
        self._say(
            "Overnight KABAR reported a conference in Geneva. Whoever follows one of its "
            "organizations gets a card at once:"
        )
        await self._app.poller.poll_due(self._clock())
        await self._app.article_reader.read_due(self._clock())
        await self._app.delivery_worker.deliver_due(self._clock())

    async def _digest(self) -> None:
        self._clock.put_forward(DIGEST)
        self._say(
            "It is 08:30 in Istanbul, and the digest falls due: what is on today, what took place "
            "and who was there, what is newly announced:"
        )
        await self._app.enqueue_due(self._clock())
        await self._app.delivery_worker.deliver_due(self._clock())

    async def _command(self, text: str) -> None:
        self._console.print(Text(f"> /{text}", style="bold green"))
        for message in await self._app.commands.answer(UserRequest(HERE, "you", text)):
            await self._messenger.send(HERE, message, key=text)

    def _say(self, text: str) -> None:
        stamp = f"{self._clock():%A %-d %B %Y, %H:%M} UTC"
        self._console.print()
        self._console.print(Text.assemble((stamp, "bold magenta"), "  ", (text, "magenta")))
        self._console.print()


def show() -> None:
    """Show the demonstration on this terminal; where there is one, offer a prompt afterwards."""
    logs.setup(level="WARNING")
    asyncio.run(play(Console(), prompt=sys.stdin.isatty() and sys.stdout.isatty()))


async def play(
    console: Console, messenger: ConsoleMessenger | None = None, *, prompt: bool = False
) -> None:
    """Show the demonstration.

    Args:
        console: Where the story is told.
        messenger: The chat; drawn on `console` unless given.
        prompt: Whether to take commands afterwards, until the person leaves.
    """
    clock = DemoClock(EVENING)
    messenger = messenger or ConsoleMessenger(console)
    with TemporaryDirectory(prefix="tco-bot-demo-") as folder:
        async with serve(load(), clock) as feed:
            settings, catalogue = settings_in(Path(folder)), catalogue_of(feed)
            app = App(settings, catalogue, messengers=[messenger], now=clock)
            async with app.opened(), app.web() as address:
                await Show(console, app, messenger, clock).tell()
                say_where(console, address)
                if prompt:
                    messenger.complete(app.commands.completions("en"))
                    console.print(
                        Text(
                            "\nYour turn: /latest, /who Omuraliev, /week picture, /settings, "
                            "/help; Ctrl-D leaves.\n",
                            style="magenta",
                        )
                    )
                    await messenger.listen(app.commands.answer)


def say_where(console: Console, address: str | None) -> None:
    """Say where the diary can be looked at, as long as the demonstration runs."""
    told = f"The same on the web, in seven languages, as long as this runs: {address}/"
    console.print(Text(f"\n{told}", style="magenta"))


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def settings_in(folder: Path) -> Settings:
    """Return settings that keep everything in a folder, take loopback for the world, and show."""
    return load_settings(
        env_file=None,
        data_dir=folder,
        database_url=f"sqlite:///{folder / 'demo.db'}",
        http_allow_private=True,
        first_poll_days=0,
        article_days=0,
        web_port=free_port(),
    )


def catalogue_of(feed: str) -> ReadersCatalogue:
    """Return the catalogue with the bundled feed as its one source."""
    source = SourceSpec(key="demo", name=NAME, url=feed, language="en", certainty="A")
    return replace(load_catalogue(), sources=(source,))
