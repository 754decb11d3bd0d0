"""A body that a comma alone ties to the office before it: X, Director, | Book Museum, came.

In English alone, in the manner of lists and captions.
"""

from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_complements import HEADS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag

_BODIES = Tag.BODY | Tag.ORGANIZATION
_OWNERS = _BODIES | Tag.PLACE | Tag.DEMONYM
_CLOSING = frozenset(",.;)")


def holds(marked: TaggedArticle, first: int, comma: int, end: int) -> bool:
    """Whether a body or a country alone stands between a comma and the mark at `end`.

    Args:
        marked: The article.
        first: Where the word for the office ends.
        comma: The comma behind the office, which tells no body itself.
        end: Where the phrase behind the comma ends.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or grammar.small_nouns or end >= len(marked.tokens):
        return False
    inside = range(comma + 1, end)
    if not inside or marked.mark(comma) != "," or marked.mark(end) not in _CLOSING:
        return False
    if any(marked.tags[at] & _OWNERS for at in range(first, comma)):
        return False
    if any(marked.tags[at] & HEADS for at in inside):
        return False
    great = marked.tokens[comma + 1].word.letters in CAPITALISED
    return great and (any(marked.tags[at] & _BODIES for at in inside) or _land(marked, inside))


def parted(marked: TaggedArticle, first: int, last: int) -> int | None:
    """Return the comma from which a body stands in an office's phrase up to `last`, or None."""
    commas = (at for at in range(first, last) if marked.mark(at) == ",")
    return next((comma for comma in commas if holds(marked, first, comma, last)), None)


def _land(marked: TaggedArticle, inside: range) -> bool:
    """Whether a country's name is all that stands in a stretch."""
    match = marked.matches[inside.start]
    if match is None or match.first != inside.start or match.last != inside.stop:
        return False
    return any(entry.is_country for entry in match.entries)
