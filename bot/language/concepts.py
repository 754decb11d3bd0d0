"""Ideas that stand behind the words of every language.

What an article speaks of, and what an office is.

`concepts.toml` lists, for each idea, how the words begin that stand for it. A text is searched for
all of them at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from config.text import APOSTROPHES, fold
from config.toml import FOLDER, Checked, check, read_toml

_WORD = re.compile(rf"\w[\w{APOSTROPHES}]*")
_WHOLE = 3
"""Letters up to which a stem must be the whole word: shorter beginnings mean too many things."""


class ConceptsFile(Checked):
    """The tables of concepts.toml: idea -> beginnings of words, parted by commas."""

    topics: Mapping[str, str]
    formats: Mapping[str, str]
    fields: Mapping[str, str]
    umbrellas: Mapping[str, str]
    documents: Mapping[str, str]
    cancelling: Mapping[str, str]
    ranks: Mapping[str, str]
    offices: Mapping[str, str]
    ordinals: Mapping[str, str]


class Concepts:
    """Finds the ideas of one table in a text."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._by_start: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for idea, stems in table.items():
            for stem in dict.fromkeys(stems.split(",")):
                if words := tuple(fold(word) for word in stem.split()):
                    self._by_start[words[0][:_WHOLE]].append((words, idea))

    def find(self, words: Sequence[str]) -> list[tuple[int, str]]:
        """Return (index of the first word, idea) of each idea in the folded `words`, in order."""
        found: list[tuple[int, str]] = []
        for at, word in enumerate(words):
            candidates = self._by_start.get(word[:_WHOLE])
            for stems, idea in candidates or ():
                if _begins(words, at, stems):
                    found.append((at, idea))
        return found

    def of(self, text: str) -> frozenset[str]:
        """Return the ideas that `text` names."""
        return frozenset(idea for _, idea in self.find(folded_words(text)))


def _begins(words: Sequence[str], at: int, stems: Iterable[str]) -> bool:
    for step, stem in enumerate(stems):
        if at + step >= len(words):
            return False
        word = words[at + step]
        if not (word == stem or (len(stem) > _WHOLE and word.startswith(stem))):
            return False
    return True


def folded_words(text: str) -> list[str]:
    """Return the words of `text`, folded, in order."""
    return [fold(match[0]) for match in _WORD.finditer(text)]


@lru_cache(maxsize=1)
def _file() -> ConceptsFile:
    return check(ConceptsFile, read_toml(FOLDER / "concepts.toml"), "concepts.toml")


@lru_cache(maxsize=1)
def topics() -> Concepts:
    """What articles are about."""
    return Concepts(_file().topics)


@lru_cache(maxsize=1)
def formats() -> Concepts:
    """What sorts of gathering and act there are."""
    return Concepts(_file().formats)


@lru_cache(maxsize=1)
def acts() -> frozenset[str]:
    """Those formats that are acts at a gathering: they come after `opening` in the file."""
    names = list(_file().formats)
    return frozenset(names[names.index("opening") :])


@lru_cache(maxsize=1)
def fields() -> Mapping[str, frozenset[str]]:
    """The topics that are an organisation's daily bread, by its id."""
    return {
        organization: frozenset(topic.strip() for topic in topics.split(","))
        for organization, topics in _file().fields.items()
    }


@lru_cache(maxsize=1)
def umbrellas() -> Concepts:
    """How an article says that its event is a part of a greater one."""
    return Concepts(_file().umbrellas)


@lru_cache(maxsize=1)
def documents() -> Concepts:
    """The sorts of document that are adopted or signed."""
    return Concepts(_file().documents)


@lru_cache(maxsize=1)
def cancelling() -> Concepts:
    """How an article says that its event does not take place.

    "off", "headline" for headlines alone, and "denials".
    """
    return Concepts(_file().cancelling)


@lru_cache(maxsize=1)
def ranks() -> Concepts:
    """Who is the head, and who stands under or was before."""
    return Concepts(_file().ranks)


@lru_cache(maxsize=1)
def offices() -> Concepts:
    """What people are, coarsely."""
    return Concepts(_file().offices)


@lru_cache(maxsize=1)
def ordinals() -> Concepts:
    """Ordinal numbers in words."""
    return Concepts(_file().ordinals)
