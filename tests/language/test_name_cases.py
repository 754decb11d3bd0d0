"""What a name that was left in its case may be in the nominative."""

import pytest

from bot.language.name_cases import nominatives


@pytest.mark.parametrize(
    ("name", "language", "nominative"),
    [
        ("Рамилем Гасаном", "ru", "Рамил Гасан"),
        ("Сахибы Гафаровой", "ru", "Сахиба Гафарова"),
        ("Ерлан Қошановпен", "kk", "Ерлан Қошанов"),
        ("Садыр Жапаровго", "ky", "Садыр Жапаров"),
        ("Sultan Rayevlə", "az", "Sultan Rayev"),
        ("Kubanichbek Omuraliyevning", "uz", "Kubanichbek Omuraliyev"),
        ("Hakan Fidan’ın", "tr", "Hakan Fidan"),
    ],
)
def test_a_full_name_is_tried_without_its_case(name: str, language: str, nominative: str) -> None:
    assert nominative in nominatives(name, language)


def test_a_surname_alone_and_a_language_without_cases_say_nothing() -> None:
    assert nominatives("Гасаном", "ru") == []
    assert nominatives("Ramil Hasan", "en") == []
    assert nominatives("Ramil Hasan", None) == []


def test_a_long_list_of_words_is_no_name() -> None:
    assert nominatives(" ".join(["слова"] * 9), "ru") == []
