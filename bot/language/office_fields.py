"""Offices and bodies put together of parts that are known in every language of the bot.

A minister of culture and sports, a committee of archives of a ministry: what somebody is in charge
of is one of some fifty fields, and languages join them by rules. Where one part is not known,
nothing is said: a guess would be no fact. The parts stand in `office_fields.toml`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from bot.language.office_names import words_of
from config.remembering import remembered
from config.text import fold
from config.toml import FOLDER, Checked, check, read_toml
from config.types import Names

SLOT = "{}"
"""Where the fields of an office or a body stand."""

MOST_FIELDS = 6
"""Fields of one office; more are read as none."""

_LONGEST = 200
"""Characters of what may be an office or a body."""


class OfficeFields(Checked):
    """The whole of office_fields.toml.

    Attributes:
        heads: By what they are, offices that fields stand with, by language.
        bodies: The same of bodies.
        joins: By language, what stands between the last two of several fields.
        fields: By what they are, fields, by language.
        states: By code (ISO 3166-1 alpha-2), what states are called before a body of theirs.
    """

    heads: Mapping[str, Names]
    bodies: Mapping[str, Names]
    joins: Names
    fields: Mapping[str, Names]
    states: Mapping[str, tuple[str, ...]]


_Pattern = tuple[str, str, str]
"""What a name with a slot begins with and ends with, folded, and which it is."""


@lru_cache(maxsize=1)
def _file() -> OfficeFields:
    return check(OfficeFields, read_toml(FOLDER / "office_fields.toml"), "office_fields.toml")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[_Pattern, ...], tuple[_Pattern, ...]]:
    """Return the names of offices and of bodies in all languages, the longest first."""
    return _told(_file().heads), _told(_file().bodies)


def _told(names: Mapping[str, Names]) -> tuple[_Pattern, ...]:
    found = [
        (words_of(before), words_of(behind), name)
        for name, texts in names.items()
        for text in _texts(texts)
        for before, _, behind in [text.partition(SLOT)]
    ]
    return tuple(sorted(found, key=lambda each: -len(each[0]) - len(each[1])))


def _texts(names: Names) -> Iterator[str]:
    for listed in names.values():
        yield from listed


@lru_cache(maxsize=1)
def _fields() -> Mapping[tuple[str, ...], str]:
    """Return the words of each field in any language -> which it is."""
    found: dict[tuple[str, ...], str] = {}
    for name, texts in _file().fields.items():
        for text in _texts(texts):
            found.setdefault(tuple(words_of(text).split()), name)
    return found


@lru_cache(maxsize=1)
def _joins() -> frozenset[str]:
    return frozenset(map(fold, _texts(_file().joins)))


@remembered(4096)
def composed_office(role: str, language: str) -> str | None:
    """Return an office in charge of known fields as a language of the bot calls it; else None."""
    return _composed(role, language, _patterns()[0], _file().heads)


@remembered(4096)
def composed_body(body: str, language: str) -> str | None:
    """Return a body in charge of known fields as a language of the bot calls it; else None."""
    composed = _composed(body, language, _patterns()[1], _file().bodies)
    return composed[:1].upper() + composed[1:] if composed else None


def state_code(named: str) -> str | None:
    """Return the code of the state of which `named` is the abbreviation: ҚР; None for no such."""
    known = words_of(named)
    codes = (code for code, texts in _file().states.items() if known in map(words_of, texts))
    return next(codes, None)


def _composed(
    text: str, language: str, patterns: tuple[_Pattern, ...], names: Mapping[str, Names]
) -> str | None:
    if len(text) > _LONGEST:
        return None
    words = words_of(text)
    for before, behind, name in patterns:
        if not (_begins(words, before) and _ends(words, behind)):
            continue
        middle = words[len(before) : len(words) - len(behind)].split()
        if fields := _read(middle):
            return _said(names[name][language][0], fields, language)
    return None


def _begins(words: str, before: str) -> bool:
    return not before or words.startswith(f"{before} ")


def _ends(words: str, behind: str) -> bool:
    return not behind or words.endswith(f" {behind}")


def _read(words: list[str]) -> list[str] | None:
    """Return the fields that words name one after another; None where any word is left over."""
    known, found, at = _fields(), list[str](), 0
    longest = max(map(len, known))
    while at < len(words):
        sizes = range(min(longest, len(words) - at), 0, -1)
        size = next((size for size in sizes if tuple(words[at : at + size]) in known), 0)
        if size:
            found.append(known[tuple(words[at : at + size])])
            at += size
        elif words[at] in _joins() and found:
            at += 1
        else:
            return None
    return found if 0 < len(found) <= MOST_FIELDS else None


def _said(pattern: str, fields: list[str], language: str) -> str:
    named = [_file().fields[field][language][0] for field in fields]
    joined = f"{', '.join(named[:-1])} {_file().joins[language][0]} {named[-1]}"
    return pattern.replace(SLOT, joined if len(named) > 1 else named[0])
