"""Whose minister or ambassador somebody is tells one meeting of two from another."""

import pytest

from tests.merging.reports import report
from tests.merging.test_features import made
from tests.merging.test_similarity import weight

TWO = ("bilateral",)


@pytest.mark.parametrize(
    ("title", "text", "post"),
    [
        (
            "OTS chief receives Hungarian ambassador",
            "The Secretary General of the Organization of Turkic States spoke of trade.",
            "ambassador HU",
        ),
        (
            "Генсек ОТГ принял посла Казахстана",
            "В Организации тюркских государств говорили о торговле.",
            "ambassador KZ",
        ),
        (
            "TDT Genel Sekreteri Özbekistan Dışişleri Bakanı ile görüştü",
            "Türk Devletleri Teşkilatı'nda ticaret ele alındı.",
            "minister UZ",
        ),
        (
            "TDT-nin Baş katibi Qırğızıstanın səfirini qəbul edib",
            "Türk Dövlətləri Təşkilatında ticarətdən danışılıb.",
            "ambassador KG",
        ),
    ],
)
def test_the_country_beside_an_office_is_whose_it_is(title: str, text: str, post: str) -> None:
    assert made(text, title).clues.posts == {post}


def test_where_an_ambassador_serves_is_not_whose_he_is() -> None:
    told = made(
        "В Организации тюркских государств говорили о торговле.",
        "Посол Турции в Азербайджане встретился с генсеком ОТГ",
    )
    assert told.clues.posts == {"ambassador TR"}


def test_a_comma_parts_an_office_from_the_next_country() -> None:
    told = made(
        "The Organization of Turkic States spoke of trade.",
        "OTS ambassador in Baku, Kazakhstan told of roads",
    )
    assert told.clues.posts == frozenset()


def test_ambassadors_of_two_countries_are_received_one_after_the_other() -> None:
    one = report("a", formats=TWO, posts=frozenset({"ambassador KZ"}))
    assert weight("posts", one, report("b", formats=TWO, posts=frozenset({"ambassador TR"}))) < 0
    assert weight("posts", one, report("c", formats=TWO, posts=frozenset({"ambassador KZ"}))) > 0
    assert weight("posts", one, report("d", formats=TWO, posts=frozenset({"speaker TR"}))) == 0


def test_of_a_gathering_each_outlet_names_its_own() -> None:
    one = report("a", posts=frozenset({"minister KZ"}))
    assert weight("posts", one, report("b", posts=frozenset({"minister TR"}))) == 0
