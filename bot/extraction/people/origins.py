"""Where people come from, when a text says no more of them.

"A and B from Kazakhstan", "Kazakistan'dan A ve B", "A (Kazakhstan)".
"""

from collections.abc import Sequence

from bot.extraction.people import dictionary_forms
from bot.extraction.people.name_candidates import Run
from bot.extraction.people.office_beginnings import left
from bot.extraction.people.office_phrases import over_honorifics
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, abbreviated
from config.text import fold

_BODIES = Tag.BODY | Tag.ORGANIZATION
_NAMING = Tag.DESCRIPTOR | Tag.BODY
_OFFICES = Tag.ROLE | Tag.TITLE
_OPENERS = frozenset('«“"')
_CLOSERS = frozenset('»”"')
_PARTICLE = 2  # letters of a word for "too" behind a place
_ASIDE = 2  # tokens from a bracket's inside to the word before it
_LONGEST = 16  # tokens of a body's name


def origins(marked: TaggedArticle, runs: Sequence[Run], starts: Sequence[int]) -> dict[int, str]:
    """Return, by the index of a run, the country, town or body that the person comes from.

    Args:
        marked: The article.
        runs: The names of one sentence.
        starts: For each name the token that it begins with, its office included.
    """
    found: dict[int, str] = {}
    for index, run in enumerate(runs):
        place = _behind(marked, run)
        if place is not None:
            found[index] = place
            _spread(marked, runs, found, index, -1)
        floor = marked.sentence_of(run.first).first
        lead = over_honorifics(marked, floor, starts[index])  # Üniversitesinden | Prof. Dr. X
        place = _before(marked, lead) or around(marked, run, starts[index])
        if place is not None:
            found[index] = place
            _spread(marked, runs, found, index, 1)
    label = _label(marked, runs[0].first) if runs else None
    if label is not None:
        for index in range(len(runs)):
            found.setdefault(index, label)
    return found


def _spread(
    marked: TaggedArticle, runs: Sequence[Run], found: dict[int, str], index: int, step: int
) -> None:
    """Give the place of one name to its neighbours in the same list."""
    at = index + step
    while (
        0 <= at < len(runs)
        and at not in found
        and _listed(marked, runs[min(at, at - step)], runs[max(at, at - step)])
    ):
        found[at] = found[index]
        at += step


def _listed(marked: TaggedArticle, one: Run, other: Run) -> bool:
    last = over_honorifics(marked, one.last, other.first)  # X and Dr. Y
    if any(marked.tags[at] & Tag.ROLE for at in range(last, other.first)):
        last = other.first
    joint = one.last
    if (
        joint < last
        and marked.tags[joint] & Tag.CONJUNCTION
        and _bare_office(marked, joint + 1, last)
    ):
        return True  # Kazakistan'dan Soprano X ile | Tenor Y
    between = range(one.last, last)
    return 1 <= len(between) <= 2 and all(
        marked.mark(i) == "," or marked.tags[i] & Tag.CONJUNCTION for i in between
    )


