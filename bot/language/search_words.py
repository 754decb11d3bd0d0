"""The words under which a text is found: what is kept of an event, and what a question asks for.

Both are cut and folded in the same way, so case, accents and look-alike letters do not matter; and
a Cyrillic word is found by its Latin spelling too.
"""

import re
from collections.abc import Iterable

from bot.language.romanize import roman
from config.text import fold

WORD_LENGTH = 40
"""Characters of a word that count."""

MOST_WORDS = 8
"""Words of a question that are looked for."""

TEXT_LENGTH = 20_000
"""Characters of a text that are looked into."""

_WORD = re.compile(r"[^\W_]+")


def index_words(texts: Iterable[str | None]) -> list[str]:
    """Return the words of some texts, each once: folded, and Cyrillic ones in Latin letters too."""
    found: dict[str, None] = {}
    for text in texts:
        # A text says most of its words again and again.
        for word in dict.fromkeys(_WORD.findall(fold((text or "")[:TEXT_LENGTH]))):
            found.update(dict.fromkeys(_spellings(word)))
    return list(found)


def question_words(question: str) -> list[list[str]]:
    """Return the words that a question asks for, each in the spellings under which it may be kept.

    A question without a letter or a digit asks for nothing; words beyond `MOST_WORDS` are passed
    over.
    """
    words = dict.fromkeys(word[:WORD_LENGTH] for word in _WORD.findall(fold(question)))
    return [_spellings(word) for word in list(words)[:MOST_WORDS]]


def _spellings(word: str) -> list[str]:
    both = dict.fromkeys((word[:WORD_LENGTH], roman(word)[:WORD_LENGTH]))
    return [spelling for spelling in both if spelling]
