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


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Genel Sekreter Yardımcısı Elçin Nurlu törene katıldı.", "Elçin Nurlu"),
        ("tr", "Toplantıda Daire Başkanı Bilgin Aydın sunum yaptı.", "Bilgin Aydın"),
        ("tr", "Toplantıya Genel Müdür Hatun Arslan katıldı.", "Hatun Arslan"),
    ],
)
def test_behind_an_office_what_looks_like_a_form_of_a_word_is_a_first_name(
    language: str, text: str, name: str
) -> None:
    assert names(language, text) == [name]


def test_a_surname_made_of_a_trade_or_like_a_town_is_a_surname() -> None:
    assert names("ru", "Выступил директор Сергей Рыбаков.") == ["Сергей Рыбаков"]
    assert names("ru", "Делегация прибыла во главе с Ахметом Аннаевым.") == ["Ахмет Аннаев"]


def test_a_town_behind_a_comma_and_an_office_is_a_first_name() -> None:
    text = "Mark Bauer and Sofia Stern, honorary consul, spoke."
    assert names("en", text) == ["Mark Bauer", "Sofia Stern"]
