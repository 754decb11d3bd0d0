"""What is said of the organisations holds together, in every language."""

import unicodedata
from itertools import pairwise

import pytest

from config.catalogue_loader import HERE, load_catalogue
from config.languages import LANGUAGES
from config.organizations import Organization
from config.text import fold

ORGANIZATIONS = load_catalogue().organizations
BY_ID = {organization.id: organization for organization in ORGANIZATIONS}

every_organization = pytest.mark.parametrize(
    "organization", ORGANIZATIONS, ids=lambda organization: organization.id
)


def test_the_eight_stand_in_the_order_in_which_they_are_shown() -> None:
    assert list(BY_ID) == [
        "ots",
        "turksoy",
        "turkpa",
        "turkic-academy",
        "turkic-heritage",
        "turkic-fund",
        "tcci",
        "turkunib",
    ]


@every_organization
def test_everybody_has_a_name_in_every_language_of_the_bot_and_two_more(
    organization: Organization,
) -> None:
    assert {"en", "tr", "ru", "az", "kk", "ky", "uz", "uz-Cyrl", "tk", "hu"} <= set(
        organization.names
    )


@every_organization
def test_a_name_is_shown_in_every_language(organization: Organization) -> None:
    for language in (*LANGUAGES, "de"):
        assert organization.name(language)
        assert 0 < len(organization.short_name(language)) <= 31


@every_organization
def test_no_abbreviation_is_both_strong_and_weak(organization: Organization) -> None:
    strong = {
        fold(spelling.text)
        for spelling in organization.spellings()
        if spelling.kind == "abbreviation"
    }
    weak = {fold(spelling.text) for spelling in organization.spellings() if spelling.kind == "weak"}
    assert not strong & weak


def test_no_spelling_belongs_to_two_organizations() -> None:
    owners: dict[str, set[str]] = {}
    for organization in ORGANIZATIONS:
        for spelling in organization.spellings():
            owners.setdefault(fold(spelling.text), set()).add(organization.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_what_means_other_things_too_is_never_strong() -> None:
    strong = {
        spelling.text
        for organization in ORGANIZATIONS
        for spelling in organization.spellings()
        if spelling.kind == "abbreviation"
    }
    assert not strong & {
        "OTS",
        "TDT",
        "TDG",
        "ТМУ",
        "ТМҰ",
        "TMU",
        "ОТГ",
        "TÁSZ",
        "TIF",
        "TYF",
        "TCCI",
        "TCHF",
        "OTC",
        "OTG",
        "TPT",
        "TSO",
    }
    everything = {
        spelling.text for organization in ORGANIZATIONS for spelling in organization.spellings()
    }
    assert not everything & {"UTC", "TDK", "Turks", "TKAE", "ТМТ"}


def test_every_language_with_weak_abbreviations_has_company_for_them() -> None:
    languages = {
        spelling.language
        for organization in ORGANIZATIONS
        for spelling in organization.spellings()
        if spelling.kind == "weak"
    }
    assert languages <= set(load_catalogue().company.company)


def test_the_name_of_turkiye_is_no_company_and_neither_is_what_is_turkish() -> None:
    turkiye = load_catalogue().places.country("TR")
    words = [
        fold(text)
        for table in (turkiye.names, turkiye.demonyms)
        for texts in table.values()
        for text in texts
    ]
    beginnings = [
        fold(text) for texts in load_catalogue().company.company.values() for text in texts
    ]
    assert [
        (word, beginning) for word in words for beginning in beginnings if beginning in word
    ] == []


@every_organization
def test_heads_follow_one_another(organization: Organization) -> None:
    for head in organization.heads:
        assert not (head.since and head.until) or head.since <= head.until
    for earlier, later in pairwise(
        head for head in organization.heads if head.role == organization.heads[0].role
    ):
        assert not (earlier.until and later.since) or earlier.until[:4] <= later.since[:4]


@pytest.mark.parametrize(
    ("organization", "name", "role"),
    [
        ("ots", "Kubanychbek Omuraliev", "Secretary General"),
        ("turksoy", "Sultan Raev", "Secretary General"),
        ("turkpa", "Ramil Hasan", "Secretary General"),
        ("turkic-academy", "Shahin Mustafayev", "President"),
        ("turkic-heritage", "Aktoty Raimkulova", "President"),
        ("turkic-fund", "Baghdad Amreyev", "President"),
    ],
)
def test_the_heads_of_today_are_known(organization: str, name: str, role: str) -> None:
    assert (name, role) in {
        (head.name, head.role) for head in BY_ID[organization].heads if head.until is None
    }


def test_a_language_without_a_name_is_given_the_nearest() -> None:
    assert BY_ID["turkpa"].name("kk-Latn") == BY_ID["turkpa"].name("kk")
    assert BY_ID["tcci"].short_name("kk-Latn") == BY_ID["tcci"].short_name("kk")
    assert BY_ID["turkunib"].short_name("ky") == BY_ID["turkunib"].short_name("ru") == "TURKUNIB"


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.toml")), ids=lambda path: path.name)
def test_every_catalogue_is_written_in_nfc(path: object) -> None:
    text = (HERE / str(path)).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@every_organization
def test_its_colour_can_be_read_on_light_and_on_dark_paper(organization: Organization) -> None:
    assert contrast(organization.colour, "#fbfaf8") >= 4.5
    assert contrast(organization.colour_on_dark, "#15181b") >= 4.5


def test_no_two_have_one_colour() -> None:
    assert len({organization.colour for organization in ORGANIZATIONS}) == len(ORGANIZATIONS)
    assert len({organization.colour_on_dark for organization in ORGANIZATIONS}) == len(
        ORGANIZATIONS
    )
