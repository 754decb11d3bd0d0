"""Names in the reader's script.

What an article writes in Latin letters, a Kazakh reader sees in Cyrillic ones, and the other way
round.

`bot.language.name_matching` and `bot.language.romanize` bring spellings together to compare them;
here one is made to be read. One rule holds for all: a name of a language that is known is written
in the letters of its reader's, and stays as it is where it has no others; a name of another
language (Hungarian, English) stays in its own letters rather than be mangled. English readers know
all Latin letters. Those few whom each language has its own way to write are written so.
Transliteration is an approximation, so the name as the article writes it is kept beside it wherever
there is room. The tables and those few are `scripts.toml`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pydantic import Field

from config.languages import LANGUAGES
from config.organizations import Organization
from config.phrases import Phrases
from config.remembering import remembered
from config.text import APOSTROPHES, fold, nfc
from config.toml import FOLDER, Checked, check, read_toml

CYRILLIC = frozenset({"ru", "kk", "ky", "uz-Cyrl"})
"""Languages written in Cyrillic letters; the others of the project are in Latin ones."""

_LETTERS_OF = (
    (re.compile("ə", re.IGNORECASE), "az"),
    (re.compile(f"[og][{APOSTROPHES}]|[bdgjklmnqrstvz]xon", re.IGNORECASE), "uz"),
    (re.compile("[ýžňäÝŽŇÄ]"), "tk"),
    (re.compile("[ğışçöüĞİŞÇÖÜ]"), "tr"),
    (re.compile("[scz]h|kh|y[^aeiouöü]", re.IGNORECASE), "en"),
)
"""Letters by which a name in an article of another language tells whose spelling it has.

The first that are found decide.
"""

_ENGLISH_WORD = re.compile("^[^ğışçöüəİŞÇÖÜĞƏ]*[sczk]h(?!.*[ğışçöüəİŞÇÖÜĞƏ])|[^aeiouöüəı\\W]y$")
"""A word of a name that is in English letters, whatever another word of it is in.

