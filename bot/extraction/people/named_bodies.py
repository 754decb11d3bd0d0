"""The full name of a body where a text names it, in the nominative.

Of the body that a sentence speaks of, in whatever case it stands there: Kafkas Üniversitesi-ni, в
Центральной избирательной комиссии.
"""

from bot.extraction.people import coreference, declined_names, office_limits
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

_LEAD = 4  # tokens from the word for an embassy to its country behind
_OF_LAND = Tag.PLACE | Tag.DEMONYM | Tag.MODIFIER | Tag.DESCRIPTOR


def full(marked: TaggedArticle, match: Match, floor: int = 0) -> str | None:
    """Return the name of the body that `match` is the word for, None where it has none of its own.

    It begins no earlier than at `floor`. An abbreviation in brackets behind is told with it.
    """
    if match.tag & Tag.ORGANIZATION:
        entry = next(entry for entry in match.entries if entry.tag == Tag.ORGANIZATION)
        written = marked.tokens[match.first].word.base
        brand = match.last - match.first == 1 and written.isupper()
        return written if brand else entry.shown
    if not match.tag & Tag.BODY:
        return None
    grammar = marked.lexicon.grammar
    if grammar.head == "final":
        name, last = coreference.ended(marked, match, floor), match.last
    elif grammar.people.declensions:
        name, last = declined_names.name(marked, match, floor)
    else:
        name, last = coreference.capitals(marked, match), match.last
    if name is None:
        return None
    short = _abbreviation(marked, last)
    return f"{name} ({short})" if short is not None and short not in name else name


def _abbreviation(marked: TaggedArticle, at: int) -> str | None:
    """Return the abbreviation that stands in brackets at `at`, or None."""
    if at + 2 >= len(marked.tokens) or marked.mark(at) != "(" or marked.mark(at + 2) != ")":
        return None
    word = marked.tokens[at + 1].word
    return word.text if word.letters == Letters.CAPITALS else None


def land(marked: TaggedArticle, match: Match) -> str | None:
    """Return the country whose embassy `match` is the word for, or None.

    Kazakistan'ın Ankara | Büyükelçiliği, посольство | Казахстана в Анкаре, the Kazakh | Embassy.
    """
    sentence = marked.sentence_of(match.first)
    first = match.first
    while first > sentence.first and marked.tags[first - 1] & _OF_LAND:
        first -= 1
    last = match.last
    if marked.lexicon.grammar.head == "initial":
        last = min(sentence.last, last + _LEAD)
    for index in range(first, last):
        told = marked.matches[index]
        if told is None or told.first != index or office_limits.located(marked, index):
            continue
        country = marked.lexicon.country_of(told)
        if country is not None:
            return country
    return None
