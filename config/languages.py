"""Which languages the project knows, how it writes their codes, and which stands in for which.

They are data, of languages.toml, and whoever runs the bot adds others by a file of the same name in
a folder of their own (`lay_over`). Codes are BCP 47: a bare code means the script that is usual
today (kk is Cyrillic, uz is Latin), and the other script is named (kk-Latn, uz-Cyrl). Catalogues
may hold any of `LANGUAGES`; the bot itself speaks those of `INTERFACE_LANGUAGES`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from babel import Locale, UnknownLocaleError, localedata
from babel.core import get_global
from pydantic import Field, RootModel

from config.errors import ConfigError
from config.toml import FOLDER, Checked, check, read_toml

FILE = "languages.toml"


class LanguageSpec(Checked):
    """A language.

    Attributes:
        name: What it calls itself.
        spoken: Whether the bot speaks it.
        stands_in: The languages that its readers know, best first.
        calls: What it calls other languages, by code, where that is not CLDR's name for them.
    """

    name: str = Field(min_length=1)
    spoken: bool = False
    stands_in: tuple[str, ...] = ("en",)
    calls: Mapping[str, str] = Field(default_factory=dict)


class LanguagesFile(RootModel[dict[str, LanguageSpec]]):
    """The whole of languages.toml: languages by code."""


LANGUAGES: list[str] = []
"""Languages in which catalogues hold names."""

INTERFACE_LANGUAGES: dict[str, str] = {}
"""Languages in which the bot speaks, with each one's name for itself."""

OWN_LOCALES: list[Path] = []
"""Folders with what the bot says, of whoever runs it; asked before the bot's own."""

_SPECS: dict[str, LanguageSpec] = {}

_NEVER_SAID = frozenset(
    {
        "compact_currency_formats",
        "compact_decimal_formats",
        "compound_unit_patterns",
        "currency_names",
        "currency_names_plural",
        "currency_symbols",
        "date_fields",
        "datetime_skeletons",
        "interval_formats",
        "meta_zones",
        "scripts",
        "unit_display_names",
        "unit_patterns",
        "variants",
    }
)
"""What CLDR knows of a language and nobody here says: six of eleven megabytes for ten of them."""

Value = TypeVar("Value")


def lay_over(directory: Path) -> None:
    """Know the languages of languages.toml in `directory` as well, and what is said in them.

    Raises:
        ConfigError: For the first mistake found.
    """
    path = directory / FILE
    if path.exists():
        _take(path, str(path))
    locales = directory / "locales"
    if locales.is_dir() and locales not in OWN_LOCALES:
        OWN_LOCALES.append(locales)


def _take(path: Path, name: str) -> None:
    for code, spec in check(LanguagesFile, read_toml(path, name), name).root.items():
        try:
            Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            fix = "write its code of BCP 47, such as tt or crh"
            raise ConfigError(f"{name}, {code}", "is not a language that CLDR knows", fix) from None
        _SPECS[code] = spec
        if code not in LANGUAGES:
            LANGUAGES.append(code)
        if spec.spoken:
            INTERFACE_LANGUAGES[code] = spec.name


_take(FOLDER / FILE, FILE)

SHIPPED = frozenset(INTERFACE_LANGUAGES)
"""Those that the bot speaks by itself, in which every name of the catalogues has to be."""


def fallbacks(language: str) -> tuple[str, ...]:
    """Return `language` and those that may stand in for it, best first, English last."""
    return (language, *(_SPECS[language].stands_in if language in _SPECS else ("en",)))


def choose(table: Mapping[str, Value], language: str) -> Value:
    """Return the entry of `table` for `language`, for the first that may stand in for it, or any.

    Raises:
        LookupError: If `table` is empty.
    """
    for candidate in fallbacks(language):
        if candidate in table:
            return table[candidate]
    for value in table.values():
        return value
    raise LookupError(language)


def language_name(code: str, language: str) -> str:
    """Return what `language`, one of the bot's, calls the language `code` (BCP 47).

    The code where it has no name for it.
    """
    primary = code.partition("-")[0]
    called = _SPECS[language].calls.get(primary) if language in _SPECS else None
    return called or str(locale(language).languages.get(primary, code))


@cache
def locale(language: str) -> Locale:
    """Return Babel's locale for one of `LANGUAGES`, or a country's form of it such as en-GB.

    It knows nothing of `_NEVER_SAID`.
    """
    found = Locale.parse(language, sep="-")
    _forget_the_never_said(str(found))
    return found


def _forget_the_never_said(name: str) -> None:
    """Let Babel let go of that in the locale `name` and in those that it builds on."""
    while name:
        data = localedata.load(name)
        for part in _NEVER_SAID & data.keys():
            del data[part]
        above = get_global("parent_exceptions").get(name) or name.rpartition("_")[0]
        name = above or ("root" if name != "root" else "")
