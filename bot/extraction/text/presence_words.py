"""The words that tell who was there, folded as the reader compares them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from config.grammar import Presence
from config.text import APOSTROPHES, fold

_WORD = re.compile(rf"(?:[^\W\d_]|[{re.escape(APOSTROPHES)}])+")


@dataclass(frozen=True, slots=True)
class PresenceWords:
    """The words that tell who was there, folded, as `config.grammar.Presence` lists them.

    Attributes:
        deeds: Beginnings of words.
        deed_words: Words.
        groups: Words.
        makers: Roles in their dictionary form.
        recalled: Phrases by their first word.
        thanked: Beginnings of words.
        about: Words.
        foremost: Words.
    """

    deeds: tuple[str, ...]
    deed_words: frozenset[str]
    groups: frozenset[str]
    makers: frozenset[str]
    recalled: Mapping[str, tuple[tuple[str, ...], ...]]
    thanked: tuple[str, ...]
    about: frozenset[str]
    foremost: frozenset[str]

    @classmethod
    def of(cls, words: Presence) -> "PresenceWords":
        """Return `words` folded."""
        return cls(
            _folded(words.deeds),
            frozenset(_folded(words.deed_words)),
            frozenset(_folded(words.groups)),
            frozenset(words.makers),
            _by_first_word(words.recalled),
            _folded(words.thanked),
            frozenset(_folded(words.about)),
            frozenset(_folded(words.foremost)),
        )


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return `phrases` as folded words, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        words = folded_words(phrase)
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def folded_words(phrase: str) -> tuple[str, ...]:
    """Return the words of `phrase`, folded."""
    return _folded(_WORD.findall(phrase))


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)