def _bare_office(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether nothing but the word for an office stands from `first` up to `last`."""
    match = marked.matches[first] if first < last else None
    return (
        match is not None
        and match.first == first
        and match.last == last
        and bool(match.tag & Tag.ROLE)
    )


def _behind(marked: TaggedArticle, run: Run) -> str | None:
    at = run.last
    if at + 1 >= len(marked.tokens):
        return None
    if marked.mark(at) == "(":
        return _in_brackets(marked, at + 1)
    if marked.tokens[at].word.fold not in marked.lexicon.origin_words:
        return None
    return _body_ahead(marked, at + 1) or _place(marked, at + 1)


def around(marked: TaggedArticle, run: Run, start: int) -> str | None:
    """Read the place before brackets that hold the name alone: Казахстана (X Y)."""
    if marked.mark(start - 1) != "(" or marked.mark(run.last) != ")" or start < _ASIDE:
        return None
    return _place(marked, start - _ASIDE)


def _label(marked: TaggedArticle, index: int) -> str | None:
    """Read the country that a line of a list begins with: Kyrgyzstan: President X, Minister Y."""
    first = marked.sentence_of(index).first
    match = marked.matches[first]
    if match is None or not match.tag & Tag.PLACE or marked.mark(match.last) != ":":
        return None
    return _place(marked, first)


def _in_brackets(marked: TaggedArticle, first: int) -> str | None:
    """Return the place or the body that brackets behind a name hold, and nothing besides."""
    limit = min(len(marked.tokens), first + _LONGEST)
    last = next((at for at in range(first, limit) if marked.mark(at) == ")"), first)
    match = marked.matches[first]
    if match is not None and match.last == last and match.tag & Tag.PLACE:
        return _place(marked, first)
    body = _before_land(marked, first, last)
    quoted = marked.mark(first) in _OPENERS and body - first > 2
    if body < last and quoted and marked.mark(body - 1) in _CLOSERS:
        return dictionary_forms.text(marked, first, last)
    inside = range(first, body)
    known = any(marked.tags[at] & _BODIES or _abbreviation(marked, at) for at in inside)
    plain = not any(_strange(marked, at) for at in inside)
    return dictionary_forms.text(marked, first, last) if known and plain else None


def _before_land(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where a body in brackets ends, its country behind a comma: (Oda, | Macaristan)."""
    comma = next((at for at in range(first, last) if marked.mark(at) == ","), last)
    land = marked.matches[comma + 1] if comma + 1 < last else None
    lone = land is not None and land.last == last and land.first == comma + 1
    return comma if lone and land is not None and land.tag & Tag.PLACE else last


def _abbreviation(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` is written as a body's abbreviation: Ош | МУ, BDU, ТашГУ."""
    word = marked.tokens[index].word
    return not marked.tags[index] and (word.letters == Letters.CAPITALS or abbreviated(word.base))


def _strange(marked: TaggedArticle, index: int) -> bool:
    """Whether the token at `index` cannot stand in the name of a body."""
    tag, word = marked.tags[index], marked.tokens[index].word
    if tag & _BODIES and not tag & _OFFICES:
        return False  # университет is a word of some cues as well
    strange = bool(tag & (_OFFICES | Tag.MONTH | Tag.CUE | Tag.KIND)) or bool(marked.mark(index))
    return strange or (word.verbal and not tag)


def _body_ahead(marked: TaggedArticle, first: int) -> str | None:
    """Return the body that begins at `first`, where offices come first: Prof.

    X of | Hacettepe University.
    """
    if marked.lexicon.grammar.head != "initial":
        return None
    while first < len(marked.tokens) and marked.tags[first] & Tag.FUNCTION:
        first += 1
    last, limit = first, min(len(marked.tokens), first + _LONGEST)
    while last < limit and _of_name(marked, last):
        last += 1
    known = any(marked.tags[i] & (Tag.BODY | Tag.ORGANIZATION) for i in range(first, last))
    return dictionary_forms.text(marked, first, last) if known else None


def _of_name(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` can stand in the name of a body: Disaster | and Emergency."""
    great = {Letters.CAPITAL, Letters.CAPITALS}
    word, before = marked.tokens[index].word, marked.tokens[index - 1].word
    if word.letters in great:
        return True
    match = marked.matches[index]
    if match is not None and match.first < index and match.tag & Tag.BODY:
        return True
    if marked.tags[index] & Tag.BODY and (before.ending or before.letters in great):
        return True  # Kyrgyzstan's | embassy, the Westbridge | think tank
    if index + 1 == len(marked.tags):
        return False
    if marked.folds[index] in marked.lexicon.presence.belongs and marked.tags[index - 1] & Tag.BODY:
        return marked.tokens[index + 1].word.letters in great  # Ministry | of Trade
    if not marked.tags[index] & Tag.CONJUNCTION:
        return False
    return bool(marked.tags[index + 1] & _NAMING) and marked.tokens[index + 1].word.letters in great


def _before(marked: TaggedArticle, start: int) -> str | None:
    """Read what stands before a name or its office.

    "from Tashkent", "from the university", also "who came from"; an adjective.
    """
    at = start - 1
    if at > 0 and marked.tags[at] & Tag.FUNCTION and len(marked.folds[at]) <= _PARTICLE:
        at -= 1  # Türkiye'den de | X
    if at < 0:
        return None
    adjective = marked.lexicon.origin(marked.tokens[at].word.fold)
    if adjective is not None:
        return adjective
    verbal = marked.tokens[at].word.verbal and not marked.tags[at] & _BODIES
    if at > 0 and marked.tokens[at].word.letters == Letters.LOWER and verbal:
        at -= 1
    ends = marked.lexicon.origin_endings
    word, match = marked.tokens[at].word, marked.matches[at]
    if (
        word.ending
        and match is not None
        and match.tag & Tag.PLACE
        and marked.lexicon.grammar.head == "initial"
    ):
        return _place(marked, at)  # Uzbekistan's Laylo Hakimova
    if not ends or not (fold(word.ending) or word.fold).endswith(ends):
        return None
    if match is None or not match.tag & Tag.PLACE:
        return _body(marked, at)
    return _place(marked, at)


def _body(marked: TaggedArticle, at: int) -> str | None:
    """Return the body that ends at `at`, in the case that says from where.

    Named in full, or parted from its ending by an apostrophe.
    """
    match, word = marked.matches[at], marked.tokens[at].word
    begin = match.first if match is not None else at
    first = left(marked, marked.sentence_of(at).first, begin)
    named = any(marked.tokens[i].word.letters != Letters.LOWER for i in range(first, begin))
    known = match is not None and (
        bool(match.tag & Tag.ORGANIZATION)
        or (bool(match.tag & Tag.BODY) and (named or dictionary_forms.possessed(marked, match)))
    )
    own = (
        match is None and bool(word.ending) and word.letters in {Letters.CAPITAL, Letters.CAPITALS}
    )
    return (
        dictionary_forms.nominative(marked, first, at + 1, marked.lexicon.obliques)
        if known or own
        else None
    )


def _place(marked: TaggedArticle, index: int) -> str | None:
    match = marked.matches[index]
    if match is None:
        return None
    return next((entry.shown for entry in match.entries if entry.tag == Tag.PLACE), None)
