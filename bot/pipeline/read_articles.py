"""The read stage: takes articles that nobody has read, has them read off the event loop, and files what they report.

The event is filed, its article marked and the alerts and edits owed in one transaction, so a crash
leaves an article either unread or done. An article that the reader fails on is marked with its
error and never stands in the way of the next one.
"""

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import structlog
from sqlmodel import Session

from bot.extraction.facts import ArticleText, Reading
from bot.extraction.reader import Reader
from bot.merging import features
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report
from bot.pipeline.file_events import EventFiler
from storage import articles
from storage.database import Database
from storage.models import Article

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


class ArticleReader:
    """Reads what is unread."""

    def __init__(
        self,
        database: Database,
        reader: Reader,
        knowledge: MergingKnowledge,
        *,
        batch: int = 20,
        lease: timedelta = timedelta(minutes=5),
    ) -> None:
        """Prepare to read.

        Args:
            database: Where articles wait and events are filed.
            reader: Reads them.
            knowledge: By what articles are merged into events.
            batch: How many articles are claimed at a time.
            lease: How long a claim holds; ample for one batch.
        """
        self._database = database
        self._reader = reader
        self._places = knowledge.places
        self._filer = EventFiler(knowledge)
        self._batch = batch
        self._lease = lease

    async def read_due(self, now: datetime) -> ReadReport:
        """Read all that is unread, a batch at a time, and say what came of it."""
        outcomes: list[_Outcome] = []
        alerts = edits = 0
        while claimed := await self._database.run(
            articles.claim_unread, now, limit=self._batch, lease=self._lease
        ):
            for article in claimed:
                outcome, owed, changed = await self._treat(article, now)
                outcomes.append(outcome)
                alerts += owed
                edits += changed
        return ReadReport(
            len(outcomes),
            outcomes.count(_Outcome.EVENT),
            outcomes.count(_Outcome.FAILED),
            alerts,
            edits,
        )

    async def _treat(self, article: Article, now: datetime) -> tuple[_Outcome, int, int]:
        """Read one article and file it.

        Return what came of it and how many alerts and edits are owed for it.
        """
        try:
            reading, report = await asyncio.to_thread(self._interpret, article, now)
        except Exception as error:  # noqa: BLE001 - whatever an article does to the reader, the next one is read
            _log.exception("unreadable article", article=article.id, url=article.url)
            await self._database.run(
                articles.failed, article.id, f"{type(error).__name__}: {error}", now
            )
            return _Outcome.FAILED, 0, 0
        if report is None:
            await self._database.run(self._lay_aside, article, reading.language, now)
            return _Outcome.IRRELEVANT, 0, 0
        filed = await self._database.run(self._filer.file, article.id, report, now)
        return _Outcome.EVENT, filed.alerts if filed else 0, filed.edits if filed else 0

    def _interpret(self, article: Article, now: datetime) -> tuple[Reading, Report | None]:
        """Read an article, and take from it all by which its event is recognised; None when it reports none."""
        tagged = self._reader.tag(_article_text(article))
        reading = self._reader.interpret(tagged, now)
        report = features.report(tagged, reading, now.date(), self._places)
        return reading, replace(report, key=article.identity) if report is not None else None

    def _lay_aside(self, session: Session, article: Article, language: str, now: datetime) -> None:
        """Mark an article as one that reports nothing.

        If it did before its outlet edited it, its event goes on without it.
        """
        if articles.irrelevant(session, article.id, language, now) and article.event_id is not None:
            self._filer.withdraw(session, article.id, now)


def _article_text(article: Article) -> ArticleText:
    published = article.published_at or article.first_seen_at
    return ArticleText(
        article.title, article.text, published.astimezone(UTC).date(), article.url, article.language
    )
