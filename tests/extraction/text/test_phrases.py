"""What words and phrases of a language are to the reader, in whatever form a text has them."""

import pytest

from bot.extraction.text.phrases import Phrases
from bot.extraction.text.tags import Entry, Tag
from bot.extraction.text.tokenizer import Vocabulary, tokenize
from config.catalogue_loader import load_catalogue

GRAMMARS = load_catalogue().grammars


def found(language: str, phrases: dict[str, Entry], text: str) -> list[tuple[str, str]]:
    """What of `phrases` stands in `text`: as it is written there, and the key of its entry."""
    grammar = GRAMMARS[language]
    vocabulary = Vocabulary(grammar)
    tree = Phrases(vocabulary, agglutinates=grammar.head == "final")
    for phrase, entry in phrases.items():
        tree.add(phrase, entry)
    tokens = tokenize(text, vocabulary)
    return [
        (text[tokens[match.first].start : tokens[match.last - 1].end], match.entries[0].key)
        for match in tree.find(tokens, 0, len(tokens))
    ]


def place(key: str) -> Entry:
    return Entry(Tag.PLACE, key, key)


def test_the_longest_phrase_counts_and_none_overlaps_it() -> None:
    phrases = {"New York": place("city"), "New York University": place("house")}
    assert found("en", phrases, "In New York University of New York") == [
        ("New York University", "house"),
        ("New York", "city"),
    ]


def test_a_phrase_that_stops_halfway_is_none() -> None:
    assert found("en", {"New York": place("city")}, "A new year began.") == []


@pytest.mark.parametrize(
    ("language", "name", "written"),
    [
        ("tr", "Bişkek", "Bişkek'te"),
        ("kk", "Бішкек", "Бішкекте"),
        ("uz", "Bishkek", "Bishkekda"),
    ],
)
def test_a_place_is_known_behind_the_ending_of_its_case(
    language: str, name: str, written: str
) -> None:
    assert [key for _, key in found(language, {name: place("bishkek")}, written)] == ["bishkek"]


def test_a_brand_is_known_in_capitals_alone() -> None:
    brand = {"TURN": Entry(Tag.ORGANIZATION, "turn", "TURN", exact=True)}
    assert found("en", brand, "TURN met in turn") == [("TURN", "turn")]


def test_a_name_that_needs_a_capital_is_no_small_word() -> None:
    reading = {"Reading": Entry(Tag.PLACE, "town", "Reading", capital=True)}
    assert found("en", reading, "We were reading in Reading") == [("Reading", "town")]
