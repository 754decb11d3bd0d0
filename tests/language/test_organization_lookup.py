"""People name an organisation in their own way, and are understood or asked."""

import pytest

from bot.language.organization_lookup import OrganizationNames
from config.catalogue_loader import load_catalogue


@pytest.fixture(scope="module")
def names() -> OrganizationNames:
    return OrganizationNames(load_catalogue().organizations)


@pytest.mark.parametrize(
    ("typed", "organization"),
    [
        ("ots", "ots"),
        ("Organization of Turkic States", "ots"),
        ("ОТГ", "ots"),
        ("tdt", "ots"),
        ("türk devletleri teşkilatı", "ots"),
        ("Turk Devletleri Teskilati", "ots"),
        ("Turkic Council", "ots"),
        ("ТҮРКСОЙ", "turksoy"),
        ("Türksoy", "turksoy"),
        ("turkic-heritage", "turkic-heritage"),
        ("heritage", "turkic-heritage"),
        ("turkic acad", "turkic-academy"),
    ],
)
def test_any_name_in_any_language_is_understood(
    names: OrganizationNames, typed: str, organization: str
) -> None:
    assert names.find(typed) == organization


@pytest.mark.parametrize(
    "typed", ["", "ot", "turkic", "unesco", "'; drop table chat; --", "\u202eyoskrut"]
)
def test_what_means_none_or_several_is_not_guessed(names: OrganizationNames, typed: str) -> None:
    assert names.find(typed) is None


def test_a_slip_gets_the_nearest(names: OrganizationNames) -> None:
    assert names.suggest("turkspy") == ["turksoy"]


def test_a_shared_word_gets_those_that_share_it(names: OrganizationNames) -> None:
    assert set(names.suggest("culture")) == {"turksoy", "turkic-heritage"}


def test_what_is_like_nothing_gets_nothing(names: OrganizationNames) -> None:
    assert names.suggest("weather tomorrow") == []


def test_a_former_name_is_no_current_one(names: OrganizationNames) -> None:
    assert names.find_current("Turkic Council") is None
    assert names.find_current("organization of turkic states") == "ots"
