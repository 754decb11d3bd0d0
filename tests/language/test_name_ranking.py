"""A name that nobody bears is taken for a slip of one that looks like it."""

import pytest

from bot.language.name_ranking import slips

NAMES = ["Kubanychbek Omuraliev", "Омар Султанов", "Aktoty Raimkulova", "Ömər Kocaman"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Omuralief", [0]),
        ("Sultanow", [1]),
        ("Раимкулава", [2]),
        ("Omer Kojaman", [3]),
        ("Putin", []),
    ],
)
def test_a_slip_is_found_in_any_script_by_the_name_or_a_word_of_it(
    typed: str, meant: list[int]
) -> None:
    assert [*slips(typed, NAMES)] == meant


def test_the_likeness_is_that_of_the_part_that_is_likest() -> None:
    likeness = slips("Raimkulova", NAMES)
    assert likeness == {2: 100.0}
