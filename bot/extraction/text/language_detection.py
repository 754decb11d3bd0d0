"""In which language a text is written.

This is told by its letters, its small words and the endings of its words. The languages of the
field are near to each other: what tells Kazakh from Kyrgyz is a handful of letters, and Uzbek from
Turkish its little words. All stand in `config`, so that a new language needs no model and no code.
A text in a language that is not read is told so.
"""

import re
import unicodedata
from collections import Counter, defaultdict
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


class LanguageDetector:
    """Tells the language of texts; safe to share between threads.

    What a word tells is looked up in one index of all languages and remembered.
    """

    def __init__(
        self, grammars: Mapping[str, Grammar], unread: Mapping[str, Detect] | None = None
    ) -> None:
        """Take the languages that are read, and how languages show that are not."""
        self._read = {code: grammar.detect for code, grammar in grammars.items()}
        self._unread = dict(unread or {})
        self._cyrillic = {code: _is_cyrillic(signs.words) for code, signs in self._read.items()}
        self._apostrophe = {code: frozenset(known.apostrophe) for code, known in grammars.items()}
        self._by_word = defaultdict[str, list[str]](list)
        for code, signs in (*self._read.items(), *self._unread.items()):
            for word in signs.words:
                self._by_word[word].append(code)
        self._told_by = lru_cache(maxsize=4_096)(self._codes_of)

    def detect(self, text: str, hint: str | None = None) -> str:
        """Return the code of the language that `text` is written in, one that is read or another.

        Args:
            text: Headline and body.
            hint: The language that the source claims. A short text believes it unless its letters
                or its words contradict it.
        """
        sample = nfc(text[:_ENOUGH]).lower()
        letters = Counter(sample)
        script = _script(letters)
        if script in _SCRIPTS:
            return "fa" if script == "ARABIC" and _PERSIAN & letters.keys() else _SCRIPTS[script]
        words = Counter(_WORD.findall(sample))
        cyrillic = script == "CYRILLIC"
        likely = (c for c, told in self._cyrillic.items() if script is None or told == cyrillic)
        hits, ended = self._counts(words)
        scores = {
            code: _score(self._read[code], words, letters, hits[code], ended[code])
            + self._parted(code, words)
            for code in likely
        }
        if not scores:
            return UNDETERMINED
        for code in scores:
            if hint is not None and code.partition("-")[0] == hint.partition("-")[0]:
                scores[code] += _claim(self._read[code], words, letters)
        best = max(scores, key=lambda code: (scores[code], code == hint, code in {"en", "ru"}))
        if scores[best] > _SURE:
            return best
        others = {
            code: _score(signs, words, letters, hits[code], ended[code])
            for code, signs in self._unread.items()
        }
        other = max(others, key=lambda code: others[code], default=best)
        lead = _UNREAD_LEAD + _UNREAD_WORDS / (words.total() or 1)
        return other if others.get(other, 0.0) > scores[best] + lead else best

    def _counts(self, words: Counter[str]) -> tuple[Counter[str], Counter[str]]:
        """Return by language how many of the words are its own small ones, and end as its do."""
        hits, ended = Counter[str](), Counter[str]()
        for word, (small, ends) in zip(words, map(self._told_by, words), strict=True):
            for code in small:
                hits[code] += words[word]
            for code in ends:
                ended[code] += words[word]
        return hits, ended

    def _codes_of(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the languages of which `word` is a small word, and those as whose it ends."""
        signs = (*self._read.items(), *self._unread.items()) if len(word) >= _LONG_WORD else ()
        ends = (code for code, told in signs if word.endswith(told.endings))
        return tuple(self._by_word.get(word, ())), tuple(ends)

    def _parted(self, code: str, words: Counter[str]) -> float:
        """Weigh the words that an apostrophe parts from an ending: Antalya'da."""
        endings = self._apostrophe[code]
        if not endings:
            return 0.0
        parted = (word for word in words if not word.isalpha())
        found = sum(words[word] for word in parted if _ending(word) in endings)
        return _OWN * found / (words.total() or 1)


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


def _is_cyrillic(words: tuple[str, ...]) -> bool:
    return any("\u0400" <= letter < "\u0530" for letter in "".join(words))


def _claim(signs: Detect, words: Counter[str], letters: Counter[str]) -> float:
    """Return what the source's claim is worth, which is nothing where the letters contradict it."""
    if any(letters[letter] for letter in signs.foreign):
        return 0.0
    return _BELIEVED * min(1.0, _SHORT / (sum(words.values()) or 1))


def _score(
    signs: Detect, words: Counter[str], letters: Counter[str], hits: int, ended: int
) -> float:
    """Weigh the signs of a language of which a text has `hits` small words and `ended` endings."""
    total = words.total() or 1
    own = sum(letters[letter] for letter in signs.letters if letter in letters)
    foreign = sum(letters[letter] for letter in signs.foreign if letter in letters)
    lacking = _LACKING * sum(1 for letter in signs.usual if words and letter not in letters)
    return (hits + _OWN * own + _ENDING * ended - _FOREIGN * foreign) / total - lacking
