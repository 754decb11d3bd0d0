"""An article tokenised and looked up: what every later step of reading asks of it."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from tests.defaults import READER


def tagged(title: str, text: str, language: str = "en") -> TaggedArticle:
    return READER.tag(ArticleText(title, text, language=language))


def at(article: TaggedArticle, word: str) -> int:
    return next(n for n, token in enumerate(article.tokens) if token.word.text == word)


def test_the_headline_is_the_first_sentence_and_the_body_begins_behind_it() -> None:
    article = tagged("A seminar in Baku", "It was long.")
    assert article.sentence_text(article.sentences[0]) == "A seminar in Baku"
    assert article.text[article.body_at :] == "It was long."


def test_without_a_headline_the_body_begins_at_once() -> None:
    article = tagged("", "It was long.")
    assert (article.text, article.body_at) == ("It was long.", 0)
    assert article.sentences[0].paragraph == 1


def test_blanks_of_a_headline_are_squeezed() -> None:
    assert tagged("A  seminar\n in\tBaku", "x").text.startswith("A seminar in Baku\n")


def test_every_word_of_a_phrase_has_the_tag_of_the_phrase() -> None:
    article = tagged("", "The Organization of Turkic States met.")
    words = ("Organization", "of", "Turkic", "States")
    assert {article.tags[at(article, word)] for word in words} == {Tag.ORGANIZATION}
    assert article.tags[at(article, "met")] != Tag.ORGANIZATION


def test_the_sentence_of_a_word_is_found() -> None:
    article = tagged("A seminar", "It was long. Everybody slept. Nobody spoke.")
    sentence = article.sentence_of(at(article, "slept"))
    assert article.sentence_text(sentence) == "Everybody slept."


def test_a_word_that_is_written_small_elsewhere_is_remembered() -> None:
    article = tagged("", "Peace was sought. They found peace in Paris.")
    assert "peace" in article.small
    assert "paris" not in article.small


def test_a_mark_is_a_mark_and_beyond_the_ends_there_is_none() -> None:
    article = tagged("", "Peace, at last")
    assert [article.mark(index) for index in (-1, 0, 1, len(article.tokens))] == ["", "", ",", ""]


def test_behind_the_last_word_nothing_is_cued() -> None:
    marked = tagged("", "Serik Aliyev")
    assert not marked.cued(len(marked.tokens), "absent_behind")


@pytest.mark.parametrize(("text", "year"), [("28 ноября 2022 года", True), ("в этом году", False)])
def test_the_year_of_a_date_is_no_other_year(text: str, year: bool) -> None:
    article = tagged("", f"Встреча прошла {text}.", "ru")
    last = at(article, text.rsplit(maxsplit=1)[-1])
    assert article.year(last) is year
