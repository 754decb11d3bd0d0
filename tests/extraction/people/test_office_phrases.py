"""Where an office begins and ends, and whose it is."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER


def offices(language: str, text: str) -> dict[str, tuple[str | None, str | None]]:
    article = ArticleText("", text, language=language)
    people = (found.participant for found in participants.people(READER.tag(article)))
    return {person.name: (person.role, person.affiliation) for person in people}


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "Deputy Prime Minister – Minister of Trade of Hungary Olga Stern spoke.",
         ("Deputy Prime Minister – Minister of Trade", "Hungary")),
        ("en", "Olga Stern, Deputy Prime Minister and Minister of Trade of Hungary, spoke.",
         ("Deputy Prime Minister and Minister of Trade", "Hungary")),
        ("kk", "Премьер-министрдің орынбасары – сыртқы істер министрі Ольга Штерн сөйледі.",
         ("Премьер-министрдің орынбасары – сыртқы істер министрі", None)),
    ],
)  # fmt: skip
def test_two_offices_of_one_person_are_both_told(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert offices(language, text)["Ольга Штерн" if language == "kk" else "Olga Stern"] == office


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Выступили председатель городского совета и главный советник Марк Бауэр.",
         "Марк Бауэр", "главный советник"),
        ("Выступил первый вице-премьер и министр экономики Марк Бауэр.",
         "Марк Бауэр", "первый вице-премьер и министр экономики"),
    ],
)  # fmt: skip
def test_an_office_without_a_name_before_an_and_is_somebody_elses(
    text: str, name: str, role: str
) -> None:
    assert offices("ru", text)[name][0] == role


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("uz", "Tashqi ishlar vaziri v.b. Sardor Aliyev so‘zga chiqdi.", "Tashqi ishlar vaziri v.b."),
        ("kk", "Академия президентінің міндетін атқарушы Сардар Әлиев сөйледі.",
         "президентінің міндетін атқарушы"),
        ("az", "Nazir vəzifəsini icra edən Sardar Əliyev çıxış edib.",
         "Nazir vəzifəsini icra edən"),
    ],
)  # fmt: skip
def test_who_only_does_the_work_of_an_office_is_said_to(
    language: str, text: str, role: str
) -> None:
    assert [found[0] for found in offices(language, text).values()] == [role]


def test_praise_is_no_part_of_an_office() -> None:
    assert offices("en", "The renowned composer Olga Stern spoke.")["Olga Stern"][0] == "composer"


def test_a_town_that_no_list_knows_stays_with_its_mayor() -> None:
    assert offices("en", "The Mayor of Karlstein Olga Stern spoke.") == {
        "Olga Stern": ("Mayor", "Karlstein")
    }
