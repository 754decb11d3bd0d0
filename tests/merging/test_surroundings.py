"""Reports around a change are parted anew, and no others; it comes to what parting all would."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.merging.clustering import clusters
from bot.merging.known_pairs import JOIN, Pair, Rulings, pair
from bot.merging.report import Report
from bot.merging.surroundings import parted_around
from tests.merging.reports import report

KEYS = "abcdefgh"
REPORTS = {key: report(key) for key in KEYS}
FAR = -4.0
"""Evidence of pairs of which a test says nothing."""

TABLES = st.dictionaries(
    st.sampled_from([*combinations(KEYS, 2)]),
    st.integers(-6, 6).map(lambda nats: nats / 2),  # the same number more than once
    min_size=8,
)
PAIRS = st.sets(st.sampled_from([*combinations(KEYS, 2)]), max_size=2)


class Files:
    """Reports that are filed, whose evidence a table tells; counts the pairs that are weighed."""

    def __init__(self, table: Mapping[Pair, float], rulings: Rulings | None = None) -> None:
        self.told = rulings or Rulings()
        self.weighed: Counter[Pair] = Counter()
        self._table = table
        self._filed: dict[str, Report] = {}
        self._home: dict[str, tuple[str, ...]] = {}
        self._beside: dict[str, set[str]] = {}
        for one, two in [*self.told.together, *(both for both in table if table[both] > JOIN)]:
            self._beside.setdefault(one, set()).add(two)
            self._beside.setdefault(two, set()).add(one)

    def by(self, one: Report, two: Report) -> float:
        both = pair(one.key, two.key)
        self.weighed[both] += 1
        return self._table.get(both, FAR)

    def events_of(self, reports: Collection[str]) -> list[list[Report]]:
        homes = {self._home[key] for key in reports if key in self._home}
        return [[self._filed[key] for key in home] for home in sorted(homes)]

    def tied(self, reports: Collection[str]) -> list[Report]:
        found = set[str]().union(*(self._beside.get(key, ()) for key in reports))
        return [self._filed[key] for key in sorted(found) if key in self._filed]

    def ties_among(self, reports: Collection[str]) -> list[Pair]:
        return [(one, two) for one in reports for two in self._beside.get(one, ())]

    def rulings(self, reports: Collection[str]) -> Rulings:
        del reports
        return self.told

    def add(self, new: Report) -> None:
        """File a report; what it may change is parted anew."""
        self._part([new], self.tied([new.key]))

    def withdraw(self, key: str) -> None:
        """Take a report out; what it was tied to or filed with is parted anew."""
        rest = [*self.tied([key]), *(self._filed[other] for other in self._home[key])]
        del self._filed[key]
        self._home = {
            one: tuple(other for other in home if other != key)
            for one, home in self._home.items()
            if one != key
        }
        self._part([one for one in rest if one.key != key], ())

    def rule(self, rulings: Rulings) -> None:
        """Take an admin's word in place of what was said; all that it is of is parted anew."""
        self.told = rulings
        for one, two in rulings.together:
            self._beside.setdefault(one, set()).add(two)
            self._beside.setdefault(two, set()).add(one)
        named = {key for both in [*rulings.together, *rulings.apart] for key in both}
        self._part([self._filed[key] for key in sorted(named & self._filed.keys())], ())

    def _part(self, changed: Sequence[Report], tied: Sequence[Report]) -> None:
        for event in parted_around(changed, tied, self, self.by):
            keys = tuple(one.key for one in event)
            self._filed |= {one.key: one for one in event}
            self._home |= dict.fromkeys(keys, keys)

    def events(self) -> list[str]:
        return ["".join(home) for home in sorted(set(self._home.values()))]

    def all_at_once(self) -> list[str]:
        """Return what comes of weighing each report against each."""
        parted = clusters([*self._filed.values()], self.by, self.told)
        return ["".join(one.key for one in cluster) for cluster in parted]


def _filed(order: Sequence[str], table: Mapping[Pair, float]) -> Files:
    files = Files(table)
    for key in order:
        files.add(REPORTS[key])
    return files


@given(TABLES, st.permutations(KEYS))
@settings(max_examples=250)
def test_reports_that_come_one_by_one_part_as_all_of_them_at_once(
    table: dict[Pair, float], order: list[str]
) -> None:
    files = _filed(order, table)
    assert files.events() == files.all_at_once()


@given(TABLES, st.permutations(KEYS))
@settings(max_examples=250)
def test_a_report_that_is_taken_out_leaves_what_would_be_without_it(
    table: dict[Pair, float], order: list[str]
) -> None:
    files = _filed(order, table)
    files.withdraw("d")
    assert files.events() == files.all_at_once()


@given(TABLES, st.permutations(KEYS), PAIRS, PAIRS)
@settings(max_examples=250)
def test_an_admins_word_parts_as_if_it_had_been_there_before_all_reports(
    table: dict[Pair, float], order: list[str], together: set[Pair], apart: set[Pair]
) -> None:
    files = _filed(order, table)
    files.rule(Rulings(together, apart - together))
    assert files.events() == files.all_at_once()


def _chain(length: int) -> dict[Pair, float]:
    """Return events of three reports each, where one of each is tied weakly to one of the next.

    So all of them hang together.
    """
    table: dict[Pair, float] = {}
    for event in range(length):
        one, two, three = (f"{event:03}{letter}" for letter in "xyz")
        table |= {(one, two): 9.0, (one, three): 9.0, (two, three): 9.0}
        table[(three, f"{event + 1:03}x")] = 0.5
    return table


def _weighed_for_the_last(length: int) -> int:
    """Return how many pairs are weighed for a report that comes to the middle of a chain."""
    table, middle = _chain(length), f"{length // 2:03}y"
    files = Files(table)
    for key in sorted({key for both in table for key in both} - {middle}):
        files.add(report(key))
    files.weighed.clear()
    files.add(report(middle))
    assert [[one.key[-1] for one in event] for event in files.events_of([middle])] == [[*"xyz"]]
    return files.weighed.total()


def test_what_a_report_costs_does_not_grow_with_all_that_hangs_together_around_it() -> None:
    short, long = _weighed_for_the_last(8), _weighed_for_the_last(80)
    assert short == long
    assert long < 40  # of 29,000 pairs


def test_no_pair_is_weighed_twice_for_one_report() -> None:
    files = Files(_chain(6))
    for key in sorted({key for both in _chain(6) for key in both}):
        files.weighed.clear()
        files.add(report(key))
        assert max(files.weighed.values(), default=0) <= 1


def test_a_change_reaches_as_far_as_it_changes_something() -> None:
    """What joins one event takes a report from the next, which then goes to another yet."""
    table = {("a", "b"): 3.0, ("b", "c"): 2.0, ("c", "d"): 1.0, ("a", "c"): -9.0, ("b", "d"): -9.0}
    files = _filed("bcd", table)
    assert files.events() == ["bc", "d"]
    files.add(REPORTS["a"])
    assert files.events() == ["ab", "cd"]
