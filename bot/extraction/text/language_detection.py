"""In which language a text is written.

This is told by its letters, its small words and the endings of its words. The languages of the
field are near to each other: what tells Kazakh from Kyrgyz is a handful of letters, and Uzbek from
Turkish its little words. All stand in `config`, so that a new language needs no model and no code.
A text in a language that is not read is told so.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from config.grammar import Detect, Grammar
from config.text import nfc

UNDETERMINED = "und"
"""The code of a text in a script that nothing is known of (BCP 47)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘ʼ`][^\W\d_]+)*")
_APOSTROPHE = re.compile(r"['’ʻ‘ʼ`]")
_ENOUGH = 4_000  # characters: more of a text says nothing new
_LONG_WORD = 5  # letters of a word whose ending tells
_OWN, _FOREIGN, _ENDING = 0.7, 1.4, 0.5  # weights of letters and endings beside one small word
_LACKING = 0.1  # for each usual letter that a text lacks
_BELIEVED = 0.15  # what the source's claim is worth in a short text
_SHORT = 60  # words up to which it is worth all that
_SURE = 0.35  # a score that no text in a language that is not read reaches in another
_UNREAD_LEAD, _UNREAD_WORDS = 0.08, 1.5
"""By how much an unread language must be the likelier, and by how many words: "met in" is Dutch."""

_SCRIPTS = {
    "ARABIC": "ar",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GREEK": "el",
    "HEBREW": "he",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "DEVANAGARI": "hi",
    "THAI": "th",
}
"""Scripts that no language read is written in, by the language that is met in each most."""

_PERSIAN = frozenset("پچژگ")


def detect(
    text: str,
    grammars: Mapping[str, Grammar],
    hint: str | None = None,
    unread: Mapping[str, Detect] | None = None,
) -> str:
    """Return the code of the language that `text` is written in: a key of `grammars`, or another.

    Args:
        text: Headline and body.
        grammars: The languages that are read.
        hint: The language that the source claims. A short text believes it unless its letters or
            its words contradict it.
        unread: How languages show that are not read.
    """
    sample = nfc(text[:_ENOUGH]).lower()
    letters = Counter(sample)
    script = _script(letters)
    if script in _SCRIPTS:
        return "fa" if script == "ARABIC" and _PERSIAN & letters.keys() else _SCRIPTS[script]
    words = Counter(_WORD.findall(sample))
    cyrillic = script == "CYRILLIC"
    scores = {
        code: _score(grammar.detect, words, letters) + _parted(grammar, words)
        for code, grammar in grammars.items()
        if script is None or _is_cyrillic(grammar.detect.words) == cyrillic
    }
    if not scores:
        return UNDETERMINED
    for code in scores:
        if hint is not None and code.partition("-")[0] == hint.partition("-")[0]:
            scores[code] += _claim(grammars[code].detect, words, letters)
    best = max(scores, key=lambda code: (scores[code], code == hint, code in {"en", "ru"}))
    if scores[best] > _SURE:
        return best
    others = {code: _score(signs, words, letters) for code, signs in (unread or {}).items()}
    other = max(others, key=lambda code: others[code], default=best)
    lead = _UNREAD_LEAD + _UNREAD_WORDS / (sum(words.values()) or 1)
    return other if others.get(other, 0.0) > scores[best] + lead else best


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return word.endswith(endings) and len(word) >= _LONG_WORD


def _parted(grammar: Grammar, words: Counter[str]) -> float:
    """Weigh the words that an apostrophe parts from an ending: Antalya'da."""
    if not grammar.apostrophe:
        return 0.0
    found = sum(count for word, count in words.items() if _ending(word) in grammar.apostrophe)
    return _OWN * found / (sum(words.values()) or 1)


@lru_cache(maxsize=16_384)
def _ending(word: str) -> str | None:
    """Return what stands behind the last apostrophe of a word, or None where there is none."""
    parts = _APOSTROPHE.split(word)
    return parts[-1] if len(parts) > 1 else None


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ")[0]


def _script(letters: Counter[str]) -> str | None:
    """Return the script that most letters belong to, or None for a text without letters."""
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        if letter.isalpha():
            scripts[_script_of(letter)] += count
    return scripts.most_common(1)[0][0] if scripts else None


@cache
def _is_cyrillic(words: tuple[str, ...]) -> bool:
    return any("\u0400" <= letter < "\u0530" for letter in "".join(words))


def _claim(signs: Detect, words: Counter[str], letters: Counter[str]) -> float:
    """Return what the source's claim is worth, which is nothing where the letters contradict it."""
    if any(letters[letter] for letter in signs.foreign):
        return 0.0
    return _BELIEVED * min(1.0, _SHORT / (sum(words.values()) or 1))


def _score(signs: Detect, words: Counter[str], letters: Counter[str]) -> float:
    total = sum(words.values()) or 1
    hits = sum(words[word] for word in signs.words)
    own = sum(letters[letter] for letter in signs.letters)
    foreign = sum(letters[letter] for letter in signs.foreign)
    ended = 0
    if signs.endings:
        ended = sum(count for word, count in words.items() if _ends(word, signs.endings))
    lacking = _LACKING * sum(1 for letter in signs.usual if words and not letters[letter])
    return (hits + _OWN * own + _ENDING * ended - _FOREIGN * foreign) / total - lacking
