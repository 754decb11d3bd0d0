"""Sources by hand: found behind an address, shown with readings of theirs, and followed.

It brings together what the feeds and the reader can do and what the commands ask for
(`bot.sources.found`), which do not know each other. The admins' chats and the command line
both come here.
"""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Self
from urllib.parse import urlsplit

import structlog
from pydantic import ValidationError
from sqlmodel import Session

from bot.extraction.facts import ArticleText, Reading
from bot.feeds.errors import FeedError
from bot.feeds.http.fetcher import Fetcher
from bot.feeds.http.messages import FetchRequest
from bot.feeds.options import PollOptions
from bot.feeds.parsing.findings import ENOUGH, Entry, Page
from bot.feeds.parsing.pool import Workers
from bot.feeds.polling.new_articles import believable
from bot.language.translator import N_
from bot.messages.message import clean_line
from bot.runtime.worker_pool import WorkerError
from bot.sources.checks import CheckResult, SourceChecker
from bot.sources.discovery import Discovery, Found
from bot.sources.found import FoundItem, FoundSource
from config.errors import TcoError
from config.settings import Settings
from config.sources import SourceSpec, is_written
from storage import source_edits, sources
from storage.database import Database

Told = Callable[[ArticleText, datetime], Awaitable[tuple[str, Reading | None]]]
"""Reads an article as of a moment, in a process that can be killed over it.

Gives its language and what it says, None where it reports no event; raises WorkerError.
"""

SHOWN = 5
"""Items shown of a source that was found."""

NOTHING_THERE = N_("no feed, no sitemap and no list of headlines was found there")

_NEVER = datetime.min.replace(tzinfo=UTC)
_LONGEST_NAME = 80
_log = structlog.get_logger(__name__)


class NotFollowable(TcoError):
    """A source that cannot be followed.

    Attributes:
        url: Its address.
        problem: Why, in one clause.
    """

    def __init__(self, url: str, problem: str) -> None:
        self.url = url
        self.problem = problem
        super().__init__(f"{clean_line(url, 200)}: {problem}")


class SourceManager:
    """Looks at the world's feeds for the admins.

    Attributes:
        checker: Checks the sources that are stored.
    """

    def __init__(
        self,
        database: Database,
        fetcher: Fetcher,
        workers: Workers,
        told: Told,
        options: PollOptions | None = None,
    ) -> None:
        self._database = database
        self._fetcher = fetcher
        self._workers = workers
        self._told = told
        self._discovery = Discovery(fetcher, workers)
        self.checker = SourceChecker(database, fetcher, workers, options)

    @classmethod
    @asynccontextmanager
    async def opened(
        cls, settings: Settings, database: Database, related: Sequence[str], told: Told
    ) -> AsyncIterator[Self]:
        """A manager with a fetcher and workers of its own, closed at the end.

        Args:
            settings: What whoever runs the bot decides.
            database: Where the sources are.
            related: How lines begin that lead to other articles.
            told: Reads an article.
        """
        async with Fetcher.of(settings) as fetcher, Workers(related=related) as workers:
            yield cls(database, fetcher, workers, told, PollOptions.of(settings))

    async def look(self, url: str, now: datetime) -> Sequence[FoundSource]:
        """Return the ways to follow the site at `url`, the best first, with readings of the newest.

        Raises:
            FeedError: It cannot be read.
        """
        ways = await self._discovery.find(url)
        found = [_found(way, now) for way in ways]
        return [await self._read(ways[0], found[0], now), *found[1:]] if found else []

    async def add(self, url: str, now: datetime) -> FoundSource:
        """Follow the best of the ways to follow the site at `url` from now on.

        Raises:
            FeedError: It cannot be read.
            NotFollowable: It holds nothing to follow, or its address is none that can be kept.
        """
        found = await self.look(url, now)
        if not found:
            raise NotFollowable(url, NOTHING_THERE)
        return await self._database.run(follow, found[0], now)

    async def check(self, key: str, now: datetime) -> CheckResult:
        """Fetch the source `key` now, whatever was known of it, and return how it does.

        Raises:
            NotStored: There is no such source.
        """
        source = await self._database.run(sources.by_key, key)
        (found,) = await self.checker.of([source], now)
        return found

    async def _read(self, way: Found, found: FoundSource, now: datetime) -> FoundSource:
        """Add what the reader makes of the newest items, and the language that it finds them in."""
        read = await asyncio.gather(*(self._item(entry, now) for entry in _newest(way, now)))
        languages = Counter(language for _item, language in read if is_written(language))
        language = languages.most_common(1)[0][0] if languages else found.language
        return replace(found, language=language, items=tuple(item for item, _language in read))

    async def _item(self, entry: Entry, now: datetime) -> tuple[FoundItem, str | None]:
        page = await self._page(entry)
        published = believable(entry.published, now) or believable(page.published, now)
        title = page.title if entry.provisional and page.title else entry.title
        day = published.date() if published else None
        article = ArticleText(
            title, max(page.text, entry.text, key=len), day, entry.link, entry.language
        )
        try:
            language, reading = await self._told(article, now)
        except WorkerError as error:
            _log.warning("unreadable article", url=entry.link, reason=error.reason)
            return FoundItem(title, published, "the reader fails on it"), None
        return FoundItem(title, published, in_words(reading)), language

    async def _page(self, entry: Entry) -> Page:
        """Return the entry's page where the source itself gives too little.

        An empty one where it cannot be had.
        """
        if entry.link is None or len(entry.text) >= ENOUGH:
            return Page()
        try:
            return await self._workers.page(await self._fetcher.fetch(FetchRequest(entry.link)))
        except FeedError as error:
            _log.info("page not read", cause=error.cause.value, detail=error.detail)
            return Page()


