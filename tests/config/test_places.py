"""Places are found under all their spellings, and each spelling is of the script of its
language."""

import re

import pytest

from config.catalogue_loader import load_catalogue
from config.languages import INTERFACE_LANGUAGES, LANGUAGES
from config.text import fold, nfc

PLACES = load_catalogue().places
LATIN = {"en", "tr", "az", "kk-Latn", "uz", "tk", "hu"}


def test_there_are_enough_of_them() -> None:
    assert len(PLACES.cities) >= 330
    assert len(PLACES.regions) >= 50
    assert len(PLACES.countries) >= 240


def test_every_city_and_region_lies_in_a_known_country() -> None:
    assert {place.country for place in (*PLACES.cities.values(), *PLACES.regions.values())} <= set(
        PLACES.countries
    )


def test_every_city_and_region_has_a_name_in_ten_languages() -> None:
    wanted = set(LANGUAGES) - {"kk-Latn"}
    for place in (*PLACES.cities.values(), *PLACES.regions.values()):
        assert set(place.names) == wanted, place.id


def test_a_building_is_known_in_every_language_of_the_bot() -> None:
    for text in ("The United Nations Office", "BM Cenevre Ofisi", "Отделение ООН в Женеве"):
        venue = PLACES.find_venue(text)
        assert venue is not None
        assert set(venue.names) == set(INTERFACE_LANGUAGES)
    assert PLACES.find_venue("Office") is None


@pytest.mark.parametrize(
    "code", ["AZ", "KZ", "KG", "UZ", "TM", "TR", "HU", "TRNC", "RU", "CN", "US"]
)
def test_every_country_of_the_field_has_names_and_adjectives_in_ten_languages(code: str) -> None:
    country = PLACES.country(code)
    assert set(country.names) == set(country.demonyms) == set(LANGUAGES) - {"kk-Latn"}


def test_every_spelling_is_of_the_script_of_its_language() -> None:
    mixed = [
        (spelling.text, spelling.language)
        for spelling in (*PLACES.spellings(), *PLACES.demonyms())
        if re.search(
            r"[\u0400-\u04ff]" if spelling.language in LATIN else r"[A-Za-z]", spelling.text
        )
    ]
    assert mixed == []


def test_every_spelling_is_nfc_and_stands_once_with_its_place() -> None:
    for place in (*PLACES.cities.values(), *PLACES.regions.values(), *PLACES.countries.values()):
        for texts in place.names.values():
            assert all(text == nfc(text) for text in texts)
            assert len(set(texts)) == len(texts)


def test_uzbek_letters_have_their_own_mark() -> None:
    marks = {
        spelling.text
        for spelling in PLACES.spellings()
        if spelling.language == "uz" and re.search("[oOgG]['‘’ʼ`]", spelling.text)
    }
    assert marks == set()


def test_a_spelling_is_of_one_city_only() -> None:
    owners: dict[str, set[str]] = {}
    for city in PLACES.cities.values():
        for texts in city.names.values():
            for text in texts:
                owners.setdefault(fold(text), set()).add(city.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


def test_a_city_is_named_like_a_country_only_where_it_is_one() -> None:
    for language in ("en", "tr", "ru", "kk", "ky", "az", "uz"):
        countries = {
            fold(text)
            for country in PLACES.countries.values()
            for text in country.names.get(language, ())
        }
        same = {
            city.id
            for city in PLACES.cities.values()
            if any(fold(text) in countries for text in city.names[language])
        }
        assert same <= {"singapore-city", "hong-kong", "monaco-city", "vatican-city"}, language


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Qəbələ", "gabala"),
        ("Gebele", "gabala"),
        ("ГАБАЛА", "gabala"),
        ("Түркістан", "turkistan"),
        ("Türkistan", "turkistan"),
        ("Туркестан", "turkistan"),
        ("Şuşa", "shusha"),
        ("Cenevre", "geneva"),
        ("Женева", "geneva"),
        ("Genf", "geneva"),
        ("Ženewa", "geneva"),
        ("İSTANBUL", "istanbul"),
        ("Стамбул", "istanbul"),
        ("Qo'qon", "kokand"),
        ("Қўқон", "kokand"),
        ("Чолпон-Ата", "cholpon-ata"),
        ("Aşgabat", "ashgabat"),
        ("Änew", "anau"),
        ("Өскемен", "oskemen"),
        ("Nur-Sultan", "astana"),
        ("Szamarkand", "samarkand"),
        ("Semerkant", "samarkand"),
        ("Хива", "khiva"),
        ("Нью-Йорк", "new-york"),
        ("Lefkoşa", "lefkosa"),
    ],
)
def test_a_city_is_found_however_it_is_written(text: str, city: str) -> None:
    found = PLACES.find_city(text)
    assert found is not None
    assert found.id == city


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kyrgyz Republic", "KG"),
        ("Киргизия", "KG"),
        ("Qirg'iziston", "KG"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("ТРСК", "TRNC"),
        ("KKTC", "TRNC"),
        ("Magyarország", "HU"),
        ("Republic of Kazakhstan", "KZ"),
        ("kz", "KZ"),
        ("Өзбекстан", "UZ"),
        ("Svájc", "CH"),
    ],
)
def test_a_country_is_found_however_it_is_written(text: str, code: str) -> None:
    found = PLACES.find_country(text)
    assert found is not None
    assert found.code == code


def test_what_is_no_place_is_not_found() -> None:
    assert PLACES.find_city("Atlantis") is None
    assert PLACES.find_country("Atlantis") is None
    with pytest.raises(KeyError):
        PLACES.city("atlantis")


@pytest.mark.parametrize(
    ("language", "city", "country"),
    [
        ("en", "Geneva", "Kyrgyzstan"),
        ("tr", "Cenevre", "Kırgızistan"),
        ("ru", "Женева", "Кыргызстан"),
        ("az", "Cenevrə", "Qırğızıstan"),
        ("kk", "Женева", "Қырғызстан"),
        ("uz", "Jeneva", "Qirgʻiziston"),
        ("tk", "Ženewa", "Gyrgyzystan"),
        ("hu", "Genf", "Kirgizisztán"),
    ],
)
def test_a_place_is_shown_in_the_readers_language(language: str, city: str, country: str) -> None:
    assert PLACES.city("geneva").name(language) == city
    assert PLACES.country("KG").name(language) == country


def test_no_territory_that_is_no_country_slips_in() -> None:
    assert not {"EU", "UN", "EZ", "ZZ"} & set(PLACES.countries)


def test_adjectives_lead_to_their_country() -> None:
    found = {
        spelling.text: spelling.place
        for spelling in PLACES.demonyms()
        if spelling.language in {"en", "ru", "tr"}
    }
    assert found["Kazakhstani"] is PLACES.country("KZ")
    assert found["казахстанский"] is PLACES.country("KZ")
    assert found["Kazak"] is PLACES.country("KZ")
    assert found["Azerbaijani"] is PLACES.country("AZ")
