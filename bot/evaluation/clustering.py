"""How well clusters agree with the stories that a person sorted the same articles into.

Measured pairwise, and by B-cubed.


B-cubed asks of each article what share of its cluster belongs with it (precision) and what share of
its story is there (recall), and takes the mean over articles; the pairwise figures count pairs, so
that great stories weigh more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def row(self, name: str) -> str:
        """One line of a table."""
        return f"{name:9} P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def b_cubed(clusters: Iterable[Sequence[str]], story: Mapping[str, str]) -> Measure:
    """Return the B-cubed measure of `clusters` of articles.

    `story` gives each article's story, and all its articles stand in a cluster.
    """
    sizes = Counter(story.values())
    precision = recall = 0.0
    for cluster in clusters:
        shares = Counter(story[article] for article in cluster)
        for article in cluster:
            same = shares[story[article]]
            precision += same / len(cluster)
            recall += same / sizes[story[article]]
    return Measure(precision / len(story), recall / len(story)) if story else Measure(1.0, 1.0)


def pairwise(clusters: Iterable[Sequence[str]], story: Mapping[str, str]) -> Measure:
    """Return the share of joined pairs that belong together, and of such pairs that are joined."""
    joined = right = 0
    for cluster in clusters:
        joined += _pairs(len(cluster))
        shares = Counter(story[article] for article in cluster)
        right += sum(map(_pairs, shares.values()))
    there = sum(_pairs(count) for count in Counter(story.values()).values())
    return Measure(right / joined if joined else 1.0, right / there if there else 1.0)


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
