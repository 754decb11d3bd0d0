"""The whole bot on one page: what it is made of, what runs when, and how it stops."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.commands import Commands
from bot.commands.options import Options, options_of
from bot.delivery import outcomes
from bot.delivery.leader import check_roles, leader_locks_of
from bot.delivery.listening import Listener
from bot.delivery.worker import DeliveryWorker
from bot.feeds import schedule
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.options import PollOptions
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.poller import Poller, PollReport
from bot.feeds.websub.protocol import LONGEST_LEASE
from bot.feeds.websub.subscriber import EVERY as HUBS_EVERY
from bot.feeds.websub.subscriber import Subscriber
from bot.language.name_forms import NameForms
from bot.language.timezone_lookup import ZoneNames
from bot.merging.knowledge import MergingKnowledge
from bot.messages.composer import Composer
from bot.pipeline import clock_jumps, keep_backups, read_articles, retention
from bot.pipeline.admin_notices import tell_of_parked, tell_of_refusing
from bot.pipeline.call_limits import CallLimits
from bot.pipeline.clock_jumps import ClockKeeper
from bot.pipeline.keep_backups import BackupKeeper
from bot.pipeline.owe_due import owe_due
from bot.pipeline.read_articles import ArticleReader
from bot.pipeline.read_page import PageReader
from bot.pipeline.reading_pool import ReadingPool
from bot.pipeline.retention import Housekeeper
from bot.platforms import registry
from bot.platforms.base import Messenger
from bot.runtime import heap
from bot.runtime.clock_watch import ClockWatch
from bot.runtime.database_wait import wait_for_database
from bot.runtime.roles import EVERYTHING, SPEAKING, Role
from bot.runtime.scheduler import Clock, Scheduler, Stage, utc_now
from bot.runtime.stopping import ended, stop_signals
from bot.runtime.threads import DaemonThreads
from bot.sources.manager import SourceManager
from bot.web import assembly, monitor
from bot.web.health import Health
from bot.web.server import serving
from config import remembering
from config.catalogue import ReadersCatalogue
from config.errors import ConfigError
from config.settings import Settings
from storage import backup, chats, private_files, sources
from storage.clock_repair import LongestWaits
from storage.database import Database
from storage.enums import Topic
from storage.errors import DatabaseMoved
from storage.locks import LeaderLock

LONGEST_WAITS = LongestWaits(
    source=schedule.longest(schedule.QUIETEST),
    failing_source=schedule.longest(schedule.LONGEST),
    parked_source=schedule.longest(schedule.PARKED),
    article=read_articles.LEASE,
    delivery=outcomes.REFUSED_WAITS.longest,
    paused_chat=outcomes.GONE_FOR + timedelta(days=7),  # a week on, and up to a weekly digest
    hub=LONGEST_LEASE,
)
"""For how long what is due may wait, whatever a clock that was wrong has written down."""

GRACE = 1.5
"""Seconds that stages and listeners may take to finish when the bot is told to stop.

