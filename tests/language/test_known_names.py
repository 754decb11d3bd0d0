"""Names are known again in whatever form they are asked for."""

import pytest

from bot.language.concepts import folded_words
from bot.language.known_names import KnownNames


@pytest.fixture(scope="module")
def names() -> KnownNames[str]:
    known = KnownNames[str]()
    for name, meaning in [
        ("Ташкент", "tashkent"),
        ("Vyana", "vienna"),
        ("Samarqand", "samarkand"),
        ("Босния и Герцеговина", "bosnia"),
    ]:
        known.learn(folded_words(name), meaning)
    known.learn(folded_words("Бухара"), "bukhara", bends=True)
    known.learn(folded_words("Celal-Abad"), "jalal-abad", joins=True)
    return known


@pytest.mark.parametrize(
    ("asked", "meaning"),
    [
        ("Ташкентте", "tashkent"),
        ("Toshkent Ташкентские", None),
        ("Vyanaya", "vienna"),
        ("бухарский", "bukhara"),
        ("Celalabad", "jalal-abad"),
        ("Боснию Герцеговину", "bosnia"),
        ("Ташкен", None),
    ],
)
def test_a_name_is_found_in_its_forms(
    names: KnownNames[str], asked: str, meaning: str | None
) -> None:
    found, _is_exact = names.find(folded_words(asked))
    assert found == ([meaning] if meaning else [])


def test_a_name_as_it_is_called_is_exact(names: KnownNames[str]) -> None:
    assert names.find(["vyana"])[1]
    assert not names.find(["vyanaya"])[1]


@pytest.mark.parametrize("slip", ["samarqnd", "samraqand", "samarrqand", "samarqantda"])
def test_a_slip_is_taken_for_the_name_that_it_is_nearest_to(
    names: KnownNames[str], slip: str
) -> None:
    assert names.nearly(slip) == ["samarkand"]


def test_a_slip_of_two_names_is_taken_for_neither() -> None:
    known = KnownNames[str]()
    known.learn(["karsin"], "one")
    known.learn(["karsan"], "two")
    assert known.nearly("karsen") == []


def test_a_short_word_is_no_slip(names: KnownNames[str]) -> None:
    assert names.nearly("vian") == []
