"""Messages and contents that many chats share, kept as long as they are in use: one rendering for all chats that would get the same."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 1000
"""Things kept; the one used longest ago goes first. A card or a digest is some ten kilobytes."""


class LruCache(Generic[T]):
    """A bounded memory by key; may be used from several threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable) -> T | None:
        """Return what is kept under `key`, or None."""
        try:
            value = self._kept[key]
            self._kept.move_to_end(key)
        except KeyError:  # never kept, or let go by another thread in between
            return None
        return value

    def keep(self, key: Hashable, value: T) -> T:
        """Keep `value` under `key` and return it."""
        self._kept[key] = value
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return value
