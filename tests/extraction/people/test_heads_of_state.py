"""A head of state is told so where the office and the name stand in different sentences."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER

APART = [
    (
        "en",
        (
            "The head of state received the guests of the academy. Orhan Kesici said that the "
            "country would host them again."
        ),
        "Orhan Kesici",
        "Head of state",
    ),
    (
        "ru",
        "Глава государства принял гостей академии. Орхан Кесиджи отметил, что страна рада гостям.",
        "Орхан Кесиджи",
        "Глава государства",
    ),
    (
        "tr",
        (
            "Devlet Başkanı akademinin konuklarını kabul etti. Orhan Kesici, ülkesinin konuklara "
            "kapısının açık olduğunu söyledi."
        ),
        "Orhan Kesici",
        "Devlet Başkanı",
    ),
    (
        "az",
        (
            "Dövlət başçısı akademiyanın qonaqlarını qəbul edib. Orxan Kəsici ölkəsinin qonaqlara "
            "açıq olduğunu bildirib."
        ),
        "Orxan Kəsici",
        "Dövlət başçısı",
    ),
    (
        "kk",
        (
            "Мемлекет басшысы академия қонақтарын қабылдады. Орхан Кесижі елдің қонақтарға ашық "
            "екенін айтты."
        ),
        "Орхан Кесижі",
        "Мемлекет басшысы",
    ),
    (
        "ky",
        (
            "Мамлекет башчысы академиянын конокторун кабыл алды. Орхан Кесижи өлкө конокторго "
            "ачык экенин айтты."
        ),
        "Орхан Кесижи",
        "Мамлекет башчысы",
    ),
    (
        "uz",
        (
            "Davlatimiz rahbari akademiya mehmonlarini qabul qildi. Orxan Kesiji mamlakat "
            "mehmonlarga ochiq ekanini aytdi."
        ),
        "Orxan Kesiji",
        "Davlat rahbari",
    ),
]


def roles(language: str, text: str, title: str = "") -> dict[str, str | None]:
    article = READER.tag(ArticleText(title, text, language=language))
    people = (found.participant for found in participants.people(article))
    return {person.name: person.role for person in people}


@pytest.mark.parametrize(("language", "text", "name", "role"), APART)
def test_a_name_has_the_office_of_the_sentence_before(
    language: str, text: str, name: str, role: str
) -> None:
    assert roles(language, text)[name] == role


def test_the_office_may_open_the_headline_alone() -> None:
    text = "Об этом сообщила служба печати. Орхан Кесиджи отметил, что страна рада гостям."
    assert roles("ru", text, "Глава государства принял гостей")["Орхан Кесиджи"] == (
        "Глава государства"
    )


def test_the_office_that_opens_the_headline_is_not_that_of_whom_it_receives() -> None:
    title = "Мемлекет басшысы академияның президенті Ерлан Сабденовті қабылдады"
    text = "Бұл туралы баспасөз қызметі хабарлады. Орхан Кесижі істі жалғастыруды тапсырды."
    assert roles("kk", text, title)["Орхан Кесижі"] == "Мемлекет басшысы"


@pytest.mark.parametrize(
    "text",
    [
        "The head of state received Orhan Kesici. Orhan Kesici said that he would come again.",
        "The head of state of Hungary came. Orhan Kesici said that all were glad.",
        (
            "The head of state came. Orhan Kesici and others sang. Erlan Sabdenov said it was so. "
            "Orhan Kesici said it was not."
        ),
        "President Erlan Sabdenov came. The head of state was glad. Orhan Kesici said so too.",
        "The head of state came. The painter Orhan Kesici said that he was glad.",
    ],
)
def test_whoever_else_may_be_meant_is_no_head_of_state(text: str) -> None:
    assert "Head of state" not in roles("en", text).values()