"Rovshan İsgəndərli", "Tölegenuly".
"""

_CYRILLIC_LETTERS_OF = (
    (re.compile("[әғқұһі]", re.IGNORECASE), "kk"),
    (re.compile("[ўҳ]", re.IGNORECASE), "uz-Cyrl"),
    (re.compile("[ңөү]", re.IGNORECASE), "ky"),
)
"""The same for Cyrillic ones."""

_TURKIC = frozenset({"tr", "az", "uz", "tk", "kk-Latn"})
"""Languages in Latin letters whose names others write in their own."""

_ALIEN = re.compile("[^a-zəğışçöüâîûñýžňäʻ\\W\\d_]", re.IGNORECASE)
"""A Latin letter that no spelling of a language that is known has."""

_ALIEN_CYRILLIC = re.compile("[^а-яёәғқңөұүһіўҳ\\W\\d_]", re.IGNORECASE)
"""A Cyrillic one."""

_VOWELS = frozenset("aeiouöüəıáéíóúâîûаәеёиіоөуүұыэюяў")
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{APOSTROPHES}])*")
_DOUBLED = re.compile(r"(.)\1")
_I_DOTTED = str.maketrans({"İ": "i", "I": "ı"})
_DOTTED_I = str.maketrans({"i": "İ", "ı": "I"})


class _Foreign(Checked):
    latin: tuple[str, ...]
    known: tuple[str, ...]


class _Origin(Checked):
    language: str
    spelling: str
    own: str = ""
    readers: tuple[str, ...] = ()
    borne: Phrases = ()
    words: Phrases = ()
    endings: Phrases = ()


class _Scripts(Checked):
    origins: Mapping[str, _Origin]
    read: Mapping[str, Mapping[str, str]]
    write: Mapping[str, Mapping[str, str]]
    letters: Mapping[str, str]
    pairs: Mapping[str, Mapping[str, str]]
    foreign: _Foreign
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
    read = {
        language: _Table(letters if _is_cyrillic(language) else {**plain, **letters})
        for language, letters in scripts.read.items()
    }
    return read, {language: _Table(letters) for language, letters in scripts.write.items()}


def _is_cyrillic(spelling: str) -> bool:
    return spelling in CYRILLIC or spelling.endswith("-Cyrl")


def language_of_land(country: str | None) -> str | None:
    """Return the language in which people of a country are written at home, where it is known."""
    origin = _scripts().origins.get(country or "")
    return origin.language if origin is not None else None


_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LATIN = "".join(filter(str.isalpha, map(chr, range(0x250))))
_LATIN_LETTER = re.compile(f"[{_LATIN}ʻəƏ]")


def script_of(text: str) -> str | None:
    """Return "latin" or "cyrillic", whichever most letters of `text` belong to.

    None for neither.
    """
    cyrillic, latin = len(_CYRILLIC_LETTER.findall(text)), len(_LATIN_LETTER.findall(text))
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
            also = filter(None, names.get("also", "").split(", "))  # no name has a comma
            for spelling in (*names.values(), *also, *spellings.get(names["en"], ())):
                self._known.setdefault(_in_any_order(spelling), names)

    def in_script(
        self, name: str, language: str, source: str | None = None, country: str | None = None
    ) -> str:
        """Return `name` as readers of `language` know it or can read it.

        `name` itself where it is in their script already.

        Args:
            name: Of a person or a place, in the nominative.
            language: One of the bot's.
            source: The language of the text that the name is from (BCP 47), where it is known.
            country: Code of the country that its bearer stands for, where that is known; it
                decides how a Cyrillic name is written in Latin letters.
        """
        names = self._known.get(_in_any_order(name))
        if names is not None:
            return names[language]
        return _by_letters(name, language, source, country)


@remembered(4_096)
def _by_letters(name: str, language: str, source: str | None, country: str | None) -> str:
    script = script_of(name)
    if script is None:
        return name
    if script == "latin" and source != language:
        name, source = _with_marks(name, language, source, country)
    if script == "cyrillic" and language not in CYRILLIC:
        land = country if country in _scripts().origins else _land_of(name)
        if land is not None and not _ALIEN_CYRILLIC.search(name):
            return _of_land(name, land, language)
    spelling = _spelling(name, script, source)
    if spelling is None or not _is_written_anew(name, script, spelling, language):
        return name
    own = {"kk": "kk-Latn"}.get(source or "", source)
    mixed = script == "latin" and spelling in _TURKIC - {"uz", own}

    def written(word: re.Match[str]) -> str:
        said = "en" if mixed and _ENGLISH_WORD.search(word[0]) else spelling
        from_i, to_i = said in {"tr", "az"}, language in {"tr", "az"}
        return _written(word[0], _through(said, language), dotless=from_i, dotted=to_i)

    return _WORD.sub(written, nfc(name))


def _of_land(name: str, land: str, language: str) -> str:
    """Return a Cyrillic name in the Latin letters in which readers know those of its land."""
    origin = _scripts().origins[land]
    writer = origin.own if language in origin.readers else language
    listed = _words_of(land) if writer == origin.own else {}

    def written(word: re.Match[str]) -> str:
        made = _written(
            word[0], _through(origin.spelling, writer), dotless=False, dotted=writer in {"tr", "az"}
        )
        return made if word[0].isupper() and len(word[0]) > 1 else listed.get(_plain(made), made)

    return _WORD.sub(written, nfc(name))


def _with_marks(
    name: str, language: str, source: str | None, country: str | None
) -> tuple[str, str | None]:
    """Return a Latin name with the marks that an outlet abroad left out, and whose spelling it has.

    For readers at home, and for those of other letters, who hear it by them.
    """
    origin = _scripts().origins.get(country or "")
    if origin is None or not origin.own or language not in {origin.own, *CYRILLIC}:
        return name, source
    listed = _words_of(country or "")
    made = _WORD.sub(lambda word: listed.get(_plain(word[0]), word[0]), name)
    return (made, origin.own) if made != name else (name, source)


@remembered(1_024)
def _land_of(name: str) -> str | None:
    """Return the land whose given name somebody bears, or whose surnames end so; None for none."""
    for land, origin in _scripts().origins.items():
        if not origin.borne:
            continue
        borne, endings = _shown_by(land)
        for word in map(_plain, _read_as(name, origin)):
            surname = word.endswith(endings) and word not in endings
            if word in borne or surname:
                return land
    return None


@lru_cache(maxsize=16)
def _shown_by(land: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the given names and the endings of surnames that show a land, without marks."""
    origin = _scripts().origins[land]
    return frozenset(map(_plain, origin.borne)), tuple(map(_plain, origin.endings))


