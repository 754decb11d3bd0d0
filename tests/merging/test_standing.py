"""Who came to a gathering stands by what he leads: members, observers, the body itself, others."""

import pytest

from bot.merging.fusion import summary
from bot.merging.standing import Standing, leads, standing
from tests.defaults import KNOWLEDGE
from tests.merging.reports import person, report


@pytest.mark.parametrize(
    ("role", "affiliation", "expected"),
    [
        ("President", "Kazakhstan", Standing.MEMBER_STATE),
        ("Президент", "Кыргызстан", Standing.MEMBER_STATE),
        ("Prime Minister", "Kyrgyzstan", Standing.MEMBER_GOVERNMENT),
        ("Prime Minister", "Hungary", Standing.OBSERVER),
        ("Prezident", "Turkmenistan", Standing.OBSERVER),
        ("President", "Serbia", Standing.OTHER_STATE),
        ("Secretary General", "Organization of Turkic States", Standing.BODY),
        ("генеральный секретарь", "ОТГ", Standing.BODY),
        ("Deputy Secretary General", "Organization of Turkic States", Standing.OTHERS),
        ("President", "Turkic Academy", Standing.OTHERS),
        ("Minister of Culture", "Uzbekistan", Standing.GOVERNS),
        ("Deputy Prime Minister", "Uzbekistan", Standing.OTHERS),
        ("Adviser to the President", "Uzbekistan", Standing.OTHERS),
        ("poet", None, Standing.OTHERS),
        (None, None, Standing.OTHERS),
    ],
)
def test_an_office_and_whose_it_is_say_where_somebody_stands(
    role: str | None, affiliation: str | None, expected: Standing
) -> None:
    assert standing(person("Ayla Demir", role, affiliation), {"ots"}, KNOWLEDGE) is expected


def test_at_a_gathering_leaders_stand_first_and_equals_as_they_are_told() -> None:
    told = (
        person("Nur Su", "poet"),
        person("Can Ak", "Minister of Culture", "Uzbekistan"),
        person("Lale Kaya", "Secretary General", "OTS"),
        person("Olga Stern", "Prime Minister", "Hungary"),
        person("Omar Bek", "President", "Kyrgyzstan"),
        person("Ayla Demir", "President", "Kazakhstan"),
        person("Batyr Orazov", "President", "Azerbaijan", attended=False),
    )
    names = [one.person.name for one in summary([report("a", people=told)], KNOWLEDGE).people]
    assert names == [
        "Omar Bek",
        "Ayla Demir",
        "Olga Stern",
        "Lale Kaya",
        "Can Ak",
        "Nur Su",
        "Batyr Orazov",
    ]


def test_heads_of_other_bodies_are_guests_and_stand_behind_ministers() -> None:
    told = (
        person("Nur Su", "Secretary General", "TURKPA"),
        person("Can Ak", "Minister of Culture", "Uzbekistan"),
        person("Lale Kaya", "Secretary General", "OTS"),
    )
    both = report("a", people=told, organizations=("ots", "turkpa"))
    names = [one.person.name for one in summary([both], KNOWLEDGE).people]
    assert names == ["Lale Kaya", "Can Ak", "Nur Su"]


def test_of_two_who_meet_the_one_told_first_stays_first() -> None:
    told = (person("Lale Kaya", "Secretary General", "OTS"), person("Omar Bek", "President", "KZ"))
    names = [one.person.name for one in summary([report("a", people=told)], KNOWLEDGE).people]
    assert names == ["Lale Kaya", "Omar Bek"]


def test_whoever_serves_a_leader_does_not_lead() -> None:
    assert leads("Prime Minister")
    assert leads("President")
    assert not leads("Secretary General")
    assert not leads("Vice President")
    assert not leads(None)
