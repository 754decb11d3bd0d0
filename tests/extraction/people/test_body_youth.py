"""A body goes with its office whatever words tell that it is young, and without them."""

import pytest

from bot.extraction.facts import Act, ArticleText
from tests.defaults import READER
from tests.extraction.event.test_outcomes import NOW
from tests.extraction.people.reading import told


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        (
            "en",
            "Omar Bekov, President of the recently established Turkic Investment Fund, spoke.",
            ("President", "Turkic Investment Fund"),
        ),
        (
            "en",
            "Omar Bekov, director of the new Turkic Academy, spoke.",
            ("director", "Turkic Academy"),
        ),
        (
            "ru",
            "Омар Беков, президент недавно созданного Тюркского инвестиционного фонда, выступил.",
            ("президент", "Тюркский инвестиционный фонд"),
        ),
    ],
)
def test_words_that_tell_of_a_body_that_it_is_young_are_left_out(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text) == [office]


@pytest.mark.parametrize(
    ("sentence", "is_founded"),
    [
        ("The newly founded Turkic Steppe Fund was praised at the summit.", False),
        ("The leaders founded the Turkic Steppe Fund at the summit.", True),
    ],
)
def test_a_body_that_is_young_was_not_founded_there(sentence: str, is_founded: bool) -> None:
    text = f"The TURKSOY summit was held in Khiva on 9 May 2025. {sentence}"
    reading = READER.read(ArticleText("TURKSOY summit in Khiva", text, language="en"), NOW)
    assert (Act.FOUNDED in {outcome.act for outcome in reading.outcomes}) == is_founded
