"""Names in the reader's script.

What an article writes in Latin letters, a Kazakh reader sees in Cyrillic ones, and the other way
round.

`bot.language.name_matching` and `bot.language.romanize` bring spellings together to compare them;
here one is made to be read. A name in the reader's own script stays as it is, whatever its
language, but for those few whom each language has its own way to write. Transliteration is an
approximation, so the name as the article writes it is kept beside it wherever there is room. The
tables and those few are `scripts.toml`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pydantic import Field

from config.languages import LANGUAGES
from config.organizations import Organization
from config.text import APOSTROPHES, fold, nfc
from config.toml import FOLDER, Checked, check, read_toml

CYRILLIC = frozenset({"ru", "kk", "ky", "uz-Cyrl"})
"""Languages written in Cyrillic letters; the others of the project are in Latin ones."""

_LETTERS_OF = (
    (re.compile("ə", re.IGNORECASE), "az"),
    (re.compile(f"[og][{APOSTROPHES}]", re.IGNORECASE), "uz"),
    (re.compile("[scz]h|kh|y[^aeiouöü]", re.IGNORECASE), "en"),
    (re.compile("[ýžňäÝŽŇÄ]"), "tk"),
    (re.compile("[ğışçöüĞİŞÇÖÜ]"), "tr"),
)
"""Letters by which a name in an article of another language tells whose spelling it has.

The first that are found decide.
"""

_VOWELS = frozenset("aeiouöüəıáéíóúâîûаәеёиіоөуүұыэюяў")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{APOSTROPHES}])*")
_I_DOTTED = str.maketrans({"İ": "i", "I": "ı"})
_DOTTED_I = str.maketrans({"i": "İ", "ı": "I"})


class _Scripts(Checked):
    read: Mapping[str, Mapping[str, str]]
    write: Mapping[str, Mapping[str, str]]
    known: tuple[Mapping[str, str], ...] = Field(default=())


class _Table:
    """The letters of one direction, by their contexts."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = letters
        self._longest = max(len(key.strip("^<$")) for key in letters)

    def apply(self, word: str) -> str:
        """Return `word`, in small letters, with each group of letters replaced.

        A letter without entry loses its mark, or stays.
        """
        made, at = "", 0
        while at < len(word):
            size, letters = self._at(word, at)
            made += letters
            at += size
        return made

    def _at(self, word: str, at: int) -> tuple[int, str]:
        before = _before(word, at)
        for size in range(min(self._longest, len(word) - at), 0, -1):
            group, after = word[at : at + size], "$" if at + size == len(word) else ""
            for key in (before + group + after, group + after, before + group, group):
                if key in self._letters:
                    return size, self._letters[key]
        return 1, self._letters.get(fold(word[at]), word[at])


@lru_cache(maxsize=1)
def _scripts() -> _Scripts:
    return check(_Scripts, read_toml(FOLDER / "scripts.toml"), "scripts.toml")


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, _Table], dict[str, _Table]]:
    """Return how each spelling is read, and how each language writes."""
    scripts = _scripts()
    plain = {key: letter for key, letter in scripts.read["en"].items() if len(key) == 1}
    latin = {
        language: _Table({**plain, **letters})
        for language, letters in scripts.read.items()
        if language not in CYRILLIC
    }
    read = latin | {language: _Table(scripts.read[language]) for language in CYRILLIC}
    return read, {language: _Table(letters) for language, letters in scripts.write.items()}


def script_of(text: str) -> str | None:
    """Return "latin" or "cyrillic", whichever most letters of `text` belong to.

    None for neither.
    """
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in text)
    latin = sum((letter.isalpha() and letter < "\u0250") or letter in "ʻəƏ" for letter in text)
    if not cyrillic and not latin:
        return None
    return "cyrillic" if cyrillic > latin else "latin"


def _before(word: str, at: int) -> str:
    """Return the mark of what stands before a letter: a word's beginning, a vowel, or nothing."""
    if at == 0:
        return "^"
    return "<" if word[at - 1] in _VOWELS else ""


class Transliterator:
    """Writes names for readers; knows those whom each language writes in its own way."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        """Take from `organizations` the further spellings of those who head them."""
        spellings: dict[str, tuple[str, ...]] = {}
        for organization in organizations:
            spellings |= {head.name: head.spellings for head in organization.heads}
        self._known: dict[str, Mapping[str, str]] = {}
        for names in _scripts().known:
            for spelling in (*names.values(), *spellings.get(names["en"], ())):
                self._known.setdefault(_in_any_order(spelling), names)

    def in_script(self, name: str, language: str, source: str | None = None) -> str:
        """Return `name` as readers of `language` know it or can read it.

        `name` itself where it is in their script already.

        Args:
            name: Of a person or a place, in the nominative.
            language: One of the bot's.
            source: The language of the text that the name is from (BCP 47), where it is known.
        """
        names = self._known.get(_in_any_order(name))
        return names[language] if names is not None else _by_letters(name, language, source)


@lru_cache(maxsize=2_048)
def _by_letters(name: str, language: str, source: str | None) -> str:
    read, write = _tables()
    script = script_of(name)
    if script is None or (script == "cyrillic") == (language in CYRILLIC):
        return name
    spelling = _spelling(name, script, source)
    through = [table for table in (read.get(spelling), write[language]) if table is not None]
    from_i, to_i = spelling in {"tr", "az"}, language in {"tr", "az"}
    return _WORD.sub(
        lambda word: _written(word[0], through, dotless=from_i, dotted=to_i), nfc(name)
    )


@lru_cache(maxsize=2_048)
def _in_any_order(name: str) -> str:
    return " ".join(sorted(fold(name).replace("-", " ").split()))


def _spelling(name: str, script: str, source: str | None) -> str:
    """Return the language whose spelling `name` has.

    That of its text, unless its letters or its script tell of another.
    """
    if script == "cyrillic":
        cyrillic = {"uz": "uz-Cyrl"}.get(source or "", source)
        return cyrillic if cyrillic in CYRILLIC else "ru"
    latin = {"kk": "kk-Latn"}.get(source or "", source)
    if latin in set(LANGUAGES) - CYRILLIC - {"en", None}:
        return str(latin)
    return next((language for letters, language in _LETTERS_OF if letters.search(name)), "en")


def _written(word: str, through: list[_Table], *, dotless: bool, dotted: bool) -> str:
    small = re.sub(
        f"[{APOSTROPHES}]",
        "ʻ",
        (word.translate(_I_DOTTED) if dotless else word.replace("İ", "i")).lower(),
    )
    for table in through:
        small = table.apply(small)
    if len(word) > 1 and word.isupper():
        return (small.translate(_DOTTED_I) if dotted else small).upper()
    if word[0].isupper() and small:
        first = small[0].translate(_DOTTED_I) if dotted else small[0]
        return first.upper() + small[1:]
    return small
