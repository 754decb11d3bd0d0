"""Which of many names is meant by a few typed letters: whole words by sound, slips by eye."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from bot.language.name_matching import alike, name_sound
from bot.language.romanize import roman

WORTH_SUGGESTING = 72
"""Likeness by eye (0 to 100) from which a name is offered for one that nobody bears."""

SHORTEST_BEGINNING = 3
"""Sounds of a word that may stand for a longer one which begins so."""


def holds_words(words: Iterable[str], name: str, language: str | None = None) -> bool:
    """Whether a name holds each of these words, or a longer one that begins so.

    Args:
        words: As they sound (`bot.language.name_matching.NameSound.words`).
        name: In any spelling or script.
        language: Of the name (ISO 639-1), or None.
    """
    theirs = name_sound(name, language).words
    return all(_begins_one(word, theirs) for word in words)


def _begins_one(word: str, theirs: Iterable[str]) -> bool:
    for other in theirs:
        if alike(word, other):
            return True
        if len(word) >= SHORTEST_BEGINNING and alike(word, other[: len(word)]):
            return True
    return False


def likeness_by_eye(one: str, two: str) -> float:
    """Return how alike two names look in Latin letters, in any order of words, from 0 to 100."""
    return fuzz.token_sort_ratio(roman(one), roman(two))


def slip_likeness(typed: str, name: str) -> float:
    """Return how likely `typed` is a slip for a name or one of its words, from 0 to 100."""
    wanted, latin = roman(typed), roman(name)
    return max(fuzz.ratio(wanted, part) for part in (latin, *latin.split()))
