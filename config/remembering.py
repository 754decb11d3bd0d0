"""Functions that remember their answers, and together forget them again.

What they are asked about are words and names of the news. Those of some days ago are asked about no
more, and lie between what is in use: pages that hold nothing else are kept from the system.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Answer = TypeVar("Answer")

_all: "WeakSet[_lru_cache_wrapper[Any]]" = WeakSet()


def remembered(most: int) -> "Callable[[Callable[..., Answer]], _lru_cache_wrapper[Answer]]":
    """Return a decorator for a function that remembers its last answers until all are forgotten.

    Tables that are built once and kept for good are for `functools.lru_cache`.

    Args:
        most: How many.
    """

    def remember(function: Callable[..., Answer]) -> "_lru_cache_wrapper[Answer]":
        remembering = lru_cache(maxsize=most)(function)
        _all.add(remembering)
        return remembering

    return remember


def forget() -> None:
    """Have all such functions of this process forget their answers; they find them anew."""
    for function in list(_all):
        function.cache_clear()
