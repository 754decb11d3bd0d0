"""The poll: claims the sources that are due, fetches them side by side, and stores what is new.

A source is leased while it is polled, so any number of processes may poll. Each source has its own
slot and its own deadlines: a slow or hostile one holds that slot and nothing else. What a poll did
is stored in one transaction with the source's state, so a crash leaves either all of it or a lease
that runs out.
"""

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

import structlog

from bot.feeds import schedule
from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest, FetchResponse
from bot.feeds.options import PollOptions
from bot.feeds.parsing.findings import Parsed
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling import delta
from bot.feeds.polling.delta_cache import DeltaCache
from bot.feeds.polling.new_articles import ArticleCollector, Gathered
from bot.feeds.polling.redirects import learn_move
from bot.feeds.polling.results import Failure, PollRecorder, PollResult, Tally
from bot.feeds.websub.protocol import announced_by
from bot.runtime import metrics
from bot.runtime.pulse import Pulse
from bot.runtime.worker_pool import WorkerNotStarted
from storage import sources
from storage.database import Database
from storage.models import Source
from storage.sources import Learned

_TELLING_PAGES = 3
_AT_A_TIME = 32
"""Fewest sources claimed at once: a claim costs more than many a poll."""

_log = structlog.get_logger("feeds")


@dataclass(frozen=True, slots=True)
class PollReport:
    """What a round of polling came to.

    Attributes:
        polled: Sources polled.
        failed: Of these, how many failed.
        not_modified: How many said that nothing is new.
        unchanged: How many sent the same bytes as before.
        articles: New articles stored.
        edited: Stored articles whose outlet changed them.
        parked: Sources given up in this round.
        causes: How often each cause of failure came up.
        seconds: How long it took.
    """

    polled: int
    failed: int
    not_modified: int
    unchanged: int
    articles: int
    edited: int
    parked: int
    causes: Mapping[str, int]
    seconds: float


