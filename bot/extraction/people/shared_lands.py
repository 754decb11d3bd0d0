"""The country or body of each of those who share an office that is told once, before the first.

The ministers of X, A, and of Y, B; ministers A of X and B of Y.
"""

from bot.extraction.people import dictionary_forms
from bot.extraction.people.name_candidates import Run
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters


def land_between(marked: TaggedArticle, left: Run, right: Run) -> str | None:
    """Return the country before the second of two who share an office: of X, A, and of Y, | B."""
    between = filter(None, marked.matches[left.last : right.first])
    lands = [
        entry.shown
        for match in between
        for entry in match.entries
        if entry.is_country and entry.tag == Tag.PLACE
    ]
    behind = right.last < len(marked.tokens) - 1 and marked.tags[right.last + 1]
    told = behind and marked.folds[right.last] in marked.lexicon.origin_words
    if told and behind & Tag.PLACE:
        return None  # of the ministers A of X, | B of Y
    if left.last < right.first and marked.folds[left.last] in marked.lexicon.origin_words:
        return None  # painters A from X | and B
    closed = marked.mark(left.last) == "("
    return lands[-1] if lands and not closed and marked.lexicon.grammar.head == "initial" else None


def body_between(marked: TaggedArticle, left: Run, right: Run) -> str | None:
    """Return the body before the second of two who share an office.

    The rectors of X, A, and of Y, | B.
    """
    lexicon, at = marked.lexicon, left.last
    if lexicon.grammar.head != "initial" or lexicon.grammar.small_nouns:
        return None
    while at < right.first and (marked.mark(at) == "," or marked.tags[at] & Tag.CONJUNCTION):
        at += 1
    last = right.first - 1
    led = left.last < at < last and marked.folds[at] in lexicon.origin_words
    if not led or marked.mark(last) != ",":
        return None
    inside = range(at + 1, last)
    plain = all(marked.tokens[i].word.letters != Letters.MARK for i in inside)
    known = any(marked.tags[i] & (Tag.BODY | Tag.ORGANIZATION) for i in inside)
    return dictionary_forms.text(marked, at + 1, last) if plain and known else None
