"""What the ministers of the Turkic states hold is their body's, though nobody names it."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Reading
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def reading(title: str, text: str) -> Reading:
    return READER.read(ArticleText(title, text, date(2026, 2, 20)), NOW)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # ministers, or heads of services, with what they are in charge of
        ("Labour ministers of Turkic states meet", "They opened a fair in Osh on Friday."),
        ("", "Министры труда тюркских государств собрались в Оше."),
        ("", "Türk devletlerinin çalışma bakanları Oş'ta toplandı."),
        ("", "Türk dövlətlərinin gömrük xidməti rəhbərləri Bakıda toplanıblar."),
        ("", "Түркі мемлекеттерінің еңбек министрлері Таразда бас қосты."),
        ("", "Turkiy davlatlar mehnat vazirlari Oʻshda yigʻildi."),
        # a meeting of the states to which one of them sends somebody
        ("", "Министр труда Алия Сатова выступила в Оше на форуме тюркских государств."),
        ("", "Kazakhstan and Hungary spoke at the conference of the Turkic states in Osh."),
    ],
)
def test_officials_whom_the_turkic_states_send_are_of_their_body(title: str, text: str) -> None:
    found = reading(title, text)
    assert found.organizations == ("ots",)
    assert found.is_event


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # scholars of these states are not the states
        ("", "Historians spoke at a conference on the Turkic states of the steppe in Lund."),
        ("", "В Оше прошла выставка художников тюркских стран."),
        # the Turkish state is one state
        ("", "Türk devletinin tarım bakanı Bursa'da çiftçilerle toplantı yaptı."),
        # their leaders are many
        ("", "The leaders of the Turkic states congratulated the champion."),
    ],
)
def test_what_others_of_these_states_do_is_not(title: str, text: str) -> None:
    assert reading(title, text).organizations == ()
