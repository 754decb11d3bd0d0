"""Phrases that show something, looked for among the words of a sentence.

What sort of text it is, how a body is spoken of.

Unlike the lexicon's phrases, they mark nothing and hide nothing from one another. A word of a
phrase that ends in * is only a beginning: "рассматрива*".
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from config.text import fold

_BEGINNING = "*"
_REMEMBERED = 1_024  # words: more than an article has
_INDEXED = 3  # letters by which beginnings are looked up


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase found: the words from `first` up to, not including, `last`."""

    key: str
    first: int
    last: int


class Cues:
    """Finds the phrases of some tables, each known by its key."""

    def __init__(self, tables: Mapping[str, Sequence[str]]) -> None:
        whole: dict[str, list[_Phrase]] = defaultdict(list)
        begun: dict[str, list[_Phrase]] = defaultdict(list)
        for key, phrases in tables.items():
            for text in phrases:
                phrase = _phrase(key, text)
                first, is_beginning = phrase.words[0]
                if is_beginning:
                    begun[first[:_INDEXED]].append(phrase)
                else:
                    whole[first].append(phrase)
        self._whole, self._begun = dict(whole), dict(begun)
        self._beginning = lru_cache(maxsize=_REMEMBERED)(self._begun_by)

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return all phrases among the folded `words`, in order; they may overlap."""
        found: list[Cue] = []
        every = enumerate(map(self._beginning, words))
        for at, phrases in [pair for pair in every if pair[1]]:
            fitting = [
                phrase for phrase in phrases if not phrase.rest or _goes_on(words, at, phrase)
            ]
            found += [Cue(phrase.key, at, at + len(phrase.words)) for phrase in fitting]
        return found

    def _begun_by(self, word: str) -> tuple["_Phrase", ...]:
        """Return the phrases that `word` may begin: of nearly every word none."""
        known = (*self._whole.get(word, ()), *self._begun.get(word[:_INDEXED], ()))
        return tuple(phrase for phrase in known if _fits(word, *phrase.words[0]))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase and its key; of each word, whether it is only a beginning.

    Attributes:
        key: Its key.
        words: Its words.
        rest: Those behind the first.
    """

    key: str
    words: tuple[tuple[str, bool], ...]
    rest: tuple[tuple[str, bool], ...]


def _phrase(key: str, text: str) -> _Phrase:
    words = text.replace("-", " ").split()
    told = [(fold(word.removesuffix(_BEGINNING)), word.endswith(_BEGINNING)) for word in words]
    return _Phrase(key, tuple(told), tuple(told[1:]))


def _fits(word: str, known: str, is_beginning: bool) -> bool:  # noqa: FBT001 - of a phrase
    return word == known or (is_beginning and word.startswith(known))


def _goes_on(words: Sequence[str], at: int, phrase: _Phrase) -> bool:
    """Whether the words behind the one at `at` are the rest of `phrase`.

    A plain loop: it is asked some hundred times a page, and ends at the first word as a rule.
    """
    if at + len(phrase.rest) >= len(words):
        return False
    for step, (known, is_beginning) in enumerate(phrase.rest, 1):
        word = words[at + step]
        if word != known and not (is_beginning and word.startswith(known)):
            return False
    return True
