"""What a mere "the union" or "the university" stands for: the body last named in full whose last word it is.

"The Union of Turkic Universities met … The union's president spoke": a card that says "president, union" says too little.
"""

from bisect import bisect_left

from bot.events import forms
from bot.events.lexicon import Match, Tag
from bot.events.marks import Marked
from bot.events.names import HYPHENS
from bot.events.tokens import Letters

_FAR = 400  # phrases looked back over: more than any article of a page holds
_LONGEST = 16  # tokens
_INNER = Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
_QUOTES = frozenset("\"“”«»'")


def full_name(marked: Marked, body: Match) -> str | None:
    """Return the full name of the body that the lone word `body` alludes to, or None where none is named before it."""
    stem = marked.tokens[body.last - 1].word.stem
    at = bisect_left(marked.found, body.first, key=lambda match: match.first)
    for match in reversed(marked.found[max(0, at - _FAR) : at]):
        if not match.tag & (Tag.BODY | Tag.ORGANIZATION) or stem not in marked.tokens[match.last - 1].word.stems:
            continue
        if match.tag & Tag.ORGANIZATION:
            return next(entry.shown for entry in match.entries if entry.tag == Tag.ORGANIZATION)
        first = _first(marked, match)
        if forms.possessed(marked, match) and any(
            marked.tokens[i].word.letters in {Letters.CAPITAL, Letters.CAPITALS} for i in range(first, match.first)
        ):
            return forms.nominative(marked, first, match.last, marked.lexicon.obliques)
    return None


def _first(marked: Marked, match: Match) -> int:
    """Return where the name of a body begins that ends with `match`: its nouns and capitals to the left."""
    low = max(marked.sentence_of(match.first).first, match.first - _LONGEST)
    index = first = match.first
    while index > low:
        index -= 1
        word, tag = marked.tokens[index].word, marked.tags[index]
        if word.adverbial and not marked.plain(index):
            break
        if tag & _INNER or (tag == Tag.NONE and word.letters in {Letters.CAPITAL, Letters.CAPITALS}):
            first = index
        elif not (tag & Tag.CONJUNCTION or word.text in _QUOTES or word.text in HYPHENS or word.text == "."):
            break
    return first - 1 if first > low and marked.tokens[first - 1].word.text in _QUOTES else first
