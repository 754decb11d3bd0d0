"""What a paper or a body is called that came of an event: the Samarkand Declaration, a fund's name.

A name is the town that stands right before the paper, what stands in quotation marks beside it, or
the words in capitals that it ends or begins. One whose beginning is not sure is none: half a name
says what is not so.
"""

from collections.abc import Iterator

from bot.extraction.event import clauses
from bot.extraction.event.clauses import Clause
from bot.extraction.event.insignia_names import insignia_name
from bot.extraction.event.outcome_objects import AWARD, INSIGNIA, ends_clauses, things
from bot.extraction.text.cues import Cue
from bot.extraction.text.outcome_words import THING
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold, squeeze

_GATHERING = 2
"""Words of a gathering between a town and its paper: Samarqand sammiti deklaratsiyasi."""

_LONGEST = 9  # words of a name
_SHORTEST_QUOTED = 2
_SMALL = 2  # small words between the first one of a name and its thing
_YEAR = 4  # digits
_STEM = 4  # letters of a word for an award that its cases and numbers share
_CAPITAL = frozenset({Letters.CAPITAL, Letters.CAPITALS})
_OPENING = {"«": "»", "“": "”", "„": "“", '"': '"'}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_DASHES = frozenset("-–—")
_OBJECTS = {"ую": "ая", "юю": "яя", "у": "а", "ю": "я"}
"""Endings of a feminine object -> those of the nominative; a thing's others are alike."""

_NO_LEAD = Tag.PREPOSITION | Tag.FUNCTION | Tag.CONJUNCTION


def town_of(clause: Clause, thing: Cue) -> Entry | None:
    """Return the town that a paper is named after, or None."""
    marked, at = clause.marked, clause.tokens[thing.first] - 1
    first = clause.sentence.first
    if marked.lexicon.town_adjectives:
        behind = clause.tokens[thing.last - 1] + 1
        near = [at, behind] if behind < clause.sentence.last else [at]
        told = (_by_adjective(clause, index) for index in near if index >= first)
        return next((town for town in told if town is not None), None)
    for _ in range(_GATHERING):
        if at > first and marked.tags[at] & Tag.KIND:
            at -= 1
    match = marked.matches[at] if at >= first else None
    if match is None or match.last != at + 1 or not _names_paper(clause, match):
        return None
    return next((entry for entry in match.entries if entry.key.startswith("city:")), None)


def _by_adjective(clause: Clause, index: int) -> Entry | None:
    """Return the town whose adjective stands at `index`: Самаркандская."""
    marked = clause.marked
    word, towns = marked.folds[index], marked.lexicon.town_adjectives
    return towns.get(word[:-2]) or towns.get(word[:-3])


def _names_paper(clause: Clause, town: Match) -> bool:
    """Whether a town names the paper behind it, and does not tell where it is signed."""
    marked = clause.marked
    if ends_clauses(clause):
        word = marked.tokens[town.last - 1].word
        return not word.ending and (marked.plain(town.last - 1) or not word.adverbial)
    before = town.first - 1
    if before < clause.sentence.first or marked.mark(before):
        return True
    return marked.folds[before] in marked.lexicon.articles or not marked.tags[before] & (
        Tag.PREPOSITION
    )


def own_name(clause: Clause, thing: Cue, taken: frozenset[int] = frozenset()) -> str:
    """Return what a thing is called, in the nominative; empty where the sentence does not tell.

    What stands in quotation marks is told in them.

    Args:
        clause: The sentence.
        thing: The thing in it.
        taken: Tokens of people's names, which are no part of it.
    """
    quoted = _in_quotes(clause, thing)
    if quoted:
        return quoted
    award = insignia_name(clause, thing, taken) if thing.key in {AWARD, INSIGNIA} else ""
    return award if award or thing.key == INSIGNIA else _in_capitals(clause, thing, taken)


