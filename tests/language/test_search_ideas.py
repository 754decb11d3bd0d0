"""A topic is asked for by one word and found by the words of every language."""

import pytest

from bot.language.concepts import folded_words
from bot.language.romanize import roman
from bot.language.search_ideas import SearchIdeas
from config.text import fold


@pytest.fixture(scope="module")
def ideas() -> SearchIdeas:
    return SearchIdeas()


@pytest.mark.parametrize("asked", ["хлопок", "pamuk", "pambıqçılıq", "мақтаны", "cotton"])
def test_every_language_asks_for_the_same(ideas: SearchIdeas, asked: str) -> None:
    written = ideas.of(folded_words(asked))
    assert {("cotton*",), ("paxta*",), ("хлоп*",)} <= written


def test_a_narrow_thing_does_not_bring_its_whole_topic(ideas: SearchIdeas) -> None:
    assert ("seramik*",) not in ideas.of(["carpet"])
    assert ("hospital*",) not in ideas.of(["doctor"])
    assert ("hospital*",) in ideas.of(["health"])


def test_several_words_are_one_idea(ideas: SearchIdeas) -> None:
    assert ("orta*", "dehliz*") in ideas.of(["middle", "corridor"])


def test_a_short_word_is_looked_for_whole_and_in_its_own_script(ideas: SearchIdeas) -> None:
    written = ideas.of(["song"])
    assert ("ән",) in written
    assert ("an",) not in written


@pytest.mark.parametrize(
    ("asked", "written", "bare"),
    [("choir", "xorlar*", "xor*"), ("song", "әндер*", "ән*"), ("greenhouse", "seracı*", "sera*")],
)
def test_a_whole_word_is_found_in_the_plural_and_as_a_trade_too(
    ideas: SearchIdeas, asked: str, written: str, bare: str
) -> None:
    assert (fold(written),) in ideas.of([asked])
    assert (fold(bare),) not in ideas.of([asked])


def test_a_short_word_marked_as_whole_has_no_plural(ideas: SearchIdeas) -> None:
    assert ("бал",) in ideas.of(["honey"])
    assert ("балдар*",) not in ideas.of(["honey"])
    assert ("ballar*",) in ideas.of(["honey"])
    assert ("baller*",) not in ideas.of(["honey"])
    assert ("selcu*",) not in ideas.of(["flood"])


def test_a_word_that_ends_with_a_full_stop_in_the_list_is_whole(ideas: SearchIdeas) -> None:
    assert not ideas.of(["example"])
    assert ideas.of(["exam"])


def test_a_vowel_that_russian_drops_before_endings_is_known(ideas: SearchIdeas) -> None:
    written = ideas.of(["flood"])
    assert {("паводк*",), ("паводок",)} <= written
    assert ideas.of(["паводок"]) >= {("flood*",)}


def test_a_word_is_no_short_one_that_is_left_when_its_endings_are_cut(ideas: SearchIdeas) -> None:
    assert ("pomegranate*",) not in ideas.of(["наркотики"])
    assert ("pomegranate*",) in ideas.of(["narlar"])


def test_a_slip_stands_for_the_idea(ideas: SearchIdeas) -> None:
    assert ("cotton*",) in ideas.nearly("cottn")
    assert not ideas.nearly("qwertyuiop")


@pytest.mark.parametrize(
    ("asked", "found", "other"),
    [
        ("hepatitis", "сарысу гепатиті", ""),
        ("dinozavr", "окаменелости динозавра", ""),
        ("бездомные", "evsizlere yemek", ""),
        ("санжыра", "soyağacı", ""),
        ("fireworks", "отшашу", ""),
        ("можжевельник", "archazorlar", "archaeology"),
        ("flour", "мука", "мукам"),
        ("reptiles", "ilanlar", "ilan"),
        ("восстание", "üsyanlar", "восстановление"),
        ("консервы", "konservlər", "консерватория"),
        ("goose", "гуси", "göz"),
        ("matem", "day of mourning", "matematik"),
        ("oak forest", "шынарлар", "elm"),
        ("singer", "әншілер", "аңшылар"),
        ("swimming", "жүзуден", "жүзүм"),
        ("belt wrestling", "алыш", "Alisher"),
    ],
)
def test_a_thing_is_found_in_another_language_and_nothing_that_looks_like_it(
    ideas: SearchIdeas, asked: str, found: str, other: str
) -> None:
    written = ideas.of(folded_words(asked))
    assert any(_stands(words, found) for words in written)
    assert not any(_stands(words, other) for words in written)


def _stands(words: tuple[str, ...], text: str) -> bool:
    """Whether each of the words begins, or is, one of a text, in either script."""
    held = [spelled for word in folded_words(text) for spelled in (word, roman(word))]
    return all(
        any(one.startswith(word[:-1]) if word.endswith("*") else one == word for one in held)
        for word in words
    )


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("дынь", "kavun*"),
        ("овец", "koyun*"),
        ("лошадей", "аттар*"),
        ("песен", "şarkı*"),
        ("сумок", "çanta*"),
    ],
)
def test_a_russian_word_is_known_in_the_plural_without_an_ending(
    ideas: SearchIdeas, asked: str, written: str
) -> None:
    assert (fold(written),) in ideas.of(folded_words(asked))
