"""What is known of pairs of reports."""

from bot.merging.known_pairs import JOIN, KnownPairs, Rulings
from bot.merging.report import Report
from tests.merging.reports import report


def pairs(nats: float) -> KnownPairs:
    """Three reports, each pair of which weighs as much."""

    def by(one: Report, two: Report) -> float:
        del one, two
        return nats

    known = KnownPairs(by)
    known.add(map(report, "abc"))
    return known


def test_a_pair_that_is_not_tied_never_speaks_for_one_event() -> None:
    known = pairs(3.0)
    known.tie([("a", "b")])
    assert known.score("b", "a") == 3.0
    assert known.score("a", "c") == JOIN
    assert pairs(-2.0).score("a", "c") == -2.0


def test_what_an_admin_has_parted_weighs_against_all_else() -> None:
    known = pairs(3.0)
    known.tie([("a", "b"), ("b", "c")])
    known.rule(Rulings(apart={("a", "b")}))
    assert known.sum(["b"], ["a", "c"]) == float("-inf")
    assert known.sum(["b"], ["c"]) == 3.0