class Poller:
    """Polls the sources of a database.

    Attributes:
        pulse: Beats with each poll that was stored, and with each round.
    """

    def __init__(
        self,
        database: Database,
        fetcher: Fetcher,
        workers: Workers,
        options: PollOptions | None = None,
    ) -> None:
        self._database = database
        self._fetcher = fetcher
        self._workers = workers
        self._options = options or PollOptions()
        self._collector = ArticleCollector(database, fetcher, workers, self._options)
        self._memory = DeltaCache()
        self.pulse = Pulse()

    async def poll_due(self, now: datetime) -> PollReport:
        """Poll every source that is due at `now` and return what it came to.

        Raises:
            DatabaseError: The database cannot be read or written.
            WorkerNotStarted: No process can be started to parse what comes.
        """
        start, tally = monotonic(), Tally()

        def stored(outcome: PollResult, new: int) -> None:
            tally.add(outcome, new)
            metrics.POLLS.labels(outcome.result).inc()
            metrics.ARTICLES_STORED.inc(new)
            self._memory.keep(outcome)
            self.pulse.beat()

        recorder = PollRecorder(self._database, now, stored)
        try:
            await self._fill_slots(recorder, now)
        finally:  # what was polled is stored, also when the bot is told to stop meanwhile
            await recorder.finish()
        self.pulse.beat()
        return PollReport(
            polled=tally.polled,
            failed=tally.causes.total(),
            not_modified=tally.not_modified,
            unchanged=tally.unchanged,
            articles=tally.articles,
            edited=tally.edited,
            parked=tally.parked,
            causes=dict(tally.causes),
            seconds=monotonic() - start,
        )

    async def _fill_slots(self, recorder: PollRecorder, now: datetime) -> None:
        """Keep the slots busy until nothing is due any more."""
        running, waiting, more = set[asyncio.Task[None]](), deque[Source](), True
        ended = _Ended()
        try:
            while True:
                while (free := self._options.claimed - len(running)) > 0 and (waiting or more):
                    if not waiting:
                        limit = max(free, _AT_A_TIME)
                        waiting.extend(
                            await self._database.run(
                                sources.claim_due, now, limit=limit, lease=self._options.lease
                            )
                        )
                        more = len(waiting) == limit
                    else:
                        task = asyncio.create_task(self._slot(waiting.popleft(), recorder, now))
                        task.add_done_callback(ended.add)
                        running.add(task)
                if not running:
                    break
                for task in await ended.some():
                    running.remove(task)
                    task.result()
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def _slot(self, source: Source, recorder: PollRecorder, now: datetime) -> None:
        try:
            outcome = await self._poll(source, now)
        except FeedError as error:
            _log.info(
                "source failed", source=source.key, cause=error.cause.value, detail=error.detail
            )
            outcome = self._failed(source, now, error)
        except WorkerNotStarted:
            raise  # no source's fault: each is polled again when its lease has run out
        except Exception as error:  # noqa: BLE001  # logged in full
            # One source's surprise must not stop the others; it is stored as that source's failure.
            _log.exception("poll failed unexpectedly", source=source.key)
            outcome = self._failed(
                source,
                now,
                FeedError(source.url, Cause.MALFORMED, f"unexpected {type(error).__name__}"),
            )
        recorder.add(outcome)

    async def _poll(self, source: Source, now: datetime) -> PollResult:
        fetched = await self._fetcher.fetch(request_for(source, self._options))
        every = timedelta(seconds=source.interval_seconds)
        due = schedule.after_success(source.key, now, every, asked=fetched.fresh_for)
        outcome = PollResult(
            source.id, source.key, due, body_hash=source.body_hash, learned={"not_modified": 0}
        )
        if fetched.not_modified:
            learned: Learned = {
                "not_modified": source.not_modified + 1,
                **staleness(source.newest_item_at, self._options, now),
            }
            return replace(
                outcome,
                not_modified=True,
                etag=source.etag,
                last_modified=source.last_modified,
                learned=learned,
            )
        if fetched.complete:
            outcome = replace(outcome, etag=fetched.etag, last_modified=fetched.last_modified)
        body_hash = fetched.body_hash
        if body_hash == source.body_hash:
            learned = {"not_modified": 0, **staleness(source.newest_item_at, self._options, now)}
            return replace(outcome, unchanged=True, learned=learned)
        outcome = replace(outcome, body_hash=body_hash if fetched.complete else None)
        return await self._changed(source, fetched, outcome, now)

    async def _changed(
        self, source: Source, fetched: FetchResponse, outcome: PollResult, now: datetime
    ) -> PollResult:
        """Add to `outcome` what a body that has not been seen before brings."""
        change = self._memory.increment(source, fetched)
        if change is not None and not change.body:
            learned: Learned = {
                "not_modified": 0,
                "empties": 0,
                **staleness(source.newest_item_at, self._options, now),
            }
            return replace(outcome, unchanged=True, learned=learned)
        parsed = await read_source(
            source,
            fetched if change is None else replace(fetched, body=change.body),
            self._fetcher,
            self._workers,
        )
        if parsed.cause is Cause.EMPTY and not (change and change.kept):
            return replace(
                outcome,
                etag=None,
                last_modified=None,
                body_hash=None,
                learned=self._empty(source, parsed),
            )
        if parsed.cause is not None and parsed.cause is not Cause.EMPTY:
            raise FeedError(source.url, parsed.cause, parsed.detail)
        gathered = await self._collector.gather(
            source, parsed.entries, now, self._memory.contested(source)
        )
        dates = _item_dates(change, parsed, now)
        every = schedule.interval(dates, timedelta(seconds=source.interval_seconds), now)
        newest = max(filter(None, (*dates, source.newest_item_at)), default=None)
        learned = {
            "not_modified": 0,
            "empties": 0,
            "items_seen": len(parsed.entries) + (len(change.kept) if change else 0),
            "interval_seconds": round(every.total_seconds()),
            **_shells(gathered),
            **staleness(newest, self._options, now),
            **learn_move(source, fetched.moved_to, now, self._options.settle),
        }
        asked = max(filter(None, (fetched.fresh_for, parsed.pause)), default=None)
        return replace(
            outcome,
            next_poll_at=schedule.after_success(source.key, now, every, asked=asked),
            items=gathered.items,
            revisions=gathered.revisions,
            learned=learned,
            seen=delta.learned(change, parsed.entries, gathered.contested) if change else None,
            announced=announced_by(fetched, parsed) if self._options.hubs else None,
        )

    def _empty(self, source: Source, parsed: Parsed) -> Learned:
        """Bear a feed without items for a few polls, then call it a failure."""
        if source.empties + 1 >= self._options.empties:
            if source.kind == "listing" and source.items_seen:
                raise FeedError(
                    source.url,
                    Cause.MALFORMED,
                    f"the layout changed: {source.items_seen} headlines before, none now",
                )
            seen = f"; there were {source.items_seen} before" if source.items_seen else ""
            raise FeedError(source.url, Cause.EMPTY, f"{parsed.detail}{seen}")
        return {"not_modified": 0, "empties": source.empties + 1}

    def _failed(self, source: Source, now: datetime, error: FeedError) -> PollResult:
        every = timedelta(seconds=source.interval_seconds)
        due = schedule.after_failure(
            source.key, now, every, source.failures, error.cause, error.retry_after
        )
        failing = now - (source.failing_since or now)
        learned: Learned = {}
        if source.parked_at is not None or schedule.parks(
            error.cause, error.status, source.failures + 1, failing, self._options
        ):
            due = max(due, now + schedule.PARKED)
            learned = {"parked_at": source.parked_at or now}
        newly = "parked_at" in learned and source.parked_at is None
        return PollResult(
            source.id,
            source.key,
            due,
            failure=Failure(error.cause, error.detail),
            learned=learned,
            parked=newly,
        )


