"""Answers that many ask for, made once and kept: in bounded memory, and no longer than they hold.

One holds as long as what it was made from is found again (`bot.web.made_from`). Of what is a
little old that is looked up behind whoever asked, so that nobody waits for a page that was there a
minute ago; of what is older, first.
"""

import gzip
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from aiohttp import web

FRESH_SECONDS = 20.0
"""For how long an answer is given again without a look at whether it holds."""

LATE_SECONDS = 60.0
"""For how long it is given at once, and looked at behind, whatever has changed meanwhile."""

MOST_SECONDS = 600.0
"""After which it is made anew in any case: what stands under a page says when sources were last
read."""

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
    """How long ago it was known that an answer holds."""

    FRESH = "to be given as it is"
    LATE = "to be given, and looked at"
    OLD = "to be looked at, and given if it holds"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that is kept.

    Attributes:
        answer: The answer.
        made_from: The sum of what was found for it, or None where nobody told.
        made_at: When, by the clock of who keeps it.
        held_at: When it was last known to hold.
    """

    answer: Answer
    made_from: int | None
    made_at: float
    held_at: float


class AnswerCache:
    """Answers kept for a while, by what was asked for."""

    def __init__(
        self,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
        *,
        fresh: float = FRESH_SECONDS,
        late: float = LATE_SECONDS,
    ) -> None:
        """Prepare to keep.

        Args:
            most_bytes: Of all bodies together; 0 keeps nothing.
            clock: Seconds, never going back.
            fresh: For how many of them an answer is given without a look.
            late: For how many of them it is given before it is looked at.
        """
        self._most = most_bytes
        self._clock = clock
        self._fresh, self._late = fresh, late
        self._kept: OrderedDict[Key, Kept] = OrderedDict()
        self._bytes = 0

    def get(self, key: Key) -> tuple[Kept, Age] | None:
        """Return what is kept under `key` and how old it is, or None."""
        found = self._kept.get(key)
        if found is None:
            return None
        now = self._clock()
        if now - found.made_at >= MOST_SECONDS:
            self._forget(key)
            return None
        self._kept.move_to_end(key)
        return found, self._age(now - found.held_at)

    def _age(self, seconds: float) -> Age:
        if seconds < self._fresh:
            return Age.FRESH
        return Age.LATE if seconds < self._late else Age.OLD

    def keep(self, key: Key, answer: Answer, made_from: int | None = None) -> None:
        """Keep an answer that was just made."""
        now = self._clock()
        self._put(key, Kept(answer, made_from, now, now))

    def holds(self, key: Key, kept: Kept) -> None:
        """Note that an answer that is kept holds still."""
        self._put(key, replace(kept, held_at=self._clock()))

    def _put(self, key: Key, kept: Kept) -> None:
        """Keep an answer, and let go of as many old ones as it takes."""
        self._forget(key)
        size = _size(key, kept.answer)
        if size > self._most:
            return
        self._kept[key] = kept
        self._bytes += size
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
