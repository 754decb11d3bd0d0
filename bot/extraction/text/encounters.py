"""Sentences in which somebody receives or meets somebody, and nobody gathers."""

from typing import TYPE_CHECKING

from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

if TYPE_CHECKING:
    from bot.extraction.text.tagger import TaggedArticle

_PARTNER = 8  # tokens between the verb and the office of the one who is met


def meets(article: "TaggedArticle", sentence: Sentence) -> bool:
    """Whether the sentence says that one meets another, whose office stands beside the verb."""
    return any(
        "encounters" in article.cues.get(index, ()) and _with_somebody(article, sentence, index)
        for index in range(sentence.first, sentence.last)
    )


def _with_somebody(article: "TaggedArticle", sentence: Sentence, verb: int) -> bool:
    first, last = _whole(article, sentence, verb)
    if article.lexicon.grammar.head == "initial":
        return _is_office_ahead(article, range(last, min(sentence.last, last + _PARTNER)))
    ends = (
        last >= sentence.last
        or article.mark(last)
        or article.folds[last] in article.lexicon.sayings
    )
    before = range(first - 1, max(sentence.first, first - _PARTNER) - 1, -1)
    return bool(ends) and _is_office_ahead(article, before)


def _whole(article: "TaggedArticle", sentence: Sentence, verb: int) -> tuple[int, int]:
    first, last = verb, verb + 1
    while first > sentence.first and "encounters" in article.cues.get(first - 1, ()):
        first -= 1
    while last < sentence.last and "encounters" in article.cues.get(last, ()):
        last += 1
    return first, last


def _is_office_ahead(article: "TaggedArticle", indices: range) -> bool:
    """Whether the first thing that is met on the way is an office, and neither a deed nor a day.

    Принял министра, but not принял участие, nor чечим кабыл алды.
    """
    for index in indices:
        tag = article.tags[index]
        if tag & Tag.ROLE:
            return True
        small = article.tokens[index].word.letters == Letters.LOWER
        if tag & Tag.KIND or (small and not tag and not article.mark(index)):
            return False
    return False
