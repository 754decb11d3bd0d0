"""What a mere "the union" or "the university" stands for.

The body last named in full whose last word it is.

"The Union of Turkic Universities met … The union's president spoke": a card that says "president,
union" says too little.
"""

from bisect import bisect_left

from bot.extraction.people import dictionary_forms
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.office_beginnings import apart
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_FAR = 400  # phrases looked back over: more than any article of a page holds
_LONGEST = 16  # tokens
_INNER = Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION
_QUOTES = frozenset("\"“”«»'")


def organization(marked: TaggedArticle, body: Match) -> str | None:
    """Return the organisation last named before that the lone word `body` stands for, or None.

    The word is the first body of its name: the Fund, of the Turkic Investment Fund; the university
    is no Union of Universities.
    """
    bodies = marked.lexicon.grammar.people.bodies
    stem = marked.tokens[body.last - 1].word.stem
    at = bisect_left(marked.found, body.first, key=lambda match: match.first)
    for match in reversed(marked.found[max(0, at - _FAR) : at]):
        if not match.tag & Tag.ORGANIZATION:
            continue
        shown = next(e.shown for e in match.entries if e.tag == Tag.ORGANIZATION)
        first = next((word for word in shown.lower().split() if word in bodies), "")
        if first and marked.lexicon.vocabulary.word(first).stem == stem:
            return shown
    return None


def full_name(marked: TaggedArticle, body: Match) -> str | None:
    """Return the full name of the body that the lone word `body` alludes to.

    None where no such body is named before it. A body that only says whose somebody's office is
    (the professor of the University of X) comes second.
    """
    stem = marked.tokens[body.last - 1].word.stem
    generic = any(entry.shown in marked.lexicon.grammar.people.any_body for entry in body.entries)
    at = bisect_left(marked.found, body.first, key=lambda match: match.first)
    somebodys: str | None = None
    for match in reversed(marked.found[max(0, at - _FAR) : at]):
        if match.tag & Tag.ORGANIZATION and (
            generic or stem in marked.tokens[match.last - 1].word.stems
        ):
            return next(entry.shown for entry in match.entries if entry.tag == Tag.ORGANIZATION)
        if (
            not match.tag & Tag.BODY
            or stem not in marked.tokens[match.last - 1].word.stems
            or not dictionary_forms.possessed(marked, match)
        ):
            continue
        first = _first(marked, match)
        if any(
            marked.tokens[i].word.letters in {Letters.CAPITAL, Letters.CAPITALS}
            for i in range(first, match.first)
        ):
            name = dictionary_forms.nominative(marked, first, match.last, marked.lexicon.obliques)
            if match.last >= len(marked.tags) or not marked.tags[match.last] & (
                Tag.ROLE | Tag.MODIFIER
            ):
                return name
            somebodys = somebodys or name
    return somebodys


def _first(marked: TaggedArticle, match: Match) -> int:
    """Return where the name of a body begins that ends with `match`.

    Its nouns and capitals to the left.
    """
    low = max(marked.sentence_of(match.first).first, match.first - _LONGEST)
    index = first = match.first
    while index > low:
        index -= 1
        word, tag = marked.tokens[index].word, marked.tags[index]
        if tag & Tag.CONJUNCTION and _complete(marked, index - 1):
            break  # the Fund and | the Holding
        if marked.ends_chain(index) or (tag & Tag.BODY and apart(marked, index)):
            break
        if (
            tag & _INNER
            or marked.names_after(index)
            or (tag == Tag.NONE and word.letters in {Letters.CAPITAL, Letters.CAPITALS})
        ):
            first = index
        elif not (
            tag & Tag.CONJUNCTION
            or word.text in _QUOTES
            or word.text in HYPHENS
            or word.text == "."
        ):
            break
    return first - 1 if first > low and marked.tokens[first - 1].word.text in _QUOTES else first


def _complete(marked: TaggedArticle, index: int) -> bool:
    """Whether a body's whole name ends at `index`: Түркі инвестициялық қоры."""
    while index and marked.tokens[index].word.text in _QUOTES:
        index -= 1
    match = marked.matches[index]
    if match is None or not match.tag & (Tag.BODY | Tag.ORGANIZATION):
        return False
    named = match.tag & Tag.ORGANIZATION or dictionary_forms.possessed(marked, match)
    return bool(named) and not match.tag & Tag.DESCRIPTOR
