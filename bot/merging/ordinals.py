"""Which in a row an event is: the eleventh session, in figures, letters or Roman numerals."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.language import concepts

_NEAR_MONTH = 8
"""Characters around a month's name: "on the 5th of May" is a day, no fifth session."""

_BEFORE_ITS_NOUN = 4
"""Words from an ordinal to the gathering that it counts."""

_MOST_IN_A_ROW = 100
"""An ordinal from here on counts no sessions."""

_NEAR_ORDINAL = re.compile(
    r"(?<![\w.,])(\d{1,3})"
    r"(?:\s?[-–‑]?\s?(?:st|nd|rd|th|й|я|е|го|м|му|ой|ая|ое|ый)\b"
    r"|[-–‑][^\W\d_]{1,6}\b"
    r"|\.(?=\s[^\W\d_]))"
)
_ROMAN = re.compile(r"(?<!\w)(?:[XVI]{2,6}|[ХІV]{2,6})(?!\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "Х": 10, "І": 1}
_GATHERING = frozenset({"minister", "speaker", "rector"})
"""Offices whose holders gather: the third meeting of rectors."""


def ordinals(tagged: TaggedArticle, told: str, words: Sequence[str]) -> frozenset[int]:
    """Return the ordinals in `told`, the reported part of the beginning, that count a gathering.

    None that stands for a day, and none of a prize, a step or a budget: a gathering, or those who
    gather, must follow within a few words.
    """
    numbered = list(_numbered(tagged, told, words))
    nouns = _gathering_words(tagged, told, words) if numbered else []
    found = {number for at, number in numbered if _counts(at, nouns)}
    return frozenset(number for number in found if 0 < number < _MOST_IN_A_ROW)


def _counts(at: int, nouns: Sequence[int]) -> bool:
    return any(at <= noun <= at + _BEFORE_ITS_NOUN for noun in nouns)


def _gathering_words(tagged: TaggedArticle, told: str, words: Sequence[str]) -> list[int]:
    """Return the places, in words, of what names a gathering or those who gather."""
    places = [at for at, _ in concepts.formats().find(words)]
    places += [at for at, idea in concepts.offices().find(words) if idea in _GATHERING]
    starts = _word_starts(told)
    kinds = [t.start for t, tags in zip(tagged.tokens, tagged.tags, strict=True) if tags & Tag.KIND]
    return places + [bisect_right(starts, start) - 1 for start in kinds if start < len(told)]


def _numbered(tagged: TaggedArticle, told: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the place in words and the number of each ordinal in `told` that stands for no day."""
    months = []
    for token, tags in zip(tagged.tokens, tagged.tags, strict=True):
        if tags & Tag.MONTH:
            months.append((token.start - _NEAR_MONTH, token.end + _NEAR_MONTH))
    last = -2
    for at, idea in sorted(concepts.ordinals().find(words)):
        number = int(idea)
        if at != last + 1:  # the "first" of "eleventh", in languages that say "ten first"
            yield at, number
        last = at if number > 10 else -2
    starts = _word_starts(told)
    for match in _NEAR_ORDINAL.finditer(told):
        if not any(start <= match.end() and match.start() <= end for start, end in months):
            yield bisect_right(starts, match.start()) - 1, int(match[1])
    for match in _ROMAN.finditer(told):
        yield bisect_right(starts, match.start()) - 1, _roman(match[0])


def _word_starts(text: str) -> list[int]:
    """Return where each of `concepts.folded_words` begins in `text`."""
    return [match.start() for match in concepts.WORD.finditer(text)]


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
