"""What a capitalised word shows of itself."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people.name_words import hyphened, initial, name_part
from bot.extraction.text.tagger import TaggedArticle
from tests.defaults import READER


def tagged(text: str) -> TaggedArticle:
    return READER.tag(ArticleText("", text, language="en"))


@pytest.mark.parametrize(
    ("word", "could"),
    [("McDonald", True), ("Stern", True), ("TechSport", False), ("Monday", False)],
)
def test_neither_a_brand_nor_a_weekday_is_part_of_a_name(word: str, could: bool) -> None:
    assert name_part(tagged(f"{word} spoke."), 0) is could


def test_an_initial_touches_its_full_stop() -> None:
    assert initial(tagged("A. Stern spoke."), 0)
    assert not initial(tagged("A Stern spoke."), 0)


def test_a_capitalised_word_hangs_on_a_name_by_a_tight_hyphen() -> None:
    assert hyphened(tagged("Fahad Al-Mari spoke."), 3)
    assert not hyphened(tagged("Fahad Al - Mari spoke."), 3)
