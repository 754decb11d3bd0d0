"""An office that is held at another's, whose body stands before it: adviser to the | X president.

In English alone, where a body may stand before its office as well as behind it.
"""

from bot.extraction.people.office_beginnings import left
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_BEHIND_NAMES = frozenset(",(–—")  # part an office from the name before it


def aide(marked: TaggedArticle, floor: int, chief: Match) -> Match | None:
    """Return the office that is held at that of `chief`, the body of which it stands before.

    Only an article and a capital tell: in "adviser to X President Y" and "an adviser to the X
    President Y" the name is rather the president's, as it is where a comma shows that the adviser
    was named before.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or grammar.small_nouns:
        return None
    first = left(marked, floor, chief.first)
    at = first - 2
    if (
        first == chief.first
        or at <= floor
        or marked.folds[first - 1] not in marked.lexicon.articles
    ):
        return None
    match = marked.matches[at - 1]
    if match is None or not marked.tags[at] & Tag.PREPOSITION or not match.tag & Tag.ROLE:
        return None
    begin = left(marked, floor, match.first)
    great = marked.tokens[begin].word.letters == Letters.CAPITAL
    if marked.mark(begin - 1) in _BEHIND_NAMES or not great:
        return None
    return match if any(entry.shown in marked.lexicon.aides for entry in match.entries) else None


def chief(marked: TaggedArticle, first: int, last: int, head: Match) -> tuple[int, Match] | None:
    """Return where the office begins that `head` is held at, its body included, and its word.

    None where the phrase from `first` up to `last` tells no other with its body before it.
    """
    match = marked.matches[last - 1]
    if match is None or match.first <= head.last or not match.tag & Tag.ROLE:
        return None
    if aide(marked, first - 1, match) != head:
        return None
    return left(marked, head.last, match.first), match
