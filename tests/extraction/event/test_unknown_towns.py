"""Towns and villages that no catalogue knows are told as the text writes them, in the nominative.

Only where the text ties them to what it reports.
"""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def city(title: str, text: str, language: str | None = None) -> str | None:
    event = READER.read(ArticleText(title, text, date(2026, 5, 7), language=language), NOW).event
    assert event is not None
    return event.city


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("TURKSOY opened its felt school in the village of Tuz-Bulak on Monday.", "Tuz-Bulak"),
        ("TURKSOY opened its felt school on Monday in the small town of Ak Terek.", "Ak Terek"),
        ("Школа войлока ТЮРКСОЙ открылась в понедельник в селе Туз-Булак.", "Туз-Булак"),
        ("В посёлке городского типа Верхний Кокжар ТЮРКСОЙ открыл школу.", "Верхний Кокжар"),
        ("TÜRKSOY, Rize'nin Dereağzı köyünde keçe okulu açtı.", "Dereağzı"),
        ("TÜRKSOY Lənkəranın Xanbulan kəndində keçə məktəbi açıb.", "Xanbulan"),
        ("TÜRKSOY-un keçə məktəbi Sarı-Bulaq qəsəbəsində açılıb.", "Sarı-Bulaq"),
        ("ТҮРКСОЙ Қарқаралы ауданының Тас-Бұлақ ауылында киіз мектебін ашты.", "Тас-Бұлақ"),
        ("ТҮРКСОЙ Туз-Булак айылында кийиз мектебин ачты.", "Туз-Булак"),
        ("TURKSOY Oqtosh-Buloq qishlogʻida kigiz maktabini ochdi.", "Oqtosh-Buloq"),
        ("ТУРКСОЙ Туз-Булоқ қишлоғида кигиз мактабини очди.", "Туз-Булоқ"),
    ],
)
def test_a_village_is_known_by_the_word_for_it(text: str, town: str) -> None:
    assert city("", text) == town


@pytest.mark.parametrize(
    ("title", "text", "town"),
    [
        (
            "TURKSOY festival in Orlovets ends",
            "The festival of TURKSOY in Orlovets ended on Sunday. Orlovets had many guests.",
            "Orlovets",
        ),
        (
            "TÜRKSOY'un keçe kampı Yaylabaşı'nda",
            "TÜRKSOY'un keçe kampı Yaylabaşı'nda sona erdi. Kampa kırk usta katıldı.",
            "Yaylabaşı",
        ),
        (
            "ТҮРКСОЙ мектеби Сары-Кыштакта",
            "ТҮРКСОЙдун кийиз мектеби Сары-Кыштакта ачылды.",
            "Сары-Кыштак",
        ),
    ],
)
def test_a_town_of_headline_and_body_is_known_by_its_case(title: str, text: str, town: str) -> None:
    assert city(title, text) == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The mayor of the town of Orlovets, Ivan Petrov, visited TURKSOY on Monday.", None),
        ("Ivan Petrov, Mayor of Orlovets, spoke at the TURKSOY forum in Bursa on Monday.", "Bursa"),
        ("TURKSOY gave its prize to the poet Adil Orol, who was born in the village of Tal.", None),
        ("ТЮРКСОЙ вручил премию поэту Адилю Оролу. Поэт родился в селе Коктал.", None),
        ("TÜRKSOY, Dereağzı köyünde doğan şair Adil Orol'a Ankara'da ödül verdi.", "Ankara"),
    ],
)
def test_a_village_that_is_only_somebodys_is_not_the_events(text: str, town: str | None) -> None:
    assert city("", text) == town
