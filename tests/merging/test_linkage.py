"""Clusters are joined while the mean evidence is for it, and weighed only where they are tied."""

from bot.merging.known_pairs import KnownPairs
from bot.merging.linkage import joined
from bot.merging.report import Report
from tests.merging.reports import report

TIES = {("a", "b"): 3.0, ("c", "d"): 3.0, ("b", "c"): 1.0, ("e", "f"): 2.0}


def test_clusters_that_are_not_tied_are_not_weighed_against_each_other() -> None:
    weighed: set[tuple[str, str]] = set()

    def by(one: Report, two: Report) -> float:
        weighed.add((one.key, two.key))
        return TIES.get((one.key, two.key), -1.0)

    pairs = KnownPairs(by)
    pairs.add(map(report, "abcdef"))
    pairs.tie(TIES)

    assert joined("abcdef", pairs) == [frozenset("ab"), frozenset("cd"), frozenset("ef")]
    assert weighed == {*TIES, ("a", "c"), ("a", "d"), ("b", "d")}


def test_what_is_tied_to_reports_that_are_not_asked_for_plays_no_part() -> None:
    pairs = KnownPairs(lambda one, two: TIES.get((one.key, two.key), -1.0))
    pairs.add(map(report, "abcdef"))
    pairs.tie(TIES)
    assert joined("bd", pairs) == [frozenset("b"), frozenset("d")]


def test_what_an_admin_has_put_together_is_one_from_the_beginning() -> None:
    pairs = KnownPairs(lambda one, two: TIES.get((one.key, two.key), -1.0))
    pairs.add(map(report, "abcdef"))
    pairs.together.update({("a", "f"), ("e", "f")})
    assert joined("abcdef", pairs)[0] == frozenset("aef")
