"""Names in a language that declines them: the nominative of a whole name at once.

One word's ending is seldom enough (Жабагина is a woman in the nominative or a man in the genitive);
first name and surname together, with the case of the office before them, nearly always are. The
tables of endings stand in the language's file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from config.grammar import Declension, People

Case: TypeAlias = Literal["genitive", "dative", "accusative", "instrumental", "prepositional"]
CASES: tuple[Case, ...] = get_args(Case)


@dataclass(frozen=True, slots=True)
class Solution:
    """A reading of a name's words.

    Attributes:
        words: The words in the nominative.
        case: The case that they stand in.
        gender: "m" or "f".
        firm: How many words have a surname's shape under this reading.
    """

    words: tuple[str, ...]
    case: Case
    gender: str
    firm: int


def cases_of(form: str, noun: str, tables: Iterable[Declension]) -> frozenset[Case]:
    """Return the cases in which the dictionary word `noun` reads `form`.

    Empty for the nominative and where no table fits.
    """
    if form == noun:
        return frozenset()
    found: set[Case] = set()
    for table in tables:
        if noun.endswith(table.nominative):
            stem = noun[: len(noun) - len(table.nominative)]
            found.update(
                case
                for case in CASES
                for ending in table.endings.get(case, ())
                if form == stem + ending
            )
    return frozenset(found)


def plural_cases_of(form: str, noun: str, people: People) -> frozenset[Case]:
    """Return the cases in which `form` is a plural of the dictionary word `noun`: депутатам."""
    stem = noun.rstrip("аяийьо")
    return frozenset(
        case
        for case in CASES
        for ending in people.plural_cases.get(case, ())
        if form == stem + ending
    )


def solutions(
    words: tuple[str, ...], cases: Iterable[Case], tables: tuple[Declension, ...]
) -> list[Solution]:
    """Return every consistent reading of `words` in one of `cases`, the likeliest first.

    The words are in small letters.
    """
    found = [
        solution
        for case in cases
        for gender in ("m", "f")
        if (solution := _solution(words, case, gender, tables)) is not None
    ]
    if any(_unchanging(words, case, tables) for case in cases):
        # A man's name that never changes, before a woman's that might have.
        found = [solution for solution in found if solution.firm]
    return sorted(found, key=lambda s: (-s.firm, s.gender != "m"))


def possible(words: tuple[str, ...], cases: Iterable[Case], tables: tuple[Declension, ...]) -> bool:
    """Whether a name of `words`, in small letters, can stand in one of `cases`."""
    genders = "m" if any(_of_a_man(word, tables) for word in words) else "mf"
    return any(
        _reading(words, case, gender, tables) is not None for case in cases for gender in genders
    )


def _of_a_man(word: str, tables: Iterable[Declension]) -> bool:
    """Whether a word is a man's surname in the nominative: Сабденов."""
    return any(
        table.stems and not table.nominative and "m" in table.genders and word.endswith(table.stems)
        for table in tables
    )


def _unchanging(words: tuple[str, ...], case: Case, tables: tuple[Declension, ...]) -> bool:
    """Whether a man's name of these words stands in `case` as it does in the nominative."""
    firsts = (next(_nominatives(word, case, "m", tables), None) for word in words)
    return all(first == (word, False) for first, word in zip(firsts, words, strict=True))


def _solution(
    words: tuple[str, ...], case: Case, gender: str, tables: tuple[Declension, ...]
) -> Solution | None:
    reading = _reading(words, case, gender, tables)
    if reading is None or all(word == old for (word, _), old in zip(reading, words, strict=True)):
        return None
    nominatives = tuple(word for word, _ in reading)
    firmness = sum(firm for _, firm in reading)
    return Solution(nominatives, case, gender, firmness)


def telling(word: str, tables: Iterable[Declension]) -> frozenset[Case]:
    """Return the cases that the ending of a surname alone gives away.

    No nominative ends as -овым or -скую does.
    """
    return frozenset(
        case
        for table in tables
        if table.stems
        for case in CASES
        for ending in table.endings.get(case, ())
        if ending in table.telling
        and word.endswith(ending)
        and word[: -len(ending)].endswith(table.stems)
    )


def _reading(
    words: tuple[str, ...], case: Case, gender: str, tables: tuple[Declension, ...]
) -> list[tuple[str, bool]] | None:
    reading: list[tuple[str, bool]] = []
    for word in words:
        nominative = next(_nominatives(word, case, gender, tables), None)
        if nominative is None:
            if not _undeclined(word, gender):
                return None
            nominative = word, False
        reading.append(nominative)
    return reading


def _nominatives(
    word: str, case: Case, gender: str, tables: tuple[Declension, ...]
) -> Iterator[tuple[str, bool]]:
    for table in tables:
        if gender not in table.genders:
            continue
        for ending in table.endings.get(case, ()):
            stem = word[: len(word) - len(ending)]
            if word.endswith(ending) and len(stem) >= 2 and _fits(stem, table):
                yield stem + table.nominative, bool(table.stems)


def _fits(stem: str, table: Declension) -> bool:
    return stem.endswith(table.stems) if table.stems else stem[-1] not in table.bars


def _undeclined(word: str, gender: str) -> bool:
    """Foreign names on a vowel and women's names on a consonant keep one form in all cases."""
    if len(word) == 1:
        return True
    return word[-1] in "оеиуыэюё" or (gender == "f" and word[-1] not in "аяй")
