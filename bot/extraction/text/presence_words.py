"""The words that tell who was there, folded as the reader compares them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from config.presence import Presence
from config.text import APOSTROPHES, fold

_WORD = re.compile(rf"(?:[^\W\d_]|[{re.escape(APOSTROPHES)}])+")
_REMEMBERED = 1_024  # words: more than an article has, and there are a hundred such lists
_WHOLE = (
    "deed_words", "groups", "about", "foremost", "according", "relatives", "companions",
    "onlies", "makes", "carriers", "earlier", "belongs", "whose", "since", "pronouns",
    "likened", "anaphors", "through",
    "occasions",
)  # fmt: skip
"""Lists that are compared with whole words."""
_PARTS = (
    "spoken_of", "made", "undergone", "reported", "coming", "awaited", "letters", "recorded",
    "greetings",
    "handed",
    "sent", "speeches", "conveyed", "represented", "likening", "greeted", "recollects",
    "created", "papers", "bonds", "stays", "intended", "rates",
    "jubilees", "dispatched",
    "pictures", "decrees", "signing",
    "told_of", "said", "leadership",
)  # fmt: skip
"""Lists that are compared with beginnings or endings of words."""
_PHRASES = (
    "retold", "announced", "afar", "unattended", "missing",
)  # fmt: skip
"""Lists of phrases."""
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

    def longer(self, word: str, other: "Beginnings") -> bool:
        """Whether one of them says more of a folded word than those of `other`: катыш than каты."""
        return self.reach(word) > other.reach(word)

    def reach(self, word: str) -> int:
        """How many letters of a word the longest of them takes."""
        return max((len(stem) for stem in self._stems if word.startswith(stem)), default=0)


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
        announced: Phrases.
        afar: Phrases, of each word its beginning.
        coming: Endings of words.
        awaited: Beginnings of words.
        letters: Beginnings of words.
        greetings: Beginnings of words.
        recorded: Beginnings of words.
        handed: Beginnings of words.
        pronouns: Words.
        sent: Beginnings of words.
        speeches: Beginnings of words.
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
        rates: Beginnings of words.
        decrees: Beginnings of words.
        signing: Beginnings of words.
        through: Words.
        told_of: Endings of words.
        said: Beginnings of words.
        pictures: Beginnings of words.
        occasions: Words.
        jubilees: Beginnings of words.
        dispatched: Beginnings of words.
        missing: Phrases, of each word its beginning.
        unattended: Phrases, of each word its beginning.
        leadership: Beginnings of words.
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
    announced: tuple[tuple[str, ...], ...]
    afar: tuple[tuple[str, ...], ...]
    coming: tuple[str, ...]
    awaited: tuple[str, ...]
    letters: tuple[str, ...]
    greetings: tuple[str, ...]
    recorded: tuple[str, ...]
    handed: tuple[str, ...]
    pronouns: frozenset[str]
    sent: tuple[str, ...]
    speeches: tuple[str, ...]
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
    rates: tuple[str, ...]
    decrees: tuple[str, ...]
    signing: tuple[str, ...]
    through: frozenset[str]
    told_of: tuple[str, ...]
    said: tuple[str, ...]
    pictures: tuple[str, ...]
    occasions: frozenset[str]
    jubilees: tuple[str, ...]
    dispatched: tuple[str, ...]
    missing: tuple[tuple[str, ...], ...]
    unattended: tuple[tuple[str, ...], ...]
    leadership: tuple[str, ...]
    telling: Beginnings

    @classmethod
    def of(cls, words: Presence) -> "PresenceWords":
        """Return `words` folded."""
        denials, denying = _endings_apart(words.negated)
        causes, causing = _endings_apart(words.causes)
        found: dict[str, Any] = {key: frozenset(_folded(getattr(words, key))) for key in _WHOLE}
        found |= {key: _folded(getattr(words, key)) for key in _PARTS}
        found |= {key: tuple(map(folded_words, getattr(words, key))) for key in _PHRASES}
        return cls(
            deeds=Beginnings(_folded((*words.deeds, *words.strong))),
            makers=frozenset(words.makers),
            recalled=_by_first_word(words.recalled),
            thanked=Beginnings(_folded(words.thanked)),
            strong=Beginnings(_folded(words.strong)),
            denials=denials,
            denying=denying,
            former=Beginnings(_folded(words.former)),
            occupations=words.occupations,
            owned_clauses=words.owned_clauses,
            things=Beginnings(_folded(words.things)),
            causes=causes,
            causing=causing,
            mouthpieces=words.mouthpieces,
            telling=Beginnings(_telling(words)),
            **found,
        )


def _telling(words: Presence) -> tuple[str, ...]:
    """Return the beginnings of all words that `bot.extraction.people.elsewhere` looks for."""
    first = (phrase.split()[0] for phrase in (*words.afar, *words.unattended))
    rest = (
        words.letters,
        words.recorded,
        words.sent,
        words.conveyed,
        words.represented,
        words.created,
        words.decrees,
        words.signing,
    )
    return _folded((*first, *chain.from_iterable(rest)))


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
