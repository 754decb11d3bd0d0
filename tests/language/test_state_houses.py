"""Houses of states are known by their names in every language, and their parts are not them."""

import pytest

from bot.language.state_houses import StateHouse, state_house
from config.languages import INTERFACE_LANGUAGES


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ("Халк Маслахаты Милли Генгеша Туркменистана", StateHouse("Halk Maslahaty", "TM")),
        ("Türkmənistan Parlamenti Xalq Məsləhəti", StateHouse("Halk Maslahaty", "TM")),
        ("Oʻzbekiston Respublikasi Oliy Majlisi", StateHouse("Oliy Majlis", "UZ")),
        ("Сената Олий Мажлиса", StateHouse("Senate of the Oliy Majlis", "UZ")),
    ],
)
def test_a_house_is_known_by_any_of_its_names(named: str, shown: StateHouse) -> None:
    assert state_house(named, "en") == shown


@pytest.mark.parametrize("named", ["", "Oliy Majlis Press Service", "Majlis", "Olij Mazhlis"])
def test_what_only_holds_such_a_name_is_no_house(named: str) -> None:
    for language in INTERFACE_LANGUAGES:
        assert state_house(named, language) is None
