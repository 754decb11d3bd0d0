"""Marks in a sentence the words that prove a fact, whatever their endings."""

import re
from collections.abc import Iterable
from datetime import date

from markupsafe import Markup, escape

from bot.language.date_format import date_locale
from bot.messages.message import clean_line
from config.languages import INTERFACE_LANGUAGES
from config.text import fold

SENTENCE = 700
"""Characters of a sentence that are shown."""

_WORD = re.compile(r"\w+(?:[’'ʻʼ`-]\w+)*")
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"[\s.,–-]{0,3}")
_SHORTEST, _ENDING = 3, 2
"""Letters of a word that must be alike at least, and that an ending may take from a longer one."""


def marked(sentence: str, words: Iterable[str], beside: Iterable[str] = ()) -> Markup:
    """Return a sentence with those of its words marked that begin like one of `words`.

    Marks that stand side by side are one. The cost grows with the length of the sentence alone.

    Args:
        sentence: Text from outside.
        words: What proves the fact.
        beside: What is marked too where it stands beside one of these: an office beside its name.
    """
    text, stems = clean_line(sentence, SENTENCE), _stems(words)
    pieces, at = list[str](), 0
    for first, last in _runs(text, stems, _stems(beside)):
        pieces += (escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>")
        at = last
    return Markup("".join((*pieces, escape(text[at:]))))  # noqa: S704 - each text is escaped


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    found = set[str]()
    for phrase in words:
        for word in _WORD.findall(fold(phrase)):
            if word.isdigit():
                found.add(f"{word}$")
            elif len(word) >= _SHORTEST:
                found.add(word[: max(_SHORTEST, len(word) - _ENDING)])
    return tuple(sorted(found))


def _runs(text: str, stems: tuple[str, ...], beside: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where marks begin and end: runs of words of which one at least proves the fact."""
    runs, proves = list[tuple[int, int]](), list[bool]()
    for word in _WORD.finditer(text):
        proof = _begins(word[0], stems)
        if not proof and not _begins(word[0], beside):
            continue
        if runs and _GAP.fullmatch(text[runs[-1][1] : word.start()]):
            runs[-1], proves[-1] = (runs[-1][0], word.end()), proves[-1] or proof
        else:
            runs.append((word.start(), word.end()))
            proves.append(proof)
    return [run for run, proof in zip(runs, proves, strict=True) if proof]


def _begins(word: str, stems: tuple[str, ...]) -> bool:
    folded = fold(word)
    digits = _DIGITS.match(folded)
    return folded.startswith(stems) or (digits is not None and f"{digits[0]}$" in stems)


def words_of_days(first: date, last: date | None, language: str | None) -> list[str]:
    """Return the words by which a sentence in a language may name days."""
    locale = date_locale(language if language in INTERFACE_LANGUAGES else "en")
    words = list[str]()
    for day in {first, last or first}:
        words += [str(day.day), str(day.year), str(locale.months["format"]["wide"][day.month])]
        words.append(str(locale.days["format"]["wide"][day.weekday()]))
    return words
