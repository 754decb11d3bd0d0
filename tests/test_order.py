"""Tests that wait stand among those that compute."""

from tests.order import dealt


def test_the_few_stand_at_even_distances_among_the_many() -> None:
    assert "".join(dealt("AB", "abcdef")) == "AabcBdef"
    assert "".join(dealt("ABC", "a")) == "AaBC"


def test_where_one_sort_is_missing_the_other_keeps_its_order() -> None:
    assert dealt([], [1, 2, 3]) == dealt([1, 2, 3], []) == [1, 2, 3]