def follow(session: Session, found: FoundSource, now: datetime) -> FoundSource:
    """Follow what was found from now on.

    Return it with the key that it has, and whether that is new.

    Raises:
        NotFollowable: Its address is none that can be kept.
    """
    (followed,) = source_edits.add(
        session, [spec_of(found.url, found.name, found.kind, found.language)], now
    )
    return replace(found, key=followed.key, new=followed.new)


def spec_of(url: str, name: str, kind: str = "feed", language: str | None = None) -> SourceSpec:
    """Return what is to be kept of a source that somebody adds.

    Raises:
        NotFollowable: Its address is none that can be kept.
    """
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        raise NotFollowable(
            parts.hostname or "",
            N_("the address holds a name or a password, which every chat could see"),
        )
    values = {
        "key": key_of(url),
        "name": clean_line(name, _LONGEST_NAME) or parts.netloc,
        "url": url,
        "kind": kind,
        "language": language if is_written(language) else None,
        "certainty": "B",
    }
    try:
        return SourceSpec.model_validate(values)
    except ValidationError as error:
        raise NotFollowable(url, error.errors()[0]["msg"]) from error


def key_of(url: str) -> str:
    """Return a short name for a source: its host and path in letters, digits and hyphens."""
    parts = urlsplit(url)
    words = re.findall(
        r"[a-z0-9]+", f"{parts.hostname or ''} {parts.path}".lower().removeprefix("www.")
    )
    return "-".join(words)[:60].strip("-") or "source"


def in_words(reading: Reading | None) -> str:
    """Return what the reader made of an article as one line in English."""
    event = reading.event if reading else None
    if reading is None or event is None:
        return "not about a Turkic Cooperation Organization"
    people = f"{len(reading.participants)} named" if reading.participants else "nobody named"
    days = event.start.isoformat() if event.start else "no day stated"
    place = ", ".join(part for part in (event.city, event.country) if part) or "no place stated"
    return f"{event.kind} · {days} · {place} · {', '.join(reading.organizations)} · {people}"


def _found(way: Found, now: datetime) -> FoundSource:
    entries = way.parsed.entries
    claimed = Counter(
        entry.language for entry in entries if is_written(entry.language)
    ).most_common(1)
    return FoundSource(
        key=key_of(way.url),
        name=clean_line(way.parsed.title, _LONGEST_NAME) or urlsplit(way.url).netloc,
        url=way.url,
        kind=way.kind,
        language=claimed[0][0] if claimed else None,
        count=len(entries),
        items=[
            FoundItem(entry.title, believable(entry.published, now)) for entry in _newest(way, now)
        ],
    )


def _newest(way: Found, now: datetime) -> list[Entry]:
    """The newest entries that have a headline.

    Those without a date in the order of the page, after the others.
    """
    titled = [entry for entry in way.parsed.entries if entry.title]
    return sorted(
        titled, key=lambda entry: believable(entry.published, now) or _NEVER, reverse=True
    )[:SHOWN]
