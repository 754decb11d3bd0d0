"""Whom reports of one gathering name as having come to another."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.extraction.facts import EventMention, Kind, Participant, Standing
from bot.merging import fusion
from bot.merging.guests import brings_guests, guests
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, person, report

EVE = DAY - timedelta(days=1)
COUNCIL = EventMention(
    kind=Kind.MEETING,
    standing=Standing.REPORTED,
    ordinal=9,
    start=EVE,
    end=EVE,
    city=None,
    proof="Ahead of the summit the 9th meeting of the Council of Foreign Ministers was held.",
)


def _minister(**told: Any) -> Participant:
    one = person("Daniyar Orazbek", "Foreign Minister", "Kazakhstan")
    return replace(one, beside=replace(COUNCIL, **told))


def _summit(*people: Participant) -> Report:
    return report("s", people=people, kind="summit", formats=("summit",))


def _council(**fields: Any) -> Report:
    fields = {"start": EVE, "end": EVE, "formats": ("council",), **fields}
    return report("c", **fields)


def test_who_came_to_the_ministers_council_is_not_shown_at_the_summit() -> None:
    whole = fusion.summary([_summit(person("Ayla Demir", "President"), _minister())], KNOWLEDGE)
    assert [(one.person.name, one.person.attended) for one in whole.people] == [
        ("Ayla Demir", True),
        ("Daniyar Orazbek", False),
    ]


def test_who_is_told_of_the_summit_by_another_report_is_shown_there() -> None:
    there = report("t", people=(person("Daniyar Orazbek"),), kind="summit", formats=("summit",))
    (one,) = fusion.summary([_summit(_minister()), there], KNOWLEDGE).people
    assert one.person.attended


def test_a_report_that_joined_the_council_names_its_guests() -> None:
    whole = fusion.summary([_council(), _council(), _summit(_minister())], KNOWLEDGE)
    assert [one.person.attended for one in whole.people] == [True]


def test_the_council_is_told_who_came_to_it_by_reports_of_the_summit() -> None:
    summit, council = _summit(_minister(), person("Ayla Demir")), _council()
    came = guests([summit], [council])
    assert [(told.key, one.name, one.beside) for told, one in came] == [
        ("s", "Daniyar Orazbek", None)
    ]
    (one,) = fusion.summary([council], KNOWLEDGE, came).people
    assert (one.person.role, one.person.attended, one.report) == ("Foreign Minister", True, "s")


def test_only_a_report_that_tells_of_another_gathering_brings_guests() -> None:
    assert brings_guests(_summit(_minister()))
    assert not brings_guests(_summit(person("Ayla Demir")))


@pytest.mark.parametrize(
    "other",
    [
        {"start": DAY, "end": DAY},
        {"kind": "conference"},
        {"formats": ("bilateral",), "portfolios": frozenset({"foreign"})},
        {"portfolios": frozenset({"transport"})},
        {"formats": ("forum",)},
        {"ordinals": frozenset({8})},
    ],
)
def test_another_gathering_beside_the_summit_gets_no_guests_of_the_council(
    other: dict[str, Any],
) -> None:
    assert guests([_summit(_minister())], [_council(**other)]) == []


def test_whom_an_announcement_names_is_a_guest_until_the_council_was_held() -> None:
    announced = replace(_summit(_minister()), published=EVE - timedelta(days=3))
    assert guests([announced], [_council(tense="future")])
    assert guests([announced], [_council(tense="past")]) == []


def test_without_a_day_the_council_is_known_by_whose_it_is() -> None:
    told = _minister(start=None, end=None, ordinal=None)
    mine = _council(portfolios=frozenset({"foreign"}), formats=())
    assert guests([_summit(told)], [mine])
