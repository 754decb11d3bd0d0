"""Places are said in the chat's language, however the article says them."""

import pytest

from bot.messages.place import place
from tests.messages.records import event, view


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Bishkek, Kyrgyzstan"),
        ("tr", "Bişkek, Kırgızistan"),
        ("az", "Bişkek, Qırğızıstan"),
        ("kk", "Бішкек, Қырғызстан"),
        ("ky", "Бишкек, Кыргызстан"),
        ("uz", "Bishkek, Qirgʻiziston"),
        ("ru", "Бишкек, Кыргызстан"),
    ],
)
def test_town_and_country_are_in_the_chats_language(language: str, said: str) -> None:
    for written in (
        ("Бишкек", "Киргизия"),
        ("Bişkek", "Kırgızistan"),
        ("Bishkek", "Kyrgyz Republic"),
    ):
        assert (
            place(view(language), event(city=written[0], country=written[1], country_code="KG"))
            == said
        )


def test_a_town_that_the_catalogue_does_not_know_is_in_the_chats_script() -> None:
    unknown = event(city="Кызыл-Дыйкан", country="Кыргызстан", country_code="KG", language="ky")
    assert place(view("en"), unknown) == "Kyzyl-Dyykan, Kyrgyzstan"
    assert place(view("ru"), unknown) == "Кызыл-Дыйкан, Кыргызстан"


def test_a_namesake_in_another_country_is_another_town() -> None:
    assert (
        view("ru").city(event(city="Turkistan", country="Kazakhstan", country_code="KZ"))
        == "Туркестан"
    )
    assert view("kk").city(event(city="Bishkek", country="Albania", country_code="AL")) == "Бишкек"


def test_a_venue_stays_as_its_article_calls_it_and_nothing_is_said_twice() -> None:
    assert (
        place(view("kk"), event(venue="Congress Centre", city="Astana", country="Astana"))
        == "Congress Centre, Астана"
    )


@pytest.mark.parametrize(
    ("title", "of_a_body"),
    [
        ("Fifth meeting of health ministers in Astana", True),
        ("Заседание комиссии по правовым вопросам", True),
        ("Sağlık bakanları Astana’da toplandı", True),
        ("Аксакалдар кеңешинин жыйыны", True),
        ("Secretary General received by the Speaker of the Council", False),
        ("Генеральный секретарь встретился с министром культуры", False),
        ("Talks in Istanbul", False),
    ],
)
def test_a_council_and_two_people_meet_in_different_words(title: str, *, of_a_body: bool) -> None:
    said = event(title=title)
    assert view("ru").kind(said) == ("ЗАСЕДАНИЕ" if of_a_body else "ВСТРЕЧА")
    assert view("az").kind(said) == ("İCLAS" if of_a_body else "GÖRÜŞ")
    assert view("en").kind(said) == "MEETING"