class _Ended:
    """Tasks that have ended.

    `asyncio.wait` looks at all that run each time that one of them ends: of two hundred polls that
    was a tenth of the work.
    """

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []
        self._any = asyncio.Event()

    def add(self, task: asyncio.Task[None]) -> None:
        self._tasks.append(task)
        self._any.set()

    async def some(self) -> list[asyncio.Task[None]]:
        """Return what has ended since the last time, as soon as there is any."""
        await self._any.wait()
        self._any.clear()
        tasks, self._tasks = self._tasks, []
        return tasks


def _item_dates(change: delta.FeedDelta | None, parsed: Parsed, now: datetime) -> list[datetime]:
    """Return when the items of a feed came out; those told of the future are left out."""
    told = [entry.published for entry in parsed.entries]
    if change is not None:
        told += change.kept.values()
    return [moment for moment in told if moment is not None and moment <= now]


async def read_source(
    source: Source, fetched: FetchResponse, fetcher: Fetcher, workers: Workers
) -> Parsed:
    """Parse what `source` sent; of an index of sitemaps, the newest of these.

    Raises:
        FeedError: It could not be parsed in time, or a sitemap of the index could not be fetched.
    """
    parsed = await workers.read(
        fetched, source.kind, timezone=source.timezone, recipe=source.recipe
    )
    entries = list(parsed.entries)
    for child in parsed.children:
        inner = await fetcher.fetch(FetchRequest(child, user_agent=source.user_agent))
        entries += (
            await workers.read(inner, "sitemap", timezone=source.timezone, recipe=source.recipe)
        ).entries
    if parsed.children and not entries:
        return replace(parsed, cause=Cause.EMPTY, detail="sitemaps without articles")
    return replace(parsed, entries=tuple(entries))


def request_for(source: Source, options: PollOptions) -> FetchRequest:
    """Return the request for `source`.

    Conditional, but for one time in so many "not modified", since some validators are stuck.
    """
    believed = source.not_modified < options.unconditional_after
    headers = (source.recipe or {}).get("headers", {})
    return FetchRequest(
        source.url,
        source.etag if believed else None,
        source.last_modified if believed else None,
        source.user_agent,
        headers,
    )


def staleness(newest: datetime | None, options: PollOptions, now: datetime) -> Learned:
    """Return what is to be said of a source by its `newest` item.

    A frozen feed works, so it is no failure; but it is said.
    """
    if newest is None or now - newest < options.stale_after:
        return {}
    return {
        "failure_cause": Cause.STALE.value,
        "failure_detail": f"nothing new since {newest:%Y-%m-%d}",
    }


def _shells(gathered: Gathered) -> Learned:
    """Pages without text are no failure, as the feed's summaries are read instead.

    But it is said.
    """
    if gathered.pages < _TELLING_PAGES or gathered.shells < gathered.pages:
        return {}
    detail = f"{gathered.shells} article pages bring nothing; the summary is read"
    return {"failure_cause": Cause.EMPTY.value, "failure_detail": detail}
