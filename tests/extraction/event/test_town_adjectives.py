"""The adjective of a town tells where a house is, and so what is held in it."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PUBLISHED = date(2025, 10, 15)


def town(language: str, text: str) -> str | None:
    event = READER.read(ArticleText("", text, PUBLISHED, language=language), NOW).event
    assert event is not None
    return event.city


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("en", "The book was shown at the Bishkek office of the Turkic Academy.", "Bishkek"),
        ("ru", "Книгу представили в бишкекском офисе Тюркской академии 13 октября.", "Бишкек"),
        ("ru", "ТЮРКСОЙ показал картины в стамбульской галерее 13 октября.", "Стамбул"),
        ("ru", "Глава ТЮРКСОЙ выступил 13 октября на Бухарском инвестиционном форуме.", "Бухара"),
        ("tr", "Kitap 13 Ekim'de Türk Akademisinin Bişkek ofisinde tanıtıldı.", "Bişkek"),
        (
            "az",
            "Kitab oktyabrın 13-də Türk Akademiyasının Bişkek ofisində təqdim edilib.",
            "Bişkek",
        ),
    ],
)
def test_what_is_held_in_a_town_s_house_is_held_in_the_town(
    language: str, text: str, city: str
) -> None:
    assert town(language, text) == city


@pytest.mark.parametrize(
    "text",
    [
        "Министры ОТГ приняли 13 октября поправки, о которых сказано в Ташкентской декларации.",
        "Глава ТЮРКСОЙ 13 октября принял ректора бакинского университета.",
        "ТЮРКСОЙ подписал 13 октября соглашение с ташкентским музеем.",
        "Глава ТЮРКСОЙ рассказал 13 октября гостям о стамбульской галерее.",
    ],
)
def test_a_document_or_a_body_of_a_town_tells_no_place(text: str) -> None:
    assert town("ru", text) is None
