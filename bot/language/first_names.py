"""First names that people of the field bear, by how they are spoken: see `first_names.toml`."""

from collections.abc import Mapping
from functools import lru_cache

from bot.language.romanize import spoken
from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml

_MADE = 6  # letters of a name that is known by its ending alone
_STEM = 4  # letters of a name that an ending of case may hang on
_CUTS = (1, 2)  # letters of such an ending, in Cyrillic, where first names take it: Виктор-а


class FirstNamesFile(Checked):
    """The whole of first_names.toml.

    Attributes:
        men: Origin -> first names of men, parted by commas.
        women: The same of women.
        either: The same of both, in one list.
        endings: How first names end that are made of two words, parted by commas.
    """

    men: dict[str, str]
    women: dict[str, str]
    either: dict[str, str]
    endings: str


def is_first_name(word: str, *, declined: bool = True) -> bool:
    """Whether a word in any script of the field is a first name, or a case of one."""
    said, names = spoken(word), _names()
    if said in names or (len(said) >= _MADE and said.endswith(_endings())):
        return True
    cuts = () if not declined or fold(word).isascii() else _CUTS
    return any(said[:-cut] in names for cut in cuts if len(said) - cut >= _STEM)


def is_mans_name(word: str) -> bool:
    """Whether a word, as it stands, is a first name that only men bear."""
    return spoken(word) in _of_men()


def is_womans_name(word: str) -> bool:
    """Whether a word, as it stands, is a first name that only women bear."""
    return spoken(word) in _of_women()


@lru_cache(maxsize=1)
def _file() -> FirstNamesFile:
    return check(FirstNamesFile, read_toml(FOLDER / "first_names.toml"), "first_names.toml")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    file = _file()
    return _spoken(file.men) | _spoken(file.women) | _spoken(file.either)


@lru_cache(maxsize=1)
def _of_men() -> frozenset[str]:
    file = _file()
    return _spoken(file.men) - _spoken(file.women)


@lru_cache(maxsize=1)
def _of_women() -> frozenset[str]:
    file = _file()
    return _spoken(file.women) - _spoken(file.men)


def _spoken(lists: Mapping[str, str]) -> frozenset[str]:
    return frozenset(spoken(name) for names in lists.values() for name in names.split(","))


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(spoken(ending) for ending in _file().endings.split(","))
