"""The poll: claims the sources that are due, fetches them side by side, and stores what is new.

A source is leased while it is polled, so any number of processes may poll. Each source has its own slot and its own deadlines: a slow or
hostile one holds that slot and nothing else. What a poll did is stored in one transaction with the source's state, so a crash leaves either
all of it or a lease that runs out.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

import structlog

from bot.feeds import schedule
from bot.feeds.errors import Cause, FeedError
from bot.feeds.http import Door, Fetched, Request
from bot.feeds.identity import canonical_url, content_hash, identity
from bot.feeds.outcomes import Failure, Ledger, Outcome, Tally
from bot.feeds.page import ENOUGH
from bot.feeds.parser import Entry
from bot.feeds.workers import Workers
from storage import articles, sources
from storage.articles import NewArticle
from storage.database import Database
from storage.models import Source

_FUTURE = timedelta(days=2)
_log = structlog.get_logger("feeds")


@dataclass(frozen=True, slots=True)
class PollOptions:
    """How the poll behaves.

    Attributes:
        concurrency: Most sources polled at a time.
        lease: For how long a claimed source is left to this process.
        pages: Most article pages fetched for one source in one poll.
    """

    concurrency: int = 32
    lease: timedelta = timedelta(minutes=10)
    pages: int = 40


@dataclass(frozen=True, slots=True)
class PollReport:
    """What a round of polling came to.

    Attributes:
        polled: Sources polled.
        failed: Of these, how many failed.
        not_modified: How many said that nothing is new.
        unchanged: How many sent the same bytes as before.
        articles: New articles stored.
        causes: How often each cause of failure came up.
        seconds: How long it took.
    """

    polled: int
    failed: int
    not_modified: int
    unchanged: int
    articles: int
    causes: Mapping[str, int]
    seconds: float


class Poller:
    """Polls the sources of a database."""

    def __init__(self, database: Database, door: Door, workers: Workers, options: PollOptions | None = None) -> None:
        self._database = database
        self._door = door
        self._workers = workers
        self._options = options or PollOptions()

    async def poll_due(self, now: datetime) -> PollReport:
        """Poll every source that is due at `now` and return what it came to.

        Raises:
            DatabaseError: The database cannot be read or written.
        """
        start, tally = monotonic(), Tally()
        ledger = Ledger(self._database, now, tally)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(ledger.run())
                group.create_task(self._feed(ledger, now))
        except ExceptionGroup as errors:
            raise errors.exceptions[0] from errors
        return PollReport(
            tally.polled, tally.causes.total(), tally.not_modified, tally.unchanged, tally.articles, dict(tally.causes), monotonic() - start
        )

    async def _feed(self, ledger: Ledger, now: datetime) -> None:
        """Keep every slot busy until nothing is due any more."""
        running: set[asyncio.Task[None]] = set()
        try:
            while True:
                free = self._options.concurrency - len(running)
                due = await self._database.run(sources.claim_due, now, limit=free, lease=self._options.lease)
                running |= {asyncio.create_task(self._slot(source, ledger, now)) for source in due}
                if not running:
                    break
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            ledger.finish()

    async def _slot(self, source: Source, ledger: Ledger, now: datetime) -> None:
        try:
            outcome = await self._poll(source, now)
        except FeedError as error:
            outcome = _failed(source, now, error)
        except Exception as error:  # noqa: BLE001  # logged in full
            # One source's surprise must not stop the others; it is stored as that source's failure.
            _log.exception("poll failed unexpectedly", source=source.key)
            outcome = _failed(source, now, FeedError(source.url, Cause.MALFORMED, f"unexpected {type(error).__name__}"))
        ledger.add(outcome)

    async def _poll(self, source: Source, now: datetime) -> Outcome:
        request = Request(source.url, source.etag, source.last_modified, source.user_agent)
        fetched = await self._door.fetch(request)
        due = schedule.after_success(source.key, now, timedelta(seconds=source.interval_seconds), fresh_for=fetched.fresh_for)
        outcome = Outcome(
            source.id,
            source.key,
            due,
            etag=fetched.etag if fetched.complete else None,
            last_modified=fetched.last_modified if fetched.complete else None,
            body_hash=source.body_hash,
        )
        if fetched.not_modified:
            return replace(outcome, not_modified=True, etag=source.etag, last_modified=source.last_modified)
        if fetched.body_hash == source.body_hash:
            return replace(outcome, unchanged=True)
        items = await self._items(source, fetched, now)
        return replace(outcome, body_hash=fetched.body_hash if fetched.complete else None, items=items)

    async def _items(self, source: Source, fetched: Fetched, now: datetime) -> list[NewArticle]:
        parsed = await self._workers.feed(fetched, timezone=source.timezone)
        if parsed.cause is not None:
            raise FeedError(source.url, parsed.cause, parsed.detail)
        entries = {identity(entry, source.key): entry for entry in reversed(parsed.entries)}
        known = await self._database.run(articles.stored, list(entries))
        fresh = [(key, entry) for key, entry in reversed(entries.items()) if key not in known]
        whole = [await self._whole(entry, source) if place < self._options.pages else entry for place, (_, entry) in enumerate(fresh)]
        return [_article(key, entry, source, now) for (key, _), entry in zip(fresh, whole, strict=True)]

    async def _whole(self, entry: Entry, source: Source) -> Entry:
        """Return `entry` with the text of its page, where the feed gives too little and the page more."""
        if entry.link is None or len(entry.text) >= ENOUGH:
            return entry
        try:
            fetched = await self._door.fetch(Request(entry.link, user_agent=source.user_agent))
            page = await self._workers.page(fetched, timezone=source.timezone)
        except FeedError as error:
            _log.info("page not read", source=source.key, cause=error.cause.value, detail=error.detail)
            return entry
        text = page.text if len(page.text) > len(entry.text) else entry.text
        return replace(entry, text=text, published=entry.published or page.published)


def _article(key: str, entry: Entry, source: Source, now: datetime) -> NewArticle:
    return NewArticle(
        identity=key,
        url=canonical_url(entry.link) if entry.link else source.url,
        title=entry.title,
        text=entry.text,
        language=entry.language or source.language,
        published_at=believable(entry.published, now),
        content_hash=content_hash(entry.title, entry.text),
    )


def believable(published: datetime | None, now: datetime) -> datetime | None:
    """Return `published`, but never a moment after `now`: a wrong zone is cut to now, a wrong year is no date."""
    if published is None or published > now + _FUTURE:
        return None
    return min(published, now)


def _failed(source: Source, now: datetime, error: FeedError) -> Outcome:
    interval = timedelta(seconds=source.interval_seconds)
    due = schedule.after_failure(source.key, now, interval, source.failures, error.cause, error.retry_after)
    return Outcome(source.id, source.key, due, failure=Failure(error.cause, error.detail))
