"""Names found by how their words sound: of two long lists only those that could be one meet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from bot.language import name_matching

Value = TypeVar("Value")


class NameIndex(Generic[Value]):
    """What stands under names, in the order in which it was put there."""

    def __init__(self) -> None:
        self._by_code: dict[str, dict[int, None]] = defaultdict(dict)
        self._by_name: dict[str, int] = {}
        self._values: list[Value] = []

    def add(self, names: Iterable[str], value: Value) -> int:
        """Put `value` under `names`, and return its place."""
        self._values.append(value)
        for name in names:
            self.also(name, len(self._values) - 1)
        return len(self._values) - 1

    def also(self, name: str, place: int) -> Value:
        """Have the value at `place` found under `name` too, and return it."""
        for code in name_matching.codes(name):
            self._by_code[code][place] = None
            self._by_name.setdefault(name, place)
        return self._values[place]

    def near(self, name: str) -> Iterator[tuple[int, Value]]:
        """Give what stands under a name with a word that sounds like one of `name`, and where.

        What stands under the very name comes first, which spares the comparisons with the others.
        """
        own = self._by_name.get(name)
        if own is not None:
            yield own, self._values[own]
        places: set[int] = set()
        for code in name_matching.codes(name):
            places.update(self._by_code.get(code, ()))
        for place in sorted(places - {own}):
            yield place, self._values[place]


def index_of(names: Iterable[str]) -> NameIndex[str]:
    """Return an index of the names themselves."""
    index: NameIndex[str] = NameIndex()
    for name in names:
        index.add((name,), name)
    return index
