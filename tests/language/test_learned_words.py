"""A learned word is one word in all languages, each of which spells it in its own way."""

import pytest

from bot.language.learned_words import spellings
from bot.language.romanize import roman


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("cartography", "kartoqraflar"),
        ("cartographers", "kartografiya"),
        ("картографы", "cartography"),
        ("картографы", "kartoqraf"),
        ("kartoqraflar", "kartograflar"),
        ("sismoloji", "sismologiya"),
        ("аккредитация", "akreditasyon"),
        ("jeodezi", "геодезия"),
        ("геодезия", "jeodezi"),
        ("лексикологи", "leksikoloji"),
        ("лексикологи", "lexicology"),
        ("lexicologists", "leksikoloq"),
        ("топографы", "topography"),
        ("theologians", "teologiya"),
        ("teologlar", "theology"),
        ("xronologiya", "chronology"),
        ("chronology", "hronologiya"),
        ("симметрия", "symmetry"),
        ("symmetry", "simmetriya"),
        ("numismatists", "numizmatlar"),
        ("нумизматика", "numismatics"),
        ("ceremonial", "tseremonial"),
    ],
)
def test_a_learned_word_is_known_in_other_spellings(asked: str, written: str) -> None:
    assert any(roman(written).startswith(beginning) for beginning in spellings(asked))


@pytest.mark.parametrize("asked", ["дом", "kitab", "water", "1234567"])
def test_a_short_word_or_a_number_has_no_other_spelling(asked: str) -> None:
    assert spellings(asked) == ()


@pytest.mark.parametrize(("asked", "other"), [("charity", "harita"), ("ministry", "ministr")])
def test_no_spelling_of_a_word_is_another_word(asked: str, other: str) -> None:
    assert not [made for made in spellings(asked) if other.startswith(made)]


def test_the_spellings_of_a_long_word_are_few() -> None:
    assert 0 < len(spellings("otorhinolaryngophthalmologists" * 2)) <= 40
