"""Offices told of several people at once, or of one by another's."""

import pytest

from tests.extraction.people.reading import told


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "Foreign Minister Serik Abenov met his Hungarian counterpart Mark Bauer.",
         ("Foreign Minister", "Hungary")),
        ("ru", "Министр энергетики Серик Абенов беседовал с турецким коллегой Мертом Арсланом.",
         ("Министр энергетики", "Турция")),
        ("tr", "Dışişleri Bakanı Mert Arslan, Macar mevkidaşı Mark Bauer ile görüştü.",
         ("Dışişleri Bakanı", "Macaristan")),
        ("az", "Nəqliyyat naziri Kamil Nurlu türkiyəli həmkarı Mert Arslanla görüşüb.",
         ("Nəqliyyat naziri", "Türkiyə")),
        ("kk", "Сыртқы істер министрі Серік Абенов өзбек әріптесі Анвар Каримовпен кездесті.",
         ("Сыртқы істер министрі", "Өзбекстан")),
        ("ky", "Тышкы иштер министри Азамат Усенов казак кесиптеши Серик Абенов менен жолугушту.",
         ("Тышкы иштер министри", "Казакстан")),
        ("uz", ("Tashqi ishlar vaziri Anvar Karimov qozog‘istonlik hamkasbi Serik Abenov bilan "
         "uchrashdi."), ("Tashqi ishlar vaziri", "Qozogʻiston")),
    ],
)  # fmt: skip
def test_a_counterpart_has_the_office_of_the_one_before_in_his_own_country(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text)[1] == office


def test_a_colleague_of_nobody_in_office_is_given_none() -> None:
    assert told("en", "He came with his colleague Mark Bauer.") == [(None, None)]


@pytest.mark.parametrize(
    ("language", "text", "title", "lands"),
    [
        ("en", ("The ministers of energy of Kazakhstan and Uzbekistan, Serik Abenov and Anvar "
         "Karimov, signed it."), "minister of energy", ("Kazakhstan", "Uzbekistan")),
        ("ru", ("Министры транспорта Казахстана и Узбекистана Серик Абенов и Анвар Каримов "
         "подписали план."), "Министр транспорта", ("Казахстан", "Узбекистан")),
        ("tr", "Kazakistan ve Türkiye Ulaştırma Bakanları Serik Abenov ve Mert Arslanov imzaladı.",
         "Ulaştırma Bakanı", ("Kazakistan", "Türkiye")),
        ("az", ("Özbəkistan və Türkiyənin mədəniyyət nazirləri Anvar Kərimov və Mert Arslanov "
         "gəlib."), "mədəniyyət naziri", ("Özbəkistan", "Türkiyə")),
        ("kk", "Қазақстан мен Түркия білім министрлері Серік Абенов пен Мерт Арсланов келді.",
         "білім министрі", ("Қазақстан", "Түркия")),
    ],
)  # fmt: skip
def test_of_two_who_share_an_office_each_has_his_own_country(
    language: str, text: str, title: str, lands: tuple[str, str]
) -> None:
    assert told(language, text) == [(title, lands[0]), (title, lands[1])]


def test_a_clause_may_tell_the_office_by_a_verb() -> None:
    text = "Mark Bauer, who heads the Chamber of Commerce of the Kyrgyz Republic, spoke."
    assert told("en", text) == [("head", "Chamber of Commerce of the Kyrgyz Republic")]


def test_brackets_behind_a_name_hold_its_body() -> None:
    text = "Күрөштө Азамат Усенов (Ош МУ) жана Айгүл Асанова (Туран университети) жеңди."
    assert told("ky", text) == [(None, "Ош МУ"), (None, "Туран университети")]


def test_an_office_whose_plural_is_no_word_of_its_own_is_shared_in_the_singular() -> None:
    text = "The mission includes Turkish MPs Mert Arslan and Olga Stern."
    assert told("en", text) == [("MP", "Türkiye")] * 2


def test_a_body_that_somebody_comes_from_may_stand_before_titles() -> None:
    text = "Panelde Gazi Üniversitesi'nden Doç. Dr. Mert Arslan konuştu."
    assert told("tr", text) == [(None, "Gazi Üniversitesi")]
