"""Parts reports into events: what belongs together by the sum of all evidence, in any order.

The closest two clusters are joined as long as the mean evidence between their reports is for it
(average linkage); ties are broken by the reports' own keys. So a report that says little joins
where most of what is known agrees, and cannot alone tie two events together. A report that is left
alone is looked at once more: it goes to the one event to which a report of it is tied, if the
others speak little against it. An admin's word stands above all evidence.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from bot.merging.report import Report
from bot.merging.weights import WEIGHTS

JOIN = WEIGHTS.join.nats
"""Mean evidence from which two clusters are one event."""

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


def clusters(
    reports: Sequence[Report], by: Weigh, rulings: Rulings | None = None
) -> list[list[Report]]:
    """Return `reports` parted into events, each in the order of their keys.

    Args:
        reports: To be parted; their keys differ.
        by: The evidence on two reports, in nats.
        rulings: What admins said.
    """
    rulings = rulings or Rulings()
    ordered = sorted(reports, key=lambda report: report.key)
    known = {report.key: report for report in ordered}
    groups = [{report.key} for report in ordered]
    for first, second in rulings.together:
        if first in known and second in known:
            groups = _united(groups, first, second)
    apart = {pair(first, second) for first, second in rulings.apart}
    parted = _with_lonely(_joined(groups, known, apart, by), known, apart, by)
    return [list(map(known.__getitem__, sorted(group))) for group in parted]


def _with_lonely(
    groups: list[set[str]], known: Mapping[str, Report], apart: set[Pair], by: Weigh
) -> list[set[str]]:
    """Return the groups with reports that stand alone put to the one that they may belong to."""
    several = [group for group in groups if len(group) > 1]
    grown = [set(group) for group in several]
    left: list[set[str]] = []
    for alone in (group for group in groups if len(group) == 1):
        home = _home(alone, several, known, apart, by)
        if home is None:
            left.append(alone)
        else:
            grown[home] |= alone
    return sorted([*grown, *left], key=min)


def _home(
    alone: set[str],
    several: Sequence[set[str]],
    known: Mapping[str, Report],
    apart: set[Pair],
    by: Weigh,
) -> int | None:
    """Return the place of the group that a report alone goes to, or None.

    Only those count to which it is tied: others are not at hand where events are parted anew.
    """
    near: list[tuple[float, float, int]] = []
    for at, group in enumerate(several):
        each = [_sum(known, alone, {other}, apart, by) for other in group]
        if max(each) > JOIN:
            near.append((sum(each) / len(each), max(each), at))
    if not near:
        return None
    (mean, best, home), *others = sorted(near, reverse=True)
    if mean < WEIGHTS.lonely.nats or best < WEIGHTS.lonely_tie.nats:
        return None
    if others and mean - others[0][0] < WEIGHTS.lonely_apart.nats:
        return None
    return home


def _joined(
    groups: list[set[str]], known: Mapping[str, Report], apart: set[Pair], by: Weigh
) -> list[set[str]]:
    """Join the closest two groups until no two have enough evidence between them.

    Every pair waits in a heap under its mean evidence, so that a great event costs little more than
    its pairs.
    """
    sums: dict[Pair, float] = {}
    live = {min(group): group for group in groups}
    heap: list[tuple[float, Pair]] = []

    def wait(one: str, two: str) -> None:
        mean = round(sums[pair(one, two)] / (len(live[one]) * len(live[two])), 9)
        if mean > JOIN:
            heappush(heap, (-mean, pair(one, two)))

    names = sorted(live)
    for at, name in enumerate(names):
        for earlier in names[:at]:
            sums[pair(name, earlier)] = _sum(known, live[earlier], live[name], apart, by)
            wait(name, earlier)
    while heap:
        mean, (one, two) = heappop(heap)
        if (
            one not in live
            or two not in live
            or mean != -round(sums[one, two] / (len(live[one]) * len(live[two])), 9)
        ):
            continue  # one of them has been joined with another since
        live[one] |= live.pop(two)  # the lesser key names the whole
        for other in live.keys() - {one}:
            sums[pair(one, other)] += sums[pair(two, other)]
            wait(one, other)
    return [live[name] for name in sorted(live)]


def _united(groups: list[set[str]], one: str, two: str) -> list[set[str]]:
    whole = set().union(*(group for group in groups if one in group or two in group))
    return sorted([group for group in groups if not group & whole] + [whole], key=min)


def _sum(
    known: Mapping[str, Report], left: set[str], right: set[str], apart: set[Pair], by: Weigh
) -> float:
    total = 0.0
    for a in sorted(left):
        for b in sorted(right):
            total += _NEVER if pair(a, b) in apart else by(known[a], known[b])
    return total
