"""A language that is missing is stood in for by one that its readers know."""

import pytest
from babel import localedata

from config.languages import INTERFACE_LANGUAGES, LANGUAGES, choose, fallbacks, locale


@pytest.mark.parametrize("language", [*LANGUAGES, "de", ""])
def test_every_chain_begins_with_the_language_and_holds_english(language: str) -> None:
    chain = fallbacks(language)
    assert chain[0] == language
    assert "en" in chain


def test_the_other_script_of_a_language_comes_first() -> None:
    assert fallbacks("uz-Cyrl")[1] == "uz"
    assert fallbacks("kk-Latn")[1] == "kk"


def test_the_nearest_entry_is_chosen() -> None:
    assert choose({"ru": 1, "en": 2}, "kk") == 1
    assert choose({"kk": 0, "ru": 1, "en": 2}, "kk") == 0
    assert choose({"en": 2}, "kk") == 2
    assert choose({"hu": 3}, "kk") == 3
    with pytest.raises(LookupError):
        choose({}, "kk")


def test_babel_knows_every_language() -> None:
    assert set(INTERFACE_LANGUAGES) <= set(LANGUAGES)
    for language in LANGUAGES:
        assert locale(language).language == language.split("-")[0]


def test_of_a_language_is_kept_what_is_said_and_nothing_else() -> None:
    for language in ("en-GB", *LANGUAGES):
        known = localedata.load(str(locale(language)))
        assert {"months", "territories", "time_zones"} <= known.keys()
        assert not {"unit_patterns", "meta_zones", "currency_names"} & known.keys()
