"""Parsing only the items of a feed that have changed since it was last read.

Most changed feeds hold one new item among fifty old ones, and many have changed in nothing but the
date at the top. So the bytes are cut at the items, and those that were there the last time are left
out of what is parsed. Where the cuts are not beyond doubt, the whole is parsed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.feeds.parsing.findings import Entry

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Pieces:
    """A feed, cut at its items.

    Attributes:
        head: What stands before the first item.
        items: The items.
        tail: What stands behind the last one.
    """

    head: bytes
    items: tuple[bytes, ...]
    tail: bytes

    @property
    def prints(self) -> tuple[int, ...]:
        """A fingerprint of each item, of this process alone.

        Python's own is of 64 bits and keyed anew in each process, so nobody can aim at it.
        """
        return tuple(map(hash, self.items))


@dataclass(frozen=True, slots=True)
class Seen:
    """What a source held when it was last read.

    Attributes:
        items: The date of each item, by fingerprint; None where it has none.
        contested: Keys that the feed gives to different items, and that so prove nothing.
    """

    items: Mapping[int, datetime | None] = field(default_factory=dict)
    contested: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FeedDelta:
    """What is new in a feed.

    Attributes:
        body: A feed that holds the new items alone; empty where there are none.
        fresh: The fingerprints of these items, in their order.
        kept: The fingerprints of the others, with their dates.
    """

    body: bytes
    fresh: tuple[int, ...]
    kept: Mapping[int, datetime | None]


def cut(body: bytes) -> Pieces | None:
    """Cut `body` at its items.

    None where it has too few, or where something stands between them.
    """
    for name in (b"item", b"entry"):
        opening, closing = b"<" + name, b"</" + name + b">"
        start = _opening(body, opening, 0)
        if start < 0:
            continue
        head, items = body[:start], list[bytes]()
        while True:
            end = body.find(closing, start)
            if end < 0:
                return None
            end += len(closing)
            items.append(body[start:end])
            following = _opening(body, opening, end)
            if following < 0:
                return Pieces(head, tuple(items), body[end:]) if len(items) >= _FEWEST else None
            if body[end:following].strip():
                return None
            start = following
    return None


def _opening(body: bytes, tag: bytes, start: int) -> int:
    """Find the next opening `tag` that is not the beginning of a longer name."""
    while True:
        start = body.find(tag, start)
        if start < 0 or body[start + len(tag) : start + len(tag) + 1] in (
            b">",
            b" ",
            b"\n",
            b"\r",
            b"\t",
        ):
            return start
        start += len(tag)


def increment(pieces: Pieces, seen: Seen) -> FeedDelta:
    """Return what `pieces` hold that was not `seen`."""
    prints = pieces.prints
    new = [
        (mark, item)
        for mark, item in zip(prints, pieces.items, strict=True)
        if mark not in seen.items
    ]
    items = [item for _, item in new]
    marks = tuple(mark for mark, _ in new)
    kept = {mark: seen.items[mark] for mark in prints if mark in seen.items}
    return FeedDelta(b"".join((pieces.head, *items, pieces.tail)) if new else b"", marks, kept)


def learned(change: FeedDelta, entries: Sequence[Entry], contested: frozenset[str]) -> Seen:
    """Return what is seen of a source once `entries` of the body of `change` are stored."""
    dates = (
        [entry.published for entry in entries]
        if len(entries) == len(change.fresh)
        else [None] * len(change.fresh)
    )
    return Seen({**change.kept, **dict(zip(change.fresh, dates, strict=True))}, contested)
