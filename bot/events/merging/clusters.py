"""Parts reports into events: what belongs together by the sum of all evidence, whatever the order in which it came.

The closest two clusters are joined as long as the mean evidence between their reports is for it (average linkage); ties are broken by the
reports' own keys. So a report that says little joins where most of what is known agrees, and cannot alone tie two events together.
An admin's word stands above all evidence.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.events.merging.evidence import weigh
from bot.events.merging.report import Report

JOIN = 0.0
"""Mean evidence from which two clusters are one event."""

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


def score(one: Report, two: Report) -> float:
    """Return the sum of the evidence on two reports."""
    return weigh(one, two).score


def clusters(reports: Sequence[Report], rulings: Rulings | None = None, by: Weigh = score) -> list[list[Report]]:
    """Return `reports` parted into events, each in the order of their keys.

    Args:
        reports: To be parted; their keys differ.
        rulings: What admins said.
        by: The evidence on two reports.
    """
    rulings = rulings or Rulings()
    ordered = sorted(reports, key=lambda report: report.key)
    known = {report.key: report for report in ordered}
    groups = [{report.key} for report in ordered]
    for one, two in rulings.together:
        if one in known and two in known:
            groups = _united(groups, one, two)
    apart = {pair(one, two) for one, two in rulings.apart}
    sums: dict[tuple[int, int], float] = {}
    for i, left in enumerate(groups):
        for j in range(i):
            sums[j, i] = _sum(known, groups[j], left, apart, by)
    live = set(range(len(groups)))
    while candidate := _closest(groups, sums, live):
        i, j = candidate
        for k in live - {i, j}:
            sums[min(i, k), max(i, k)] += sums[min(j, k), max(j, k)]
        groups[i] |= groups[j]
        live.discard(j)
    return [[known[key] for key in sorted(groups[i])] for i in sorted(live)]


def _united(groups: list[set[str]], one: str, two: str) -> list[set[str]]:
    whole = set().union(*(group for group in groups if one in group or two in group))
    return sorted([group for group in groups if not group & whole] + [whole], key=min)


def _sum(known: Mapping[str, Report], left: set[str], right: set[str], apart: set[Pair], by: Weigh) -> float:
    total = 0.0
    for a in sorted(left):
        for b in sorted(right):
            total += float("-inf") if pair(a, b) in apart else by(known[a], known[b])
    return total


def _closest(groups: list[set[str]], sums: Mapping[tuple[int, int], float], live: set[int]) -> tuple[int, int] | None:
    """Return the two live groups with the greatest mean evidence, if that is enough; of equals those whose keys come first."""
    best, chosen = JOIN, None
    ranked = sorted(live, key=lambda i: min(groups[i]))
    for at, i in enumerate(ranked):
        for j in ranked[at + 1 :]:
            mean = sums[min(i, j), max(i, j)] / (len(groups[i]) * len(groups[j]))
            if mean > best + 1e-9:
                best, chosen = mean, (i, j)
    return (min(chosen), max(chosen)) if chosen else None
