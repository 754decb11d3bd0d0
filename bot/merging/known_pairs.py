"""What is known of pairs of reports: which are tied, what admins said of them, what they weigh."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import product

from bot.merging.report import Report
from bot.merging.weights import WEIGHTS

JOIN = WEIGHTS.join.nats
"""Evidence above which two reports are tied, and its mean above which clusters are one event."""

_NEVER = float("-inf")
"""Evidence of a pair that an admin has parted."""

Pair = tuple[str, str]
Weigh = Callable[[Report, Report], float]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What admins said of pairs of reports, by their keys in ascending order.

    Attributes:
        together: Pairs that are of one event.
        apart: Pairs that are not.
    """

    together: Collection[Pair] = field(default_factory=frozenset)
    apart: Collection[Pair] = field(default_factory=frozenset)


def pair(one: str, two: str) -> Pair:
    """Return two keys in ascending order."""
    return (one, two) if one <= two else (two, one)


class KnownPairs:
    """What is known of pairs of some reports, by their keys; each pair is weighed once at most.

    Attributes:
        tied: For each report those with which it has evidence for one event, and perhaps more.
        together: Pairs that an admin has put together.
    """

    def __init__(self, by: Weigh) -> None:
        """Know of none yet.

        Args:
            by: The evidence on two reports, in nats.
        """
        self.tied: defaultdict[str, set[str]] = defaultdict(set)
        self.together: set[Pair] = set()
        self._by = by
        self._reports: dict[str, Report] = {}
        self._scores: dict[Pair, float] = {}

    def add(self, reports: Iterable[Report]) -> None:
        """Take in reports."""
        self._reports |= {report.key: report for report in reports}

    def tie(self, pairs: Iterable[Pair]) -> None:
        """Take in pairs with evidence for one event."""
        for first, second in pairs:
            self.tied[first].add(second)
            self.tied[second].add(first)

    def rule(self, rulings: Rulings) -> None:
        """Take in what admins said."""
        self.together.update(rulings.together)
        self._scores |= {pair(first, second): _NEVER for first, second in rulings.apart}

    def weigh(self, one: str, two: str) -> float:
        """Return the evidence on two reports, tied or not."""
        both = pair(one, two)
        if both not in self._scores:
            self._scores[both] = self._by(self._reports[both[0]], self._reports[both[1]])
        return self._scores[both]

    def score(self, one: str, two: str) -> float:
        """Return the evidence on two reports; there is none for one event where they are not tied.

        Such a pair shares no key by which one would have been found from the other. If it spoke for
        one event all the same, a cluster could come nearer to another by what it takes in, and the
        order of arrival would matter.
        """
        found = self.weigh(one, two)
        return found if two in self.tied[one] else min(found, JOIN)

    def sum(self, left: Collection[str], right: Collection[str]) -> float:
        """Return the evidence on all pairs across two clusters."""
        return sum(self.score(*both) for both in product(sorted(left), sorted(right)))
