"""What merging knows beside the reports comes from the catalogue that it is given, and from no
other."""

from dataclasses import replace

import pytest

from bot.merging.knowledge import MergingKnowledge
from tests.defaults import CATALOGUE, KNOWLEDGE

NOBODY = MergingKnowledge(replace(CATALOGUE, organizations=()))


@pytest.mark.parametrize("name", ["Kubanychbek Omuraliev", "Кубанычбек Омуралиев"])
def test_heads_of_organisations_are_known_in_any_script_by_the_catalogue_alone(name: str) -> None:
    assert KNOWLEDGE.is_frequent_attendee(name)
    assert not NOBODY.is_frequent_attendee(name)


def test_sites_of_organisations_are_known_by_their_hosts() -> None:
    assert "turkicstates.org" in KNOWLEDGE.official_hosts
    assert NOBODY.official_hosts == frozenset()


def test_an_affiliation_names_an_organisation_or_a_country_and_never_both() -> None:
    assert KNOWLEDGE.organization("Organization of Turkic States") == "ots"
    assert KNOWLEDGE.country("Organization of Turkic States") is None
    assert KNOWLEDGE.country("Kyrgyzstan") == "KG"
    assert KNOWLEDGE.organization("Kyrgyzstan") is None


def test_nothing_names_nothing() -> None:
    assert KNOWLEDGE.country(None) is None
    assert not KNOWLEDGE.leads_a_state(None, "Kazakhstan")


@pytest.mark.parametrize(
    ("role", "affiliation", "leads"),
    [
        ("President", "Kazakhstan", True),
        ("Prime Minister", None, True),
        ("President", "Turkic Academy", False),
        ("президент", "Улуттук илимдер академиясы", False),
        ("prezident", "Azərbaycan", True),
        ("Президент", None, True),
        ("Minister of Culture", "Kazakhstan", False),
    ],
)
def test_leaders_of_states_are_told_from_other_heads(
    role: str, affiliation: str | None, leads: bool
) -> None:
    assert KNOWLEDGE.leads_a_state(role, affiliation) is leads
