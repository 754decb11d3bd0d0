"""Reports are parted into events by the sum of all evidence, whatever the order."""

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from bot.merging.clustering import clusters
from bot.merging.known_pairs import Rulings, pair
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


def test_a_report_left_alone_goes_to_the_one_event_that_it_is_tied_to() -> None:
    event = {"ab": 4.0, "ac": 4.0, "bc": 4.0}
    assert parted("abcd", event | {"ad": 1.0, "bd": -1.0, "cd": -1.0}) == ["abcd"]
    assert parted("abcd", event | {"ad": 0.3, "bd": -3.0, "cd": -3.0}) == ["abcd"]
    assert parted("abcd", event | {"ad": 0.1, "bd": -1.0, "cd": -1.0}) == ["abc", "d"]
    assert parted("abcd", event | {"ad": 0.3, "bd": -3.4, "cd": -3.4}) == ["abc", "d"]


def test_a_report_left_alone_between_two_events_stays_alone() -> None:
    two = {"ab": 4.0, "de": 4.0, "ad": -9.0, "ae": -9.0, "bd": -9.0, "be": -9.0}
    assert parted("abcde", two | {"ac": 0.6, "bc": -0.7, "cd": 0.7, "ce": -0.9}) == [
        "ab",
        "c",
        "de",
    ]
    assert parted("abcde", two | {"ac": 0.6, "bc": -0.7, "cd": -3.0, "ce": -3.0}) == ["abc", "de"]


def test_what_an_admin_has_parted_is_not_put_back_by_a_second_look() -> None:
    event = {"ab": 4.0, "ac": 1.0, "bc": -1.2}
    assert parted("abc", event) == ["abc"]
    assert parted("abc", event, Rulings(apart={("a", "c")})) == ["ab", "c"]


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
