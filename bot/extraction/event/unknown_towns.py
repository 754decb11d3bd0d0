"""Towns and villages that no catalogue knows, by what the text says of them.

"In the village of X", "X ауылында", and, where both headline and body speak of it, a capitalised
word that is nothing else in the case or behind the preposition that says "in".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.event import place_words
from bot.extraction.people import name_endings
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from config.text import fold

_ELSE = frozenset({Passage.BACKGROUND, Passage.OUTLOOK, Passage.FURNITURE, Passage.SPEECH})
_AHEAD = frozenset({Passage.HEADLINE, Passage.LEAD})
_ADJECTIVES = 3  # words at most between "in" and the word for a town
_WORDS = 3  # of a town's name at most
_OFFICE = 3  # words around the word for a town within which an office claims it
_LETTERS = 5  # of a town's name with its ending that may be found by the ending alone


@dataclass(frozen=True, slots=True)
class Town:
    """A town that the text names: its tokens from `first` up to, not including, `last`."""

    name: str
    first: int
    last: int
    located: bool


def by_town_word(marked: TaggedArticle, offices: frozenset[int]) -> Town | None:
    """Return the first town in which the text says something is, by the word "town" beside it.

    One that is only named stands in for it where there is none.
    """
    named: Town | None = None
    for match in marked.found:
        if not match.tag & Tag.CUE or match.first in offices:
            continue
        if not any(entry.key == "town_words" for entry in match.entries):
            continue
        sentence = marked.sentence_of(match.first)
        if marked.passage(sentence) in _ELSE or place_words.is_beside(
            marked, sentence, match, ("background",)
        ):
            continue
        located = _located(marked, sentence, match)
        if not located and _of_office(marked, sentence, match):
            continue
        town = _beside(marked, sentence, match, located=located)
        if town is not None and located:
            return town
        named = named or town
    return named


def _beside(
    marked: TaggedArticle, sentence: Sentence, match: Match, *, located: bool
) -> Town | None:
    """Return the name that stands beside a word for a town, or None."""
    if marked.lexicon.grammar.head == "final":
        last = first = match.first
        joined = _hyphened(marked, first - 2)  # the last part may be a word: Туз-Булак
        if first - 1 < sentence.first or not (joined or _is_name(marked, first - 1)):
            return None
        first -= 1
        while _hyphened(marked, first - 1) and first - 2 >= sentence.first:
            first -= 2
        return Town(_name(marked, first, last), first, last, located)
    first = last = match.last
    while last < min(sentence.last, first + _WORDS * 2) and (
        _is_name(marked, last) or _hyphened(marked, last + 1)
    ):
        last += 1
        while _hyphened(marked, last) and last + 1 < sentence.last:
            last += 2
    return Town(_name(marked, first, last), first, last, located) if last > first else None


def _is_name(marked: TaggedArticle, index: int) -> bool:
    return (
        0 <= index < len(marked.tokens)
        and marked.tags[index] == Tag.NONE
        and marked.tokens[index].word.letters == Letters.CAPITAL
    )


def _hyphened(marked: TaggedArticle, index: int) -> bool:
    """Whether the token at `index` is a hyphen between the parts of one name: Туз-Булак."""
    return (
        0 < index < len(marked.tokens) - 1
        and marked.mark(index) == "-"
        and marked.tokens[index].glued
        and marked.tokens[index + 1].glued
    )


def _name(marked: TaggedArticle, first: int, last: int) -> str:
    """Return the name in the nominative; of several words the last alone is brought there.

    Before a word for a town it stands in the nominative where that word is the last.
    """
    final = marked.lexicon.grammar.head == "final"
    end = marked.tokens[last - 1].word.base if final else name_endings.nominative(marked, last - 1)
    start = marked.tokens[first].start
    return marked.text[start : marked.tokens[last - 1].start] + end


def _located(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a word for a town stands in the case or behind the preposition that says "in"."""
    lexicon = marked.lexicon
    word = marked.tokens[match.last - 1].word.fold
    if lexicon.grammar.head == "final":
        return word.endswith(lexicon.in_endings)
    if lexicon.in_cases and not word.endswith(lexicon.in_cases):
        return False
    for at in range(match.first - 1, max(sentence.first, match.first - _ADJECTIVES - 1) - 1, -1):
        if marked.tokens[at].word.fold in lexicon.in_words:
            return True
        if marked.tags[at] & Tag.PREPOSITION or marked.mark(at):
            return False
    return False


def _of_office(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether the town is somebody's: the mayor of the town of X, X ауылының әкімі."""
    if marked.lexicon.grammar.head == "final":
        near = range(match.last, min(sentence.last, match.last + _OFFICE))
    else:
        near = range(max(sentence.first, match.first - _OFFICE), match.first)
    return any(marked.tags[at] & Tag.ROLE for at in near)


def by_case(marked: TaggedArticle, offices: frozenset[int], names: frozenset[str]) -> Town | None:
    """Return the town of a headline or lead that only its case or preposition shows, or None.

    It must stand beside what is held, and elsewhere in the text as well.
    """
    for sentence in marked.sentences:
        if marked.passage(sentence) not in _AHEAD:
            continue
        for town in _in_places(marked, sentence):
            taken = offices.intersection(range(town.first, town.last))
            if not taken and fold(town.name) not in names and _again(marked, sentence, town):
                return town
    return None


def _in_places(marked: TaggedArticle, sentence: Sentence) -> Iterator[Town]:
    lexicon = marked.lexicon
    final, endings = lexicon.grammar.head == "final", lexicon.in_endings
    if lexicon.in_cases:
        return  # a nominative cannot be told from the case alone
    # what begins a sentence is a name where its ending shows, or where it is one elsewhere
    for index in range(sentence.first, sentence.last):
        if not _is_name(marked, index) or len(marked.tokens[index].word.text) < _LETTERS:
            continue
        word = marked.tokens[index].word
        first = index
        while final and _hyphened(marked, first - 1) and first - 2 >= sentence.first:
            first -= 2
        ending = fold(word.ending) if lexicon.grammar.apostrophe else word.fold
        if final and not (ending and ending.endswith(endings)):
            continue
        if (
            not final
            and marked.tokens[max(index - 1, 0)].word.fold != lexicon.grammar.events.in_words[0]
        ):
            continue
        beside = _is_name(marked, index + 1) or (_is_name(marked, first - 1) and not final)
        held = Match(first, index + 1, (), Tag.NONE)
        if not beside and place_words.is_beside_event(marked, sentence, held):
            name = _name(marked, first, index + 1)
            if final and not word.ending:
                name = name[: len(name) - max(map(len, filter(word.fold.endswith, endings)))]
            yield Town(name, first, index + 1, located=True)


def _again(marked: TaggedArticle, sentence: Sentence, town: Town) -> bool:
    """Whether the text speaks of the town in another sentence as well."""
    word = marked.tokens[town.last - 1].word
    stem = fold(word.base)[: len(fold(town.name.rpartition("-")[2]))]
    shown = bool(word.ending) or town.first > sentence.first
    for index, token in enumerate(marked.tokens):
        elsewhere = not sentence.first <= index < sentence.last
        capital = token.word.letters in {Letters.CAPITAL, Letters.CAPITALS}
        named = shown or index > marked.sentence_of(index).first
        if elsewhere and capital and named and token.word.fold.startswith(stem):
            return marked.passage(marked.sentence_of(index)) not in _ELSE
    return False
