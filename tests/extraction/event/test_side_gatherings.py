"""Who came to another gathering than the one that an article reports."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Kind, Participant
from tests.defaults import READER

PUBLISHED = date(2024, 11, 6)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _people(title: str, text: str) -> dict[str, Participant]:
    reading = READER.read(ArticleText(title, text, PUBLISHED), NOW)
    assert reading.is_event
    return {person.name: person for person in reading.participants}


EVES = [
    (
        "Turkic states hold their summit in Bishkek",
        (
            "The 11th summit of the Organization of Turkic States opened in Bishkek on 6 November "
            "2024, chaired by President of Kyrgyzstan Sadyr Japarov.\n"
            "Prior to the summit, the council of foreign ministers gathered in the same city. "
            "Deputy Foreign Minister of Kazakhstan Daniyar Orazbek spoke at the meeting."
        ),
        "Daniyar Orazbek",
    ),
    (
        "В Бишкеке прошёл саммит ОТГ",
        (
            "6 ноября 2024 года в Бишкеке прошёл саммит Организации тюркских государств.\n"
            "Накануне саммита состоялось заседание Совета министров иностранных дел. В заседании "
            "принял участие министр иностранных дел Казахстана Данияр Оразбек."
        ),
        "Данияр Оразбек",
    ),
    (
        "TDT Zirvesi Bişkek'te yapıldı",
        (
            "Türk Devletleri Teşkilatı 11. Zirvesi 6 Kasım 2024'te Bişkek'te yapıldı.\n"
            "Zirve öncesinde Dışişleri Bakanları Konseyi toplantısı düzenlendi. Toplantıya "
            "Kazakistan Dışişleri Bakanı Daniyar Orazbek katıldı."
        ),
        "Daniyar Orazbek",
    ),
    (
        "TDT-nin Zirvə görüşü Bişkekdə keçirilib",
        (
            "Noyabrın 6-da Bişkekdə Türk Dövlətləri Təşkilatının XI Zirvə görüşü keçirilib.\n"
            "Zirvədən əvvəl Xarici İşlər Nazirləri Şurasının iclası baş tutub. İclasda "
            "Qazaxıstanın xarici işlər naziri Daniyar Orazbek çıxış edib."
        ),
        "Daniyar Orazbek",
    ),
    (
        "Бішкекте ТМҰ саммиті өтті",
        (
            "2024 жылғы 6 қарашада Бішкекте Түркі мемлекеттері ұйымының саммиті өтті.\n"
            "Саммит қарсаңында Сыртқы істер министрлері кеңесінің отырысы болды. Отырысқа "
            "Қазақстанның Сыртқы істер министрі Данияр Оразбек қатысты."
        ),
        "Данияр Оразбек",
    ),
    (
        "Бишкекте ТМУнун саммити өттү",
        (
            "2024-жылдын 6-ноябрында Бишкекте Түрк мамлекеттер уюмунун саммити өттү.\n"
            "Саммиттин алдында Тышкы иштер министрлер кеңешинин жыйыны болду. Жыйынга Казакстандын "
            "тышкы иштер министри Данияр Оразбек катышты."
        ),
        "Данияр Оразбек",
    ),
    (
        "Bishkekda TDT sammiti bo‘lib o‘tdi",
        (
            "2024-yil 6-noyabr kuni Bishkekda Turkiy davlatlar tashkilotining sammiti "
            "bo‘lib o‘tdi.\nSammit arafasida Tashqi ishlar vazirlari kengashining majlisi "
            "o‘tkazildi. Majlisda Qozog‘iston tashqi ishlar vaziri Doniyor Orazbek ishtirok etdi."
        ),
        "Doniyor Orazbek",
    ),
]


@pytest.mark.parametrize(("title", "text", "name"), EVES)
def test_who_came_to_the_council_before_a_summit_came_to_the_council(
    title: str, text: str, name: str
) -> None:
    beside = _people(title, text)[name].beside
    assert beside is not None
    assert beside.kind is Kind.MEETING


def test_a_council_on_another_day_is_another_gathering() -> None:
    people = _people(
        "Turkic summit ends in Bishkek",
        "The summit of the Organization of Turkic States was held in Bishkek on 6 November 2024.\n"
        "On 4 November 2024, the meeting of transport ministers was held there too, with Transport "
        "Minister of Azerbaijan Rashad Aliyev attending.",
    )
    beside = people["Rashad Aliyev"].beside
    assert beside is not None
    assert beside.start == date(2024, 11, 4)


AT_IT = [
    # Whoever leads a state comes to the summit, whomever he meets before it.
    (
        "Ahead of the summit, President of Kazakhstan Nurlan Orazbek held a meeting with President "
        "of Uzbekistan Aziz Karimbek."
    ),
    # What is held at the summit is a part of it.
    (
        "Within the framework of the summit, a meeting of ministers was held, where Minister of "
        "Trade Nurlan Orazbek spoke."
    ),
    # Told of the summit as well.
    (
        "Ahead of the summit, the council of ministers gathered. Minister of Trade Nurlan Orazbek "
        "spoke at the meeting.\nNurlan Orazbek also addressed the summit."
    ),
    # An arrival is no gathering.
    "Ahead of the summit, Minister of Trade Nurlan Orazbek arrived in Bishkek and spoke to guests.",
]


@pytest.mark.parametrize("rest", AT_IT)
def test_who_may_be_at_the_summit_itself_is_left_there(rest: str) -> None:
    people = _people(
        "Turkic summit in Bishkek",
        "The summit of the Organization of Turkic States was held in Bishkek on 6 November 2024.\n"
        + rest,
    )
    assert people["Nurlan Orazbek"].beside is None


def test_who_receives_those_who_gathered_was_not_at_their_session() -> None:
    title = "Secretaries of security councils of Turkic states meet in Bishkek"
    lead = (
        "The secretaries of security councils of the Organization of Turkic States held their "
        "meeting in Bishkek on 6 November 2024.\n"
    )
    after = "The participants were later received by President of Kyrgyzstan Nurlan Orazbek."
    beside = _people(title, lead + after)["Nurlan Orazbek"].beside
    assert beside is not None
    opened = "President of Kyrgyzstan Nurlan Orazbek opened the meeting.\n"
    assert _people(title, lead + opened + after)["Nurlan Orazbek"].beside is None
    received = "President Nurlan Orazbek receives secretaries of security councils of Turkic states"
    assert _people(received, lead + after)["Nurlan Orazbek"].beside is None


def test_an_article_on_the_council_itself_names_its_own_people() -> None:
    people = _people(
        "Foreign ministers meet in Bishkek ahead of the Turkic summit",
        "Ahead of the summit of the Organization of Turkic States, its council of foreign "
        "ministers met in Bishkek on 5 November 2024.\nForeign Minister of Kazakhstan Nurlan "
        "Orazbek spoke at the meeting.",
    )
    assert people["Nurlan Orazbek"].beside is None
