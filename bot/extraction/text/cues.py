"""Phrases that show something, looked for among the words of a sentence.

What sort of text it is, how a body is spoken of.

Unlike the lexicon's phrases, they mark nothing and hide nothing from one another. A word of a
phrase that ends in * is only a beginning: "рассматрива*".
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from config.text import fold

_BEGINNING = "*"
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

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return all phrases among the folded `words`, in order; they may overlap."""
        found: list[Cue] = []
        whole, begun = self._whole, self._begun
        for at, word in enumerate(words):
            # hardly a word begins a phrase, so nothing is made for those that do not
            for phrases in (whole.get(word), begun.get(word[:_INDEXED])):
                if phrases is not None:
                    fitting = [phrase for phrase in phrases if _stands(words, at, phrase)]
                    found += [Cue(phrase.key, at, at + len(phrase.words)) for phrase in fitting]
        return found


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase and its key; of each word, whether it is only a beginning."""

    key: str
    words: tuple[tuple[str, bool], ...]


def _phrase(key: str, text: str) -> _Phrase:
    words = text.replace("-", " ").split()
    told = [(fold(word.removesuffix(_BEGINNING)), word.endswith(_BEGINNING)) for word in words]
    return _Phrase(key, tuple(told))


def _stands(words: Sequence[str], at: int, phrase: _Phrase) -> bool:
    if at + len(phrase.words) > len(words):
        return False
    for offset, (known, is_beginning) in enumerate(phrase.words, at):
        word = words[offset]
        if word != known and not (is_beginning and word.startswith(known)):
            return False
    return True
