"""People name their time zone by its city, its country or its offset, in their own language."""

from datetime import datetime

import pytest

from bot.language.timezone_lookup import ZoneNames
from config.catalogue_loader import load_catalogue


@pytest.fixture(scope="module")
def zones() -> ZoneNames:
    return ZoneNames(load_catalogue().places)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Asia/Bishkek", "Asia/Bishkek"),
        ("asia/bishkek", "Asia/Bishkek"),
        ("America/New_York", "America/New_York"),
        ("new york", "America/New_York"),
        ("Bishkek", "Asia/Bishkek"),
        ("Бишкек", "Asia/Bishkek"),
        ("Бішкек", "Asia/Bishkek"),
        ("Bişkek", "Asia/Bishkek"),
        ("Bakı", "Asia/Baku"),
        ("Стамбул", "Europe/Istanbul"),
        ("astana", "Asia/Almaty"),
        ("Астана", "Asia/Almaty"),
        ("Azerbaijan", "Asia/Baku"),
        ("UTC", "UTC"),
        ("UTC+6", "Etc/GMT-6"),
        ("+06:00", "Etc/GMT-6"),
        ("gmt -3", "Etc/GMT+3"),
        ("+0", "UTC"),
    ],
)
def test_any_name_of_a_zone_is_understood(
    zones: ZoneNames, typed: str, zone: str, now: datetime
) -> None:
    assert zones.find(typed, now) == zone


@pytest.mark.parametrize(
    "typed", ["", "nowhere", "UTC+15", "+5:30", "Russia", "../../etc/passwd", "\x00"]
)
def test_what_is_no_zone_or_several_is_not_guessed(
    zones: ZoneNames, typed: str, now: datetime
) -> None:
    assert zones.find(typed, now) is None


def test_a_slip_gets_the_nearest(zones: ZoneNames) -> None:
    assert zones.suggest("Bishkec")[0] == "Asia/Bishkek"
    assert zones.suggest("qqqqqq") == []


def test_a_zone_is_shown_by_its_city_in_the_readers_language(zones: ZoneNames) -> None:
    assert [zones.label("Asia/Almaty", language) for language in ("en", "tr", "ky", "uz")] == [
        "Almaty",
        "Almatı",
        "Алматы",
        "Olmaota",
    ]
    assert zones.label("America/Argentina/Buenos_Aires", "en") == "Buenos Aires"
    assert zones.label("UTC", "kk") == "UTC"


def test_fixed_zones_are_shown_with_the_sign_that_people_use(zones: ZoneNames) -> None:
    assert zones.label("Etc/GMT-6", "ru") == "UTC+6"
    assert zones.label("Etc/GMT+3", "en") == "UTC-3"


@pytest.mark.parametrize(
    ("where", "zone"),
    [
        ((42.87, 74.57), "Asia/Bishkek"),
        ((41.01, 28.97), "Europe/Istanbul"),
        ((40.41, 49.87), "Asia/Baku"),
        ((46.20, 6.14), "Europe/Zurich"),
        ((-34.6, -58.4), "America/Argentina/Buenos_Aires"),
    ],
)
def test_the_nearest_zone_of_a_capital_is_its_own(where: tuple[float, float], zone: str) -> None:
    assert ZoneNames(load_catalogue().places).near(*where)[0] == zone


def test_between_two_capitals_both_are_offered() -> None:
    near = ZoneNames(load_catalogue().places).near(40.53, 72.80)  # Osh
    assert {"Asia/Bishkek", "Asia/Tashkent"} <= set(near)
