"""What became of one poll, and how it is stored: a source's new state and its new articles in one transaction.

Outcomes are written in groups, because a commit costs more than a poll without news; an outcome
that cannot be stored does not take its group with it.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlmodel import Session

from bot.feeds.errors import Cause
from bot.feeds.polling.delta import Seen
from bot.feeds.websub.protocol import Announced
from storage import articles, sources, websub
from storage.articles import NewArticle, Revision
from storage.database import Database
from storage.errors import DatabaseError
from storage.sources import Learned, Success

_GROUP = 200
_GATHER = 0.2
"""Seconds for which outcomes are gathered while polls go on: what they store lies all over the tables, so together it costs a fraction."""

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
    return [_store_one(session, outcome, now) for outcome in outcomes]


def _success(outcome: PollResult) -> Success:
    newest = max((item.published_at for item in outcome.items if item.published_at), default=None)
    validators = (outcome.etag, outcome.last_modified, outcome.body_hash)
    return Success(outcome.source_id, outcome.next_poll_at, *validators, newest, outcome.learned)


def _store_one(session: Session, outcome: PollResult, now: datetime) -> int:
    """Store what concerns one source alone: its articles and its hub, or its failure."""
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
        return 0
    articles.revise(session, outcome.revisions, now)
    new = articles.add_new(session, outcome.source_id, outcome.items, now)
    if outcome.announced is not None:
        websub.remember(
            session,
            outcome.source_id,
            now,
            hub=outcome.announced.hub,
            topic=outcome.announced.topic,
        )
    return new


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
        self._waiting: asyncio.Queue[PollResult | None] = asyncio.Queue()

    def add(self, outcome: PollResult) -> None:
        """Hand over an outcome."""
        self._waiting.put_nowait(outcome)

    def finish(self) -> None:
        """Say that no more comes."""
        self._waiting.put_nowait(None)

    async def run(self) -> None:
        """Store what comes until `finish`.

        Raises:
            DatabaseError: The database cannot be written; the leases of what is lost run out by
                themselves.
        """
        open_ = True
        while open_:
            group = await self._gather()
            open_ = None not in group
            await self._write([outcome for outcome in group if outcome is not None])

    async def _gather(self) -> list[PollResult | None]:
        group = [await self._waiting.get()]
        with suppress(TimeoutError):
            async with asyncio.timeout(_GATHER):
                while len(group) < _GROUP and group[-1] is not None:
                    group.append(await self._waiting.get())
        return group

    async def _write(self, group: list[PollResult]) -> None:
        if not group:
            return
        try:
            counts = await self._database.run(store, group, self._now)
        except DatabaseError:
            raise
        except Exception:  # noqa: BLE001  # logged below; one outcome that cannot be stored must not lose the others
            if len(group) == 1:
                _log.exception("outcome not stored", source=group[0].source_key)
                return
            for outcome in group:
                await self._write([outcome])
            return
        for outcome, new in zip(group, counts, strict=True):
            self._stored(outcome, new)
