"""Who a name means: namesakes are kept apart by what they are and where."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.language.name_cases import nominatives
from bot.merging.person_matching import NameRecord, choose, same_person
from tests.defaults import KNOWLEDGE

PEOPLE: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "people.toml").read_text(encoding="utf-8")
)
OFFICES: list[dict[str, Any]] = PEOPLE["office"]


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


def _known_as(written: str, language: str, known: str) -> bool:
    """Whether a name in its case is taken for somebody who is known already."""
    met = [(1, [NameRecord(known)])]
    tried = [written, *nominatives(written, language)]
    return any(
        choose([NameRecord(name, language=language)], met, KNOWLEDGE) is not None for name in tried
    )


@pytest.mark.parametrize(("half", "least"), [("tuned", 0.985), ("kept", 0.975)])
def test_names_in_their_case_and_namesakes_are_told_to_be_one_or_two(
    half: str, least: float
) -> None:
    cases, namesakes = PEOPLE["cases"][half], PEOPLE["namesakes"][half]
    told = [(True, _known_as(*pair)) for pair in cases["same"]]
    told += [(False, _known_as(*pair)) for pair in cases["different"]]
    for *pair, same in namesakes:
        one, two = NameRecord(*pair[:3]), NameRecord(*pair[3:])
        told.append((same, same_person(one, two, KNOWLEDGE)))
    right = sum(truth and found for truth, found in told)
    wrong = sum(truth != found for truth, found in told)
    assert len(told) == 75
    assert 2 * right / (2 * right + wrong) >= least
