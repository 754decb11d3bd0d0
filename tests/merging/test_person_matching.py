"""Who a name means: namesakes are kept apart by what they are and where."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.merging.person_matching import NameRecord, choose, same_person
from tests.defaults import KNOWLEDGE

OFFICES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "people.toml").read_text(encoding="utf-8")
)["office"]


@pytest.mark.parametrize(
    "pair",
    OFFICES,
    ids=lambda pair: f"{pair['one']['name']}, {pair['one']['role']} and {pair['two']['role']}",
)
def test_namesakes_are_told_apart_by_office_and_country(pair: dict[str, Any]) -> None:
    one, two = NameRecord(**pair["one"]), NameRecord(**pair["two"])
    assert same_person(one, two, KNOWLEDGE) == same_person(two, one, KNOWLEDGE) == pair["same"]


def test_of_namesakes_the_one_in_a_like_office_is_meant() -> None:
    known = [
        (1, [NameRecord("Mehmet Yılmaz", "singer")]),
        (2, [NameRecord("Mehmet Yılmaz", "Minister of Trade", "Türkiye")]),
    ]
    assert choose([NameRecord("Мехмет Йылмаз", "министр", "Турция", "ru")], known, KNOWLEDGE) == 2
    assert choose([NameRecord("Mehmet Yılmaz", "wrestler")], known, KNOWLEDGE) is None


def test_a_name_without_an_office_means_whoever_was_known_first() -> None:
    known = [(2, [NameRecord("Mehmet Yilmaz")]), (1, [NameRecord("Mehmet Yılmaz")])]
    assert choose([NameRecord("Mehmet Yılmaz")], known, KNOWLEDGE) == 1


def test_nobody_known_is_nobody() -> None:
    assert choose([NameRecord("Mehmet Yılmaz")], [], KNOWLEDGE) is None


def test_a_head_of_an_organisation_is_not_the_minister_who_bears_the_name() -> None:
    head = NameRecord("Shahin Mustafayev", "President", "Turkic Academy")
    deputy = NameRecord("Şahin Mustafayev", "Baş nazirin müavini", "Azərbaycan", "az")
    assert not same_person(head, deputy, KNOWLEDGE)
    known = [(1, [head]), (2, [deputy])]
    asked = NameRecord("Шахин Мустафаев", "вице-премьер Азербайджана", None, "ru")
    assert choose([asked], known, KNOWLEDGE) == 2
    assert (
        choose([NameRecord("Şahin Mustafayev", "prezident", "Türk Akademiyası")], known, KNOWLEDGE)
        == 1
    )
