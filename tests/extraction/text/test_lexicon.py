"""What a language knows of the catalogue."""

import pytest

from tests.defaults import CATALOGUE, READER


@pytest.mark.parametrize("language", ["en", "ru", "uz"])
def test_every_town_of_the_catalogue_has_a_name_in_each_language(language: str) -> None:
    lexicon = READER.lexicon(language)
    towns = [f"city:{city}" for city in CATALOGUE.places.cities]
    assert all(lexicon.place_name(town) for town in towns)
