"""What looking behind an address found: sources, and the newest of their items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One of the newest items of a source that was found.

    Attributes:
        title: Its headline.
        published: When it came out, in UTC; None where that is not said.
        reading: What the reader makes of it, one line in English; empty where it was not asked.
    """

    title: str
    published: datetime | None = None
    reading: str = ""


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that was found behind an address.

    Attributes:
        key: The name that it is, or would be, kept under.
        name: What it calls itself.
        url: Where it is.
        kind: "feed", "listing" or "sitemap".
        language: What it is written in (ISO 639-1), or None.
        count: How many items it holds.
        items: The newest of them.
        new: False when it was followed already.
    """

    key: str
    name: str
    url: str
    kind: str = "feed"
    language: str | None = None
    count: int = 0
    items: Sequence[FoundItem] = ()
    new: bool = True
