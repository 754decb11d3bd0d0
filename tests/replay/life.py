"""Lives through a stretch: the whole App at work, tick by tick, and what chats received kept."""

import asyncio
import gc
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.app import App
from bot.messages.message import Message
from bot.platforms.base import Address, Answer, Capabilities, UserRequest
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from tests.replay.outlets import Outlets
from tests.replay.stretch import ZONE, Item

PLATFORM = "console"
TICK = timedelta(minutes=15)
AFTER = timedelta(hours=10)
"""How long the clock runs on behind the last day, so that its digest still comes."""

_ZONE = f"timezone {ZONE.key}"
CHATS: Mapping[str, Sequence[str]] = {
    "en": ("start", "language en", _ZONE, "subscribe all", "mode both", "digest 08:30"),
    "ru": ("start", "language ru", _ZONE, "subscribe OTS", "mode both", "digest 08:30"),
    "uz": (
        *("start", "language uz", _ZONE, "subscribe TURKSOY", "follow Uzbekistan"),
        *("mode both", "digest 08:30"),
    ),
    "only": ("start", "language en", _ZONE, "subscribe all", "mode digest", "digest 08:30"),
}
"""What each chat says at the beginning."""


@dataclass(frozen=True, slots=True)
class Received:
    """A message as it came to a chat.

    Attributes:
        at: When, aware UTC.
        chat: Its name in `CHATS`.
        edit: Whether it changed a message that was there already, which makes no sound.
        remote: The message that it is.
        delivery: The id of the delivery.
        message: As it is laid out.
    """

    at: datetime
    chat: str
    edit: bool
    remote: str
    delivery: int
    message: Message

    @property
    def text(self) -> str:
        """The message as it is read."""
        return self.message.plain

    @property
    def day(self) -> date:
        """The chat's day on which it came."""
        return self.at.astimezone(ZONE).date()


@dataclass(frozen=True, slots=True)
class DayCost:
    """What a simulated day cost.

    Attributes:
        day: Which.
        processor: Seconds of the bot itself and of its worker processes.
        memory: Anonymous bytes of the bot itself at the end of the day.
        workers: The same of its worker processes.
        database: Bytes of the database's files.
    """

    day: date
    processor: float
    memory: int
    workers: int
    database: int


@dataclass
class Life:
    """What came of a stretch.

    Attributes:
        received: All messages, the first first.
        costs: Of each day.
        spent: Seconds of processor time up to the end of the last of them.
    """

    received: list[Received] = field(default_factory=list)
    costs: list[DayCost] = field(default_factory=list)
    spent: float = field(default_factory=time.process_time)


class Recorder:
    """A platform that takes everything and writes it down."""

    platform = PLATFORM
    capabilities = Capabilities(account="here", is_send_idempotent=True)

    def __init__(self, life: Life) -> None:
        self._life = life
        self.now = datetime.min.replace(tzinfo=UTC)
        self._count = 0

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Take a message."""
        self._count += 1
        self._keep(address, message, key, str(self._count), edit=False)
        return str(self._count)

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Take a message in the place of another."""
        self._keep(address, message, key, remote_id, edit=True)
        return remote_id

    def _keep(
        self, address: Address, message: Message, key: str, remote: str, *, edit: bool
    ) -> None:
        delivery = int(key.split("-")[1])
        self._life.received.append(
            Received(self.now, address.chat, edit, remote, delivery, message)
        )

    async def listen(self, answer: Answer) -> None:
        """Hear nobody."""
        del answer
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Nothing to let go of."""


async def live(
    items: Sequence[Item],
    first: date,
    last: date,
    folder: Path,
    *,
    tick: timedelta = TICK,
    chats: Mapping[str, Sequence[str]] = CHATS,
    measured: bool = True,
) -> Life:
    """Live from `first` to the morning after `last`; the database is left in `folder`.

    Args:
        items: What is published meanwhile.
        first: The first day.
        last: The last one.
        folder: Empty; the bot's data.
        tick: Simulated time between two rounds of all stages.
        chats: Chats and what each says at the beginning.
        measured: Whether it is noted what each day costs.
    """
    life = Life()
    recorder = Recorder(life)
    moment = _midnight(first)
    recorder.now = moment
    outlets = Outlets(items, lambda: recorder.now)
    settings = load_settings(env_file=None, data_dir=folder, http_allow_private=True)
    async with outlets.served() as sources:
        catalogue = replace(load_catalogue(), sources=sources)
        app = App(settings, catalogue, messengers=[recorder], now=lambda: recorder.now)
        # The pause between two requests to a host is of real seconds; here a day passes in some.
        app._fetcher._pace._gap = 0.0
        async with app.opened():
            await _set_up(app, chats)
            end = _midnight(last + timedelta(days=1)) + AFTER
            while recorder.now < end:
                midnight = _midnight(recorder.now.astimezone(ZONE).date() + timedelta(days=1))
                await _live_until(app, recorder, min(midnight, end), tick)
                if measured:
                    life.costs.append(_cost(app, recorder.now - tick, folder, life))
    return life


async def _set_up(app: App, chats: Mapping[str, Sequence[str]]) -> None:
    for chat, sayings in chats.items():
        for text in sayings:
            await app.commands.answer(
                UserRequest(Address(PLATFORM, chat), chat, text, language=chat)
            )


async def _live_until(app: App, recorder: Recorder, end: datetime, tick: timedelta) -> None:
    stages = {name: stage for name, _, stage in app.stages}
    while recorder.now < end:
        for name in ("poll", "read", "digests", "send"):
            await stages[name](recorder.now)
        recorder.now += tick
    await app.housekeeper.tidy(recorder.now)
    await stages["memory"](recorder.now)  # of once an hour; a day passes in less than a second


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time(), ZONE).astimezone(UTC)


def _cost(app: App, at: datetime, folder: Path, life: Life) -> DayCost:
    pids = [*app._workers.pids, *app._readers.pids]
    used = time.process_time() + sum(map(_processor_time, pids))
    before = life.spent
    gc.collect()  # so that the memory is what is held; what that costs is nobody's day
    life.spent = time.process_time() + sum(map(_processor_time, pids))
    size = sum(path.stat().st_size for path in folder.glob("*.db*"))
    memory, workers = _memory("self"), sum(map(_memory, pids))
    return DayCost(at.astimezone(ZONE).date(), used - before, memory, workers, size)


def _processor_time(pid: int) -> float:
    """Return the seconds that a process has computed; of Linux, nought elsewhere."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    ticks = stat.read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / 100


def _memory(pid: int | str) -> int:
    """Return the anonymous bytes of a process; of Linux, nought elsewhere."""
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    if not rollup.exists():
        return 0
    rows = [row.split() for row in rollup.read_text().splitlines()]
    return next((int(row[1]) * 1024 for row in rows if row[0] == "Pss_Anon:"), 0)