def award_before(clause: Clause, thing: Cue, taken: frozenset[int]) -> str:
    """Return what an award is called that only the sentence before names, or nothing.

    They decided to honour them with the Supreme Order. The orders | were presented to X.
    """
    marked, number = clause.marked, clause.sentence.number
    if number == 0 or not marked.sentences[number - 1].paragraph:
        return ""
    before = clauses.clause(marked, marked.sentences[number - 1], marked.lexicon.outcomes.in_body)
    stem = clause.words[thing.last - 1][:_STEM]
    awards = (each for each in things(before) if each.key in {AWARD, INSIGNIA})
    alike = (each for each in awards if before.words[each.last - 1].startswith(stem))
    names = {own_name(before, each, taken) for each in alike} - {""}
    return names.pop() if len(names) == 1 else ""


def _in_quotes(clause: Clause, thing: Cue) -> str:
    """Return the name in quotation marks beside a thing, or around it, with the marks."""
    marked = clause.marked
    first, last = clause.tokens[thing.first], clause.tokens[thing.last - 1] + 1
    spans = [(_opened(clause, first - 1), first), (last, _closed(clause, last))]
    around = None if marked.lexicon.town_adjectives else _opened_around(clause, first)
    if around is not None:  # within quotation marks, a language with cases declines it
        spans.insert(0, (around, _closed(clause, around)))
    for begins, ends in spans:
        if begins is None or ends is None:
            continue
        words = [i for i in range(begins, ends) if not marked.mark(i)]
        more = len(words) > (thing.last - thing.first if begins == around else 0)
        if more and _SHORTEST_QUOTED <= len(words) <= _LONGEST:
            return squeeze(marked.slice(begins, ends))
    return ""


def _opened(clause: Clause, closing: int) -> int | None:
    """Return where the quotation begins that ends at `closing`, or None."""
    marked = clause.marked
    opening = _CLOSING.get(marked.mark(closing))
    far = max(clause.sentence.first, closing - 2 * _LONGEST)
    return next((i for i in range(closing - 1, far - 1, -1) if marked.mark(i) == opening), None)


def _opened_around(clause: Clause, index: int) -> int | None:
    """Return where the quotation begins within which a word stands, or None."""
    if not clause.quoted(index):
        return None
    far = max(clause.sentence.first, index - 2 * _LONGEST)
    marks = range(index - 1, far - 1, -1)
    return next((i for i in marks if clause.marked.mark(i) in _OPENING), None)


def _closed(clause: Clause, opening: int) -> int | None:
    """Return the index behind the quotation that begins at `opening`, or None."""
    marked = clause.marked
    closing = _OPENING.get(marked.mark(opening))
    far = min(clause.sentence.last, opening + 2 * _LONGEST)
    return next((i + 1 for i in range(opening + 1, far) if marked.mark(i) == closing), None)


def _in_capitals(clause: Clause, thing: Cue, taken: frozenset[int]) -> str:
    """Return the name in capitals that a thing is of, or nothing."""
    marked = clause.marked
    first, last = clause.tokens[thing.first], clause.tokens[thing.last - 1] + 1
    if marked.tokens[first].word.letters not in _CAPITAL:
        return _in_small(clause, first, last)
    begins = _begins(clause, first, taken)
    ends = _ends(clause, last) if marked.lexicon.outcomes.joining else last
    if begins is None or ends is None or ends - begins <= last - first:
        return ""
    return _told(clause, begins, ends)


def _in_small(clause: Clause, first: int, last: int) -> str:
    """Return a name of which the first word alone has a capital: Тюркский инвестиционный фонд.

    Only the words for the Turkic world surely begin one.
    """
    marked, words = clause.marked, clause.marked.lexicon.outcomes
    for index in range(first - 1, max(clause.sentence.first, first - 1 - _SMALL) - 1, -1):
        word = marked.tokens[index].word
        describes = marked.tags[index] & Tag.DESCRIPTOR and words.turkic.begin(word.fold)
        if word.letters == Letters.CAPITAL and describes:
            return _told(clause, index, last)
        if word.letters != Letters.LOWER or word.adverbial or marked.tags[index] & _NO_LEAD:
            return ""
    return ""


