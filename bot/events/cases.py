"""Names in their case forms: the words of a name, the nominative of its last word, and whether two names are one person's."""

from rapidfuzz.distance import DamerauLevenshtein

from bot.events.marks import Marked
from bot.events.names import Run

_VOWELS = frozenset("aeiouyäöüаеёиоуыэюяөүәіұ")


def words(marked: Marked, run: Run) -> tuple[str, ...]:
    """Return the words of a name, folded, without endings behind an apostrophe; an initial is one letter."""
    return tuple(marked.tokens[i].word.fold for i in run.parts)


def weight(name: tuple[str, ...]) -> int:
    """How full a name is: its words, an initial counting less than a word."""
    return sum(2 if len(word) > 1 else 1 for word in name)


def bare(marked: Marked, word: str) -> str:
    """Return the folded `word` without the endings of case that cannot belong to a name."""
    lexicon = marked.lexicon
    for ending in lexicon.cases:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not _VOWELS.isdisjoint(word[: -len(ending)]):
            return word[: -len(ending)]
    for ending in lexicon.weak_cases:
        if word.endswith(ending) and word[: -len(ending)].endswith(lexicon.surnames):
            return word[: -len(ending)]
    return word


def name(marked: Marked, run: Run, others: list[Run]) -> str:
    """Return the name of `run` in the nominative; `others` are the same person's mentions, whose forms may settle it."""
    last = run.parts[-1]
    word = marked.tokens[last].word
    start = marked.tokens[run.first].start
    text = marked.text[start : marked.tokens[last].start]
    tail = word.base
    folded = bare(marked, word.fold)
    for other in others:
        form = bare(marked, marked.tokens[other.parts[-1]].word.fold)
        stem = _shared(marked, form, folded) if form != folded else None
        if stem is not None and len(stem) >= 3:
            folded = stem
    if len(folded) < len(word.fold):
        tail = tail[: len(tail) - (len(word.fold) - len(folded))]
    rest = marked.text[marked.tokens[last].end : marked.tokens[run.last - 1].end] if run.last - 1 > last else ""
    full = f"{text}{tail}{rest}"
    return " ".join(_decapitalised(part) for part in full.replace(" - ", "-").split())


def nominative(marked: Marked, index: int) -> str:
    """Return the word at `index`, a proper name, in the nominative."""
    word = marked.tokens[index].word
    return word.base[: len(word.base) - (len(word.fold) - len(bare(marked, word.fold)))]


def _decapitalised(part: str) -> str:
    return part[0] + part[1:].lower() if len(part) > 3 and part.isupper() else part


def same(marked: Marked, full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether `other` names the person whom `full` names: each of the fewer words is one of the more, in order."""
    few, many = (other, full) if len(other) <= len(full) else (full, other)
    if len(few) == 1 and len(few[0]) == 1:
        return False
    at = 0
    for word in few:
        while at < len(many) and not _same_word(marked, many[at], word):
            at += 1
        if at == len(many):
            return False
        at += 1
    return True


def _shared(marked: Marked, a: str, b: str) -> str | None:
    """Return the stem that both words are case forms of, or None."""
    stem = a[: next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))]
    for size in range(len(stem), max(2, len(stem) - 2), -1):
        if all(not rest or rest in marked.lexicon.case_endings for rest in (a[size:], b[size:])):
            return stem[:size]
    return None


def _same_word(marked: Marked, a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    a, b = bare(marked, a), bare(marked, b)
    if a == b:
        return True
    if (stem := _shared(marked, a, b)) is not None and len(stem) >= 3:
        return True
    shorter = min(len(a), len(b))
    return shorter >= 6 and DamerauLevenshtein.distance(a, b) <= shorter // 6
