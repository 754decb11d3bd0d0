"""How names of people sound, so that one name meets itself in every script and spelling.

A name is written down in a small alphabet of sounds by the tables of `spelling.toml`; two names are
alike as far as their words sound alike, in any order, patronymics free. rapidfuzz sorts out words
that are nowhere near; the rest are weighed by a weight for each pair of sounds (b and p, k and q, a
and ə), which its measures do not know. Under `index_keys` a database finds the names worth
comparing.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations

from pydantic import Field
from rapidfuzz.distance import Levenshtein

from config.remembering import remembered
from config.text import APOSTROPHES, fold, nfc
from config.toml import FOLDER, Checked, check, read_toml

VOWELS = frozenset("aeiouE")
_REMEMBERED = 1_024
"""Answers remembered by each function: the names of a few dozen articles, asked for again and
again while these are filed; more would only grow for days."""

NEAR_ENOUGH = 0.8
"""Likeness from which two full names are the same name."""

_WORD = re.compile(rf"[^\W\d_][\w{APOSTROPHES}]*\.?")
_DOUBLED = re.compile(r"(.)\1+")
_TURKISH = re.compile("[ğışçĞİŞÇ]")  # letters of alphabets in which sh is s and h
_SURNAMES = ("ov", "ev", "in")
"""How surnames sound that have a form for men and one for women."""

_MARKS = str.maketrans("", "", APOSTROPHES + "\u0301.")
_PLAIN_I = str.maketrans({"İ": "i", "I": "ı"})


class _Words(Checked):
    kinship: tuple[str, ...]
    patronymics: tuple[str, ...]
    particles: tuple[str, ...]


class Spelling(Checked):
    """The tables of spelling.toml; its own comments say what each is."""

    letters: Mapping[str, str]
    languages: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    near: Mapping[str, float]
    missing: Mapping[str, float]
    index: Mapping[str, str]
    names: _Words
    aliases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class NameSound:
    """A name as it sounds.

    Attributes:
        words: Each full word, in the order written, patronymics and words of kinship apart.
        initials: The first sounds of words that are only an initial.
        patronymics: Words that only say whose child somebody is.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    patronymics: tuple[str, ...] = ()


def _any_of(table: Mapping[str, str]) -> re.Pattern[str]:
    """Return what finds the groups of letters of a table, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))


class _Tables:
    def __init__(self, spelling: Spelling) -> None:
        self.letters: dict[str | None, dict[str, str]] = {None: dict(spelling.letters)}
        for language, own in spelling.languages.items():
            self.letters[language] = {**spelling.letters, **own}
        self.groups = {language: _any_of(table) for language, table in self.letters.items()}
        self.near = {
            pair: weight
            for key, weight in spelling.near.items()
            for pair in ((key[0], key[1]), (key[1], key[0]))
        }
        self.missing = spelling.missing
        self.index = spelling.index
        self.kinship = frozenset(fold(word) for word in spelling.names.kinship)
        self.patronymics = tuple(fold(ending) for ending in spelling.names.patronymics)
        self.particles = frozenset(fold(word) for word in spelling.names.particles)
        self.aliases: dict[str, str] = {}

    def learn(self, spellings: tuple[str, ...]) -> None:
        """Take all of `spellings` for the first of them."""
        for spelling in spellings[1:]:
            self.aliases.setdefault(_in_any_order(spelling), spellings[0])


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    spelling = check(Spelling, read_toml(FOLDER / "spelling.toml"), "spelling.toml")
    tables = _Tables(spelling)
    for spellings in spelling.aliases:
        tables.learn(spellings)
    return tables


def _in_any_order(name: str) -> str:
    return " ".join(sorted(fold(name).replace("-", " ").split()))


def _language_by_letters(word: str) -> str | None:
    if word.isascii():
        return None
    if "ə" in word.casefold():
        return "az"
    return "tr" if _TURKISH.search(word) else None


@remembered(_REMEMBERED)
def sound(word: str, language: str | None = None) -> str:
    """Return one word of a name in the alphabet of sounds.

    `language` (ISO 639-1, with script where unusual) settles a few letters.
    """
    tables = _tables()
    if language is None:
        language = _language_by_letters(word)
    table = tables.letters.get(language, tables.letters[None])
    text = _bare(word, turkish=language in {"tr", "az"}, known=table)
    if text.startswith("x"):
        text = "h" + text[1:]  # no name begins with ks
    groups = tables.groups.get(language, tables.groups[None])
    return _settled("".join(map(table.__getitem__, groups.findall(text))))


def _bare(word: str, *, turkish: bool, known: Mapping[str, str]) -> str:
    """Return the word in small letters, without apostrophes and accents that no table knows."""
    small = nfc(
        (word.translate(_PLAIN_I) if turkish else word.replace("İ", "i")).casefold()
    ).translate(_MARKS)
    return "".join(letter if letter in known else fold(letter) for letter in small)


def _settled(heard: str) -> str:
    """Take doubled sounds for one, and a glide that stands beside no vowel for a vowel."""
    once = _DOUBLED.sub(r"\1", heard) if _DOUBLED.search(heard) else heard  # few have any
    if "y" not in once:
        return once
    vowelless = [
        once[max(0, at - 1) : at] not in VOWELS and once[at + 1 : at + 2] not in VOWELS
        for at in range(len(once))
    ]
    settled = [
        "i" if heard == "y" and alone else heard
        for heard, alone in zip(once, vowelless, strict=True)
    ]
    return "".join(settled)


@remembered(_REMEMBERED)
def name_sound(name: str, language: str | None = None) -> NameSound:
    """Return how a whole name sounds; without honorifics, in any order."""
    tables = _tables()
    usual = tables.aliases.get(_in_any_order(name))
    name, language = (
        (name, language) if usual is None else (usual, None)
    )  # the usual spelling is in no one language
    words, initials, patronymics, fathers = list[str](), list[str](), list[str](), list[str]()
    found = [match[0] for match in _WORD.finditer(nfc(name).replace("-", " "))]
    for at, text in enumerate(found):
        folded = fold(text.rstrip("."))
        if folded in tables.particles:
            continue
        if folded in tables.kinship:
            if len(words) > 2:
                patronymics.append(words.pop())
            continue
        heard = sound(text, language)
        if len(folded) == 1 or (text.endswith(".") and len(folded) == 2 and at + 1 < len(found)):
            initials.append(heard[:1])
        elif heard:
            words.append(heard)
            if len(folded) > 6 and folded.endswith(tables.patronymics):
                fathers.append(heard)
    for heard in fathers:
        if len(words) > 2:
            words.remove(heard)
            patronymics.append(heard)
    return NameSound(tuple(words), tuple(initials), tuple(patronymics))


@dataclass(frozen=True, slots=True)
class ByFather:
    """A name that says whose child somebody is instead of a surname.

    Attributes:
        given: The sounds of the given name; a hyphen parts two.
        father: How the father's name sounds, without the ending: Кемелевич and Кемелұлы are one.
    """

    given: tuple[str, ...]
    father: str


@remembered(_REMEMBERED)
def by_father(name: str, language: str | None = None) -> ByFather | None:
    """Return given name and patronymic of a name that has no surname, else None.

    Шавкат Миромонович, Қасым-Жомарт Кемелұлы. Some bear such a name as their full one.
    """
    tables, parts = _tables(), nfc(name).split()
    if len(parts) == 3 and fold(parts[2]) in tables.kinship:
        father = parts[1]
    elif len(parts) == 2 and len(parts[1]) > 6:
        ending = max(filter(fold(parts[1]).endswith, tables.patronymics), key=len, default="")
        father = parts[1][: -len(ending)] if ending else ""
    else:
        return None
    given = tuple(sound(word, language) for word in parts[0].split("-"))
    heard = sound(father, language)
    return ByFather(given, heard) if heard and all(given) else None


def may_be_by_father(one: ByFather, name: str, language: str | None = None) -> bool:
    """Whether `name`, a full one, can be that of somebody called by the father's name.

    The given name is the same, and the father's where the full name tells it.
    """
    known = name_sound(name, language)
    if by_father(name, language) is not None or len(known.words) <= len(one.given):
        return False
    if not all(_heard(given, known.words) for given in one.given):
        return False
    return not known.patronymics or _of_father(one, known)


def _of_father(one: ByFather, full: NameSound) -> bool:
    return any(alike(one.father, told[: len(one.father)]) for told in full.patronymics)


def _heard(word: str, among: tuple[str, ...]) -> bool:
    return any(alike(word, other) >= NEAR_ENOUGH for other in among)


@remembered(_REMEMBERED)
def code(heard: str) -> str:
    """Return the coarse form of a sounded word under which it is filed: its consonants by kind."""
    index = _tables().index
    coarse = "".join(index.get(each, "") for each in heard)
    return (_DOUBLED.sub(r"\1", coarse) if _DOUBLED.search(coarse) else coarse) or "-"


def index_keys(name: str, language: str | None = None) -> frozenset[str]:
    """Return the keys under which a name is filed: each two of its words, and each word alone.

    Two spellings of one full name share a key of two words unless they differ in more than the
    alphabet of `code` levels out.
    """
    codes = sorted({code(word) for word in name_sound(name, language).words})
    return frozenset(codes) | pair_keys(name, language)


@remembered(_REMEMBERED)
def pair_keys(name: str, language: str | None = None) -> frozenset[str]:
    """Return those of the index keys that stand for two words of the name.

    None for a name of one word.
    """
    codes = sorted(code(word) for word in name_sound(name, language).words)
    return frozenset(f"{code} {two}" for code, two in combinations(codes, 2))


@remembered(_REMEMBERED)
def codes(name: str) -> frozenset[str]:
    """Return the codes of a name's words."""
    return frozenset(code(word) for word in name_sound(name).words)


@remembered(_REMEMBERED)
def distance(one: str, two: str, most: float = math.inf) -> float:
    """Return how far two sounded words are apart: the sum of what their differences weigh.

    Infinity where that is more than `most`, which most words show by their first sounds.
    """
    missing, near = _tables().missing, _tables().near
    costs = [missing.get(sound, 1.0) for sound in two]
    row = [0.0, *accumulate(costs)]
    for sound_one in one:
        gone = missing.get(sound_one, 1.0)
        above, row = row, [row[0] + gone]
        for at, sound_two in enumerate(two):
            best = above[at]
            if sound_one != sound_two:
                best += near.get((sound_one, sound_two), 1.0)
            best = min(best, above[at + 1] + gone, row[at] + costs[at])
            row.append(best)
        if min(row) > most:
            return math.inf
    return row[-1]


def alike(one: str, two: str) -> float:
    """Return how alike two sounded words are, from 0 to 1.

    0 when they are too far apart to be one word.
    """
    if one == two:
        return 1.0
    size = max(len(one), len(two))
    if Levenshtein.distance(code(one), code(two), score_cutoff=2) > 2:
        return 0.0
    most = 0.1 * size + 0.15
    far = distance(one, two, most)
    return 1 - far / size if far <= most and not _of_two_genders(one, two) else 0.0


def _of_two_genders(one: str, two: str) -> bool:
    """Whether one surname is a man's and the other a woman's: Sadykov, Sadykova."""
    short, long = sorted((one, two), key=len)
    return short.endswith(_SURNAMES) and long[-1] == "a" and long[:-1].endswith(_SURNAMES)


def likeness(one: str, two: str, languages: tuple[str | None, str | None] = (None, None)) -> float:
    """Return how alike two full names are, from 0 to 1; `NEAR_ENOUGH` and more is the same name.

    The order of the words does not count, patronymics and middle names may be left out, and an
    initial stands for its word. A name of one word is never the same as a longer one by itself:
    that takes the company it is found in. Nor is one without a surname, unless both tell the same
    patronymic.
    """
    a, b = name_sound(one, languages[0]), name_sound(two, languages[1])
    if _same_father(one, b, languages[0]) or _same_father(two, a, languages[1]):
        return 1.0
    if len(a.words) > len(b.words):
        a, b = b, a
    pairs = _paired(a.words, b.words)
    if not pairs:
        return 0.0
    matched = {place for _, place, _ in pairs}
    left = [word for at, word in enumerate(b.words) if at not in matched]
    openings = (*left, *b.initials)
    initials = sum(_opens_any(first, openings) for first in a.initials)
    if len(pairs) < len(a.words) or initials < len(a.initials):
        return 0.0
    if len(pairs) + initials < 2:
        return (
            1.0
            if len(a.words) == len(b.words) == 1
            and not (a.initials or b.initials)
            and pairs[0][2] == 1.0
            else 0.0
        )
    if left and len(pairs) >= 2 and len(b.words) - 1 not in matched:
        return 0.0  # the last word of the longer name is a surname that the shorter one lacks
    mean = sum(score for _, _, score in pairs) / len(pairs)
    unsaid = max(0, len(left) - len(a.initials))
    return mean - 0.02 * initials - 0.03 * unsaid


def _same_father(name: str, full: NameSound, language: str | None) -> bool:
    """Whether a name without a surname has the given name and the patronymic of a full one."""
    if not full.patronymics:
        return False
    told = by_father(name, language)
    return (
        told is not None
        and _of_father(told, full)
        and all(_heard(given, full.words) for given in told.given)
    )


def _opens_any(initial: str, words: tuple[str, ...]) -> bool:
    return any(word.startswith(initial) for word in words)


def _paired(one: tuple[str, ...], two: tuple[str, ...]) -> list[tuple[int, int, float]]:
    """Return the best pairs of words, (index, index, likeness), each word once.

    None at all where a word of the first, the shorter, is like none of the second.
    """
    scored: list[tuple[float, int, int]] = []
    for i, word in enumerate(one):
        scores = [alike(word, other) for other in two]
        if not any(scores):
            return []
        scored += [(score, -i, -j) for j, score in enumerate(scores)]
    scored.sort(reverse=True)
    taken_one, taken_two, pairs = set[int](), set[int](), list[tuple[int, int, float]]()
    for score, i, j in scored:
        if score and -i not in taken_one and -j not in taken_two:
            taken_one.add(-i)
            taken_two.add(-j)
            pairs.append((-i, -j, score))
    return pairs
