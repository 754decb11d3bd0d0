"""Names in their case forms.

The words of a name, the nominative of its last word, and whether two names are one person's.
"""

from rapidfuzz.distance import DamerauLevenshtein

from bot.extraction.people.declension import (
    CASES,
    Case,
    cases_of,
    plural_cases_of,
    solutions,
    telling,
)
from bot.extraction.people.name_candidates import Run
from bot.extraction.text.phrase_forms import VOWELS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from config.text import fold

_SHORTEST = 4  # letters of a name that loses an ending for its neighbours' sake
_REMEMBERED = 20_000  # spellings
_STEM = 3  # letters that two case forms of one word have in common
_TYPED = 6  # letters from which a word may be mistyped
_INITIAL = 2  # letters: Sh. and Yu. are initials too


def words(marked: TaggedArticle, run: Run, cases: frozenset[Case]) -> tuple[str, ...]:
    """Return the words of a name, folded, in the nominative as far as `cases` tell.

    An initial is one letter.
    """
    solved = dict(zip(_declined(marked, run), _solved(marked, run, cases), strict=False))
    shared = () if run.shared is None else (bare(marked, marked.tokens[run.shared].word.fold),)
    return (
        *(fold(solved[i]) if i in solved else marked.tokens[i].word.fold for i in run.parts),
        *shared,
    )


def weight(name: tuple[str, ...]) -> int:
    """How full a name is: its words, an initial counting less than a word."""
    return sum(2 if len(word) > 1 else 1 for word in name)


def bare(marked: TaggedArticle, word: str) -> str:
    """Return the folded `word` without the endings of case that cannot belong to a name.

    A surname's own ending stays whole.
    """
    remembered = marked.lexicon.bare_names
    found = remembered.get(word)
    if found is None:
        if len(remembered) > _REMEMBERED:
            remembered.clear()
        found = remembered[word] = _bare(marked, word)
    return found


def _bare(marked: TaggedArticle, word: str) -> str:
    lexicon = marked.lexicon
    if not word.endswith(lexicon.case_tails):
        return word  # most words: not looked at ending by ending
    surname = next((end for end in lexicon.name_ends if word.endswith(end)), "")
    for ending in lexicon.cases:
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(ending) >= len(surname)
            and len(stem) >= 3
            and not VOWELS.isdisjoint(stem)
        ):
            return stem + _buffer(marked, stem, ending)
    for ending in lexicon.weak_cases:
        if (
            word.endswith(ending)
            and len(ending) >= len(surname)
            and word[: -len(ending)].endswith(lexicon.surnames)
        ):
            return word[: -len(ending)]
    return word


def other_cases(marked: TaggedArticle, run: Run) -> list[tuple[str, ...]]:
    """Return what the words of a name would be in the nominative if they stood in any other case."""
    tables = marked.lexicon.grammar.people.declensions
    if not tables:
        return []
    parts = _declined(marked, run)
    written = tuple(marked.tokens[part].word.base.lower() for part in parts)
    solved = (
        {part: fold(word) for part, word in zip(parts, found.words, strict=True)}
        for found in solutions(written, CASES, tables)
    )
    return [tuple(words.get(i, marked.tokens[i].word.fold) for i in run.parts) for words in solved]


def _buffer(marked: TaggedArticle, stem: str, ending: str) -> str:
    """The letter that a longer ending begins with may be the name's own.

    Erdoğan-ın rather than Erdoğa-nın, but Aliyeva-nın.
    """
    own = (
        stem[-1] in VOWELS
        and ending[1:] in marked.lexicon.case_endings
        and not stem.endswith(marked.lexicon.surnames)
    )
    return ending[0] if own else ""


def shared_ending(marked: TaggedArticle, run: Run, other: Run) -> int:
    """Return how many letters of `run` are an ending of the case that `other`, which an "and" joins to it, stands in beyond doubt."""
    word, neighbour = (
        marked.tokens[run.parts[-1]].word.fold,
        marked.tokens[other.parts[-1]].word.fold,
    )
    told = neighbour[len(bare(marked, neighbour)) :] or (
        neighbour[-other.ending :] if other.ending else ""
    )
    if not told or bare(marked, word) != word:
        return 0
    fitting = (
        e
        for e in marked.lexicon.weak_cases
        if len(e) > 1 and word.endswith(e) and len(word) - len(e) >= _SHORTEST
    )
    return next((len(e) for e in fitting if _consonants(told).endswith(_consonants(e))), 0)


