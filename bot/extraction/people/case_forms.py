"""Names in their case forms: the words of a name, and the nominative that is shown of it.

Which case a name stands in is told by its office, a preposition or verb before it, or its own
surname; where none tells, the name stands as it is written, without the endings that cannot be its.
"""

from bot.extraction.people.declension import (
    CASES,
    Case,
    cases_of,
    plural_cases_of,
    possible,
    solutions,
    telling,
)
from bot.extraction.people.name_candidates import Run
from bot.extraction.people.name_endings import bare, cut, particle_form, shared_stem
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from bot.language.first_names import is_first_name, is_mans_name
from config.text import fold

_SHORT = 3  # letters of a word in capitals that may be an abbreviation
_DOTTING = frozenset("ĞŞİ")  # letters of alphabets that have an I without a dot
_OBJECTS: frozenset[Case] = frozenset({"genitive", "accusative"})


def words(marked: TaggedArticle, run: Run, cases: frozenset[Case]) -> tuple[str, ...]:
    """Return the words of a name, folded, in the nominative as far as `cases` tell.

    An initial is one letter.
    """
    found = _solved(marked, run, cases)
    solved = dict(zip(_declined(marked, run), found, strict=True)) if found else {}
    shared = () if run.shared is None else (bare(marked, marked.tokens[run.shared].word.fold),)
    return (
        *(fold(solved[i]) if i in solved else marked.folds[i] for i in run.parts),
        *shared,
    )


def other_cases(marked: TaggedArticle, run: Run) -> list[tuple[str, ...]]:
    """Return the nominatives that the words of a name could have, whatever case they stand in."""
    tables = marked.lexicon.grammar.people.declensions
    if not tables:
        return []
    parts = _declined(marked, run)
    written = tuple(marked.tokens[part].word.base.lower() for part in parts)
    readings: list[tuple[str, ...]] = []
    for found in solutions(written, CASES, tables):
        solved = {part: fold(word) for part, word in zip(parts, found.words, strict=True)}
        folded = (solved.get(part, marked.tokens[part].word.fold) for part in run.parts)
        readings.append(tuple(folded))
    return readings


def name(marked: TaggedArticle, run: Run, others: list[Run], cases: frozenset[Case]) -> str:
    """Return the name of `run` in the nominative.

    Args:
        marked: The article.
        run: The name where it is told most fully.
        others: The same person's mentions, whose forms may settle the ending.
        cases: The cases that the name may stand in, by the words around it; empty for the
            nominative.
    """
    forms = {run.parts[-1]: _settled(marked, run, others)}
    forms.update(
        zip(_declined(marked, run), solved, strict=True)
        if (solved := _solved(marked, run, cases))
        else ()
    )
    pieces: list[str] = []
    at = run.first
    for part in (*run.parts, run.last):
        pieces.append(
            _between(marked, at, part) if part < run.last else _tail(marked, at, run.last)
        )
        if part < run.last:
            pieces.append(forms.get(part, marked.tokens[part].word.base))
            at = part + 1
            pieces.append(_gap(marked, part, at, run.last))
    if run.shared is not None:
        word = marked.tokens[run.shared].word
        pieces.append(f" {cut(word.base, word.fold, bare(marked, word.fold))}")
    dotless = "ı" in marked.lexicon.grammar.detect.letters
    written = "".join(pieces).replace(" - ", "-").split()
    return " ".join(_decapitalised(piece, dotless=dotless) for piece in written)


def _between(marked: TaggedArticle, at: int, part: int) -> str:
    """What stands between two parts of a name, without honorifics."""
    if any(marked.tags[i] & Tag.HONORIFIC for i in range(at, part)):
        return ""
    return marked.text[marked.tokens[at].start : marked.tokens[part].start]


def _tail(marked: TaggedArticle, at: int, last: int) -> str:
    """What stands behind the last part of a name.

    "son of" and the like, without an ending of case.
    """
    if at >= last:
        return ""
    word, known = marked.tokens[last - 1].word, particle_form(marked, last - 1)
    lead = marked.text[marked.tokens[at].start : marked.tokens[last - 1].start]
    return (
        f"{lead}{cut(word.base, word.fold, known)}"
        if word.fold.startswith(known)
        else marked.slice(at, last)
    )


