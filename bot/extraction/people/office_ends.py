"""Where an office that stands behind a name ends: at its bracket, a list's comma, a verb."""

from bot.extraction.people.body_youth import is_young
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.office_complements import (
    HEADS,
    INNER,
    LEADERS,
    article,
    field_ahead,
    joins,
    office_ahead,
    ordinal,
)
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from config.text import APOSTROPHES, fold

_LONGEST = 60  # tokens of an office behind a name, its brackets included
_BODIES = Tag.BODY | Tag.ORGANIZATION | Tag.PLACE
_ABBREVIATED = 8  # tokens from a word of a body's name to its abbreviation in brackets
_FIELDS = 8  # tokens of the fields that an office behind a name begins with
_BEHIND = frozenset(",.;)")  # close the second of two offices that somebody has
_GOING_ON = (
    Tag.DESCRIPTOR
    | Tag.BODY
    | Tag.DEMONYM
    | Tag.MODIFIER
    | Tag.PREPOSITION
    | Tag.CONJUNCTION
    | Tag.FUNCTION
)


def ends(marked: TaggedArticle, first: int, limit: int, *, bracket: bool) -> int:
    """Return where a phrase that begins at `first` behind a name ends.

    At its bracket, a list's comma or "and", or a verb.
    """
    index, depth = first, 0
    limit = min(limit, first + _LONGEST)
    while index < limit:
        text = marked.mark(index)
        if text == "(":
            depth += 1
        elif text == ")":
            if depth == 0:
                break
            depth -= 1
        elif (text and depth == 0 and _closes(marked, index, limit, text)) or (
            not text and _breaks(marked, first, index, limit, bracket=bracket)
        ):
            break
        index += 1
    return index


def _closes(marked: TaggedArticle, index: int, limit: int, text: str) -> bool:
    """Whether the mark `text` at `index` ends a phrase behind a name."""
    if text == ",":
        return not joins(marked, index, limit)
    if text == ".":
        return (
            len(marked.tokens[index - 1].word.text) > 2
            and not marked.tags[index - 1] & Tag.HONORIFIC
        )
    return text in ";:—–!?…" and not _goes_on_behind_dash(marked, index, limit)


