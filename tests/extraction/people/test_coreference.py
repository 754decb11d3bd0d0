"""A body told by its noun alone, where the text has named exactly one before."""

import pytest

from tests.extraction.people.reading import offices

CRAFTS = "The Fergana Craft Foundation opened a school."


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (f"{CRAFTS} The foundation's chairman Serik Abenov spoke.", "Fergana Craft Foundation"),
        (f"{CRAFTS} The chairman of the foundation, Serik Abenov, spoke.",
         "Fergana Craft Foundation"),
        (f"{CRAFTS} Foundation chairman Serik Abenov spoke.", "Fergana Craft Foundation"),
        (("The forum met at the Academy of Science and Culture. Rector of the academy Serik Abenov "
         "spoke."), "Academy of Science and Culture"),
        ("It was held at Osh State University. Rector of the host university Serik Abenov spoke.",
         "Osh State University"),
        ("The Turkic Investment Fund met. Fund President Serik Abenov spoke.",
         "Turkic Investment Fund"),
    ],
)  # fmt: skip
def test_a_lone_noun_stands_for_the_only_body_named_before(text: str, body: str) -> None:
    assert offices("en", text)["Serik Abenov"][1] == body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (("Osh State University and Kars Technical University met. The rector of the university, "
         "Serik Abenov, spoke."), "university"),
        (f"{CRAFTS} The rector of the university, Serik Abenov, spoke.", "university"),
        ("A foundation opened a school. The foundation's chairman Serik Abenov spoke.",
         "foundation"),
        (f"{CRAFTS} The chairman of the Osh Foundation, Serik Abenov, spoke.", "Osh Foundation"),
    ],
)  # fmt: skip
def test_of_two_or_none_a_lone_noun_tells_no_more_than_itself(text: str, body: str) -> None:
    assert offices("en", text)["Serik Abenov"][1] == body
