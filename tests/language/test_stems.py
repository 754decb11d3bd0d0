"""What a word of a question may be a form of."""

import pytest

from bot.language.stems import forms, hung_on, nominatives, of_one_word, towns_of, unbent


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Astana'daki", "astana"),
        ("Toshkentdagi", "toshkent"),
        ("Бишкектеги", "bishkek"),
        ("Алматыдағы", "almati"),
        ("Busanın", "busan"),
        ("Вены", "vena"),
        ("Уфе", "ufa"),
        ("Россию", "rossiya"),
        ("Китая", "kitai"),
        ("TDTın", "tdt"),
        ("Oşta", "osh"),
    ],
)
def test_a_form_holds_the_name_among_its_nominatives(word: str, name: str) -> None:
    assert name in nominatives(word.replace("'", ""))


def test_the_nearest_nominative_comes_first() -> None:
    assert nominatives("Astana")[0] == "astana"
    assert nominatives("Хиве").index("hiva") < nominatives("Хиве").index("hiv")


def test_endings_are_cut_one_after_another() -> None:
    assert forms("Stambuldagilarning")[-1] == "stambul"


@pytest.mark.parametrize(
    ("adjective", "begins"),
    [("ташкентский", "tashkent"), ("бакинского", "bak"), ("хивинская", "hiv")],
)
def test_an_adjective_tells_its_town(adjective: str, begins: str) -> None:
    assert begins in towns_of(adjective)


def test_what_may_hang_behind_an_apostrophe() -> None:
    assert hung_on("daki")
    assert hung_on("ın")
    assert not hung_on("iston")


def test_forms_of_one_word_know_each_other() -> None:
    assert of_one_word("tyurkskoi", "tyurkskaya")
    assert not of_one_word("turk", "turist")


def test_a_word_without_end_is_no_trouble() -> None:
    assert len(nominatives("la" * 5_000)) <= 40


def test_a_name_loses_its_endings_but_not_itself() -> None:
    assert list(unbent("Омуралиевтің")) == ["omuralievtin", "omuraliev"]
    assert list(unbent("Женеве"))[-1] == "zhenev"
