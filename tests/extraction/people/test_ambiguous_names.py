"""Words of the lexicon that are somebody's name after all."""

import pytest

from tests.extraction.people.reading import names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Toplantıda Rektör Ali Bilgin konuştu.", "Ali Bilgin"),
        ("tr", "Toplantıda Bakan Ece Çam konuştu.", "Ece Çam"),
        ("uz", "Yig‘ilishda tarixchi Anvar Olim so‘zga chiqdi.", "Anvar Olim"),
        ("ru", "Выступил директор фонда Фахад Аль-Мари.", "Фахад Аль-Мари"),
        ("ru", "Новым генсеком избран казахстанский дипломат Багдад Каримов.", "Багдад Каримов"),
    ],
)
def test_a_surname_may_be_a_word_or_a_town(language: str, text: str, name: str) -> None:
    assert names(language, text) == [name]


def test_a_first_name_that_is_a_verb_is_a_name_within_a_sentence() -> None:
    assert names("ky", "Жыйында режиссёр Болот Шамшиев сүйлөдү.") == ["Болот Шамшиев"]
