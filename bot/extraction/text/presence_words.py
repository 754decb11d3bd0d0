"""The words that tell who was there, folded as the reader compares them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from config.presence import Presence
from config.text import APOSTROPHES, fold

_WORD = re.compile(rf"(?:[^\W\d_]|[{re.escape(APOSTROPHES)}])+")
_REMEMBERED = 8_192  # words
RECORDED = ("video", "видео", "бейне")
"""Beginnings of words for a speech that is shown, whoever gave it being there in it."""
_ENDING = "-"  # before what only ends words


class Beginnings:
    """Beginnings of words, of which there may be hundreds; what was asked is remembered.

    Attributes:
        begin: Whether a folded word begins with one of them.
    """

    def __init__(self, stems: tuple[str, ...]) -> None:
        self._stems = stems
        self.begin: Callable[[str], bool] = lru_cache(maxsize=_REMEMBERED)(self._begin)

    def _begin(self, word: str) -> bool:
        return word.startswith(self._stems)


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
        strong: Beginnings of words.
        denials: Words.
        denying: Endings of words.
        spoken_of: Beginnings of words.
        according: Words.
        relatives: Words.
        companions: Words.
        onlies: Words.
        former: Beginnings of words.
        made: Endings of words.
        makes: Words.
        carriers: Words.
        occupations: Beginnings of words.
        undergone: Endings of words.
        earlier: Words.
        reported: Endings of words.
        owned_clauses: Whether who does what a clause tells stands in the genitive.
        things: Beginnings of words.
        belongs: Words.
        whose: Words.
        since: Words.
        retold: Phrases.
        afar: Phrases, of each word its beginning.
        coming: Endings of words.
        awaited: Beginnings of words.
        letters: Beginnings of words.
        handed: Beginnings of words.
        pronouns: Words.
        sent: Beginnings of words.
        conveyed: Beginnings of words.
        represented: Beginnings of words.
        likened: Words.
        likening: Endings of words.
        greeted: Beginnings of words.
        recollects: Beginnings of words.
        created: Beginnings of words.
        papers: Beginnings of words.
        anaphors: Words.
        causes: Words.
        causing: Endings of words.
        bonds: Beginnings of words.
        stays: Beginnings of words.
        mouthpieces: Beginnings of offices in their dictionary form.
        intended: Endings of words.
        unattended: Phrases, of each word its beginning.
        telling: All beginnings of words that may tell of who was elsewhere.
    """

    deeds: Beginnings
    deed_words: frozenset[str]
    groups: frozenset[str]
    makers: frozenset[str]
    recalled: Mapping[str, tuple[tuple[str, ...], ...]]
    thanked: Beginnings
    about: frozenset[str]
    foremost: frozenset[str]
    strong: Beginnings
    denials: frozenset[str]
    denying: tuple[str, ...]
    spoken_of: tuple[str, ...]
    according: frozenset[str]
    relatives: frozenset[str]
    companions: frozenset[str]
    onlies: frozenset[str]
    former: Beginnings
    made: tuple[str, ...]
    makes: frozenset[str]
    carriers: frozenset[str]
    occupations: tuple[str, ...]
    undergone: tuple[str, ...]
    earlier: frozenset[str]
    reported: tuple[str, ...]
    owned_clauses: bool
    things: Beginnings
    belongs: frozenset[str]
    whose: frozenset[str]
    since: frozenset[str]
    retold: tuple[tuple[str, ...], ...]
    afar: tuple[tuple[str, ...], ...]
    coming: tuple[str, ...]
    awaited: tuple[str, ...]
    letters: tuple[str, ...]
    handed: tuple[str, ...]
    pronouns: frozenset[str]
    sent: tuple[str, ...]
    conveyed: tuple[str, ...]
    represented: tuple[str, ...]
    likened: frozenset[str]
    likening: tuple[str, ...]
    greeted: tuple[str, ...]
    recollects: tuple[str, ...]
    created: tuple[str, ...]
    papers: tuple[str, ...]
    anaphors: frozenset[str]
    causes: frozenset[str]
    causing: tuple[str, ...]
    bonds: tuple[str, ...]
    stays: tuple[str, ...]
    mouthpieces: tuple[str, ...]
    intended: tuple[str, ...]
    unattended: tuple[tuple[str, ...], ...]
    telling: Beginnings

    @classmethod
    def of(cls, words: Presence) -> "PresenceWords":
        """Return `words` folded."""
        denials, denying = _endings_apart(words.negated)
        causes, causing = _endings_apart(words.causes)
        return cls(
            Beginnings(_folded((*words.deeds, *words.strong))),
            frozenset(_folded(words.deed_words)),
            frozenset(_folded(words.groups)),
            frozenset(words.makers),
            _by_first_word(words.recalled),
            Beginnings(_folded(words.thanked)),
            frozenset(_folded(words.about)),
            frozenset(_folded(words.foremost)),
            Beginnings(_folded(words.strong)),
            denials,
            denying,
            _folded(words.spoken_of),
            frozenset(_folded(words.according)),
            frozenset(_folded(words.relatives)),
            frozenset(_folded(words.companions)),
            frozenset(_folded(words.onlies)),
            Beginnings(_folded(words.former)),
            _folded(words.made),
            frozenset(_folded(words.makes)),
            frozenset(_folded(words.carriers)),
            words.occupations,
            _folded(words.undergone),
            frozenset(_folded(words.earlier)),
            _folded(words.reported),
            words.owned_clauses,
            Beginnings(_folded(words.things)),
            frozenset(_folded(words.belongs)),
            frozenset(_folded(words.whose)),
            frozenset(_folded(words.since)),
            tuple(map(folded_words, words.retold)),
            tuple(map(folded_words, words.afar)),
            _folded(words.coming),
            _folded(words.awaited),
            _folded(words.letters),
            _folded(words.handed),
            frozenset(_folded(words.pronouns)),
            _folded(words.sent),
            _folded(words.conveyed),
            _folded(words.represented),
            frozenset(_folded(words.likened)),
            _folded(words.likening),
            _folded(words.greeted),
            _folded(words.recollects),
            _folded(words.created),
            _folded(words.papers),
            frozenset(_folded(words.anaphors)),
            causes,
            causing,
            _folded(words.bonds),
            _folded(words.stays),
            words.mouthpieces,
            _folded(words.intended),
            tuple(map(folded_words, words.unattended)),
            Beginnings(_telling(words)),
        )


def _telling(words: Presence) -> tuple[str, ...]:
    """Return the beginnings of all words that `bot.extraction.people.elsewhere` looks for."""
    first = (phrase.split()[0] for phrase in (*words.afar, *words.unattended))
    rest = (words.letters, words.sent, words.conveyed, words.represented, words.created)
    return _folded((*first, *chain.from_iterable(rest), *RECORDED))


def _endings_apart(words: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the folded words of a list, and the endings among them."""
    whole = [word for word in words if word[0] != _ENDING]
    endings = [word[1:] for word in words if word[0] == _ENDING]
    return frozenset(_folded(whole)), _folded(endings)


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
