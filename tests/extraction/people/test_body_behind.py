"""A body that a comma alone ties to an office behind a name."""

import pytest

from tests.extraction.people.reading import offices


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ali Kaya, Director, Book Museum, spoke.", ("Director", "Book Museum")),
        ("Ali Kaya, Minister of Culture, Hungary, spoke.", ("Minister of Culture", "Hungary")),
        ("The guests were Ali Kaya, Director, Book Museum, Olga Stern, Rector, Oguz University.",
         ("Director", "Book Museum")),
        ("State Secretary for Information, Ministry of Trade of Hungary, H.E. Ali Kaya spoke.",
         ("State Secretary for Information", "Ministry of Trade of Hungary")),
    ],
)  # fmt: skip
def test_a_body_or_a_country_alone_behind_a_comma_is_the_offices(
    text: str, office: tuple[str, str]
) -> None:
    assert offices("en", text)["Ali Kaya"] == office


@pytest.mark.parametrize(
    "text",
    [
        "Ali Kaya, Director, Istanbul, spoke.",
        "Ali Kaya, Director, TURKSOY Secretary General Olga Stern and others came.",
        "Ali Kaya, Director, and Book Museum staff came.",
    ],
)
def test_a_town_or_another_office_behind_a_comma_is_not(text: str) -> None:
    assert offices("en", text)["Ali Kaya"] == ("Director", None)
