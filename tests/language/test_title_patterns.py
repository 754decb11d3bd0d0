"""Titles that are composed: ordinals, patterns whose slots are known, and nothing inflected."""

import pytest

from bot.language.title_patterns import composed, nth, titles
from config.languages import INTERFACE_LANGUAGES


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 1, "1st"),
        ("en", 11, "11th"),
        ("en", 22, "22nd"),
        ("en", 113, "113th"),
        ("az", 5, "5-ci"),
        ("az", 13, "13-cü"),
        ("az", 16, "16-cı"),
        ("az", 19, "19-cu"),
        ("az", 40, "40-cı"),
        ("az", 41, "41-ci"),
        ("az", 100, "100-cü"),
        ("az", 110, "110-cu"),
        ("kk", 5, "5"),
    ],
)
def test_an_ordinal_ends_as_its_last_word_is_spoken(
    language: str, number: int, written: str
) -> None:
    assert nth(language, number) == written


def test_the_first_pattern_whose_slots_are_known_is_taken() -> None:
    slots = {"org": "OTS", "place": "Bishkek"}
    assert composed("en", ["summit_nth", "summit"], slots) == "OTS summit · Bishkek"
    assert composed("en", ["talks"], slots) is None


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_slot_stands_in_a_title_as_it_was_given(language: str) -> None:
    slots = {
        name: f"¤{name}¤"
        for name in ("org", "org_of", "ministers", "body", "one", "two", "n", "nth", "place")
    }
    for name in titles().of(language).patterns:
        text = composed(language, [name], slots)
        assert text is not None
        assert text.endswith(" · ¤place¤")
        assert text.count("¤") % 2 == 0


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_language_has_all_fields_bodies_and_kinds(language: str) -> None:
    here, english = titles().of(language), titles().en
    assert here.ministers.keys() == english.ministers.keys()
    assert here.bodies.keys() == english.bodies.keys()
    assert here.kinds.keys() == english.kinds.keys()
