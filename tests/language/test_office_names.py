"""An office is known in every language of the bot, and only as a whole."""

import pytest

from bot.language.office_names import office_in
from config.languages import INTERFACE_LANGUAGES


@pytest.mark.parametrize(
    "said",
    [
        "Secretary-General",
        "Genel Sekreteri",
        "baş katib",
        "бас хатшысы",
        "Башкы катчы",
        "бош котиб",
        "генсек",
    ],
)
def test_an_office_is_the_same_in_every_language(said: str) -> None:
    assert [office_in(said, language) for language in INTERFACE_LANGUAGES] == [
        *(
            "Secretary General",
            "Genel Sekreter",
            "baş katib",
            "бас хатшы",
            "башкы катчы",
            "bosh kotib",
            "генеральный секретарь",
        ),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "of the",
        "Secretary of Labour",
        "adviser to the Secretary General",
        "former President",
        "министр культуры и спорта",
    ],
)
def test_what_is_not_a_whole_known_office_is_not_guessed(said: str) -> None:
    assert office_in(said, "en") is None


def test_the_head_of_a_state_is_told_from_the_head_of_a_body() -> None:
    assert office_in("президент", "tr", of_state=True) == "Cumhurbaşkanı"
    assert office_in("президент", "tr") == "Başkan"
    assert office_in("министр", "tr", of_state=True) == "Bakan"
