"""Where an office that stands before a name begins."""

from tests.extraction.people.reading import offices


def test_praise_is_no_part_of_an_office() -> None:
    assert offices("en", "The renowned composer Olga Stern spoke.")["Olga Stern"][0] == "composer"