Whoever stops a service expects it to be gone within three seconds, also while a platform hangs.
What is not done by then is broken off where it can be taken up again: a message whose answer has
not come is in doubt, as after a kill.
"""

_log = structlog.get_logger(__name__)


class App:
    """Everything that works together, built from settings.

    Attributes:
        database: What is remembered.
        poller: The world becomes articles.
        article_reader: Articles become events, and alerts are owed.
        delivery_worker: What is owed is sent.
        commands: What people say is answered.
        listeners: Who hears it, on each platform; none where this process does not listen.
        stages: The stretches of the river in their order: name, seconds between two runs, and what
            to run.
    """

    def __init__(
        self,
        settings: Settings,
        catalogue: ReadersCatalogue,
        *,
        messengers: Sequence[Messenger] | None = None,
        now: Clock = utc_now,
        roles: Collection[Role] = EVERYTHING,
    ) -> None:
        """Build the bot; nothing is connected yet.

        Args:
            settings: What whoever runs the bot decided.
            catalogue: Organisations, sources, places and the words of languages.
            messengers: The platforms; those of the settings unless given.
            now: Tells each run its moment.
            roles: What this process does; other processes may do the rest.
        """
        self._roles = frozenset(roles)
        self._now = now
        self._moved: DatabaseMoved | None = None
        self._readers = ReadingPool(catalogue)
        self._workers = Workers(related=catalogue.related_openings)
        # What reads articles lives in processes of its own: no words are kept in this one.
        self._catalogue = known = catalogue.without_words()
        self._zones = ZoneNames(known.places)
        self.database = Database(settings.database_url.get_secret_value())
        self._fetcher = Fetcher.of(settings)
        self._settings = settings
        capabilities = registry.capabilities() | {
            messenger.platform: messenger.capabilities for messenger in messengers or ()
        }
        self._composer = composer = Composer(
            self.database, known, capabilities, settings.public_url
        )
        polling = PollOptions.of(settings)
        knowledge, limits = MergingKnowledge(known), CallLimits.set_by(settings)
        options = self._options_of(polling, knowledge)
        self._admins = options.admins
        self.commands = Commands(self.database, known, composer, now, options, capabilities)
        if messengers is None:
            messengers = list(registry.messengers_of(settings, self.commands.menu))
            capabilities |= {messenger.platform: messenger.capabilities for messenger in messengers}
        self._messengers = messengers
        self.poller = Poller(self.database, self._fetcher, self._workers, polling)
        self.article_reader = ArticleReader(
            self.database, self._readers.interpret, knowledge, limits=limits
        )
        self.housekeeper = Housekeeper(self.database, timedelta(days=settings.keep_days))
        sending, listening = leader_locks_of(self.database, self._messengers)
        self.listeners = self._listeners_of(listening)
        self.delivery_worker = DeliveryWorker(
            self.database, self._messengers, composer, leader_locks=sending
        )
        self._clock_keeper = ClockKeeper(
            self.database, ClockWatch(now), LONGEST_WAITS, self.delivery_worker.forget_waits
        )
        self.stages = self._stages()

    def _options_of(self, polling: PollOptions, knowledge: MergingKnowledge) -> Options:
        fetcher, workers = self._fetcher, self._workers
        manager = SourceManager(self.database, fetcher, workers, self._readers.told, polling)
        pages = PageReader(fetcher, workers, self._readers.interpret, knowledge)
        return options_of(self._settings, manager, pages)

    def _listeners_of(self, locks: Mapping[str, LeaderLock]) -> list[Listener]:
        if Role.LISTEN not in self._roles:
            return []
        return [
            Listener(messenger, self.commands.answer, locks[messenger.platform])
            for messenger in self._messengers
        ]

    def _stages(self) -> list[tuple[str, float, Stage]]:
        everywhere = [
            ("clock", clock_jumps.EVERY, self._clock_keeper.look),
            ("memory", heap.EVERY, self._give_back_memory),
        ]
        return everywhere + [
            (name, seconds, stage)
            for role, name, seconds, stage in self._stages_by_role()
            if role in self._roles
        ]

    def _stages_by_role(self) -> tuple[tuple[Role, str, float, Stage], ...]:
        settings = self._settings
        stages: tuple[tuple[Role, str, float, Stage], ...] = (
            (Role.POLL, "poll", settings.poll_tick_seconds, self._poll),
            (Role.READ, "read", settings.read_tick_seconds, self.article_reader.read_due),
            (Role.READ, "digests", settings.digest_tick_seconds, self.enqueue_due),
            (Role.READ, "housekeeping", retention.EVERY, self.housekeeper.tidy),
            (Role.SEND, "send", settings.send_tick_seconds, self.delivery_worker.deliver_due),
        )
        if settings.backup_hours is not None:
            folder, every = settings.data_dir / "backups", timedelta(hours=settings.backup_hours)
            keeper = BackupKeeper(self.database, folder, every, settings.backup_keep)
            stages += ((Role.READ, "backup", keep_backups.EVERY, keeper.back_up_due),)
        if settings.public_url is not None:
            subscriber = Subscriber(self.database, self._fetcher, settings.public_url)
            stages += ((Role.POLL, "hubs", HUBS_EVERY, subscriber.subscribe_due),)
        return stages

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Bring the database up, and let go of everything at the end."""
        heap.give_back_what_is_free()
        async with AsyncExitStack() as stack:
            stack.callback(self.database.close)
            stack.push_async_callback(self._workers.close)
            stack.push_async_callback(self._readers.close)
            stack.push_async_callback(self._fetcher.close)
            for messenger in self._messengers:
                stack.push_async_callback(messenger.close)
            await asyncio.to_thread(private_files.close_to_others, self._settings.data_dir)
            # First of all: a second bot on the file must neither upgrade nor change anything.
            await asyncio.to_thread(self.database.occupy)
            await asyncio.to_thread(backup.check, self.database)
            await asyncio.to_thread(self.database.upgrade, NameForms())
            await self.database.run(sources.sync, self._catalogue.sources, self._now())
            await self._clock_keeper.begin(self._now())
            await self._tell_of_lost_organizations()
            yield

    async def _tell_of_lost_organizations(self) -> None:
        """Log which organisations chats follow of which the catalogue knows nothing any more."""
        followers = await self.database.run(chats.followers_by_subject, Topic.ORGANIZATION)
        known = {organization.id for organization in self._catalogue.organizations}
        for organization in sorted(followers.keys() - known):
            _log.warning(
                "chats follow an organisation that is not in the catalogue",
                organization=organization,
                chats=followers[organization],
            )

    async def _poll(self, now: datetime) -> PollReport:
        """Poll what is due; a first poll brings archives, and leaves much that is free behind."""
        report = await self.poller.poll_due(now)
        if report.articles >= heap.MUCH:
            await asyncio.to_thread(heap.give_back_now)
        return report

    async def _give_back_memory(self, _now: datetime) -> None:
        """Forget what can be found out again, and give the memory back to the system."""
        remembering.forget()
        self._composer.forget()
        self.article_reader.forget()
        await self.database.give_back_memory()
        await asyncio.to_thread(heap.give_back_now)

    def health(self) -> Health:
        """Return what tells how the parts of this process do."""
        pulses = {
            Role.POLL: self.poller.pulse,
            Role.READ: self.article_reader.pulse,
            Role.SEND: self.delivery_worker.pulse,
        }
        own = {role.value: pulse for role, pulse in pulses.items() if role in self._roles}
        return Health(self.database, own, self.listeners)

    @asynccontextmanager
    async def monitored(self) -> AsyncIterator[None]:
        """Serve health and metrics as long as this lasts, where the settings have a port.

        Raises:
            ConfigError: The port cannot be had.
        """
        port = self._settings.monitor_port
        if port is None:
            yield
            return
        served = monitor.application(self.health(), self._now)
        host = self._settings.monitor_host
        async with serving(served, host, port, setting="MONITOR_PORT") as address:
            _log.info("health and metrics are served", address=address)
            yield

    @asynccontextmanager
    async def web(self) -> AsyncIterator[str | None]:
        """Serve the diary, calendars and hubs as long as this lasts, and give the address.

        Only where the settings have a port and this process has the role; else gives None.

        Raises:
            ConfigError: The port cannot be had.
        """
        settings = self._settings
        if settings.web_port is None or Role.WEB not in self._roles:
            yield None
            return
        served = assembly.diary(
            settings, self._catalogue, self.database, self._composer, self.commands, self._now
        )
        async with serving(served, settings.web_host, settings.web_port) as address:
            _log.info("the diary is on the web", address=address)
            yield address

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT; then stop listening, let what runs finish, and close.

        Raises:
            TcoError: The bot cannot run as it is set up.
        """
        if not self._messengers and self._roles & SPEAKING:
            raise registry.no_account()
        check_roles(self._roles, self._messengers)
        stop = asyncio.Event()
        asyncio.get_running_loop().set_default_executor(DaemonThreads())
        with stop_signals(stop):
            if not await self._database_came(stop):
                self.database.close()
                return
            async with self.opened(), self.web(), self.monitored():
                await self._run_until(stop)

    async def _database_came(self, stop: asyncio.Event) -> bool:
        """Wait for a server that is away; False where the bot was told to stop meanwhile."""
        limit = self._settings.database_wait_seconds
        waiting = asyncio.ensure_future(wait_for_database(self.database, limit))
        stopping = asyncio.ensure_future(stop.wait())
        await asyncio.wait({waiting, stopping}, return_when=asyncio.FIRST_COMPLETED)
        for task in (waiting, stopping):
            task.cancel()
        await asyncio.gather(waiting, stopping, return_exceptions=True)
        return not stop.is_set()

    async def _run_until(self, stop: asyncio.Event) -> None:
        clock = Scheduler(self._now)
        for name, seconds, stage in self.stages:
            clock.every(seconds, name, partial(self._run_stage, stage, stop))
        clock.start()
        listeners = [asyncio.create_task(listener.listen(stop)) for listener in self.listeners]
        platforms = [messenger.platform for messenger in self._messengers]
        _log.info(
            "started", roles=sorted(self._roles), platforms=platforms, database=self.database.where
        )
        await stop.wait()
        _log.info("stopping")
        self.delivery_worker.stop()
        for listener in listeners:
            listener.cancel()
        outcomes, _ = await asyncio.gather(ended(listeners, GRACE), clock.stop(GRACE))
        _log.info("stopped")
        for outcome in (self._moved, *outcomes):
            if isinstance(outcome, ConfigError | DatabaseMoved):
                raise outcome

    async def _run_stage(self, stage: Stage, stop: asyncio.Event, now: datetime) -> object:
        """Run a stage; a database that has moved away stops the whole bot."""
        try:
            return await stage(now)
        except DatabaseMoved as error:
            self._moved = error
            stop.set()
            raise

    async def enqueue_due(self, now: datetime) -> int:
        """Owe what is due at `now`, and return how many messages that is.

        Quiet hours are turned on and off, and the admins told of sources given up.
        """
        await tell_of_parked(self.database, self._admins, now)
        await tell_of_refusing(self.database, self._admins, now)
        return await owe_due(self.database, self._zones, now, self._settings.alerts_a_day)