def _told(clause: Clause, first: int, last: int) -> str:
    """Return a name in the nominative."""
    marked, endings = clause.marked, clause.marked.lexicon.outcomes.object_endings
    words = [marked.slice(first, last)]
    if marked.lexicon.town_adjectives:
        words = [_agreeing(word) for word in words[0].split()]
    elif ends_clauses(clause):
        lead = marked.text[marked.tokens[first].start : marked.tokens[last - 1].start]
        word = marked.tokens[last - 1].word
        cut = (word.base[: -len(end)] for end in endings if word.fold.endswith(end))
        owned = marked.lexicon.possessives
        words = [lead, next((base for base in cut if fold(base).endswith(owned)), word.base)]
        return squeeze("".join(words))
    return squeeze(" ".join(words))


def _agreeing(word: str) -> str:
    """Return a word of an object in the nominative: Тюркскую академию."""
    for ending, nominative in _OBJECTS.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + nominative
    return word


def _begins(clause: Clause, first: int, taken: frozenset[int]) -> int | None:
    """Return where the capitals before a thing begin; None where that is not sure."""
    marked, begins = clause.marked, first
    for index in _before(clause, first):
        if index in taken:
            break
        begins = index
    while begins < first and marked.tags[begins] & _NO_LEAD:
        begins += 1
    word, lead = marked.tokens[begins].word, begins - 1
    if begins == clause.sentence.first:
        unsure = begins < first and (word.adverbial or word.fold in marked.small)
    elif ends_clauses(clause):
        unsure = lead not in taken and not _parts(clause, lead)
    else:
        unsure = _joins(clause, lead) and marked.folds[lead] not in marked.lexicon.articles
    return None if unsure else begins


def _before(clause: Clause, first: int) -> Iterator[int]:
    """Yield the tokens before a thing that may be of its name, the nearest first."""
    marked = clause.marked
    for index in range(first - 1, max(clause.sentence.first, first - _LONGEST) - 1, -1):
        word = marked.tokens[index].word
        small = word.letters == Letters.LOWER and marked.tags[index] & Tag.CONJUNCTION
        if word.letters not in _CAPITAL and not (small and index < first - 1):
            return
        others = any(cue.key.startswith(THING) for cue in clause.at(clause.position(index)))
        if others or (ends_clauses(clause) and not small and _parts(clause, index)):
            return
        yield index


def _parts(clause: Clause, index: int) -> bool:
    """Whether no name of a thing reaches back over the word at `index`, by its case or letters.

    A genitive may be of the name, unless it is of a body or a gathering.
    """
    marked = clause.marked
    word, tag = marked.tokens[index].word, marked.tags[index]
    if word.letters not in _CAPITAL or tag & (Tag.ORGANIZATION | Tag.KIND | _NO_LEAD):
        return True
    return bool(word.ending or word.adverbial) and not marked.plain(index)


def _ends(clause: Clause, last: int) -> int | None:
    """Return where the capitals behind a thing end, with the years that it is for.

    None where another name may follow: the Fund for Science and Culture, or and the Union.
    """
    marked, ends = clause.marked, last
    for index in range(last, min(clause.sentence.last, last + _LONGEST)):
        word = marked.tokens[index].word
        if word.letters in _CAPITAL or _is_year(clause, index):
            if marked.tags[index - 1] & Tag.CONJUNCTION:
                return None
            ends = index + 1
        elif marked.mark(index) in _DASHES and index == ends:
            continue
        elif not _joins(clause, index) and not marked.tags[index] & Tag.CONJUNCTION:
            break
    return ends


def _is_year(clause: Clause, index: int) -> bool:
    word = clause.marked.tokens[index].word
    return word.letters == Letters.NUMBER and len(word.text) == _YEAR


def _joins(clause: Clause, index: int) -> bool:
    """Whether a small word joins the parts of a name: of, for."""
    return clause.marked.folds[index] in clause.marked.lexicon.outcomes.joining
