"""An office that the headline alone tells belongs to whoever the text below names bare."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER


def office(language: str, title: str, text: str) -> tuple[str | None, str | None]:
    found = participants.people(READER.tag(ArticleText(title, text, language=language)))
    person = found[0].participant
    return person.role, person.affiliation


@pytest.mark.parametrize(
    ("language", "title", "text", "told"),
    [
        (
            "en",
            "TURKSOY Secretary General Mert Arslan arrives in Bishkek",
            "Mert Arslan arrived in Bishkek today and met students.",
            ("Secretary General", "TURKSOY"),
        ),
        (
            "tr",
            "TÜRKSOY Genel Sekreteri Mert Arslan Bişkek'te",
            "Mert Arslan, bugün Bişkek'e geldi ve gençlerle buluştu.",
            ("Genel Sekreter", "TÜRKSOY"),
        ),
        (
            "ru",
            "Генеральный секретарь ТЮРКСОЙ Серик Абенов прибыл в Бишкек",
            "Серик Абенов прибыл сегодня в Бишкек с рабочей поездкой.",
            ("Генеральный секретарь", "ТЮРКСОЙ"),
        ),
        (
            "kk",
            "Түркі академиясының президенті Серік Абенов Бішкекке келді",
            "Серік Абенов бүгін Бішкекке келіп, студенттермен кездесті.",
            ("президент", "Түркі академиясы"),
        ),
    ],
)
def test_a_headlines_office_is_that_of_who_is_named_bare_below(
    language: str, title: str, text: str, told: tuple[str, str]
) -> None:
    assert office(language, title, text) == told


def test_an_office_of_the_text_goes_before_the_headlines() -> None:
    told = office(
        "en",
        "TURKSOY Secretary General Mert Arslan arrives in Bishkek",
        "Ambassador of Türkiye Mert Arslan arrived in Bishkek today.",
    )

    assert told == ("Ambassador", "Türkiye")