def _consonants(ending: str) -> str:
    return "".join(letter for letter in ending if letter not in VOWELS)


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
        pieces.append(f" {_cut(word.base, word.fold, bare(marked, word.fold))}")
    return " ".join(_decapitalised(piece) for piece in "".join(pieces).replace(" - ", "-").split())


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
    word, match = marked.tokens[last - 1].word, marked.matches[last - 1]
    known = (
        next((e.words[-1] for e in match.entries if e.tag == Tag.PARTICLE and e.words), word.fold)
        if match is not None
        else word.fold
    )
    lead = marked.text[marked.tokens[at].start : marked.tokens[last - 1].start]
    return (
        f"{lead}{_cut(word.base, word.fold, known)}"
        if word.fold.startswith(known)
        else marked.slice(at, last)
    )


def _cut(written: str, folded: str, kept: str) -> str:
    """Return `written` without its last letters, as many as `kept` is shorter than `folded`."""
    return written[: len(written) - (len(folded) - len(kept))]


def _gap(marked: TaggedArticle, part: int, at: int, last: int) -> str:
    """The white space behind a part, where more of the name follows."""
    return marked.text[marked.tokens[part].end : marked.tokens[at].start] if at < last else ""


def _settled(marked: TaggedArticle, run: Run, others: list[Run]) -> str:
    """Return the last word of `run` without the endings of case, as far as the person's other mentions bear that out."""
    word = marked.tokens[run.parts[-1]].word
    folded = bare(marked, word.fold)
    if run.ending and folded == word.fold:
        folded = folded[: -run.ending]
    for other in others:
        form = bare(marked, marked.tokens[other.parts[-1]].word.fold)
        stem = _shared(marked, form, folded) if form != folded else None
        if stem is not None and len(stem) >= 3:
            folded = stem
    return _cut(word.base, word.fold, folded) if len(folded) < len(word.fold) else word.base


def _declined(marked: TaggedArticle, run: Run) -> list[int]:
    """The parts of a name that take endings.

    Not those before a hyphen (Касым-Жомарта), nor -заде.
    """
    undeclined = marked.lexicon.undeclined
    of_father = any(
        marked.tags[index] & Tag.PARTICLE and marked.tokens[index].word.fold in undeclined
        for index in range(run.first, run.last)
    )
    if of_father and len(run.parts) > 1:
        return run.parts[:1]  # Чынгыза Эсенгул уулу
    return [
        part
        for part in run.parts
        if (part + 1 >= run.last or marked.mark(part + 1) != "-")
        and not marked.tokens[part].word.fold.endswith(undeclined)
    ]


def _solved(marked: TaggedArticle, run: Run, cases: frozenset[Case]) -> list[str]:
    """Return the declined parts of `run` in the nominative, or nothing where no table of this language reads them so."""
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

    Empty for the nominative.
    """
    people = marked.lexicon.grammar.people
    tables = people.declensions
    if not tables:
        return frozenset()
    if head is not None:
        form = marked.tokens[head.last - 1].word.fold
        nouns = (entry.words[-1] for entry in head.entries if entry.tag & (Tag.ROLE | Tag.TITLE))
        return next(
            (
                found
                for noun in nouns
                if (found := cases_of(form, noun, tables) or plural_cases_of(form, noun, people))
            ),
            frozenset(),
        )
    told = telling(marked.tokens[run.parts[-1]].word.base.lower(), tables)
    return told or _governed(marked, run) or _all_instrumental(marked, run)


def given_office(marked: TaggedArticle, head: Match) -> bool:
    """Whether a word for an office stands in the case of what somebody becomes, if there is one."""
    people = marked.lexicon.grammar.people
    if not people.declensions:
        return True
    form = marked.tokens[head.last - 1].word.fold
    nouns = (entry.words[-1] for entry in head.entries if entry.tag & (Tag.ROLE | Tag.TITLE))
    return any("instrumental" in cases_of(form, noun, people.declensions) for noun in nouns)


def _governed(marked: TaggedArticle, run: Run) -> frozenset[Case]:
    """Return the case that the word right before a name governs: "с" Керемом, "принял" Галию."""
    if not run.first:
        return frozenset()
    case = marked.lexicon.governing.get(marked.tokens[run.first - 1].word.fold)
    return frozenset(known for known in CASES if known == case)


def _all_instrumental(marked: TaggedArticle, run: Run) -> frozenset[Case]:
    """Return the instrumental where each word of a full name ends in it.

    Керемом Тарыком Айдоганом.
    """
    lexicon = marked.lexicon.grammar.people
    ends = {
        end
        for table in lexicon.declensions
        for end in table.endings.get("instrumental", ())
        if len(end) > 1
    }
    words = [marked.tokens[part].word.base.lower() for part in run.parts]
    told = len(words) > 1 and all(word.endswith(tuple(ends)) for word in words)
    return frozenset({"instrumental"}) if told else frozenset()


def nominative(marked: TaggedArticle, index: int) -> str:
    """Return the word at `index`, a proper name, in the nominative."""
    word = marked.tokens[index].word
    return word.base[: len(word.base) - (len(word.fold) - len(bare(marked, word.fold)))]


def _decapitalised(part: str) -> str:
    return part[0] + part[1:].lower() if len(part) > 3 and part.isupper() else part


def same(marked: TaggedArticle, full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether `other` names the person whom `full` names.

    Each of the fewer words is one of the more, in order.
    """
    few, many = (other, full) if len(other) <= len(full) else (full, other)
    if len(few) == 1 and len(few[0]) == 1:
        return False
    if len(few) == len(many) > 1 and sorted(few) == sorted(many):
        return True
    if len(few) > 1 and len(few[0]) == 1 and _same_word(marked, many[0], few[-1]):
        few = (few[-1], *few[:-1])  # Т. Усманов, and told in full: Усманов Турдубек
    at = 0
    for word in few:
        while at < len(many) and not _same_word(marked, many[at], word):
            at += 1
        if at == len(many):
            return False
        at += 1
    return True


