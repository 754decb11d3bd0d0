"""Names of what is looked for, known again in any form that a question may put them in.

"Taşkent'teki", «ташкентский» and "Toshkentning" mean one town, «Боснии и Герцеговине» one country.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.romanize import roman
from bot.language.search_vocabulary import telling
from bot.language.stems import nominatives, of_one_word, towns_of

LONGEST_NAME = 6
"""Words of the longest name that is looked for as one."""

_SLIPS = ((9, 2), (5, 1))
"""Letters from which a word may hold so many slips."""

_VOWELS = "aeiouy"

_JOINED = 2
"""Words that are written as one."""

Meaning = TypeVar("Meaning")
Stems = tuple[str, ...]


class KnownNames(Generic[Meaning]):
    """All names, each with what it means; names of one word and longer ones apart."""

    def __init__(self) -> None:
        self._single: dict[str, list[Meaning]] = defaultdict(list)
        self._without_vowel: dict[str, list[Meaning]] = defaultdict(list)
        self._long: dict[Stems, list[tuple[Stems, Meaning]]] = defaultdict(list)

    def learn(
        self, words: Sequence[str], meaning: Meaning, *, bends: bool = False, joins: bool = False
    ) -> None:
        """Remember that a name means something.

        Args:
            words: Of the name, folded.
            meaning: What it means; a name may mean several things.
            bends: Whether adjectives of the name are made without its last vowel, as in Russian.
            joins: Whether two words of it are written as one too: "Jalal-Abad", "Jalalabad".
        """
        stems = tuple(map(roman, telling(list(words))))
        if len(stems) == 1:
            _add(self._single[stems[0]], meaning)
            if bends and stems[0][-1:] in _VOWELS:
                _add(self._without_vowel[stems[0][:-1]], meaning)
        elif stems and len(stems) <= LONGEST_NAME:
            if joins and len(stems) == _JOINED:
                _add(self._single["".join(stems)], meaning)
            for form in nominatives(words[0]):
                self._long[str(len(stems)), form].append((stems, meaning))

    def find(self, words: Sequence[str]) -> tuple[list[Meaning], bool]:
        """Return what a name in any form may mean, and whether it stands there as it is called.

        The form that is nearest to the name counts.
        """
        if len(words) > 1:
            return self._find_long(tuple(map(roman, words)))
        for form in nominatives(words[0]):
            if form in self._single:
                return list(self._single[form]), form == roman(words[0])
        for base in towns_of(words[0]):
            if found := self._single.get(base) or self._without_vowel.get(base):
                return list(found), False
        return [], False

    def _find_long(self, asked: Stems) -> tuple[list[Meaning], bool]:
        same: list[Meaning] = []
        alike: list[Meaning] = []
        for form in nominatives(asked[0]):
            for stems, meaning in self._long.get((str(len(asked)), form), ()):
                if stems == asked:
                    _add(same, meaning)
                elif all(map(of_one_word, stems, asked)):
                    _add(alike, meaning)
        return same or alike, bool(same)

    def nearly(self, word: str) -> list[Meaning]:
        """Return what an unknown word may be a slip of, where no other name is as near to it."""
        near = [
            (distance, name)
            for form in nominatives(word)
            for name, distance in slips(form, self._single)
        ]
        least = min((distance for distance, _name in near), default=0)
        meanings: list[Meaning] = []
        for distance, name in near:
            if distance == least:
                for meaning in self._single[name]:
                    _add(meanings, meaning)
        return meanings if len(meanings) == 1 else []


def slips(word: str, known: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield those known words that `word` may be a slip of, with how many letters are off.

    A slip is a letter too many, too few, wrong, or two in the wrong order; the first one is right.
    """
    for shortest, most in _SLIPS:
        if len(word) >= shortest:
            like = [name for name in known if name[:1] == word[:1]]
            near = process.extract(word, like, scorer=OSA.distance, score_cutoff=most, limit=None)
            yield from ((name, int(far)) for name, far, _ in near)
            return


def _add(meanings: list[Meaning], meaning: Meaning) -> None:
    if meaning not in meanings:
        meanings.append(meaning)
