"""Words that only tell of a body that it is young: president of the | newly founded | Fund.

They part no office from its body, and are no part of its name.
"""

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_MOST = 3  # such words before one body
_BODIES = Tag.BODY | Tag.ORGANIZATION | Tag.PLACE | Tag.DESCRIPTOR


def is_young(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether the word at `index` only tells of the body behind it, before `limit`, so."""
    at, made = index, marked.lexicon.lately_made
    while at < min(limit, index + _MOST) and marked.folds[at] in made:
        at += 1
    return index < at < limit and bool(marked.tags[at] & _BODIES)


def past_youth(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where a body begins behind small words from `first` on that only tell so."""
    at = first
    while at < last and marked.tokens[at].word.letters == Letters.LOWER:
        if marked.folds[at] not in marked.lexicon.lately_made:
            return first
        at += 1
    return at if at < last else first


def before_youth(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where such words begin that end at `last`, from `first` on; `last` for none."""
    while last > first and marked.folds[last - 1] in marked.lexicon.lately_made:
        last -= 1
    return last
