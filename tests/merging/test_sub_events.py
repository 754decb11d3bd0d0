"""Which event is a part of which."""

from dataclasses import replace
from datetime import timedelta

from bot.merging.sub_events import SubEventCandidate, is_aside, parents
from tests.merging.reports import DAY

SUMMIT = SubEventCandidate(
    1, "summit", DAY, DAY, "khiva", frozenset({"ots"}), umbrella=False, size=5
)
COUNCIL = SubEventCandidate(
    2, "meeting", DAY, DAY, "khiva", frozenset({"ots"}), umbrella=False, size=3
)


def parent(part: SubEventCandidate, *others: SubEventCandidate) -> int | None:
    return parents([part, *others])[part.id]


def test_a_meeting_at_a_summit_is_a_part_of_it_and_not_the_other_way_round() -> None:
    assert parents([SUMMIT, COUNCIL]) == {1: None, 2: 1}


def test_the_day_before_still_belongs_to_the_summit_the_week_before_does_not() -> None:
    before, earlier = DAY - timedelta(days=1), DAY - timedelta(days=7)
    assert parent(replace(COUNCIL, start=before, end=before), SUMMIT) == 1
    assert parent(replace(COUNCIL, start=earlier, end=earlier), SUMMIT) is None


def test_another_town_or_another_organisation_is_no_part() -> None:
    assert parent(replace(COUNCIL, city="osh"), SUMMIT) is None
    assert parent(replace(COUNCIL, organizations=frozenset({"turksoy"})), SUMMIT) is None


def test_a_concert_is_a_part_of_a_conference_only_where_it_says_so() -> None:
    conference = replace(SUMMIT, kind="conference")
    assert parent(COUNCIL, conference) is None
    assert parent(replace(COUNCIL, umbrella=True), conference) == 1


def test_the_greatest_of_several_wholes_is_the_parent() -> None:
    festival = SubEventCandidate(
        3, "festival", DAY, DAY, "khiva", frozenset({"ots"}), umbrella=False, size=9
    )
    assert parent(replace(COUNCIL, umbrella=True), festival, SUMMIT) == 1


def test_a_council_that_meets_beside_its_assembly_is_a_part_of_it() -> None:
    assembly = replace(SUMMIT, kind="meeting", format="assembly")
    assert parent(replace(COUNCIL, format="council"), assembly) == 1
    assert parents([assembly, replace(COUNCIL, format="council")])[1] is None


def test_a_speech_without_a_day_is_a_part_of_the_assembly_that_sits() -> None:
    assembly = replace(SUMMIT, kind="meeting", format="assembly", end=DAY + timedelta(days=1))
    speech = replace(COUNCIL, start=None, end=None, city=None, found=DAY)
    assert parent(speech, assembly) == 1
    assert is_aside(speech, assembly)
    assert parent(replace(speech, found=DAY - timedelta(days=1)), assembly) is None
    assert parent(replace(speech, city="osh"), assembly) is None
    assert parent(replace(speech, format="council"), assembly) is None


def test_a_reception_of_those_who_sit_is_a_part_of_their_assembly() -> None:
    assembly = replace(SUMMIT, kind="meeting", format="assembly")
    assert parent(replace(COUNCIL, format="bilateral"), assembly) == 1


def test_what_names_a_summit_and_gives_no_day_is_a_part_of_the_only_one_around() -> None:
    speech = replace(COUNCIL, kind="summit", start=None, end=None, city=None, found=DAY)
    late = DAY + timedelta(days=3)
    other = replace(SUMMIT, id=7, start=DAY + timedelta(days=1), end=None, city="osh")
    assert parent(speech, SUMMIT) == 1
    assert parent(replace(speech, kind="meeting", format="summit"), SUMMIT) == 1
    assert parent(replace(speech, kind="meeting"), SUMMIT) is None
    assert parent(replace(speech, kind="ceremony", umbrella=True), SUMMIT) == 1
    assert parent(replace(speech, found=late), SUMMIT) is None
    assert parent(speech, SUMMIT, other) is None


def test_a_council_calls_by_itself_and_a_speech_or_an_exhibition_does_not() -> None:
    assert not is_aside(COUNCIL, SUMMIT)
    assert is_aside(replace(COUNCIL, start=None), SUMMIT)
    assert is_aside(replace(COUNCIL, kind="exhibition"), SUMMIT)
    assert is_aside(replace(COUNCIL, format="summit"), SUMMIT)


def test_whom_a_body_appoints_while_its_summit_sits_is_a_part_of_it_that_calls() -> None:
    told = replace(COUNCIL, kind="appointment", start=None, end=None, city=None, found=DAY)
    assert parent(told, SUMMIT) == 1
    assert not is_aside(told, SUMMIT)
    late, foreign = DAY + timedelta(days=2), frozenset({"turksoy"})
    assert parent(replace(told, found=late), SUMMIT) is None
    assert parent(replace(told, found=DAY - timedelta(days=1)), SUMMIT) is None
    assert parent(replace(told, organizations=foreign), SUMMIT) is None
    assert parent(replace(told, city="osh"), SUMMIT) is None
    assert parent(told, replace(SUMMIT, kind="meeting")) is None
