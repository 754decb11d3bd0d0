"""Which sentences of an article are quotations: set in their marks, or speech behind a dash."""

import re
from typing import TYPE_CHECKING

from bot.extraction.text.furniture import Line
from bot.extraction.text.tokenizer import Letters, Sentence

if TYPE_CHECKING:
    from bot.extraction.text.tagger import TaggedArticle

_QUOTED = 0.5  # share of a sentence's words in quotation marks that makes it speech
_QUOTES = {"“": 1, "«": 1, "„": 1, "”": -1, "»": -1}
_OPENERS = frozenset('“«„"')
_QUOTE = re.compile('[“”«»„"]')
_DASHES = frozenset("-–—")


def quoted(article: "TaggedArticle", rows: list[Line]) -> list[bool]:
    """For each sentence, whether it is a quotation: opened by its marks or by a dialogue's dash.

    A quotation may run on through a paragraph. A title in quotation marks is none, however long,
    nor is what a message reports: "…", deyilgan xabarda.
    """
    found: list[bool] = []
    for line in rows:
        depth, spoken = 0, _dialogue(article, line)
        marked = _QUOTE.search(article.slice(line.first, line.last)) is not None
        marked = marked and not of_message(article, line.first, line.last)
        for sentence in line.sentences:
            if not marked:
                found.append(spoken)
                continue
            opened = depth > 0 or article.mark(sentence.first) in _OPENERS
            depth, inside, words = _count_quoted(article, sentence, depth)
            found.append(spoken or (opened and inside > words * _QUOTED))
    return found


def of_message(article: "TaggedArticle", first: int, last: int) -> bool:
    """Whether words behind the last quotation mark of a paragraph say that a message told it."""
    for index in range(last - 1, first, -1):
        if _QUOTE.match(article.mark(index)):
            return False
        if "messages" in article.cues.get(index, ()):
            return True
    return False


def _count_quoted(article: "TaggedArticle", sentence: Sentence, depth: int) -> tuple[int, int, int]:
    """Return how deep in quotations a sentence ends, its words in them, and all its words."""
    inside = words = 0
    for token in article.tokens[sentence.first : sentence.last]:
        if token.word.letters != Letters.MARK:
            words += 1
            inside += depth > 0
        elif token.word.text == '"':
            depth = 0 if depth else 1
        else:
            depth = max(0, depth + _QUOTES.get(token.word.text, 0))
    return depth, inside, words


def _dialogue(article: "TaggedArticle", line: Line) -> bool:
    """Whether a line is speech set with dashes: — This is ours, — says the rector."""
    return article.mark(line.first) in _DASHES and any(
        article.mark(i) in _DASHES and article.mark(i - 1) in {",", "!", "?"}
        for i in range(line.first + 2, line.last)
    )
