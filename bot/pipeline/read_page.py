"""One page read at once, because somebody wants to know what it says; nothing is kept of it.

It goes the way of every article: fetched through the guard, parsed and read in processes that can
be killed, summed up as the event that it reports. To be kept, it is stored as an article that waits
to be read, as if its outlet's feed had brought it.
"""

import asyncio
import re
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlmodel import Session

from bot.extraction.facts import ArticleText
from bot.feeds.errors import Cause, FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from bot.feeds.parsing.findings import Page
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.new_articles import article_of_page
from bot.merging.fusion import summary
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report
from bot.messages.proofs import ArticleFacts
from bot.pipeline.event_facts import kept_as, outcomes_of, participation_of
from bot.pipeline.interpretation import LONGEST
from bot.pipeline.read_articles import Interpret
from config.sources import SourceSpec
from storage import articles, event_outcomes, source_edits, sources
from storage.articles import NewArticle
from storage.event_rows import EventRow, ParticipationRow
from storage.event_writes import NewEvent, unsaved
from storage.events import EventArticle, EventRecord

_WORDS = re.compile("[a-z0-9]+")

WITHIN = 25.0
"""Seconds for fetching and parsing: somebody waits for the answer."""

AT_ONCE = 2
"""Pages read at the same time, so that those who ask leave the machine to those who poll."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page says.

    Attributes:
        article: The page as an article to be stored.
        outlet: Its host.
        event: The event that it reports, as it would be kept; None where it reports none.
        report: What was read of it, or None with `event`.
    """

    article: NewArticle
    outlet: str
    event: NewEvent | None
    report: Report | None

    def shown(self, now: datetime) -> tuple[EventRecord, list[ArticleFacts]] | None:
        """Return the event as a card shows it, with what the page says of it; None for none."""
        if self.event is None or self.report is None:
            return None
        event = unsaved(self.event, now)
        event.id = 0  # it has none
        event.outcomes = event_outcomes.unsaved(self.event.outcomes, now)
        event.cancel_proof = self.report.reading.cancel_proof
        told = EventArticle(
            0,
            self.article.url,
            self.article.title,
            self.report.reading.language,
            self.article.published_at,
            now,
            self.outlet,
        )
        people = [
            ParticipationRow(id=at, event_id=0, position=at, **asdict(part))
            for at, part in enumerate(self.event.participations)
        ]
        record = EventRecord(EventRow.of(event), self.event.organizations, tuple(people), (told,))
        return record, [ArticleFacts(told, self.report)]


class PageReader:
    """Reads pages that people ask about.

    Args:
        fetcher: The guarded way out.
        workers: Parse.
        interpret: Reads an article in a process of its own.
        knowledge: By what a report is summed up.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        workers: Workers,
        interpret: Interpret,
        knowledge: MergingKnowledge,
    ) -> None:
        self._fetcher = fetcher
        self._workers = workers
        self._interpret = interpret
        self._knowledge = knowledge
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def read(self, url: str, now: datetime) -> PageRead:
        """Return what the page at `url` says as of `now`.

        Raises:
            FeedError: It cannot be had, or holds nothing to read.
            WorkerError: The reader failed on it.
        """
        async with self._turns:
            here, page = await self._page(url)
            outlet = (urlsplit(here).hostname or "").removeprefix("www.")
            article = article_of_page(here, page, outlet, now)
            published = article.published_at
            text = ArticleText(
                article.title[:LONGEST],
                article.text[:LONGEST],
                published.astimezone(UTC).date() if published else None,
                article.url,
                article.language,
            )
            found = await self._interpret(text, now)
        if found.report is None:
            return PageRead(article, outlet, None, None)
        report = replace(found.report, key=article.identity)
        whole = summary([report], self._knowledge)
        people = [
            participation_of(presence, 0, at) for at, presence in enumerate(whole.people, start=1)
        ]
        event = replace(kept_as(whole, tuple(people)), outcomes=outcomes_of(whole, lambda _: 0))
        return PageRead(article, outlet, event, report)

    async def _page(self, url: str) -> tuple[str, Page]:
        """Return where a page really stands, and what it says."""
        try:
            async with asyncio.timeout(WITHIN):
                fetched = await self._fetcher.fetch(FetchRequest(url))
                page = await self._workers.page(fetched)
        except TimeoutError as error:
            raise FeedError(url, Cause.TIMEOUT, f"more than {WITHIN:.0f} s") from error
        if not (page.title and page.text):
            raise FeedError(url, Cause.EMPTY, "no article on the page")
        return fetched.url, page


def store(session: Session, read: PageRead, now: datetime) -> bool:
    """Store a page as an article that waits to be read; False when it is known already.

    It stands under the source whose host it is of, or else under one of that host's name, which is
    never polled.
    """
    source_id = _source(session, read, now)
    return articles.add_new(session, source_id, [read.article], now) == 1


def _source(session: Session, read: PageRead, now: datetime) -> int:
    known = (
        source.id
        for source in sources.all_sources(session)
        if (urlsplit(source.url).hostname or "").removeprefix("www.") == read.outlet
    )
    if (source_id := next(known, None)) is not None:
        return source_id
    spec = SourceSpec.model_validate(
        {
            "key": "-".join(_WORDS.findall(read.outlet.lower()))[:60].strip("-") or "page",
            "name": read.outlet,
            "url": f"https://{f'[{read.outlet}]' if ':' in read.outlet else read.outlet}/",
            "certainty": "B",
        }
    )
    (followed,) = source_edits.add(session, [spec], now)
    source_edits.set_enabled(session, followed.key, now, on=False)
    return sources.by_key(session, followed.key).id
