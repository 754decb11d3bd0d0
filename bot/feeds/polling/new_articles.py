"""From a feed's entries to what is stored of them.

New articles with their whole text, and changes of known ones.

Archives start quietly: what is too old to be news is remembered under its keys, so that it never
looks new, but is not read. Dates of the future are not believed.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Self

import structlog

from bot.feeds.errors import FeedError, without_credentials
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from bot.feeds.options import PollOptions
from bot.feeds.parsing.agreement import agrees, best_text, is_home
from bot.feeds.parsing.article_keys import address, digest
from bot.feeds.parsing.findings import ENOUGH, Entry, Page
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.dedup import Candidate, candidates, settle
from storage import articles
from storage.articles import NewArticle, Revision, StoredArticle
from storage.database import Database
from storage.enums import ArticleState
from storage.models import Source

_FUTURE = timedelta(days=2)
_log = structlog.get_logger("feeds")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a feed brought.

    Attributes:
        items: New articles.
        revisions: What the outlet changed of stored ones.
        pages: Article pages fetched.
        contested: Keys that the source gives to different items.
        shells: Of these, those that bring nothing: filled in by a browser, behind a paywall, or
            about something else.
    """

    items: tuple[NewArticle, ...] = ()
    revisions: tuple[Revision, ...] = ()
    pages: int = 0
    shells: int = 0
    contested: frozenset[str] = frozenset()


class ArticleCollector:
    """Finds out what is new among entries, and reads the pages of what is."""

    def __init__(
        self, database: Database, fetcher: Fetcher, workers: Workers, options: PollOptions
    ) -> None:
        self._database = database
        self._fetcher = fetcher
        self._workers = workers
        self._options = options

    async def gather(
        self,
        source: Source,
        entries: Sequence[Entry],
        now: datetime,
        contested: frozenset[str] = frozenset(),
    ) -> Gathered:
        """Return what `entries` of `source` bring that is not stored.

        `contested` keys prove nothing.
        """
        whole, contested = candidates(entries, source.key, contested)
        keys = {key for candidate in whole for key in candidate.keys.all()}
        known = await self._database.run_bare(partial(articles.known_by, keys=keys))
        found = settle(whole, known, source.id)
        batch = Batch.of([candidate.entry for candidate in found.new], self._options, now)
        quiet = [
            is_old(
                candidate.entry.published or candidate.entry.updated,
                source,
                self._options,
                now,
                batch,
            )
            for candidate in found.new
        ]
        loud = [candidate for candidate, old in zip(found.new, quiet, strict=True) if not old][
            : self._options.pages
        ]
        pages = await self._pages(source, loud)
        items, home = [], without_credentials(source.url)
        for candidate, old in zip(found.new, quiet, strict=True):
            page = pages.get(candidate.identity, Page())
            published = believable(candidate.entry.published, now) or believable(
                page.published, now
            )
            if candidate.entry.provisional and not old and not page.title:
                continue  # without its headline it is nothing to read; the next poll tries again
            quietly = old or is_old(published, source, self._options, now, batch)
            items.append(
                _article(candidate, page, home, source.language, published, quietly=quietly)
            )
        changed = [
            await self._revision(source, candidate, article) for candidate, article in found.changed
        ]
        moved = [Revision(article.id, candidate.keys.all()) for candidate, article in found.moved]
        shells = sum(not page.text for page in pages.values())
        return Gathered(tuple(items), (*changed, *moved), len(pages), shells, contested)

    async def _pages(self, source: Source, wanted: Sequence[Candidate]) -> dict[str, Page]:
        """Return the pages that can be had in one source's time, by their article's identity."""
        tasks = {
            candidate.identity: asyncio.create_task(self._page(source, candidate.entry))
            for candidate in wanted
            if _lacks_text(candidate.entry)
        }
        if not tasks:
            return {}
        try:
            await asyncio.wait(tasks.values(), timeout=self._options.pages_within.total_seconds())
        finally:
            for task in tasks.values():
                task.cancel()
            await asyncio.gather(*tasks.values(), return_exceptions=True)
        done = {key: task for key, task in tasks.items() if not task.cancelled()}
        return {key: page for key, task in done.items() if (page := task.result()) is not None}

    async def _page(self, source: Source, entry: Entry) -> Page | None:
        """Return the entry's page where the feed gives too little.

        None where it gives enough or the page cannot be had.
        """
        if entry.link is None or not _lacks_text(entry):
            return None
        try:
            fetched = await self._fetcher.fetch(
                FetchRequest(entry.link, user_agent=source.user_agent)
            )
            if is_home(fetched.url, entry.link):
                return Page()
            page = await self._workers.page(fetched, timezone=source.timezone)
            about_it = entry.provisional or agrees(entry.title, entry.text, page.title, page.text)
            return page if about_it else replace(page, text="")
        except FeedError as error:
            _log.info(
                "page not read", source=source.key, cause=error.cause.value, detail=error.detail
            )
            return None

    async def _revision(self, source: Source, one: Candidate, article: StoredArticle) -> Revision:
        reread = article.edits < self._options.rereads
        page = (await self._page(source, one.entry) if reread else None) or Page()
        return Revision(
            article.id,
            one.keys.all(),
            title=one.entry.title,
            text=best_text(one.entry.title, one.entry.text, page.title, page.text),
            content_hash=one.content_hash,
            reread=reread,
        )


