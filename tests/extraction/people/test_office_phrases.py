"""Where an office begins and ends, and whose it is."""

import pytest

from tests.extraction.people.reading import offices


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
    ("language", "text", "role"),
    [
        ("uz", "Tashqi ishlar vaziri v.b. Sardor Aliyev so‘zga chiqdi.",
         "Tashqi ishlar vaziri v.b."),
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


@pytest.mark.parametrize(
    "text",
    [
        "Министр встретился с послом Турции Марком Бауэром.",
        "Министр принял посла Турции Марка Бауэра.",
        "Вместе с послами Турции Марком Бауэром и Казахстана Иваном Петровым пришёл министр.",
    ],
)
def test_a_noun_that_loses_a_vowel_in_its_cases_is_still_an_office(text: str) -> None:
    assert offices("ru", text)["Марк Бауэр"] == ("посол", "Турция")
