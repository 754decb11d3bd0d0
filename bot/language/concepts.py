"""Ideas that stand behind the words of every language.

What an article speaks of, and what an office is.

`concepts.toml` lists, for each idea, how the words begin that stand for it. A text is searched for
all of them at once.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from typing import Generic, TypeVar

from config.text import APOSTROPHES, fold
from config.toml import FOLDER, Checked, check, read_toml

WORD = re.compile(rf"\w[\w{APOSTROPHES}]*")
"""A word as `folded_words` parts a text."""

_REMEMBERED = 8_192
"""Words of which each table remembers what they begin."""

_WHOLE = 3
"""Letters up to which a first stem must be the whole word: shorter beginnings mean too many things.

Behind another word they tell enough (dəmir yol-u).
"""


class ConceptsFile(Checked):
    """The tables of concepts.toml: by idea, beginnings of words, parted by commas; lists of ids."""

    topics: Mapping[str, str]
    formats: Mapping[str, str]
    fields: Mapping[str, str]
    busy: tuple[str, ...]
    common: tuple[str, ...]
    matters: tuple[str, ...]
    combining: str
    unlike: str
    umbrellas: Mapping[str, str]
    documents: Mapping[str, str]
    cancelling: Mapping[str, str]
    moving: Mapping[str, str]
    contexts: Mapping[str, str]
    apart: Mapping[str, str]
    gathered: Mapping[str, str]
    chairs: Mapping[str, str]
    receptions: Mapping[str, str]
    signings: Mapping[str, str]
    ranks: Mapping[str, str]
    offices: Mapping[str, str]
    ordinals: Mapping[str, str]
    bodies: Mapping[str, str]
    two_sides: Mapping[str, str]


Idea = TypeVar("Idea")
TableIdea = tuple[str, str]
"""An idea with the name of its table before it."""


class _Beginnings(dict[str, tuple[tuple[tuple[str, ...], Idea], ...]]):
    """Word -> what it begins, asked once and then looked up; the fastest that Python has."""

    def __init__(self, ask: Callable[[str], tuple[tuple[tuple[str, ...], Idea], ...]]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> tuple[tuple[tuple[str, ...], Idea], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._ask(word)
        return found


class Concepts(Generic[Idea]):
    """Finds the ideas of one table in a text.

    Nearly every word of a text begins no idea. What each word may begin is remembered, so that a
    text costs little more than a look at each of its words.
    """

    def __init__(
        self, table: Mapping[Idea, str], combining: str = "", unlike: Iterable[str] = ()
    ) -> None:
        """Take for each idea the beginnings of words that stand for it, parted by commas.

        `combining` says what a compound begins with whose rest counts as a word of its own;
        `unlike` how words begin, folded, in which no stem counts that is shorter.
        """
        self._unlike = tuple(unlike)
        self._combining = tuple(fold(first) for first in combining.split(",") if first.strip())
        self._by_start: dict[str, list[tuple[tuple[str, ...], Idea]]] = defaultdict(list)
        for idea, stems in table.items():
            for stem in dict.fromkeys(map(str.strip, stems.split(","))):
                if words := tuple(folded_words(stem)):
                    self._by_start[words[0][:_WHOLE]].append((words, idea))
        self._beginnings = _Beginnings(self._begun_by)

    def find(self, words: Sequence[str]) -> list[tuple[int, Idea]]:
        """Return (index of the first word, idea) for each idea in the folded `words`, in order."""
        return [(at, idea) for at, _, idea in self._phrases(words)]

    def find_outer(self, words: Sequence[str]) -> list[tuple[int, Idea]]:
        """Return what `find` does, but no idea that begins inside a longer phrase of another.

        Social protection (sosial müdafiə) is no defence (müdafiə naziri).
        """
        found: list[tuple[int, Idea]] = []
        first = end = 0
        for at, length, idea in self._phrases(words):
            if at > first and at < end:
                continue
            found.append((at, idea))
            first, end = at, max(end, at + length)
        return found

    def _phrases(self, words: Sequence[str]) -> Iterator[tuple[int, int, Idea]]:
        """Yield (index of the first word, number of words, idea) for each idea, in order."""
        begun = [*map(self._beginnings.__getitem__, words)]
        for at in compress(range(len(begun)), begun):
            for rest, idea in begun[at]:
                if not rest or _goes_on(words, at + 1, rest):
                    yield at, 1 + len(rest), idea

    def of(self, text: str) -> frozenset[Idea]:
        """Return the ideas that `text` names."""
        return frozenset(idea for _, idea in self.find(folded_words(text)))

    def _begun_by(self, word: str) -> tuple[tuple[tuple[str, ...], Idea], ...]:
        """Return the ideas that `word` may begin, each with the stems that must follow."""
        parts = [word, *(word.removeprefix(first) for first in self._combining)]
        whole = [part for at, part in enumerate(parts) if not at or len(part) < len(word)]
        found: dict[tuple[tuple[str, ...], Idea], None] = {}
        for part in whole:
            for stems, idea in self._by_start.get(part[:_WHOLE], ()):
                if _stands_for(part, stems[0]) and not self._is_another(part, stems[0]):
                    found[stems[1:], idea] = None
        return tuple(found)

    def _is_another(self, word: str, stem: str) -> bool:
        """Whether `word` only begins as `stem` does: a memorandum is no architecture."""
        same = (other for other in self._unlike if len(other) > len(stem))
        return any(word.startswith(other) and other.startswith(stem) for other in same)


def _stands_for(word: str, stem: str) -> bool:
    return word == stem or (len(stem) > _WHOLE and word.startswith(stem))


def _goes_on(words: Sequence[str], at: int, stems: Sequence[str]) -> bool:
    """Whether the words from `at` on stand for all of `stems`."""
    end = at + len(stems)  # and no further: to copy the rest of a long text cost its square
    return end <= len(words) and all(map(str.startswith, words[at:end], stems))


def stems_of(table: str) -> Mapping[str, str]:
    """Return the ideas of a table of concepts.toml, and what stands for each."""
    listed: Mapping[str, str] = getattr(_file(), table)
    return listed


def in_words(stems: str) -> list[list[str]]:
    """Return the phrases of an idea, which are parted by commas, each in its folded words."""
    return [fold(stem).split() for stem in stems.split(",") if stem.strip()]


def folded_words(text: str) -> list[str]:
    """Return the words of `text`, folded, in order."""
    return [*map(fold, WORD.findall(text))]


@lru_cache(maxsize=1)
def _file() -> ConceptsFile:
    return check(ConceptsFile, read_toml(FOLDER / "concepts.toml"), "concepts.toml")


@lru_cache(maxsize=1)
def _unlike() -> tuple[str, ...]:
    """How words begin, folded, that only look like what stands for an idea."""
    return tuple(fold(word) for word in _file().unlike.split(",") if word.strip())


@lru_cache(maxsize=1)
def of_events() -> Concepts[TableIdea]:
    """All by which articles of one event know each other, each idea with the name of its table."""
    file = _file()
    tables = {
        "topics": file.topics,
        "formats": file.formats,
        "documents": file.documents,
        "ordinals": file.ordinals,
        "umbrellas": file.umbrellas,
    }
    whole: dict[TableIdea, str] = {}
    for name, table in tables.items():
        whole |= {(name, idea): stems for idea, stems in table.items()}
    return Concepts(whole, file.combining, _unlike())


@lru_cache(maxsize=1)
def topics() -> Concepts[str]:
    """What articles are about."""
    return Concepts(_file().topics, _file().combining, _unlike())


@lru_cache(maxsize=1)
def formats() -> Concepts[str]:
    """What sorts of gathering and act there are."""
    return Concepts(_file().formats, _file().combining, _unlike())


@lru_cache(maxsize=1)
def acts() -> frozenset[str]:
    """Those formats that are acts at a gathering: they come after `opening` in the file."""
    names = list(_file().formats)
    return frozenset(names[names.index("opening") :])


@lru_cache(maxsize=1)
def fields() -> Mapping[str, frozenset[str]]:
    """The topics that are an organisation's daily bread, by its id."""
    return {organization: _topics(listed) for organization, listed in _file().fields.items()}


