"""Average linkage: the closest two clusters are joined while the mean evidence is for it.

Where two pairs of clusters are as close, the reports' own keys decide. Only clusters that are tied
are weighed against each other: where no pair has evidence for one event, the mean of all has none
either.
"""

from collections.abc import Collection, Iterable
from heapq import heappop, heappush

from bot.merging.known_pairs import JOIN, KnownPairs, Pair, pair


def joined(keys: Collection[str], pairs: KnownPairs) -> list[frozenset[str]]:
    """Join the closest two clusters of some reports until no two have enough evidence between them.

    Return the clusters in the order of their least keys.
    """
    return _Linkage(keys, pairs).joined()


class _Linkage:
    """Clusters that grow together.

    Those that are tied wait in a heap under their mean evidence, so that a great event costs little
    more than its pairs. The least key of a cluster is its name.
    """

    def __init__(self, keys: Collection[str], pairs: KnownPairs) -> None:
        self._pairs = pairs
        self._live = {min(group): group for group in _united(keys, pairs.together)}
        self._tied: dict[str, set[str]] = {name: set() for name in self._live}
        self._sums: dict[Pair, float] = {}
        self._heap: list[tuple[float, Pair]] = []
        name_of = {key: name for name, group in self._live.items() for key in group}
        for key, name in sorted(name_of.items()):
            beside = {name_of[other] for other in pairs.tied[key] if other in name_of}
            self._tied[name] |= beside - {name}
        for name, beside in self._tied.items():
            for other in beside:
                if name < other:
                    self._wait(name, other)

    def joined(self) -> list[frozenset[str]]:
        """Return the clusters when no two are to be joined any more."""
        while self._heap:
            mean, (one, two) = heappop(self._heap)
            # One of them may have been joined with another since.
            if one in self._live and two in self._live and -mean == self._mean(one, two):
                self._join(one, two)
        return [frozenset(self._live[name]) for name in sorted(self._live)]

    def _join(self, one: str, two: str) -> None:
        """Let the first of two clusters take in the other; the lesser key names the whole."""
        beside = (self._tied[one] | self._tied.pop(two)) - {one, two}
        sums = {other: self._sum(one, other) + self._sum(two, other) for other in beside}
        self._live[one] |= self._live.pop(two)
        self._tied[one] = beside
        for other, total in sums.items():
            self._tied[other] = (self._tied[other] - {two}) | {one}
            self._sums[pair(one, other)] = total
            self._wait(one, other)

    def _wait(self, one: str, two: str) -> None:
        mean = self._mean(*pair(one, two))
        if mean > JOIN:
            heappush(self._heap, (-mean, pair(one, two)))

    def _mean(self, one: str, two: str) -> float:
        return round(self._sum(one, two) / (len(self._live[one]) * len(self._live[two])), 9)

    def _sum(self, one: str, two: str) -> float:
        """Return the evidence on all pairs across two clusters, found out where nobody asked."""
        both = pair(one, two)
        if both not in self._sums:
            self._sums[both] = self._pairs.sum(self._live[one], self._live[two])
        return self._sums[both]


def _united(keys: Collection[str], together: Iterable[Pair]) -> list[set[str]]:
    """Return the clusters from which joining begins: what admins have put together is one."""
    group_of = {key: {key} for key in keys}
    for first, second in together:
        if first in group_of and second in group_of:
            whole = group_of[first] | group_of[second]
            group_of |= dict.fromkeys(whole, whole)
    return [group for key, group in group_of.items() if key == min(group)]
