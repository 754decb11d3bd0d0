"""Sources for the admins: found behind an address, followed, checked on the spot, and told of when they are given up.

It brings together what the feeds can do and what the commands ask for (`bot.chats.commands.sourcedesk`), which do not know each other.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from sqlmodel import Session

from bot.chats.commands.sourcedesk import FoundSource
from bot.chats.commands.telling import tell_admins
from bot.chats.messenger import Address
from bot.feeds.discovery import Discovery, Found
from bot.feeds.errors import Cause, FeedError
from bot.feeds.http import Door
from bot.feeds.options import PollOptions
from bot.feeds.polling import request_for
from bot.feeds.workers import Workers
from config.sources import SourceSpec
from storage import sources
from storage.database import Database
from storage.errors import NotStored
from storage.models import Source

SHOWN = 5
"""Headlines shown of a feed that was found."""

_LANGUAGES = frozenset({"en", "tr", "az", "kk", "ky", "uz", "tk", "ru", "hu"})


class FeedDesk:
    """Looks at the world's feeds for the admins."""

    def __init__(self, database: Database, door: Door, workers: Workers) -> None:
        self._database = database
        self._door = door
        self._workers = workers
        self._discovery = Discovery(door, workers)

    async def look(self, url: str) -> Sequence[FoundSource]:
        """Return the feeds at or behind `url`.

        Raises:
            FeedError: It cannot be read.
        """
        return [_found(one) for one in await self._discovery.find(url)]

    async def add(self, url: str, now: datetime) -> FoundSource:
        """Follow the feed at or behind `url` from now on.

        Raises:
            FeedError: It cannot be read, or holds no feed.
        """
        found = await self._discovery.find(url)
        if not found:
            raise FeedError(url, Cause.NOT_A_FEED, "no feed was found there")
        best = _found(found[0])
        language = next((entry.language for entry in found[0].parsed.entries if entry.language in _LANGUAGES), "en")
        values = {"key": best.key, "name": best.name, "url": best.url, "language": language, "kind": found[0].kind, "certainty": "B"}
        await self._database.run(sources.add, SourceSpec.model_validate(values), now)
        return best

    async def check(self, key: str) -> str:
        """Fetch the source `key` now, whatever was known of it, and return a line on how it does.

        Raises:
            NotStored: There is no such source.
            FeedError: It cannot be read.
        """
        source = await self._database.run(_by_key, key)
        source.etag = source.last_modified = None  # ours alone: the row is detached, and this fetch wants the whole body
        fetched = await self._door.fetch(request_for(source, PollOptions()))
        parsed = await self._workers.read(fetched, source.kind, timezone=source.timezone, recipe=source.recipe)
        if parsed.cause is not None:
            return f"{source.name}: {parsed.cause.sentence} ({parsed.detail})"
        newest = max((entry.published for entry in parsed.entries if entry.published), default=None)
        when = f", newest {newest:%Y-%m-%d %H:%M} UTC" if newest else ", no dates"
        return f"{source.name}: {len(parsed.entries)} items{when}, {parsed.encoding or 'no encoding named'}"


async def tell_of_parked(database: Database, admins: tuple[Address, ...], now: datetime) -> int:
    """Tell the admins, once, of the sources that were given up, and return how many these are."""
    return await database.run(_tell_of_parked, admins, now) if admins else 0


def _tell_of_parked(session: Session, admins: tuple[Address, ...], now: datetime) -> int:
    parked = sources.newly_parked(session)
    if parked:
        lines = [f"{one.name} ({one.key}): {one.failure_detail or one.failure_cause or ''}" for one in parked]
        tell_admins(session, "sources", "\n".join(["Given up, but for a rare try:", *lines]), admins, now)
        sources.told(session, [one.id for one in parked], now)
    return len(parked)


def _found(one: Found) -> FoundSource:
    parts = urlsplit(one.url)
    name = one.parsed.title or parts.netloc
    headlines = [entry.title for entry in one.parsed.entries[:SHOWN] if entry.title]
    return FoundSource(_key(one.url), name, one.url, headlines)


def _key(url: str) -> str:
    """Return a short name for a source: its host and path in letters, digits and hyphens."""
    parts = urlsplit(url)
    words = re.findall(r"[a-z0-9]+", f"{parts.hostname or ''} {parts.path}".lower().removeprefix("www."))
    return "-".join(words)[:60].strip("-") or "source"


def _by_key(session: Session, key: str) -> Source:
    source = next((one for one in sources.all_sources(session) if one.key == key), None)
    if source is None:
        raise NotStored("source", key)
    return source
