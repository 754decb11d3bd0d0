"""Which of many names is meant by a few typed letters: whole words by sound, slips by eye."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from bot.language.name_matching import alike, name_sound
from bot.language.romanize import roman, roman_text
from config.remembering import remembered

WORTH_SUGGESTING = 72
"""Likeness by eye (0 to 100) from which a name is offered for one that nobody bears."""

MOST_COMPARED = 5_000
"""Names that a slip is compared with: those of the people met last."""

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


def slips(typed: str, names: Sequence[str]) -> dict[int, float]:
    """Return which of some names `typed` may be a slip for, or for one of their words.

    The place of each in `names`, with its likeness from `WORTH_SUGGESTING` to 100.
    """
    parts, owners = list[str](), list[int]()
    for at, name in enumerate(names):
        told = _told(name)
        parts += told
        owners += [at] * len(told)
    found = dict[int, float]()
    near = process.extract(
        roman(typed), parts, scorer=fuzz.ratio, limit=None, score_cutoff=WORTH_SUGGESTING
    )
    for _part, likeness, place in near:
        found[owners[place]] = max(likeness, found.get(owners[place], 0.0))
    return found


@remembered(2 * MOST_COMPARED)  # more than are compared, or each new one would push out the next
def _told(name: str) -> tuple[str, ...]:
    """Return a name in Latin letters, and each of its words."""
    latin = roman_text(name)
    return latin, *latin.split()
