"""In which language a text is written, by the letters that only that language has and by its small words.

The languages of the field are near to each other: what tells Kazakh from Kyrgyz is a handful of
letters, and Uzbek from Turkish its little words. Both stand in `config/languages`, so that a new
language needs no model and no code.
"""

import re
from collections import Counter
from collections.abc import Mapping

from config.grammar import Grammar

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘ʼ`][^\W\d_]+)*")
_ENOUGH = 4_000  # characters: more of a text says nothing new


def detect(text: str, grammars: Mapping[str, Grammar], hint: str | None = None) -> str:
    """Return the code of the grammar that `text` is written in.

    `hint` decides where the text gives no sign at all.
    """
    sample = text[:_ENOUGH]
    words = Counter(_WORD.findall(sample.lower()))
    letters = Counter(sample.lower())
    total = sum(words.values()) or 1
    scores = {code: _score(grammar, words, letters, total) for code, grammar in grammars.items()}
    return max(scores, key=lambda code: (scores[code], code == hint, code == "en"))


def _score(grammar: Grammar, words: Counter[str], letters: Counter[str], total: int) -> float:
    signs = grammar.detect
    hits = sum(words[word] for word in signs.words)
    own = sum(letters[letter] for letter in signs.letters)
    foreign = sum(letters[letter] for letter in signs.foreign)
    return (hits + 0.7 * own - 1.4 * foreign) / total
