"""Phrases that show something, looked for among the words of a sentence: what sort of text it is, how a body is spoken of.

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
        self._whole: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key, phrases in tables.items():
            for phrase in phrases:
                words = tuple(_folded(word) for word in phrase.replace("-", " ").split())
                if words[0].endswith(_BEGINNING):
                    self._begun[words[0][:_INDEXED].rstrip(_BEGINNING)].append((words, key))
                else:
                    self._whole[words[0]].append((words, key))

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return all phrases among the folded `words`, in order; they may overlap."""
        found: list[Cue] = []
        for at, word in enumerate(words):
            candidates = [*self._whole.get(word, ()), *self._begun.get(word[:_INDEXED], ())]
            found += (
                Cue(key, at, at + len(phrase))
                for phrase, key in candidates
                if _stands(words, at, phrase)
            )
        return found


def _folded(word: str) -> str:
    return fold(word) if not word.endswith(_BEGINNING) else fold(word[:-1]) + _BEGINNING


def _stands(words: Sequence[str], at: int, phrase: Sequence[str]) -> bool:
    if at + len(phrase) > len(words):
        return False
    return all(
        word.startswith(known[:-1]) if known.endswith(_BEGINNING) else word == known
        for known, word in zip(phrase, words[at:], strict=False)
    )
