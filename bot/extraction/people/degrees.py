"""Degrees cut short before a name: д.и.н., т.ғ.д., f.f.d."""

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters

_LONGEST = 6  # letters of a part: филос.и.д.
_LEAST, _MOST = 3, 5  # parts of one: what is told (т.е.) has fewer


def begin(marked: TaggedArticle, floor: int, at: int) -> int:
    """Return the index of the first letters of the degree that ends at `at`, or `at` itself."""
    index = at - 2 if marked.mark(at - 1) == "." else at - 1
    parts, first = 0, at
    while index >= floor and parts <= _MOST and _part(marked, index):
        parts, first = parts + 1, index
        if not (marked.tokens[index].glued and marked.mark(index - 1) == "."):
            break
        index -= 2
    return first if _LEAST <= parts <= _MOST else at


def _part(marked: TaggedArticle, index: int) -> bool:
    """Whether a few small letters stand at `index` that a point ends, or another part before."""
    word = marked.tokens[index].word
    return word.letters == Letters.LOWER and len(word.text) <= _LONGEST
