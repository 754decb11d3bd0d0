"""A bounded memory by key: what was used longest ago makes room for what is new."""

from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MOST = 100
"""Things kept unless told otherwise. A card or a digest is some ten kilobytes."""


class LruCache(Generic[Key, Value]):
    """A bounded memory; may be used from several threads.

    Args:
        most: How many things are kept.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()

    def __len__(self) -> int:
        """Return how many things are kept."""
        return len(self._kept)

    def get(self, key: Key) -> Value | None:
        """Return what is kept under `key`, or None."""
        try:
            value = self._kept[key]
            self._kept.move_to_end(key)
        except KeyError:  # never kept, or let go by another thread in between
            return None
        return value

    def keep(self, key: Key, value: Value) -> Value:
        """Keep `value` under `key` and return it."""
        self._kept[key] = value
        with suppress(KeyError):  # let go by another thread in between
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value

    def clear(self) -> None:
        """Keep nothing any longer of what was kept."""
        self._kept.clear()

    def pop(self, key: Key) -> Value | None:
        """Return what is kept under `key`, or None, and keep it no longer."""
        return self._kept.pop(key, None)
