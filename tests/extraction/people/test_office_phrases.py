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


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("tr", "Törende Macaristan Kültür ve Enformasyon Bakanı Olga Stern konuştu.",
         ("Kültür ve Enformasyon Bakanı", "Macaristan")),
        ("tr", "Törene Hazine ve Maliye Bakanı Olga Stern katıldı.",
         ("Hazine ve Maliye Bakanı", None)),
        ("kk", "Жиында Венгрияның Қазына және қаржы министрі Olga Stern сөйледі.",
         ("Қазына және қаржы министрі", "Венгрия")),
        ("uz", "Yig‘ilishda Transport va infratuzilma vaziri Olga Stern so‘zga chiqdi.",
         ("Transport va infratuzilma vaziri", None)),
    ],
)  # fmt: skip
def test_a_field_of_work_that_no_list_knows_belongs_to_the_office(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert offices(language, text)["Olga Stern"] == office


def test_a_name_before_an_and_is_no_field_of_work() -> None:
    found = offices("tr", "Törene Kemal Kaya ve Maliye Bakanı Olga Stern katıldı.")
    assert found["Olga Stern"] == ("Maliye Bakanı", None)
    assert "Kemal Kaya" in found


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("tr", "Ev sahibi Sağlık Bakanı Olga Stern konuştu.", ("Sağlık Bakanı", None)),
        ("tr", "Konuklara Vali Olga Stern eşlik etti.", ("Vali", None)),
        ("kk", "Сенат төрағасы Мемлекет басшысы Olga Stern келгенін айтты.",
         ("Мемлекет басшысы", None)),
        ("ky", "Жыйында музейдин имаратын Венгриянын президенти Olga Stern ачты.",
         ("президент", "Венгрия")),
        ("uz", "Sovrin o‘zbekistonlik rassom Olga Sternga topshirildi.",
         ("rassom", "Oʻzbekiston")),
    ],
)  # fmt: skip
def test_what_stands_before_an_office_is_no_part_of_it(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert list(offices(language, text).values())[-1] == office


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "The president of the council is Olga Stern.", ("president", "council")),
        ("en", "Its members are Olga Stern (Hungary) and Mark Bauer (Finland).",
         ("member", "Hungary")),
        ("en", "Hungary: President Olga Stern, Minister Mark Bauer.", ("President", "Hungary")),
        ("ru", "Председатель комиссии – Ольга Штерн.", ("Председатель", "комиссия")),
        ("ru", "Приехали коллеги из Турции (Марк Бауэр) и Венгрии (Ольга Штерн).",
         (None, "Венгрия")),
        ("ru", "Пришёл бывший министр Ольга Штерн.", ("бывший министр", None)),
        ("ru", "Вручили орден бывшему министру Марку Бауэру.", ("бывший министр", None)),
    ],
)  # fmt: skip
def test_an_office_is_led_to_its_holder(
    language: str, text: str, office: tuple[str | None, str | None]
) -> None:
    found = offices(language, text)
    names = ("Olga Stern", "Ольга Штерн", "Марк Бауэр")
    assert found[next(name for name in names if name in found)] == office


def test_a_dash_before_one_word_names_a_thing() -> None:
    assert not offices("ru", "Ключи вручили представителям трёх громад – Грунской и Липовской.")


def test_offices_of_two_bodies_joined_by_an_and_are_one_persons_but_in_a_list() -> None:
    alone = "Shahar kengashi raisi va Senat maslahatchisi Kamol Nurov so‘zga chiqdi."
    listed = "Hokim Anvar Karimov, kengash raisi va Senat maslahatchisi Kamol Nurov keldi."
    assert offices("uz", alone)["Kamol Nurov"] == (
        "rais va Senat maslahatchisi", "Shahar kengashi"
    )  # fmt: skip
    assert offices("uz", listed)["Kamol Nurov"] == ("maslahatchi", "Senat")
