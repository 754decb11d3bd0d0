"""Answers that many ask for, made once and kept: in bounded memory, and no longer than they hold.

How long one holds depends on whether the diary has changed since. What is a little old is given at
once all the same, and made anew behind whoever asked, so that nobody waits for a page that was
there a minute ago.
"""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum

from aiohttp import web

KEPT_SECONDS = 20.0
"""For how long an answer is given again without being made again."""

LATE_SECONDS = 60.0
"""For how long it is given at once and made anew behind, whatever has changed meanwhile."""

UNCHANGED_SECONDS = 600.0
"""The same where nothing has changed: what stands under a page says when sources were last read."""

MOST_BYTES = 16 * 1024 * 1024
"""Of answers kept; what was used longest ago makes room."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, ready to be sent to anybody.

    Attributes:
        content: What is sent; of what is packed nothing else is kept, since nearly all take it so.
        packed: Whether it is compressed by gzip.
        headers: With it, but for its ETag.
        tag: The ETag.
    """

    content: bytes
    packed: bool
    headers: tuple[tuple[str, str], ...]
    tag: str

    def to(self, request: web.Request) -> web.Response:
        """Return the answer to a request: whole, compressed, or that it is known already."""
        headers = [*self.headers, ("ETag", self.tag)]
        if _has_it(request, self.tag):
            kept = [(name, value) for name, value in headers if name != "Content-Type"]
            return web.Response(status=304, headers=kept)
        if not self.packed:
            return web.Response(body=self.content, headers=headers)
        if _takes_gzip(request):
            headers.append(("Content-Encoding", "gzip"))
            return web.Response(body=self.content, headers=headers)
        return web.Response(body=gzip.decompress(self.content), headers=headers)


class Age(Enum):
    """How old an answer is for what it says."""

    FRESH = "to be given as it is"
    LATE = "to be given, and made anew"
    UNCHANGED = "to be given, and made anew, if nothing has changed since"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that is kept.

    Attributes:
        answer: The answer.
        revision: Of the diary that it was made from.
        made_at: When, by the clock of who keeps it.
    """

    answer: Answer
    revision: Hashable
    made_at: float


class AnswerCache:
    """Answers kept for a while, by what was asked for."""

    def __init__(
        self,
        seconds: float = KEPT_SECONDS,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare to keep.

        Args:
            seconds: For how long one is fresh; 0 keeps nothing.
            most_bytes: Of all bodies together.
            clock: Seconds, never going back.
        """
        self._seconds = seconds
        self._most = most_bytes
        self._clock = clock
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> tuple[Kept, Age] | None:
        """Return what is kept under `key` and how old it is, or None."""
        found = self._kept.get(key)
        if found is None:
            return None
        age = self._age(found)
        if age is None:
            self._forget(key)
            return None
        self._kept.move_to_end(key)
        return found, age

    def _age(self, found: Kept) -> Age | None:
        seconds = self._clock() - found.made_at
        if seconds < self._seconds:
            return Age.FRESH
        if seconds < LATE_SECONDS:
            return Age.LATE
        return Age.UNCHANGED if seconds < UNCHANGED_SECONDS else None

    def keep(self, key: Key, answer: Answer, revision: Hashable = None) -> None:
        """Keep an answer, and let go of as many old ones as it takes."""
        self._forget(key)
        if not self._seconds or _size(key, answer) > self._most:
            return
        self._kept[key] = Kept(answer, revision, self._clock())
        self._bytes += _size(key, answer)
        while self._bytes > self._most:
            self._forget(next(iter(self._kept)))

    def _forget(self, key: Key) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._bytes -= _size(key, gone.answer)


def _has_it(request: web.Request, tag: str) -> bool:
    known = request.if_none_match or ()
    value = tag.removeprefix("W/").strip('"')
    return any(validator.value in {value, "*"} for validator in known)


def _takes_gzip(request: web.Request) -> bool:
    offers = request.headers.get("Accept-Encoding", "").lower().split(",")
    return any(_accepted(offer) for offer in offers[:20])


def _accepted(offer: str) -> bool:
    coding, _, quality = offer.strip().partition(";")
    refused = quality.replace(" ", "") in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return coding.strip() in {"gzip", "x-gzip"} and not refused


def _size(key: Key, answer: Answer) -> int:
    return sum(map(len, key)) + len(answer.content)
