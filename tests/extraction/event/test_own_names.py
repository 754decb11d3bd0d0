"""A festival of a body's own is its event; a title that it bestows is, where it is told of."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Reading
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def reading(language: str, title: str, text: str) -> Reading:
    article = ArticleText(title, text, date(2026, 2, 20), language=language)
    return READER.read(article, NOW)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Turkic World Film Festival has opened in Osh with forty films."),
        ("tr", "Türk Dünyası Film Festivali Ordu'da kırk filmle başladı."),
        ("az", "Gəncədə Türk Dünyası Film Festivalı başlayıb."),
        ("ru", "В Оше открылся кинофестиваль тюркского мира."),
        ("kk", "Тараз қаласында Түркі әлемінің кинофестивалі басталды."),
        ("ky", "Нарында Түрк дүйнөсүнүн кинофестивалы башталды."),
        (
            "en",
            "The closing ceremony of Osh's year as cultural capital of the Turkic world is over.",
        ),
        ("tr", "Ordu'da Türk dünyası kültür başkenti yılının açılış töreni yapıldı."),
        ("az", "Gəncədə Türk dünyasının mədəniyyət paytaxtı ilinin açılış mərasimi keçirilib."),
        ("ru", "В Оше прошла церемония открытия года культурной столицы тюркского мира."),
        ("kk", "Тараз түркі әлемінің мәдени астанасы болып жарияланды."),
        (
            "uz",
            "Qoʻqonda «Turkiy dunyo madaniyat poytaxti – 2026» yilining ochilish marosimi oʻtdi.",
        ),
    ],
)
def test_what_is_a_body_s_own_is_its_event_without_its_name(language: str, text: str) -> None:
    found = reading(language, "", text)
    assert found.is_event
    assert found.organizations == ("turksoy",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Osh, cultural capital of the Turkic world, opened a chess tournament on Monday."),
        ("en", "A tram line was opened in Osh, the cultural capital of the Turkic world."),
        ("tr", "Türk dünyası kültür başkenti Ordu'da satranç turnuvası başladı."),
        ("ru", "В культурной столице тюркского мира Оше открылся турнир по шахматам."),
        ("kk", "Түркі әлемінің мәдени астанасы Таразда шахмат турнирі басталды."),
    ],
)
def test_what_goes_on_in_a_town_that_bears_a_title_is_no_event_of_the_body(
    language: str, text: str
) -> None:
    assert not reading(language, "", text).is_event


def test_a_festival_that_is_only_remembered_far_down_is_not_reported() -> None:
    text = "The director opened her exhibition in Osh.\n\nShe sews her own costumes.\n\n"
    text += "Last year she won a prize at the Turkic World Film Festival."
    assert not reading("en", "A director's own pictures", text).is_event


@pytest.mark.parametrize(
    ("language", "body", "text"),
    [
        ("en", "ots", "The presidents met during the Turkic summit in Baku on 20 February."),
        ("ru", "ots", "Президент прибыл на саммит тюркских государств в Баку 20 февраля."),
        ("en", "tcci", "The Turkic Business Forum brought 90 firms to Osh on 20 February."),
        ("ky", "tcci", "Ошто Түрк бизнес-форуму болду."),
    ],
)
def test_a_summit_of_turkic_states_and_a_business_forum_need_no_other_name(
    language: str, body: str, text: str
) -> None:
    found = reading(language, "", text)
    assert found.is_event
    assert found.organizations == (body,)