def begin_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each of the fewer words begins like one of the more, as it must in whatever case two forms of one name stand."""
    few, many = (other, one) if len(other) <= len(one) else (one, other)
    return all(any(_begin_alike(word, known) for known in many) for word in few)


def _begin_alike(a: str, b: str) -> bool:
    if min(len(a), len(b)) <= _INITIAL:
        return a[:1] == b[:1]
    return a[:_INITIAL] == b[:_INITIAL] or _mistyped_early(a, b)


def _shared(marked: TaggedArticle, a: str, b: str) -> str | None:
    """Return the stem that both words are case forms of, or None."""
    stem = a[
        : next(
            (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
        )
    ]
    for size in range(len(stem), max(2, len(stem) - 2), -1):
        if all(not rest or rest in marked.lexicon.case_endings for rest in (a[size:], b[size:])):
            return stem[:size]
    return None


def _mistyped_early(a: str, b: str) -> bool:
    """Whether two words that begin differently could be one with a slip in its first letters.

    Cheap to ask, and nearly always no.
    """
    shorter = min(len(a), len(b))
    return shorter >= 2 * _TYPED or (shorter >= _TYPED and a[4:6] in b[3:7])


def _same_word(marked: TaggedArticle, a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) <= _INITIAL:
        return a.startswith(b) or b.startswith(a)
    if a[:_STEM] != b[:_STEM] and not _mistyped_early(a, b):
        return False
    a, b = bare(marked, a), bare(marked, b)
    if a == b:
        return True
    if (stem := _shared(marked, a, b)) is not None and len(stem) >= _STEM:
        return True
    shorter = min(len(a), len(b))
    return shorter >= _TYPED and DamerauLevenshtein.distance(a, b) <= shorter // 6


def object_ending(marked: TaggedArticle, run: Run) -> int:
    """Return how many letters of a name are an ending, as the verb behind it tells.

    Chelikni qabul.
    """
    lexicon = marked.lexicon
    if run.last >= len(marked.tokens) or (
        marked.tokens[run.last].word.fold not in lexicon.object_verbs
    ):
        return 0
    word = marked.tokens[run.parts[-1]].word
    if word.ending or bare(marked, word.fold) != word.fold:
        return 0
    fitting = [
        len(end)
        for end in lexicon.object_endings
        if word.fold.endswith(end) and len(word.fold) - len(end) >= _SHORTEST
    ]
    told = (size for size in fitting if word.fold[:-size].endswith(lexicon.surnames))
    return next(told, min(fitting, default=0))  # Tuncalı-nı by its surname's end, but Həsən-i


def _case_ending(marked: TaggedArticle, run: Run) -> str:
    """Return the folded ending of case of a name's last word, empty where it shows none."""
    word = marked.tokens[run.parts[-1]].word
    if word.ending:
        return fold(word.ending)
    return word.fold[len(bare(marked, word.fold)) :]


def owning(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name stands in the genitive, as far as its ending tells."""
    ending = _case_ending(marked, run)
    return bool(ending) and ending in marked.lexicon.genitives


def given(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name stands in a case that something is given or done to somebody in."""
    ending = _case_ending(marked, run)
    return bool(ending) and ending not in marked.lexicon.genitives