def _read_as(name: str, origin: _Origin) -> list[str]:
    tables = _through(origin.spelling, origin.own)
    return [_written(word, tables, dotless=False, dotted=False) for word in _WORD.findall(name)]


@lru_cache(maxsize=16)
def _words_of(land: str) -> Mapping[str, str]:
    """Return the words of names of a land by what is left of them without marks."""
    origin = _scripts().origins[land]
    return {_plain(word): word for word in (*origin.borne, *origin.words)}


def _plain(word: str) -> str:
    """Return a word without marks and doubled letters: Süreyya and Sureya are written alike."""
    return _DOUBLED.sub(r"\1", fold(word.translate(_I_DOTTED)))


def _is_written_anew(name: str, script: str, spelling: str, language: str) -> bool:
    """Whether a name of a language that is known has to be written in other letters."""
    if (script == "cyrillic") != (language in CYRILLIC):
        return True
    letters = _scripts().letters.get(language)
    if letters is None or spelling in {language, "en"}:
        return False
    said = _small(name, dotless=spelling in {"tr", "az"})
    if "c" not in letters:
        said = said.replace("ch", "")
    return not {letter for letter in said if letter.isalpha()} <= set(letters)


@lru_cache(maxsize=256)
def _through(spelling: str, language: str) -> list[_Table]:
    """Return the tables through which names of a spelling go to be written in a language."""
    read, write = _tables()
    if _is_cyrillic(spelling) and language in CYRILLIC:
        return [write[language]]
    pair = _scripts().pairs.get(f"{spelling}-{language}")
    if pair is not None:
        return [_Table(pair)]
    return [table for table in (read.get(spelling), write[language]) if table is not None]


@remembered(1_024)
def _in_any_order(name: str) -> str:
    return " ".join(sorted(fold(name).replace("-", " ").split()))


def _spelling(name: str, script: str, source: str | None) -> str | None:
    """Return the language whose spelling `name` has; None for one that is not known.

    That of its text, unless its letters or its script tell of another.
    """
    if script == "cyrillic":
        if _ALIEN_CYRILLIC.search(name):
            return None
        own = {"uz": "uz-Cyrl"}.get(source or "", source)
        if own in CYRILLIC - {"ru"}:
            return own
        told = (language for letters, language in _CYRILLIC_LETTERS_OF if letters.search(name))
        return next(told, "ru")
    latin = {"kk": "kk-Latn"}.get(source or "", source)
    if latin in _TURKIC:
        return latin if latin == "kk-Latn" or not _ALIEN.search(name) else None
    if latin in set(LANGUAGES) - CYRILLIC - {"en"} or _ALIEN.search(name):
        return None
    told = (language for letters, language in _LETTERS_OF if letters.search(name))
    spelling = next(told, "en")
    return None if spelling == "en" and _is_foreign(name) else spelling


def _is_foreign(name: str) -> bool:
    """Whether a name in English letters is of a language whose names are not known."""
    known, foreign = _marks()
    return any(foreign.search(known.sub("", word)) for word in _WORD.findall(name.lower()))


@lru_cache(maxsize=1)
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    marks = _scripts().foreign
    return re.compile("|".join(marks.known)), re.compile("|".join(marks.latin))


def _written(word: str, through: list[_Table], *, dotless: bool, dotted: bool) -> str:
    small = _small(word, dotless=dotless)
    for table in through:
        small = table.apply(small)
    if len(word) > 1 and word.isupper():
        return (small.translate(_DOTTED_I) if dotted else small).upper()
    if word[0].isupper() and small:
        first = small[0].translate(_DOTTED_I) if dotted else small[0]
        return first.upper() + small[1:]
    return small


def _small(text: str, *, dotless: bool) -> str:
    """Return `text` in small letters, with one sort of apostrophe."""
    small = (text.translate(_I_DOTTED) if dotless else text.replace("İ", "i")).lower()
    return re.sub(f"[{APOSTROPHES}]", "ʻ", small)
