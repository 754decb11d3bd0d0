"""Russian names come back to the nominative whole.

First name, surname and office settle the case together.
"""

import pytest

from bot.extraction.people.declension import Case, cases_of, solutions, telling
from config.catalogue_loader import load_catalogue

TABLES = load_catalogue().grammars["ru"].people.declensions


@pytest.mark.parametrize(
    ("written", "cases", "nominative"),
    [
        ("виктора орбана", ("genitive", "accusative"), "виктор орбан"),
        ("васипом шахином", ("instrumental",), "васип шахин"),
        ("сергеем лавровым", ("instrumental",), "сергей лавров"),
        ("айдоса жабагина", ("accusative",), "айдос жабагин"),
        ("наргиз сатмухамбетову", ("accusative",), "наргиз сатмухамбетова"),
        ("гульмирой нурметовой", ("instrumental",), "гульмира нурметова"),
        ("зулейхе каримовой", ("dative",), "зулейха каримова"),
        ("андрею белинскому", ("dative",), "андрей белинский"),
        ("марией озерской", ("instrumental",), "мария озерская"),
        ("игоря кузнецова", ("genitive",), "игорь кузнецов"),
    ],
)
def test_a_name_in_a_known_case_is_brought_to_the_nominative(
    written: str, cases: tuple[Case, ...], nominative: str
) -> None:
    assert solutions(tuple(written.split()), cases, TABLES)[0].words == tuple(nominative.split())


@pytest.mark.parametrize("name", ["озгежан генчер", "янош ховари", "дагваадорж сухбаатар"])
def test_a_name_that_no_case_explains_stays_as_it_is(name: str) -> None:
    assert solutions(tuple(name.split()), ("instrumental",), TABLES) == []


@pytest.mark.parametrize(
    ("form", "noun", "cases"),
    [
        ("президент", "президент", set()),
        ("президента", "президент", {"genitive", "accusative"}),
        ("губернатором", "губернатор", {"instrumental"}),
        ("секретарю", "секретарь", {"dative"}),
    ],
)
def test_an_office_tells_its_case(form: str, noun: str, cases: set[Case]) -> None:
    assert cases_of(form, noun, TABLES) == cases


@pytest.mark.parametrize(
    ("surname", "told"),
    [("лавровым", True), ("нурметову", True), ("жабагина", False), ("орбан", False)],
)
def test_only_some_endings_of_surnames_tell_a_case_by_themselves(
    surname: str, *, told: bool
) -> None:
    assert bool(telling(surname, TABLES)) is told
