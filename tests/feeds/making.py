"""Shorthand for the tests of the feeds: RSS documents, sources, and what is stored of them."""

from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape

from sqlmodel import col, select

from bot.feeds.parsing.feed import parse_feed
from bot.feeds.parsing.findings import Parsed
from bot.feeds.polling.poller import Poller
from config.sources import SourceSpec
from storage import sources
from storage.database import Database
from storage.models import Article, Source
from tests.feeds.server import Answer, Site

LONG = (
    "The ministers met in the capital and spoke about roads, culture and trade for a long time. "
    * 12
)
"""Text that is long enough to be taken for a whole article."""


def spec(key: str, url: str, **more: object) -> SourceSpec:
    """A source as the catalogue would give it."""
    return SourceSpec.model_validate(
        {"key": key, "url": url, "name": "Outlet", "language": "en", "certainty": "A"} | more
    )


def item(
    title: str,
    link: str = "",
    guid: str | None = None,
    date: str = "",
    text: str = LONG,
    extra: str = "",
) -> str:
    """An RSS item; `guid` is left out when None and empty when empty."""
    parts = [f"<title>{escape(title)}</title>", f"<description>{escape(text)}</description>", extra]
    parts += [f"<link>{escape(link)}</link>"] if link else []
    parts += [f'<guid isPermaLink="false">{escape(guid)}</guid>'] if guid is not None else []
    parts += [f"<pubDate>{escape(date)}</pubDate>"] if date else []
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str, head: str = "") -> str:
    """An RSS document."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?><rss '
        f'version="2.0"><channel><title>Outlet</title>{head}{"".join(items)}</channel></'
        f"rss>"
    )


def parsed(
    body: str | bytes,
    content_type: str = "application/xml",
    url: str = "https://outlet.example/rss",
    timezone: str | None = None,
) -> Parsed:
    """What the parser makes of `body`."""
    raw = body.encode() if isinstance(body, str) else body
    return parse_feed(
        raw, {"content-type": content_type} if content_type else {}, url, timezone=timezone
    )


def add_sources(database: Database, now: datetime, *specs: SourceSpec) -> None:
    """Store the sources `specs`, due at `now`."""
    with database.transaction() as session:
        sources.sync(session, specs, now)


def source(database: Database, key: str = "outlet") -> Source:
    """The stored source."""
    with database.transaction() as session:
        return session.exec(select(Source).where(Source.key == key)).one()


def stored(database: Database) -> Sequence[Article]:
    """The stored articles, the first stored first."""
    with database.transaction() as session:
        return session.exec(select(Article).order_by(col(Article.id))).all()


async def polled(
    site: Site, poller: Poller, database: Database, now: datetime, *answers: Answer
) -> None:
    """Poll a source that answers so, each time when it is due."""
    add_sources(database, now, spec("outlet", site.answer("/rss", *answers)))
    for _ in answers:
        await poller.poll_due(now)
        now = source(database).next_poll_at
