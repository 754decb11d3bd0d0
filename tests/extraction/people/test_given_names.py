"""A first name that is a town or another word, too, is a name where a surname stands behind."""

import pytest

from tests.extraction.people.reading import names


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "ru",
            "Выступили замминистра Роман Савченко и Анна Исаева.",
            "Роман Савченко, Анна Исаева",
        ),
        ("ru", "Министр встретился с Романом Савченко.", "Роман Савченко"),
        ("ru", "Слово взяла директор музея Мария Савченко.", "Мария Савченко"),
        ("en", "Minister Georgia Hale spoke at the meeting.", "Georgia Hale"),
        ("tr", "Toplantıda Rektör Deniz Aydın konuştu.", "Deniz Aydın"),
        ("tr", "Toplantıda Onur Demir ile görüştü.", "Onur Demir"),
        ("az", "Tədbirdə rejissor Azad Məmmədov çıxış edib.", "Azad Məmmədov"),
        ("kk", "Жиында Темір Қозыбаев сөйледі.", "Темір Қозыбаев"),
        ("ky", "Жыйында Эркин Асанов сүйлөдү.", "Эркин Асанов"),
        ("uz", "Majlisda Olim Karimov so‘zga chiqdi.", "Olim Karimov"),
    ],
)
def test_with_a_surname_behind_it_is_a_name(language: str, text: str, found: str) -> None:
    assert names(language, text) == found.split(", ")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Роман Айтматова переведён. Роман Достоевского издан."),
        ("tr", "Onur Konuğu standını açtı. Ege Üniversitesi heyeti katıldı."),
        ("az", "Azad Azərbaycan telekanalı yaydı. Xəzər Dənizi sahilində."),
        ("kk", "Темір Жолы салынды. Ұлы Жібек Жолы ашылды."),
        ("en", "The Paris Agreement was discussed on May Day. Georgia National Tourism took part."),
    ],
)
def test_without_one_it_is_the_word(language: str, text: str) -> None:
    assert names(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("tr", "Emine Demir Bakü'ye geldi.", "Emine Demir"),
        ("az", "Səidə Kərimova Bakıya gəlib.", "Səidə Kərimova"),
        ("kk", "Сұлтан Кәрімов Бакуге келді.", "Сұлтан Кәрімов"),
        ("ky", "Султан Каримов Бакуга келди.", "Султан Каримов"),
        ("uz", "Sardor Karimov Bokuga keldi.", "Sardor Karimov"),
    ],
)
def test_one_that_ends_as_a_case_or_a_trade_does_opens_a_sentence(
    language: str, text: str, name: str
) -> None:
    assert names(language, text) == [name]
