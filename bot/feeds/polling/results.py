"""What became of one poll, and how it is stored.

A source's new state and its new articles in one transaction.

Outcomes are written in groups, because a commit costs more than a poll without news; an outcome
that cannot be stored does not take its group with it.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import structlog
from sqlmodel import Session

from bot.feeds.errors import Cause
from bot.feeds.polling.delta import Seen
from bot.feeds.websub.protocol import Announced
from bot.runtime.write_batcher import WriteBatcher
from storage import articles, sources, websub
from storage.articles import NewArticle, Revision
from storage.database import Database
from storage.errors import DatabaseError
from storage.sources import Learned, Success

_GATHER_SECONDS = 0.5
"""How long outcomes are gathered while polls go on.

What they store lies all over the tables, so together it costs a fraction.
"""

_log = structlog.get_logger("feeds")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a poll brought nothing: the cause, and its technical side."""

    cause: Cause
    detail: str


@dataclass(frozen=True, slots=True)
class PollResult:
    """What became of polling one source.

    Attributes:
        source_id: The source.
        source_key: Its key, for the log.
        next_poll_at: When it is due again.
        failure: Why it failed, or None.
        not_modified: Whether the site itself said that nothing is new.
        unchanged: Whether the body was the same as the last one.
        etag: The validator for the next request.
        last_modified: The validator for the next request.
        body_hash: Of the body that was last parsed.
        items: New articles.
        revisions: What the outlet changed of stored articles.
        learned: What else is known of the source now.
        parked: Whether it was given up by this poll.
        seen: What it held, to be remembered once this is stored; None where that is not known.
        announced: The hub that it names, or that it names none; None where that is not known.
    """

    source_id: int
    source_key: str
    next_poll_at: datetime
    failure: Failure | None = None
    not_modified: bool = False
    unchanged: bool = False
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    items: Sequence[NewArticle] = ()
    revisions: Sequence[Revision] = ()
    learned: Learned = field(default_factory=Learned)
    parked: bool = False
    seen: Seen | None = None
    announced: Announced | None = None

    @property
    def result(self) -> str:
        """What came of it in a word: the cause of a failure, or whether something was new."""
        if self.failure is not None:
            return self.failure.cause.value
        if self.not_modified:
            return "not_modified"
        return "unchanged" if self.unchanged else "changed"


@dataclass
class Tally:
    """What a round of polling came to, while it runs."""

    polled: int = 0
    not_modified: int = 0
    unchanged: int = 0
    articles: int = 0
    edited: int = 0
    parked: int = 0
    causes: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: PollResult, new: int) -> None:
        """Count an outcome that has been stored, and how many of its items were new."""
        self.polled += 1
        self.not_modified += outcome.not_modified
        self.unchanged += outcome.unchanged
        self.articles += new
        self.edited += sum(revision.title is not None for revision in outcome.revisions)
        self.parked += outcome.parked
        if outcome.failure is not None:
            self.causes[outcome.failure.cause.value] += 1


def store(session: Session, outcomes: Sequence[PollResult], now: datetime) -> list[int]:
    """Store `outcomes` and return how many new articles each brought."""
    sources.succeeded(
        session, [_success(outcome) for outcome in outcomes if outcome.failure is None], now
    )
    for outcome in outcomes:
        _store_one(session, outcome, now)
    return articles.add_from_all(
        session, [(outcome.source_id, outcome.items) for outcome in outcomes], now
    )


def _success(outcome: PollResult) -> Success:
    newest = max((item.published_at for item in outcome.items if item.published_at), default=None)
    validators = (outcome.etag, outcome.last_modified, outcome.body_hash)
    return Success(outcome.source_id, outcome.next_poll_at, *validators, newest, outcome.learned)


def _store_one(session: Session, outcome: PollResult, now: datetime) -> None:
    """Store what concerns one source alone: what it changed and its hub, or its failure."""
    if outcome.failure is not None:
        cause, detail = outcome.failure.cause.value, outcome.failure.detail
        sources.failed(
            session,
            outcome.source_id,
            now,
            cause=cause,
            detail=detail,
            next_poll_at=outcome.next_poll_at,
            learned=outcome.learned,
        )
        return
    articles.revise(session, outcome.revisions, now)
    if outcome.announced is not None:
        websub.remember(
            session,
            outcome.source_id,
            now,
            hub=outcome.announced.hub,
            topic=outcome.announced.topic,
        )


def _weight(outcome: PollResult) -> int:
    """Return for how many items of a transaction an outcome counts.

    Archives of fifty articles from thirty feeds in one were five megabytes more at a first poll;
    from four feeds in one they cost a tenth more time than from eight.
    """
    return 1 + len(outcome.items) // 2


class PollRecorder:
    """Stores outcomes as they come, in one transaction all that gather within a moment."""

    def __init__(
        self, database: Database, now: datetime, stored: Callable[[PollResult, int], None]
    ) -> None:
        """Prepare to store.

        Args:
            database: Where to.
            now: The moment of the poll.
            stored: Told of each outcome once it is stored, with the number of its articles that
                were new.
        """
        self._database = database
        self._now = now
        self._stored = stored
        self._batcher = WriteBatcher[PollResult, int](
            self._write, gather_seconds=_GATHER_SECONDS, weigh=_weight
        )
        self._open: set[asyncio.Future[int]] = set()
        self._failure: DatabaseError | None = None

    def add(self, outcome: PollResult) -> None:
        """Hand over an outcome, to be stored soon.

        Raises:
            DatabaseError: One that was handed over before could not be stored; the leases of what
                is lost run out by themselves.
        """
        self._raise_failure()
        answer = self._batcher.submit(outcome)
        self._open.add(answer)
        answer.add_done_callback(partial(self._settled, outcome))

    async def finish(self) -> None:
        """Store what has been handed over.

        Raises:
            DatabaseError: Some of it could not be stored.
        """
        self._batcher.flush()
        await asyncio.gather(*self._open, return_exceptions=True)
        self._raise_failure()

    async def _write(self, group: list[PollResult]) -> list[int]:
        return await self._database.run(store, group, self._now)

    def _settled(self, outcome: PollResult, answer: asyncio.Future[int]) -> None:
        self._open.discard(answer)
        if answer.cancelled():
            return
        error = answer.exception()
        if error is None:
            self._stored(outcome, answer.result())
        elif isinstance(error, DatabaseError):
            self._failure = self._failure or error
        else:
            _log.error("outcome not stored", source=outcome.source_key, exc_info=error)

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure
