"""The commonest offices in every language of the bot.

Who reads English sees "Secretary General", whatever the article's language.

Only a whole office that stands in `offices.toml` is said in another language: an office is a fact,
and a guess would be none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Self

from pydantic import RootModel, model_validator

from config.languages import SHIPPED
from config.remembering import remembered
from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml, wrong
from config.types import Names

LINKS = frozenset({"of", "the", "at", "and"})
"""Words that may be left over when the body is taken out of an office.

"Deputy Secretary General of the OTS".
"""


class Office(RootModel[Names]):
    """One office: per language, the name that is shown, then the others."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if missing := sorted(SHIPPED - self.root.keys()):
            raise wrong(
                f"has no name in {missing[0]}", "add it: the bot speaks that language", missing[0]
            )
        return self


class Offices(Checked):
    """The whole of offices.toml.

    Attributes:
        office: Of bodies and countries.
        state_office: Of countries, where a language calls it otherwise than the same one of a body.
        vague: Names that say beside a part of a state less than elsewhere: a başkan heads anything.
        passing: What may stand before an office without making it another one: new, incumbent.
        possessed: How an office ends behind the body that it is of, by language.
    """

    office: tuple[Office, ...]
    state_office: tuple[Office, ...]
    vague: tuple[str, ...]
    passing: tuple[str, ...]
    possessed: Names


Known = Mapping[str, Mapping[str, tuple[str, ...]]]


@lru_cache(maxsize=1)
def _file() -> Offices:
    return check(Offices, read_toml(FOLDER / "offices.toml"), "offices.toml")


@lru_cache(maxsize=1)
def _known() -> tuple[Known, Known]:
    anywhere = _by_name(_file().office)
    return anywhere, {**anywhere, **_by_name(_file().state_office)}


def _by_name(offices: Iterable[Office]) -> Known:
    known: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for office in offices:
        for texts in office.root.values():
            for text in texts:
                known.setdefault(_key(text), office.root)
    return known


@lru_cache(maxsize=1)
def _vague() -> frozenset[str]:
    return frozenset(map(_key, _file().vague))


def is_vague(role: str) -> bool:
    """Whether an office may be any that heads something, where what it heads is no known body."""
    return _key(role) in _vague()


def all_offices() -> Iterator[Mapping[str, tuple[str, ...]]]:
    """Yield the names of each office, by language."""
    for office in (*_file().office, *_file().state_office):
        yield office.root


@remembered(4096)
def office_in(role: str, language: str, *, of_state: bool = False) -> str | None:
    """Return the office `role`, in any language, as `language`, one of the bot's, calls it.

    None for one that is not known.

    Args:
        role: The whole office, without the body or country that it is of.
        language: Of the reader.
        of_state: Whether it is an office of a country.
    """
    names = _known()[of_state].get(_key(role))
    return names[language][0] if names is not None else None


@remembered(4096)
def possessed_office(role: str, language: str) -> str | None:
    """Return an office as it stands behind the body that it is of: "raisi" of "rais".

    None where the language puts bodies otherwise, or no such form is known.

    Args:
        role: The whole office, as of `office_in`.
        language: Of the reader.
    """
    names = _known()[False].get(_key(role))
    if names is None:
        return None
    shown, *others = names[language]
    forms = {f"{shown}{ending}" for ending in _file().possessed.get(language, ())}
    return next((name for name in others if name in forms), None)


def words_of(text: str) -> str:
    """Return the folded words of an office or a body without the marks between them."""
    return " ".join(re.findall(r"\w+", fold(text)))


def _key(text: str) -> str:
    words = words_of(text).split()
    while words and words[-1] in LINKS:
        words.pop()
    while words and words[0] in LINKS:
        words.pop(0)
    return _without_passing(words)


def _without_passing(words: list[str]) -> str:
    """Return the words of an office without what says that it is new, or still held."""
    for phrase in _passing():
        if len(words) > len(phrase) and tuple(words[: len(phrase)]) == phrase:
            return " ".join(words[len(phrase) :])
    return " ".join(words)


@lru_cache(maxsize=1)
def _passing() -> tuple[tuple[str, ...], ...]:
    """Return what may stand before an office, the longest first."""
    phrases = (tuple(words_of(text).split()) for text in _file().passing)
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase)))
