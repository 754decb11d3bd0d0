"""Bodies in the nominative, where adjectives and nouns are declined: Национального музея Монголии.

The noun's dictionary form is known; the adjectives before it follow its gender, which its ending
tells. What stands behind the noun is its complement and stays as it is.
"""

from bot.extraction.people.name_words import HYPHENS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from config.text import squeeze

_MASCULINE = "m"
_OFFICES = Tag.ROLE | Tag.TITLE


def begins(marked: TaggedArticle, floor: int, noun: int) -> int:
    """Return where the adjectives begin that stand before the noun at `noun`, from `floor` on."""
    endings = tuple(marked.lexicon.adjectives_in_genitive)
    first = noun
    while first > floor and endings and _adjective(marked, first - 1, endings):
        first -= 1
        if first - 2 >= floor and marked.mark(first - 1) in HYPHENS and marked.tokens[first].glued:
            first -= 2  # научно-исследовательского
    return first


def _adjective(marked: TaggedArticle, index: int, endings: tuple[str, ...]) -> bool:
    word = marked.tokens[index].word
    return word.letters <= Letters.CAPITALS and word.base.lower().endswith(endings)


def begins_in_any_case(marked: TaggedArticle, floor: int, noun: int) -> int:
    """Return where the name begins whose adjectives stand before the noun at `noun`, in any case.

    It begins with a capital.
    """
    first, endings = noun, marked.lexicon.adjectives_in_any_case
    while first > floor and endings and not marked.tags[first - 1] & _OFFICES:
        if not _adjective(marked, first - 1, endings):
            break
        first -= 1
        if first - 2 >= floor and marked.mark(first - 1) in HYPHENS and marked.tokens[first].glued:
            first -= 2
    while first < noun and marked.tokens[first].word.letters == Letters.LOWER:
        first += 1
    return first


def nominative(
    marked: TaggedArticle, first: int, noun: int, last: int, *, anyhow: bool = False
) -> str | None:
    """Return the body from `first` to `last` with its noun at `noun` in the nominative.

    None where the noun is no body of the lexicon, or stands in the nominative already. It may stand
    in another case than the genitive if `anyhow`.
    """
    while noun + 1 < last and _leads(marked, noun):
        noun += 1  # cut off at the adjective: Анкарского | университета
    match = marked.matches[noun]
    if match is None or match.first != noun or not match.tag & Tag.BODY:
        return None
    if match.last > noun + 1:
        return _of_several_words(marked, first, noun, last)
    entry = next((e for e in match.entries if e.tag == Tag.BODY and len(e.words) == 1), None)
    if entry is None or match.last != noun + 1:
        return None
    gender = _gender(marked, entry.shown)
    words = [marked.tokens[index].word.base for index in range(first, noun)]
    words = [_in_genitive(marked, word, gender) for word in words] if anyhow else words
    adjectives = [_agreeing(marked, word, gender) for word in words]
    lead = " ".join(adjectives).replace(" - ", "-")
    written = marked.tokens[noun].word.base
    shown = entry.shown[:1].upper() + entry.shown[1:] if written[:1].isupper() else entry.shown
    shown = written if len(written) > 1 and written.isupper() else shown  # МИД
    rest = marked.text[marked.tokens[noun].end : marked.tokens[last - 1].end]
    return squeeze(f"{lead} {shown}{rest}".strip()).rstrip(" -–—")


def adjective_of(marked: TaggedArticle, adjective: str, noun: str) -> str:
    """Return an adjective of any case in the nominative, as it stands with a noun in that."""
    gender = _gender(marked, noun)
    return _agreeing(marked, _in_genitive(marked, adjective, gender), gender)


def _leads(marked: TaggedArticle, index: int) -> bool:
    """Whether an adjective in the genitive stands at `index`, and none that a body is named by."""
    endings = tuple(marked.lexicon.adjectives_in_genitive)
    return (
        bool(endings) and not marked.tags[index] & Tag.BODY and _adjective(marked, index, endings)
    )


def _of_several_words(marked: TaggedArticle, first: int, noun: int, last: int) -> str | None:
    """Return a body of several words that the lexicon has: Милли Меджлиса."""
    match = marked.matches[noun]
    if match is None or first != noun:
        return None
    size = match.last - match.first
    shown = next((e.shown.split() for e in match.entries if len(e.shown.split()) == size), None)
    if shown is None:
        return None
    written = [marked.tokens[index].word.base for index in range(match.first, match.last)]
    words = [
        known[:1].upper() + known[1:] if word[:1].isupper() else known
        for known, word in zip(shown, written, strict=True)
    ]
    rest = marked.text[marked.tokens[match.last - 1].end : marked.tokens[last - 1].end]
    return squeeze(f"{' '.join(words)}{rest}").rstrip(" -–—")


def _gender(marked: TaggedArticle, noun: str) -> str:
    genders = marked.lexicon.grammar.people.noun_genders
    told = (gender for gender, endings in genders.items() if noun.endswith(endings))
    return next(told, _MASCULINE)


def _agreeing(marked: TaggedArticle, adjective: str, gender: str) -> str:
    """Return an adjective in the genitive in the nominative of `gender`."""
    endings = marked.lexicon.adjectives_in_genitive
    for ending in sorted(endings, key=len, reverse=True):
        if adjective.lower().endswith(ending) and gender in endings[ending]:
            return adjective[: len(adjective) - len(ending)] + endings[ending][gender]
    return adjective


def _in_genitive(marked: TaggedArticle, adjective: str, gender: str) -> str:
    """Return an adjective of any case in the genitive: Центральную -> Центральной."""
    cases = marked.lexicon.adjective_cases.get(gender, {})
    for ending in sorted(cases, key=len, reverse=True):
        if adjective.lower().endswith(ending):
            return adjective[: len(adjective) - len(ending)] + cases[ending]
    return adjective