@lru_cache(maxsize=1)
def manners() -> frozenset[str]:
    """Those topics that say how a summit is held."""
    return frozenset({"informal", "extraordinary"})


@lru_cache(maxsize=1)
def busy() -> frozenset[str]:
    """The organisations that several events a week concern."""
    return frozenset(_file().busy)


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The topics that many an event is about, so that to share one tells less."""
    return frozenset(_file().common)


def _topics(listed: str) -> frozenset[str]:
    return frozenset(topic.strip() for topic in listed.split(","))


@lru_cache(maxsize=1)
def matters() -> frozenset[str]:
    """The topics that officials discuss, but that none is in charge of."""
    return frozenset(_file().matters)


@lru_cache(maxsize=1)
def umbrellas() -> Concepts[str]:
    """How an article says that its event is a part of a greater one."""
    return Concepts(_file().umbrellas)


@lru_cache(maxsize=1)
def documents() -> Concepts[str]:
    """The sorts of document that are adopted or signed."""
    return Concepts(_file().documents)


@lru_cache(maxsize=1)
def contexts() -> Concepts[str]:
    """What stands beside words of another event than the reported one."""
    return Concepts(_file().contexts)


@lru_cache(maxsize=1)
def apart() -> Concepts[str]:
    """What says that something is held before or after another gathering, not at it."""
    return Concepts(_file().apart)


@lru_cache(maxsize=1)
def gathered() -> Concepts[str]:
    """Who gathers, in the plural: "officials" of any sort, and "chiefs", those of services."""
    return Concepts(_file().gathered, unlike=_unlike())


@lru_cache(maxsize=1)
def chairs() -> Concepts[str]:
    """Who heads a committee, a board or a council."""
    return Concepts(_file().chairs)


@lru_cache(maxsize=1)
def receptions() -> Concepts[str]:
    """Who receives somebody, and what is accepted instead."""
    return Concepts(_file().receptions)


@lru_cache(maxsize=1)
def signings() -> Concepts[str]:
    """What a headline says of a signing that is still ahead: it is sped up, prepared, put off."""
    return Concepts(_file().signings)


@lru_cache(maxsize=1)
def moving() -> Concepts[str]:
    """How an article says that its event is moved to another day, and what only looks like it."""
    return Concepts(_file().moving)


@lru_cache(maxsize=1)
def bodies() -> Concepts[str]:
    """Whose meeting is one of a body: a council, a commission, the ministers of several states."""
    return Concepts(_file().bodies)


@lru_cache(maxsize=1)
def two_sides() -> Concepts[str]:
    """How a title says that somebody receives or meets somebody."""
    return Concepts(_file().two_sides)


@lru_cache(maxsize=1)
def cancelling() -> Concepts[str]:
    """How an article says that its event does not take place.

    "off", "headline" for headlines alone, and "denials".
    """
    return Concepts(_file().cancelling)


@lru_cache(maxsize=1)
def ranks() -> Concepts[str]:
    """Who is the head, and who stands under or was before."""
    return Concepts(_file().ranks)


@lru_cache(maxsize=1)
def offices() -> Concepts[str]:
    """What people are, coarsely."""
    return Concepts(_file().offices, unlike=_unlike())


@lru_cache(maxsize=1)
def ordinals() -> Concepts[str]:
    """Ordinal numbers in words."""
    return Concepts(_file().ordinals)
