"""Scoring: what agrees with the gold counts, what a careful reader could also say costs nothing."""

import math
from typing import Any

import pytest

from bot.evaluation.extraction import Score, overlap, same_name, score

PERSON = {
    "name": "Kubanychbek Omuraliev",
    "role": "Secretary General",
    "affiliation": "OTS",
    "kind": "attended",
}
FOUND = {
    "name": "Kubanychbek Omuraliev",
    "role": "Secretary General",
    "affiliation": "OTS",
    "attended": True,
}
EVENT = {
    "kind": "conference",
    "start": "2024-04-23",
    "end": "2024-04-23",
    "tense": "past",
    "city": "Geneva",
}


def gold(**changes: object) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "id": "1",
        "lang": "en",
        "is_tco_event": True,
        "orgs": ["ots"],
        "event": EVENT,
        "participants": [PERSON],
    }
    return facts | changes


def found(**changes: object) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "id": "1",
        "is_event": True,
        "organizations": ["ots"],
        "event": EVENT,
        "participants": [FOUND],
    }
    return facts | changes


def test_a_perfect_reading_has_no_miss() -> None:
    result, misses = score(gold(), found())
    assert misses == []
    assert (result.f1("people"), result.f1("orgs")) == (1, 1)
    assert [
        result.accuracy(fact) for fact in ("role", "attended", "date", "city", "kind", "relevance")
    ] == [1] * 6


def test_no_reading_at_all_misses_everything() -> None:
    result, misses = score(gold(), {})
    assert {miss.fact for miss in misses} == {
        "missed person",
        "relevance",
        "orgs",
        "date",
        "city",
        "kind",
    }
    assert (result.recall("people"), result.precision("people"), result.f1("people")) == (0, 0, 0)


def test_an_invented_person_costs_precision_alone() -> None:
    result, misses = score(gold(), found(participants=[FOUND, {"name": "Nobody Atall"}]))
    assert (result.precision("people"), result.recall("people")) == (0.5, 1)
    assert [(miss.fact, miss.detail) for miss in misses] == [("false person", "Nobody Atall")]


def test_the_same_person_twice_is_a_false_one() -> None:
    _, misses = score(gold(), found(participants=[FOUND, FOUND]))
    assert [miss.fact for miss in misses] == ["duplicate person"]


def test_an_arguable_person_costs_nothing_found_or_not() -> None:
    arguable = gold(arguable=[{"field": "participants", "name": "Kadir Yaman"}])
    for people in ([FOUND], [FOUND, {"name": "Kadir Yaman"}]):
        result, misses = score(arguable, found(participants=people))
        assert (misses, result.f1("people")) == ([], 1)


def test_an_arguable_value_is_accepted_too() -> None:
    arguable = [
        {"field": "event.start", "value": "2024-04-24"},
        {"field": "event.city", "values": ["Genf", None]},
    ]
    event = EVENT | {"start": "2024-04-24", "end": "2024-04-24", "city": "Genf"}
    result, misses = score(gold(arguable=arguable), found(event=event))
    assert misses == []
    assert (result.accuracy("date"), result.accuracy("city")) == (1, 1)


def test_an_organisation_outside_the_catalogue_is_not_scored() -> None:
    _, misses = score(gold(orgs=["ots", "other"]), found())
    assert misses == []


def test_an_article_that_is_no_event_asks_for_no_date() -> None:
    result, misses = score(
        gold(is_tco_event=False, orgs=[], event=None, participants=[]), {"is_event": False}
    )
    assert misses == []
    assert result.counts["date asked"] == 0
    assert math.isnan(result.accuracy("date"))


def test_attendance_is_asked_of_each_person_found() -> None:
    result, misses = score(gold(), found(participants=[FOUND | {"attended": False}]))
    assert result.accuracy("attended") == 0
    assert [miss.fact for miss in misses] == ["attended"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kubanychbek Omuraliev", "Omuraliev Kubanychbek"),
        ("H.E. Amb. Kubanychbek Omuraliev", "Kubanychbek Omuraliev"),
        ("Ömer Kocaman", "Omer Kocaman"),
        ("Kadir Yaman", "Kadir Ahmet Yaman"),
        ("Сергей Лавров", "Сергею Лаврову"),
        ("Oʻral", "O'ral"),
    ],
)
def test_spellings_and_inflections_of_one_name_agree(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omuraliev", "Kubanychbek Omuraliev"),
        ("Kadir Yaman", "Kadir Inan"),
        ("", ""),
        ("Mr.", "Mr."),
        ("Ali", "Alim"),
    ],
)
def test_a_surname_alone_or_another_name_does_not_agree(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("", "", 1), ("President", "", 0), ("Vice President", "President", 2 / 3)],
)
def test_roles_agree_by_the_words_that_they_share(one: str, other: str, expected: float) -> None:
    assert overlap(one, other) == pytest.approx(expected)


def test_scores_add_up_to_a_row() -> None:
    total = Score()
    for result in (score(gold(), found())[0], score(gold(), {})[0]):
        total.add(result)
    row = total.row("en")
    assert row.startswith("en       people P 1.000 R 0.500 F1 0.667 | role 1.000 |")
    assert row.endswith("| relevance 0.500 | n 2")


def test_an_office_is_whole_when_only_light_words_are_left_out() -> None:
    result, _ = score(gold(), found(participants=[FOUND | {"affiliation": "the OTS"}]))
    assert result.accuracy("whole") == 1
    result, _ = score(gold(), found(participants=[FOUND | {"affiliation": None}]))
    assert (result.accuracy("role"), result.accuracy("whole")) == (1, 1)
    result, _ = score(
        gold(), found(participants=[FOUND | {"role": "General", "affiliation": None}])
    )
    assert (result.accuracy("role"), result.accuracy("whole")) == (1, 0)


def test_whoever_is_shown_though_absent_or_nobody_costs_presence() -> None:
    mentioned = PERSON | {"kind": "mentioned"}
    result, _ = score(gold(participants=[mentioned]), found())
    assert result.accuracy("present") == 0
    nobody = FOUND | {"name": "Grand Bazaar"}
    result, _ = score(gold(), found(participants=[FOUND, nobody]))
    assert result.accuracy("present") == 0.5
