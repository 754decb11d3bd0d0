"""The read stage: takes unread articles, has them read, and files what they report.

The event is filed, its article marked and the alerts and edits owed in one transaction, so a crash
leaves an article either unread or done. Reading is done in a process that can be killed. An article
that the reader fails on is marked with its error; one that kills its reader, or cannot be filed, is
tried again some times. None stands in the way of the next one.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import structlog
from sqlmodel import Session

from bot.extraction.facts import ArticleText
from bot.merging.knowledge import MergingKnowledge
from bot.pipeline.call_limits import USUAL, CallLimits
from bot.pipeline.file_events import EventFiler
from bot.pipeline.interpretation import LONGEST, Interpretation
from bot.pipeline.outlets import Outlet, Outlets
from bot.pipeline.recurring_paragraphs import text_of_its_own
from bot.pipeline.weighed_reports import WeighedReport
from bot.runtime import metrics
from bot.runtime.pulse import Pulse
from bot.runtime.worker_pool import JobRaised, WorkerError, WorkerNotStarted
from storage import articles, filed_reports
from storage.database import Database
from storage.errors import DatabaseError
from storage.models import Article

TRIES = 3
"""How often an article is taken up that each time kills its reader, or cannot be filed."""

LEASE = timedelta(minutes=5)
"""How long a batch of articles is left to the process that claimed it; ample for one batch."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one run of the stage did.

    Attributes:
        articles: How many were read.
        events: How many of them report an event.
        failed: How many the reader failed on.
        alerts: How many alerts became owed.
        edits: How many cards already sent became owed an edit.
    """

    articles: int = 0
    events: int = 0
    failed: int = 0
    alerts: int = 0
    edits: int = 0


class _Outcome(StrEnum):
    EVENT = "event"
    IRRELEVANT = "irrelevant"
    FAILED = "failed"
    PUT_BACK = "put back"


Interpret = Callable[[ArticleText, datetime], Awaitable[Interpretation]]
"""Reads an article as of a moment."""


class ArticleReader:
    """Has unread articles read in a process of their own, and files the events that they report.

    Attributes:
        pulse: Beats with each article that was brought to an end, and with each run.
    """

    def __init__(
        self,
        database: Database,
        interpret: Interpret,
        knowledge: MergingKnowledge,
        *,
        batch: int = 20,
        lease: timedelta = LEASE,
        limits: CallLimits = USUAL,
    ) -> None:
        """Prepare to read.

        Args:
            database: Where articles wait and events are filed.
            interpret: Reads them.
            knowledge: By what articles are merged into events.
            batch: How many articles are claimed at a time.
            lease: How long a claim holds.
            limits: How often chats are called.
        """
        self._database = database
        self._interpret = interpret
        self._filer = EventFiler(knowledge, limits)
        self._outlets = Outlets()
        self._batch = batch
        self._lease = lease
        self.pulse = Pulse()

    def forget(self) -> None:
        """Forget what was filed last, and what it was compared with; it can be read again."""
        self._filer.forget()

    async def read_due(self, now: datetime) -> ReadReport:
        """Read all that is unread, a batch at a time, and say what came of it."""
        outcomes: list[_Outcome] = []
        alerts = edits = 0
        while claimed := await self._database.run(
            articles.claim_unread, now, limit=self._batch, lease=self._lease
        ):
            for article in claimed:
                outcome, owed, changed = await self._guarded(article, now)
                outcomes.append(outcome)
                metrics.ARTICLES_READ.labels(outcome).inc()
                self.pulse.beat()
                alerts += owed
                edits += changed
        self.pulse.beat()
        return ReadReport(
            len(outcomes),
            outcomes.count(_Outcome.EVENT),
            outcomes.count(_Outcome.FAILED),
            alerts,
            edits,
        )

    async def _guarded(self, article: Article, now: datetime) -> tuple[_Outcome, int, int]:
        """Do all that is done with one article; whatever it does to that, the next one is read.

        Raises:
            DatabaseError: The database cannot be reached or written, which is no article's fault.
            WorkerNotStarted: No process can be started to read it; nor is that.
        """
        tries = await self._database.run(articles.take_up, article.id)
        if tries > TRIES:
            reason = article.error or f"taken up {TRIES} times, and never brought to an end"
            return await self._give_up(article, reason, now)
        try:
            return await self._treat(article, now)
        except DatabaseError:
            raise
        except WorkerNotStarted:
            await self._database.run(articles.not_taken_up, article.id)
            raise
        except JobRaised as error:
            return await self._give_up(article, error.reason, now)
        except Exception as error:  # noqa: BLE001 - see above
            reason = _reason(error)
            if tries == TRIES:
                return await self._give_up(article, reason, now)
            _log.exception("article put back", article=article.id, url=article.url)
            await self._database.run(articles.put_back, article.id, reason)
            return _Outcome.PUT_BACK, 0, 0

    async def _give_up(
        self, article: Article, reason: str, now: datetime
    ) -> tuple[_Outcome, int, int]:
        _log.warning("article given up", article=article.id, url=article.url, reason=reason)
        await self._database.run(articles.failed, article.id, reason, now)
        return _Outcome.FAILED, 0, 0

    async def _treat(self, article: Article, now: datetime) -> tuple[_Outcome, int, int]:
        """Read one article and file it.

        Return what came of it and how many alerts and edits are owed for it.
        """
        text = await self._database.run(self._text, article, now)
        with metrics.READ_SECONDS.time():
            found = await self._interpret(text, now)
        if found.report is None:
            weighed = await self._weighed(article, found)
            if article.event_id is not None:
                await self._database.read(self._filer.weigh_around, [article.id])
            await self._database.run(self._lay_aside, article, found, weighed, now)
            return _Outcome.IRRELEVANT, 0, 0
        report = replace(found.report, key=article.identity)
        with metrics.MERGE_SECONDS.time():
            compared = await self._database.read(self._filer.compare, article.id, report)
            filed = await self._database.run(self._filer.file, article.id, report, now, compared)
        return _Outcome.EVENT, filed.alerts if filed else 0, filed.edits if filed else 0

    def _text(self, session: Session, article: Article, now: datetime) -> ArticleText:
        """Return an article as the reader takes it in, with what is known of its outlet."""
        outlet = self._outlets.of(session, article.source_id, now)
        return _article_text(article, text_of_its_own(session, article, now), outlet)

    async def _weighed(self, article: Article, found: Interpretation) -> list[WeighedReport]:
        """Weigh what an article tells of that founds no event, where nobody waits for that.

        That is each line of a round-up, or the one report that may join others.
        """
        told = found.lines
        if found.joining and not told:
            told = (replace(found.joining, key=article.identity),)
        if found.beside or not told:  # as most of the world's news
            return []
        return await self._database.read(self._filer.adder.weigh, told)

    def _lay_aside(
        self,
        session: Session,
        article: Article,
        found: Interpretation,
        weighed: list[WeighedReport],
        now: datetime,
    ) -> None:
        """Mark an article as one that reports nothing.

        If it did before its outlet edited it, its event goes on without it. What tells something
        beside a gathering that is known, or of one without naming whose it is, is found among its
        articles, and calls nobody.
        """
        if article.event_id is not None or found.beside or weighed:
            # Before the article is held, which whoever files may want.
            filed_reports.lock_merging(session)
        if not articles.irrelevant(session, article.id, found.language, now):
            return
        if article.event_id is not None:
            self._filer.withdraw(session, article.id, now)
        if found.beside:
            published = (article.published_at or now).astimezone(UTC).date()
            self._filer.adder.put_beside(session, article.id, found.beside, published)
        elif found.lines:
            self._filer.adder.put_among(session, article.id, weighed)
        elif found.joining:
            self._filer.adder.put_joining(session, article.id, weighed[0])


def _article_text(article: Article, text: str, outlet: Outlet) -> ArticleText:
    if len(text) > LONGEST:
        _log.warning(
            "article cut",
            article=article.id,
            url=article.url,
            length=len(text),
            read=LONGEST,
        )
    # "Today" counts from the day of publication where the outlet is, which may have begun when in
    # UTC it has not; a page may be seen first years behind it
    published = article.published_at
    return ArticleText(
        article.title[:LONGEST],
        text[:LONGEST],
        published.astimezone(outlet.zone).date() if published is not None else None,
        article.url,
        article.language,
        outlet.familiar,
    )


def _reason(error: Exception) -> str:
    return error.reason if isinstance(error, WorkerError) else f"{type(error).__name__}: {error}"
