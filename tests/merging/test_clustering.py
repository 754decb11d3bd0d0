"""Reports are parted into events by the sum of all evidence, whatever the order."""

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from bot.merging.clustering import Rulings, clusters, pair
from bot.merging.report import Report
from tests.merging.reports import report

KEYS = "abcdef"


def by(table: Mapping[str, float]) -> Callable[[Report, Report], float]:
    def weigh(one: Report, two: Report) -> float:
        return table.get("".join(pair(one.key, two.key)), -1.0)

    return weigh


def parted(keys: str, table: Mapping[str, float], rulings: Rulings | None = None) -> list[str]:
    found = clusters([report(key) for key in keys], by(table), rulings)
    return ["".join(one.key for one in cluster) for cluster in found]


def test_what_has_evidence_for_it_is_joined() -> None:
    assert parted("abc", {"ab": 2.0}) == ["ab", "c"]


def test_a_report_that_fits_two_events_cannot_tie_them_together() -> None:
    assert parted(
        "abcd", {"ab": 3.0, "cd": 3.0, "bc": 0.5, "ad": -4.0, "ac": -4.0, "bd": -4.0}
    ) == ["ab", "cd"]


def test_a_report_that_closes_a_gap_brings_two_events_together() -> None:
    assert parted("ac", {"ac": -0.5}) == ["a", "c"]
    assert parted("abc", {"ac": -0.5, "ab": 3.0, "bc": 3.0}) == ["abc"]


def test_a_word_of_an_admin_stands_above_all_evidence() -> None:
    table = {"ab": 9.0, "ac": 5.0, "bc": 5.0}
    assert parted("ab", table, Rulings(apart={("a", "b")})) == ["a", "b"]
    assert parted("xy", {}, Rulings(together={("x", "y")})) == ["xy"]
    assert "ab" not in "|".join(parted("abc", table, Rulings(apart={("a", "b")})))


@given(
    st.dictionaries(
        st.sampled_from([a + b for a in KEYS for b in KEYS if a < b]),
        st.floats(-5, 5).map(lambda n: round(n, 2)),
    ),
    st.permutations(KEYS),
)
def test_the_order_of_reports_makes_no_difference(
    table: dict[str, float], order: list[str]
) -> None:
    assert parted("".join(order), table) == parted(KEYS, table)
