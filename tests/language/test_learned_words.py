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


@pytest.mark.parametrize("asked", ["charity", "дом", "ministry", "kitab", "water", "1234567"])
def test_a_short_or_native_word_has_no_other_spelling_that_is_some_other_word(asked: str) -> None:
    others = ("harita", "doma", "ministr", "kitap", "vater", "министр")
    assert not [word for word in others for made in spellings(asked) if word.startswith(made)]


def test_the_spellings_of_a_long_word_are_few() -> None:
    assert len(list(spellings("otorhinolaryngophthalmologists" * 2))) <= 40