def _goes_on_behind_dash(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a dash parts two offices of one person: помощник президента X – | заведующий Y."""
    match = marked.matches[index + 1] if index + 1 < limit else None
    initial = marked.lexicon.grammar.head == "initial"
    if match is None or not initial or marked.mark(index) not in LEADERS or match.last >= limit:
        return False
    small = marked.tokens[index + 1].word.letters == Letters.LOWER
    led = marked.tags[index - 1] & ((INNER | HEADS) if small else HEADS)
    return bool(match.tag & Tag.ROLE and led)


def _breaks(marked: TaggedArticle, first: int, index: int, limit: int, *, bracket: bool) -> bool:
    """Whether the word at `index` cannot stand in a phrase behind a name."""
    word, tag = marked.tokens[index].word, marked.tags[index]
    if tag & Tag.CONJUNCTION:
        joined = bracket or _among_fields(marked, first, index) or _double(marked, index, limit)
        joined = joined or _abbreviated_with(marked, index + 1, limit)
        return not joined and _new_item(marked, index + 1, limit)
    hyphened = index > first and marked.mark(index - 1) in HYPHENS and marked.tokens[index].glued
    if hyphened or is_young(marked, index, limit):
        return False  # Baku-based, the newly | founded Fund
    if marked.cued(index, "eponym_before") and _after_body(marked, index):
        return False  # Университета | имени Абая
    if tag & (Tag.CUE | Tag.WEEKDAY | Tag.RELATIVE) and not _owning_body(marked, index):
        return not (tag & Tag.DESCRIPTOR and word.letters == Letters.CAPITAL)  # of | History
    timed = tag & Tag.PREPOSITION and index + 1 < limit and _begins_time(marked, index + 1)
    if timed or (index > first and _begins_circumstance(marked, index)):
        return True
    if tag & Tag.FUNCTION:
        return index > first and not article(marked, index)
    if word.letters != Letters.LOWER or tag:
        return False
    return word.verbal or not (marked.lexicon.grammar.small_nouns or _goes_on(marked, first, index))


def _owning_body(marked: TaggedArticle, index: int) -> bool:
    """Whether a place where people meet owns an office here: X, Y музей-інің директоры."""
    word = marked.tokens[index].word
    owns = (fold(word.ending) or word.fold).endswith(marked.lexicon.genitives)
    final = marked.lexicon.grammar.head == "final"
    return final and owns and bool(marked.tags[index] & Tag.BODY) and not marked.plain(index)


def _after_body(marked: TaggedArticle, index: int) -> bool:
    """Whether words that lead to a namesake stand behind a body: Institute of Art | named after."""
    match = marked.matches[index]
    before = (match.first if match is not None else index) - 1
    return bool(marked.tags[before] & (Tag.BODY | Tag.DESCRIPTOR))


def _among_fields(marked: TaggedArticle, first: int, index: int) -> bool:
    """Whether nothing but fields stands before an "and": X, industry | and trade minister of Y."""
    begin = max(first, index - _FIELDS)
    fields = all(marked.tags[at] & Tag.DESCRIPTOR or marked.mark(at) for at in range(begin, index))
    goes_on = any(tag & Tag.DESCRIPTOR for tag in marked.tags[index + 1 : index + 2])
    return fields and begin == first < index and goes_on


def _abbreviated_with(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether the word behind an "and" is of the name whose abbreviation follows in brackets.

    Conference on Interaction and | Confidence Building Measures in Asia (CICA).
    """
    if index >= limit or marked.tags[index]:
        return False
    if marked.tokens[index].word.letters != Letters.CAPITAL:
        return False
    for at in range(index + 1, min(index + _ABBREVIATED, limit - 1)):
        if marked.mark(at) == "(":
            short = marked.tokens[at + 1].word
            return short.letters == Letters.CAPITALS and marked.folds[index][0] in short.fold
        if marked.mark(at) or marked.tags[at] & Tag.CONJUNCTION:
            return False
    return False


def _goes_on(marked: TaggedArticle, first: int, index: int) -> bool:
    """Whether an unknown small word can be a noun of a complement.

    Head of the mountain | rescue.
    """
    before, tag = marked.tokens[index - 1].word, marked.tags[index - 1]
    if index > first and before.ending and tag & _BODIES:
        return True  # the Assembly's | observation unit
    if index > first and ordinal(marked, index):
        return True
    if marked.lexicon.presence.deeds.begin(marked.folds[index]) or index == first:
        return False
    ahead = index + 1 < len(marked.tags) and marked.tags[index + 1] & Tag.BODY
    if ahead and tag & Tag.PLACE:
        return True  # the Naryn | puppet theatre
    unknown = before.letters == Letters.LOWER and not tag and not before.verbal
    return unknown or before.text in APOSTROPHES or bool(tag & _GOING_ON)


def _begins_circumstance(marked: TaggedArticle, index: int) -> bool:
    """Whether it is told at `index` where, when or by whose leave: on the | sidelines of."""
    known = marked.lexicon.circumstances.get(marked.folds[index], ())
    return any(tuple(marked.folds[index : index + len(words)]) == words for words in known)


def _begins_time(marked: TaggedArticle, index: int) -> bool:
    """Whether a day or an hour begins at `index`: on | April 2."""
    return (
        bool(marked.tags[index] & (Tag.MONTH | Tag.WEEKDAY | Tag.RELATIVE))
        or marked.tokens[index].word.letters == Letters.NUMBER
    )


def _double(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether the office behind an "and" is the same person's: it ends before anybody is named."""
    match = marked.matches[index + 1] if index + 1 < limit else None
    if (
        marked.lexicon.grammar.head != "initial"
        or match is None
        or not match.tag & HEADS
        or marked.tokens[match.last - 1].word.fold.endswith(marked.lexicon.plurals)
    ):
        return False
    if not marked.tags[index - 1] & HEADS:
        return closed(marked, ends(marked, index + 1, limit, bracket=False), limit)
    ands = (at for at in range(index + 1, limit) if marked.tags[at] & Tag.CONJUNCTION)
    following = next(ands, limit)  # up to there only: no look ahead within a look ahead
    return following < limit or ends(marked, index + 1, limit, bracket=False) < limit


def closed(marked: TaggedArticle, end: int, limit: int) -> bool:
    """Whether a mark at `end` closes an office, and no comma leads from it to a name at `limit`."""
    last = end + 1 == limit
    return end < limit and marked.mark(end) in _BEHIND and (not last or marked.mark(end) == ".")


def _new_item(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a new person or office begins at `index`, behind an "and"."""
    if index >= limit:
        return True
    while (
        index + 1 < limit
        and marked.tags[index] & Tag.FUNCTION
        and marked.tokens[index].word.fold in marked.lexicon.articles
    ):
        index += 1
    tag, word = marked.tags[index], marked.tokens[index].word
    if tag & (Tag.HONORIFIC | HEADS):
        return True
    if not marked.lexicon.grammar.small_nouns:
        if office_ahead(marked, index):
            return True  # and | WHO Director X
        if field_ahead(marked, index):
            return False  # of Health and | Medical Industry
    if tag & Tag.MODIFIER:
        return True
    return tag == Tag.NONE and word.letters == Letters.CAPITAL
