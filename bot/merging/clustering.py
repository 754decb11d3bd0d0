"""Parts reports into events: what belongs together by the sum of all evidence, in any order.

Reports are joined by average linkage (`bot.merging.linkage`), so one that says little joins where
most of what is known agrees, and cannot alone tie two events together. A report that is left alone
is looked at once more: it goes to the one event to which a report of it is tied, if the others
speak little against it. An admin's word stands above all evidence.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from bot.merging.known_pairs import JOIN, KnownPairs, Rulings, Weigh
from bot.merging.linkage import joined
from bot.merging.report import Report
from bot.merging.weights import WEIGHTS


def clusters(
    reports: Sequence[Report], by: Weigh, rulings: Rulings | None = None
) -> list[list[Report]]:
    """Return `reports` parted into events, each in the order of their keys.

    All of them at once, each weighed against each: `bot.merging.surroundings` comes to the same
    for one report after another.

    Args:
        reports: To be parted; their keys differ.
        by: The evidence on two reports, in nats.
        rulings: What admins said.
    """
    known, pairs = {report.key: report for report in reports}, KnownPairs(by)
    pairs.add(reports)
    pairs.rule(rulings or Rulings())
    pairs.tie(both for both in combinations(sorted(known), 2) if pairs.weigh(*both) > JOIN)
    groups = joined(known, pairs)
    several = [group for group in groups if len(group) > 1]
    parted = {group: set(group) for group in several}
    for (alone,) in (group for group in groups if len(group) == 1):
        home = home_of(alone, several, pairs) or frozenset((alone,))
        parted.setdefault(home, set()).add(alone)
    ordered = sorted(map(sorted, parted.values()))
    return [[*map(known.__getitem__, group)] for group in ordered]


def home_of(
    alone: str, several: Iterable[frozenset[str]], pairs: KnownPairs
) -> frozenset[str] | None:
    """Return that of several clusters to which a report goes that was left alone, or None.

    Only those count to which it is tied.
    """
    near: list[tuple[float, float, str, frozenset[str]]] = []
    for group in several:
        if group.isdisjoint(pairs.tied[alone]):
            continue
        each = [pairs.score(alone, other) for other in sorted(group)]
        if max(each) > JOIN:
            near.append((sum(each) / len(each), max(each), min(group), group))
    if not near:
        return None
    (mean, best, _, home), *others = sorted(near, reverse=True)
    if mean < WEIGHTS.lonely.nats or best < WEIGHTS.lonely_tie.nats:
        return None
    if others and mean - others[0][0] < WEIGHTS.lonely_apart.nats:
        return None
    return home
