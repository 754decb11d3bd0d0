"""Offices and bodies of known parts are said in every language, and of unknown ones in none."""

import pytest

from bot.language.office_fields import composed_body, composed_office, state_code
from config.languages import INTERFACE_LANGUAGES


@pytest.mark.parametrize(
    "said",
    [
        "Minister of Culture, Sports and Youth Policy",
        "министр культуры, спорта и молодежной политики",
        "Kültür, Spor ve Gençlik Politikaları Bakanı",
        "mədəniyyət, idman və gənclər siyasəti naziri",
        "Мәдениет, спорт және жастар саясаты министрі",
        "маданият, спорт жана жаштар саясаты министри",
        "madaniyat, sport va yoshlar siyosati vaziri",
        "маданият, спорт ва ёшлар сиёсати вазири",
    ],
)
def test_a_minister_of_several_fields_is_the_same_in_every_language(said: str) -> None:
    assert [composed_office(said, language) for language in INTERFACE_LANGUAGES] == [
        "Minister of Culture, Sports and Youth Policy",
        "Kültür, Spor ve Gençlik Politikası Bakanı",
        "mədəniyyət, idman və gənclər siyasəti naziri",
        "мәдениет, спорт және жастар саясаты министрі",
        "маданият, спорт жана жаштар саясаты министри",
        "madaniyat, sport va yoshlar siyosati vaziri",
        "министр культуры, спорта и молодёжной политики",
    ]


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("заместитель министра транспорта", "Deputy Minister of Transport"),
        ("Ticaret Bakan Yardımcısı", "Deputy Minister of Trade"),
        (
            "ғылым және жоғары білім вице-министрі",
            "Deputy Minister of Science and Higher Education",
        ),
        ("səhiyyə nazirinin birinci müavini", "First Deputy Minister of Health"),
        ("экономика министринин кеңешчиси", "Adviser to the Minister of Economy"),
    ],
)
def test_those_beside_a_minister_are_said_too(said: str, english: str) -> None:
    assert composed_office(said, "en") == english


@pytest.mark.parametrize(
    "said",
    ["министр по делам звёзд", "Masal Bakanı", "Minister of", "Minister", "culture", "", "и"],
)
def test_where_one_part_is_not_known_nothing_is_said(said: str) -> None:
    assert composed_office(said, "en") is None
    assert composed_body(said, "en") is None


def test_a_body_begins_with_a_capital_letter_and_a_state_is_known_by_its_abbreviation() -> None:
    assert composed_body("мәдениет және спорт министрлігі", "uz") == (
        "Madaniyat va sport vazirligi"
    )
    assert (state_code("ҚР"), state_code("the moon")) == ("KZ", None)
