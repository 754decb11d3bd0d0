"""The measures of merging, on examples that can be reckoned by hand."""

import pytest

from bot.evaluation.clustering import b_cubed, pairwise

STORY = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2"}


def test_what_is_sorted_as_a_person_did_is_perfect() -> None:
    for measure in (
        b_cubed([["a", "b", "c"], ["d", "e"]], STORY),
        pairwise([["a", "b", "c"], ["d", "e"]], STORY),
    ):
        assert (measure.precision, measure.recall, measure.f1) == (1.0, 1.0, 1.0)


def test_one_heap_of_all_has_full_recall_and_little_precision() -> None:
    assert b_cubed([list(STORY)], STORY).recall == 1.0
    assert b_cubed([list(STORY)], STORY).precision == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)
    assert pairwise([list(STORY)], STORY).precision == pytest.approx(4 / 10)


def test_nothing_joined_has_full_precision_and_little_recall() -> None:
    alone = [[article] for article in STORY]
    assert b_cubed(alone, STORY).precision == 1.0
    assert b_cubed(alone, STORY).recall == pytest.approx((3 * 1 / 3 + 2 * 1 / 2) / 5)
    assert (pairwise(alone, STORY).precision, pairwise(alone, STORY).recall) == (1.0, 0.0)
