"""From what an answer is made: one that is kept holds as long as the same is found again.

To look up what a page shows costs a fraction of making it. So whoever makes an answer tells first
what was found for it, and is stopped where the answer that is kept was made from the very same.
Only the sum of it is kept, a single number.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from aiohttp import web
from sqlmodel import SQLModel

from storage.events import EventRecord


class AsBefore(Exception):
    """The answer that is kept was made from the same."""


class MadeFrom:
    """What is found for an answer, and what was found for the one that is kept.

    Attributes:
        sum: Of what was found for this answer; None as long as that is not told.
    """

    def __init__(self, kept: int | None = None) -> None:
        """Prepare to make an answer; `kept` is the sum of the one that is kept, or None."""
        self._kept = kept
        self.sum: int | None = None

    def tell(self, *found: object) -> None:
        """Tell what was found: all that the answer hangs on and that anybody may change.

        Raises:
            AsBefore: The answer that is kept was made from the same.
        """
        self.sum = hash(_plain(found))
        if self.sum == self._kept:
            raise AsBefore


_KEY = web.RequestKey("made_from", MadeFrom)


def begin(request: web.Request, kept: int | None) -> MadeFrom:
    """Return where whoever answers a request will tell what is found for it."""
    made = request[_KEY] = MadeFrom(kept)
    return made


def made_from(request: web.Request) -> MadeFrom:
    """Return where to tell what is found for the answer to a request; nobody may listen."""
    return request.get(_KEY) or MadeFrom()


def _plain(found: Any) -> Hashable:  # noqa: ANN401 - whatever is looked up
    """Return what was found as something that is the same number only where it is the same."""
    kind = type(found)
    way = _WAYS.get(kind)
    if way is None:
        way = _WAYS[kind] = _way(kind)
    return way(found)


_WAYS = dict[type, Callable[[Any], Hashable]]()
"""How things of each type that was met are made plain."""


def _way(kind: type) -> Callable[[Any], Hashable]:
    """Return how things of a type are made plain."""
    if kind is EventRecord:  # what it shows is never another at the same moment
        return attrgetter("event.id", "event.changed_at")
    if issubclass(kind, SQLModel):
        return _getter(kind.model_fields)
    if is_dataclass(kind):
        return _getter(field.name for field in fields(kind) if field.compare)
    if issubclass(kind, Mapping):
        return lambda found: tuple((key, _plain(value)) for key, value in found.items())
    if issubclass(kind, (list, tuple)):
        return lambda found: tuple(map(_plain, found))
    if issubclass(kind, (set, frozenset)):
        return lambda found: frozenset(map(_plain, found))
    return _as_it_is


def _getter(names: Iterable[str]) -> Callable[[Any], Hashable]:
    """Return what makes a thing plain by these of its attributes."""
    wanted = tuple(names)
    return lambda found: tuple(_plain(getattr(found, name)) for name in wanted)


def _as_it_is(found: Hashable) -> Hashable:
    return found