def _gap(marked: TaggedArticle, part: int, at: int, last: int) -> str:
    """The white space behind a part, where more of the name follows."""
    return marked.text[marked.tokens[part].end : marked.tokens[at].start] if at < last else ""


def _settled(marked: TaggedArticle, run: Run, others: list[Run]) -> str:
    """Return the last word of `run` without the endings of case.

    An ending goes as far as the person's other mentions bear that out.
    """
    word = marked.tokens[run.parts[-1]].word
    folded = bare(marked, word.fold)
    if run.ending and folded == word.fold:
        folded = folded[: -run.ending]
    for other in others:
        form = bare(marked, marked.tokens[other.parts[-1]].word.fold)
        stem = shared_stem(marked, form, folded) if form != folded else None
        if stem is not None and len(stem) >= 3:
            folded = stem
    return cut(word.base, word.fold, folded) if len(folded) < len(word.fold) else word.base


def _declined(marked: TaggedArticle, run: Run) -> list[int]:
    """The parts of a name that take endings.

    Not those before a hyphen (Касым-Жомарта), nor -заде.
    """
    undeclined = marked.lexicon.undeclined
    of_father = len(run.parts) > 1 and any(
        marked.tags[index] & Tag.PARTICLE and marked.folds[index] in undeclined
        for index in range(run.first, run.last)
    )
    if of_father:
        return run.parts[:1]  # Чынгыза Эсенгул уулу
    return [
        part
        for part in run.parts
        if (part + 1 >= run.last or marked.mark(part + 1) != "-")
        and not marked.folds[part].endswith(undeclined)
    ]


def _solved(marked: TaggedArticle, run: Run, cases: frozenset[Case]) -> list[str]:
    """Return the declined parts of `run` in the nominative.

    Empty where no table of this language reads them so.
    """
    tables = marked.lexicon.grammar.people.declensions
    if not cases or not tables:
        return []
    written = [marked.tokens[part].word.base for part in _declined(marked, run)]
    found = solutions(tuple(word.lower() for word in written), sorted(cases), tables)
    if not found:
        return []
    return [_cased(word, solved) for word, solved in zip(written, found[0].words, strict=True)]


def _cased(written: str, nominative: str) -> str:
    """Return `nominative` in the letters of `written`."""
    return (
        nominative.upper()
        if len(written) > 1 and written.isupper()
        else nominative[:1].upper() + nominative[1:]
    )


def told_cases(marked: TaggedArticle, run: Run, head: Match | None) -> frozenset[Case]:
    """Return the cases that a name stands in as its office, or else its own surname, tells.

    Empty for the nominative, and where the name has no ending of that case: the office is then
    somebody else's, or held for another (и.о. министра X).
    """
    people = marked.lexicon.grammar.people
    tables = people.declensions
    if not tables:
        return frozenset()
    if head is not None:
        found = _head_cases(marked, head)
        written = tuple(marked.tokens[part].word.base.lower() for part in _declined(marked, run))
        return found if possible(written, found, tables) else frozenset()
    last = marked.tokens[run.parts[-1]].word.base.lower()
    told = telling(last, tables) if last.endswith(marked.lexicon.telling_tails) else frozenset()
    by_first = _by_first(marked, run)  # Ерлану Кошанову: a man's, whatever the surname could be
    if told:
        return told & by_first or by_first or told
    return _governed(marked, run) or _all_instrumental(marked, run) or by_first


def _head_cases(marked: TaggedArticle, head: Match) -> frozenset[Case]:
    """Return the cases that an office stands in; empty for the nominative."""
    people, nouns = marked.lexicon.grammar.people, _nouns(head)
    told = (
        cases_of(form, noun, people.declensions) or plural_cases_of(form, noun, people)
        for form in _forms(marked, head)
        for noun in nouns
    )
    return next(filter(None, told), frozenset())


