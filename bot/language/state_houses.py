"""Houses of states that go by a name of their own, as each language of the bot calls them.

An office put in another's letters is no name that anybody knows: "Oliy Majlis" is known to all, in
the case in which a Russian sentence has it to nobody. The names stand in `state_houses.toml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.language.office_names import words_of
from config.languages import INTERFACE_LANGUAGES
from config.remembering import remembered
from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml

_LONGEST = 200
"""Characters of what may be a house."""


class _House(Checked):
    country: str
    beside: tuple[str, ...]
    en: tuple[str, ...]
    tr: tuple[str, ...]
    az: tuple[str, ...]
    kk: tuple[str, ...]
    ky: tuple[str, ...]
    uz: tuple[str, ...]
    ru: tuple[str, ...]
    of: Mapping[str, str] = {}

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Return its names by language."""
        return {language: getattr(self, language) for language in INTERFACE_LANGUAGES}


class StateHouses(Checked):
    """The whole of state_houses.toml.

    Attributes:
        beside: Beginnings of words that may stand beside the name of any house.
        house: The houses.
    """

    beside: tuple[str, ...]
    house: tuple[_House, ...]


@dataclass(frozen=True, slots=True)
class StateHouse:
    """A house of a state.

    Attributes:
        name: As a language of the bot calls it.
        country: Code of its country (ISO 3166-1 alpha-2).
        governed: The name as an office governs it, or None where they govern none.
    """

    name: str
    country: str
    governed: str | None = None


@lru_cache(maxsize=1)
def _file() -> StateHouses:
    return check(StateHouses, read_toml(FOLDER / "state_houses.toml"), "state_houses.toml")


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[str, _House], ...]:
    """Return every name of every house, folded, the longest first."""
    told = {
        f" {words_of(name)} ": house
        for house in _file().house
        for names in house.names().values()
        for name in names
    }
    return tuple(sorted(told.items(), key=lambda pair: -len(pair[0])))


@remembered(1024)
def state_house(named: str, language: str) -> StateHouse | None:
    """Return the house of a state that `named` is, in any language; None for anything else.

    Beside its name only what it is a part of, and its state, may stand: a committee of a parliament
    is no parliament.
    """
    if len(named) > _LONGEST:
        return None
    words = f" {words_of(named)} "
    for name, house in _known():
        before, found, behind = words.partition(name)
        if not found:
            continue
        beside = tuple(map(fold, (*_file().beside, *house.beside)))
        if all(word.startswith(beside) for word in (*before.split(), *behind.split())):
            return StateHouse(house.names()[language][0], house.country, house.of.get(language))
    return None
