"""In which language a text is written, by the letters that only that language has and by its small words.

The languages of the field are near to each other: what tells Kazakh from Kyrgyz is a handful of letters, and Uzbek from Turkish its little
words. Both stand in `config/languages`, so that a new language needs no model and no code.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from config.grammar import Grammar

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘ʼ`][^\W\d_]+)*")
_ENOUGH = 4_000  # characters: more of a text says nothing new


def detect(text: str, grammars: Mapping[str, Grammar], hint: str | None = None) -> str:
    """Return the code of the grammar that `text` is written in; `hint` decides where the text gives no sign at all."""
    sample = text[:_ENOUGH]
    words = Counter(_WORD.findall(sample.lower()))
    letters = Counter(sample.lower())
    total = sum(words.values()) or 1
    scores = {code: _score(grammar, words, letters, total) for code, grammar in grammars.items()}
    best = max(scores, key=lambda code: (scores[code], code == hint, code == "en"))
    return best


def _score(grammar: Grammar, words: Counter[str], letters: Counter[str], total: int) -> float:
    frequent, own, foreign = _signs(grammar)
    hits = sum(words[word] for word in frequent)
    return hits / total + 4 * sum(letters[c] for c in own) / (6 * total) - 8 * sum(letters[c] for c in foreign) / (6 * total)


@lru_cache(maxsize=64)
def _signs(grammar: Grammar) -> tuple[tuple[str, ...], str, str]:
    return tuple(word.lower() for word in grammar.detect.words), grammar.detect.letters, grammar.detect.foreign
