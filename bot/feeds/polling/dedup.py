"""Which items of a feed are new, which are known, and which are known but changed. Pure.

Guids repeat, links move, headlines are corrected and whole archives come back under new ids
(FIELD.md, Q1 to Q15). So each key is trusted as far as it deserves: an article's address or the
whole content is proof, as long as the feed itself does not give it to different items; a guid, a
number, a headline or the address of what may be a home page counts only together with something
else.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz

from bot.feeds.parsing.article_keys import Keys, content_hash, digest, keys_of
from bot.feeds.parsing.findings import Entry
from config.text import fold
from storage.articles import StoredArticle

_SAME_MOMENT = timedelta(seconds=59)
_ALIKE = 60
_TELLING_TITLE = 25
_CONTESTABLE = ("address", "path", "number", "guid")


@dataclass(frozen=True)
class Candidate:
    """An entry with the keys that can be trusted for it, and the fingerprint of what it says."""

    entry: Entry
    keys: Keys
    content_hash: str

    @cached_property
    def identity(self) -> str:
        """The one key that is unique among articles."""
        return next(iter(self.keys.all()), "") or digest("words", self.content_hash)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The items of a feed, sorted.

    Attributes:
        new: Not stored yet, in the feed's order.
        changed: Stored, and the outlet has changed the headline or the text since.
        moved: Stored and unchanged, but recognised only by some of its keys; the rest is worth
            keeping.
    """

    new: tuple[Candidate, ...]
    changed: tuple[tuple[Candidate, StoredArticle], ...]
    moved: tuple[tuple[Candidate, StoredArticle], ...]


def candidates(
    entries: Iterable[Entry], source_key: str, known_contested: frozenset[str] = frozenset()
) -> tuple[list[Candidate], frozenset[str]]:
    """Return `entries` with their keys, and the keys that prove nothing.

    A key that the feed gives to different items, now or before, is taken from all of them, and an
    item that stands twice comes out once.

    Args:
        entries: Of one feed.
        source_key: The source's.
        known_contested: Keys that proved nothing before.
    """
    whole = []
    for entry in entries:
        content = content_hash(entry.title, entry.text)
        whole.append(Candidate(entry, keys_of(entry, source_key, content), content))
    contested = set(known_contested)
    for name in _CONTESTABLE:
        titles = defaultdict[str, set[str]](set)
        for candidate in whole:
            if key := getattr(candidate.keys, name):
                titles[key].add(_told_apart_by(candidate, name))
        contested |= {key for key, held in titles.items() if len(held) > 1}
        if contested:
            whole = [
                _without(candidate, name)
                if getattr(candidate.keys, name) in contested
                else candidate
                for candidate in whole
            ]
    return _once(whole), frozenset(contested)


def _told_apart_by(one: Candidate, name: str) -> str:
    """What makes two holders of a key different items: their headlines.

    For a guid, their links as well.
    """
    if name == "guid" and one.keys.address:
        return one.keys.address
    # links that differ behind "#" alone are one page with several items of their own
    anchor = (one.entry.link or "").partition("#")[2]
    own = f"{one.entry.guid} {one.content_hash}" if anchor and one.entry.guid else ""
    return f"{fold(one.entry.title)} {own}"


def _without(one: Candidate, name: str) -> Candidate:
    kept: dict[str, Any] = {field.name: getattr(one.keys, field.name) for field in fields(Keys)} | {
        name: None
    }
    return Candidate(one.entry, Keys(**kept), one.content_hash)


def _with_free_keys(one: Candidate, known: Mapping[str, StoredArticle]) -> Candidate:
    """Return a new item without keys of another article, whose place it must not take."""
    for name in _CONTESTABLE:
        if getattr(one.keys, name) in known:
            one = _without(one, name)
    return one


def _once(whole: Sequence[Candidate]) -> list[Candidate]:
    seen = Counter[str]()
    kept = []
    for candidate in whole:
        proof = [key for key in (candidate.keys.address, candidate.keys.content) if key]
        if not any(seen[key] for key in proof):
            kept.append(candidate)
        seen.update(proof)
    return kept


def settle(
    items: Sequence[Candidate], known: Mapping[str, StoredArticle], source_id: int
) -> Sorted:
    """Sort `items` by what is `known` under their keys.

    Args:
        items: Of one feed.
        known: Stored articles by key.
        source_id: The source; only its own articles are changed by it.
    """
    new, changed, moved = [], [], []
    for candidate in items:
        article = match(candidate, known)
        if article is None:
            new.append(_with_free_keys(candidate, known))
        elif article.source_id == source_id and article.content_hash != candidate.content_hash:
            changed.append((candidate, article))
        elif any(key not in known for key in candidate.keys.all()):
            moved.append((candidate, article))
    return Sorted(tuple(new), tuple(changed), tuple(moved))


def match(one: Candidate, known: Mapping[str, StoredArticle]) -> StoredArticle | None:
    """Return the stored article that `one` is, or None for a new one."""
    keys = one.keys
    if keys.content is not None and keys.content in known:
        return known[keys.content]
    for key, sure in (
        (keys.address, keys.sure),
        (keys.path, keys.sure),
        (keys.number, False),
        (keys.guid, False),
    ):
        article = known.get(key) if key is not None else None
        if article is not None and not sure and _is_next(one, article, known):
            continue
        if article is not None and (
            sure
            or _alike(one.entry.title, article.title)
            or _same_moment(one.entry.published, article)
        ):
            return article
    article = known.get(keys.title) if keys.title is not None else None
    if article is None or not _same_moment(one.entry.published, article):
        return None
    # a path is more than a home page that calls itself otherwise each time
    page = keys.sure or (keys.path is not None and keys.path not in known)
    elsewhere = keys.address is not None and page and keys.address not in known
    by_the_clock = one.entry.published is not None and one.entry.published.time() != time()
    # the same headline at another address and with another text is another article, unless both
    # came out at the same minute: an outlet receives an ambassador every week
    return None if elsewhere and not by_the_clock else article


def _is_next(one: Candidate, article: StoredArticle, known: Mapping[str, StoredArticle]) -> bool:
    """Whether an item at a known address is the next one there.

    Under a guid of its own, at another time, with another text.
    """
    if one.keys.guid is None or one.keys.guid in known or one.content_hash == article.content_hash:
        return False
    return not _same_moment(one.entry.published, article)


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(fold(one), fold(other)) >= _ALIKE


def _same_moment(published: datetime | None, article: StoredArticle) -> bool:
    if published is None or article.published_at is None:
        return (
            published is None
            and article.published_at is None
            and len(article.title) >= _TELLING_TITLE
        )
    return abs(published - article.published_at) <= _SAME_MOMENT