def _lacks_text(entry: Entry) -> bool:
    """Whether the feed gives too little of an article, so that its page is asked for."""
    return len(entry.text) < ENOUGH


@dataclass(frozen=True, slots=True)
class Batch:
    """How many new items of one poll have no date, and how many a date of long ago."""

    undated: int = 0
    long_ago: int = 0

    @classmethod
    def of(cls, entries: Iterable[Entry], options: PollOptions, now: datetime) -> Self:
        """Count `entries`."""
        moments = [entry.published or entry.updated for entry in entries]
        dated = [moment for moment in moments if moment is not None]
        limit = options.max_age
        ancient = [moment for moment in dated if limit is not None and moment < now - limit]
        return cls(len(moments) - len(dated), len(ancient))


def is_old(
    published: datetime | None, source: Source, options: PollOptions, now: datetime, batch: Batch
) -> bool:
    """Tell whether an item is of an archive, and so to be remembered but not read.

    What is new in a source that was read all the while is news, whatever its date says; unless
    there is so much of it that it must be an archive under new ids.

    Args:
        published: As the feed says.
        source: Where it stands; a source without a success behind it is polled for the first time.
        options: The ages that count.
        now: The present.
        batch: The new items that came with it.
    """
    first = source.last_ok_at is None
    limit = options.first_age if first else options.max_age
    if limit is None:
        return False
    if published is None:
        return batch.undated >= options.flood
    if published >= now - limit:
        return False
    watched = source.last_ok_at is not None and now - source.last_ok_at < options.stale_after
    return not watched or batch.long_ago >= options.old_flood


def _article(
    one: Candidate,
    page: Page,
    home: str,
    language: str | None,
    published: datetime | None,
    *,
    quietly: bool,
) -> NewArticle:
    entry = one.entry
    keys = one.keys.all()
    picture = entry.picture or page.picture
    if page.canonical is not None:
        keys = (*keys, digest("address", address(page.canonical)))
    return NewArticle(
        identity=one.identity,
        url=entry.link or home,
        title=page.title if entry.provisional and page.title else entry.title,
        text=best_text(entry.title, entry.text, page.title, page.text),
        language=entry.language or language,
        published_at=published,
        content_hash=one.content_hash,
        keys=tuple(dict.fromkeys((one.identity, *keys))),
        state=ArticleState.OLD if quietly else ArticleState.UNREAD,
        picture_url=picture.url if picture else None,
        picture_width=picture.width if picture else None,
        picture_height=picture.height if picture else None,
    )


def article_of_page(url: str, page: Page, outlet: str, now: datetime) -> NewArticle:
    """Return a page that no feed brought as an article to be stored.

    Args:
        url: Where it stands.
        page: What it says.
        outlet: Key of the source under which it is kept.
        now: Aware UTC.
    """
    published = believable(page.published, now)
    entry = Entry(page.title, url, page.text, published=published, picture=page.picture)
    (candidate,), _contested = candidates([entry], outlet)
    return _article(candidate, page, url, None, published, quietly=False)


def believable(published: datetime | None, now: datetime) -> datetime | None:
    """Return `published`, but never a moment after `now`.

    A wrong zone is cut to now, a wrong year is no date.
    """
    if published is None or published > now + _FUTURE:
        return None
    return min(published, now)
