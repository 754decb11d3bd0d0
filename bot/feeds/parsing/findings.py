"""What the parsers find, and what they are asked for: plain values that cross between processes.

They stand apart from the parsers, so that the bot itself, which has its parsing done in worker
processes, loads none of the libraries that do it.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.feeds.errors import Cause
from bot.runtime.wire import Wire

ENOUGH = 700
"""Characters from which a feed's own text is taken for the whole article."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The lead picture of an article, as an address; it is never fetched.

    Attributes:
        url: An absolute http or https URL.
        width: In pixels, where that is told.
        height: In pixels, where that is told.
    """

    url: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed or listing.

    Attributes:
        title: Plain text, one line; may be empty.
        link: An absolute http or https URL, or None.
        text: The content or the summary, whichever says more, as plain text; paragraphs parted by
            line feeds.
        guid: The id that the feed gives it, or None.
        published: When it came out, in UTC; None where the feed says nothing readable.
        updated: When it was last changed, in UTC, or None.
        language: What the entry or feed claims to be written in (ISO 639-1), or None.
        publisher: The outlet that an aggregator names as the origin, or None.
        provisional: Whether the title is made from the URL, until the page tells the real one.
        picture: The lead picture, or None.
    """

    title: str
    link: str | None = None
    text: str = ""
    guid: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    publisher: str | None = None
    provisional: bool = False
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a body held.

    Attributes:
        entries: In the order of the document.
        title: The feed's own name, or empty.
        encoding: What the bytes were read as.
        cause: Why there is nothing to read, or None.
        detail: The technical side of `cause`.
        pause: How long the feed asks to wait between polls (ttl, sy:updatePeriod), or None.
        hub: A WebSub hub's URL, or None.
        topic: The URL that the feed calls its own (rel=self), or None.
        children: Sitemaps that an index names, the newest first.
    """

    entries: tuple[Entry, ...] = ()
    title: str = ""
    encoding: str = ""
    cause: Cause | None = None
    detail: str = ""
    pause: timedelta | None = None
    hub: str | None = None
    topic: str | None = None
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What an article's page says.

    Attributes:
        text: Plain text, paragraphs parted by line feeds; empty for a shell or a paywall.
        title: The headline, or empty.
        published: When it came out, in UTC, or None.
        author: The byline, or None.
        canonical: The URL that the page gives as its own, or None.
        picture: The lead picture that it gives to those who share it, or None.
    """

    text: str = ""
    title: str = ""
    published: datetime | None = None
    author: str | None = None
    canonical: str | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is to do with a body.

    Attributes:
        kind: "page", or the kind of source: "feed", "listing", "sitemap".
        url: Where the body came from.
        headers: The response's, names in lower case.
        timezone: The IANA zone of dates that name none.
        complete: False when the body was cut short.
        recipe: How a listing or sitemap is read, as in sources.toml.
    """

    kind: str
    url: str
    headers: dict[str, str]
    timezone: str | None = None
    complete: bool = True
    recipe: dict[str, Any] = field(default_factory=dict)


JOB = Wire(Job)
PARSED = Wire(Parsed)
PAGE = Wire(Page)