def _nouns(head: Match) -> list[str]:
    """Return the last words of the offices that `head` is, folded; a trade is known by its end."""
    offices = [entry for entry in head.entries if entry.tag & (Tag.ROLE | Tag.TITLE)]
    ends = [fold(entry.shown) for entry in offices if entry.shown.endswith(entry.words[-1])]
    return [*(entry.words[-1] for entry in offices), *ends]


def given_office(marked: TaggedArticle, head: Match) -> bool:
    """Whether a word for an office stands in the case of what somebody becomes, if there is one."""
    people = marked.lexicon.grammar.people
    if not people.declensions:
        return True
    told = (
        cases_of(form, noun, people.declensions)
        for form in _forms(marked, head)
        for noun in _nouns(head)
    )
    return any("instrumental" in cases for cases in told)


def is_of(marked: TaggedArticle, head: Match) -> bool:
    """Whether a word for an office may stand in the genitive, where there is one."""
    people = marked.lexicon.grammar.people
    return not people.declensions or "genitive" in _head_cases(marked, head)


def _forms(marked: TaggedArticle, head: Match) -> tuple[str, ...]:
    """Return how the office is written, folded and as it stands: коллегой is коллегои folded."""
    word = marked.tokens[head.last - 1].word
    return tuple(dict.fromkeys((word.fold, word.base.lower())))


def _governed(marked: TaggedArticle, run: Run) -> frozenset[Case]:
    """Return the case that the word right before a name governs: "с" Керемом, "принял" Галию.

    An adjective has the name's own case: за отсутствующего | Ференца.
    """
    if not run.first:
        return frozenset()
    word = marked.tokens[run.first - 1].word
    case = marked.lexicon.governing.get(word.fold)
    if case is None and _agrees(marked, run.first - 1):
        return _OBJECTS
    return frozenset(known for known in CASES if known == case)


def _agrees(marked: TaggedArticle, index: int) -> bool:
    """Whether an adjective in the genitive of a man stands at `index`, no mark behind it."""
    word, endings = marked.tokens[index].word, marked.lexicon.adjectives_in_genitive
    told = (ending for ending, genders in endings.items() if "m" in genders)
    return (
        word.letters == Letters.LOWER
        and word.base.lower().endswith(tuple(told))
        and not marked.tags[index] & (Tag.FUNCTION | Tag.ROLE)
        and not marked.mark(index + 1)
    )


def _all_instrumental(marked: TaggedArticle, run: Run) -> frozenset[Case]:
    """Return the instrumental where each word of a full name ends in it.

    Керемом Тарыком Айдоганом.
    """
    words = (marked.tokens[part].word.base.lower() for part in run.parts)
    ends = marked.lexicon.instrumentals
    told = len(run.parts) > 1 and all(word.endswith(ends) for word in words)
    return frozenset({"instrumental"}) if told else frozenset()


def _by_first(marked: TaggedArticle, run: Run) -> frozenset[Case]:
    """Return the cases in which the first word of a full name is a man's, as it is in none.

    Шавката Мирзиёева, who is no woman: Шавкат is a first name, and Шавката is not.
    """
    declined = _declined(marked, run)
    if len(declined) < 2 or declined[0] != run.parts[0]:
        return frozenset()
    words = tuple(marked.tokens[part].word.base.lower() for part in declined)
    if is_first_name(words[0], declined=False):
        return frozenset()
    read = solutions(words, CASES, marked.lexicon.grammar.people.declensions)
    return frozenset(found.case for found in read if found.firm and is_mans_name(found.words[0]))


def _decapitalised(part: str, *, dotless: bool) -> str:
    """Return a word of a name in capitals with small letters behind the first.

    The small letter of I has no dot where the alphabet knows one without, or the name shows it.
    """
    if len(part) <= _SHORT or not part.isupper():
        return part
    dotless = dotless or not _DOTTING.isdisjoint(part)
    rest = part[1:].replace("İ", "i")
    return part[0] + (rest.replace("I", "ı") if dotless else rest).lower()
