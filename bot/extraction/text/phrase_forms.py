"""Which phrases a word or some words are really forms of.

Words with the stems of a phrase may still be forms of another: cutting endings leaves Кит of
Китай, and kule looks like a form of Kula. What is told here is how much of the dictionary form a
language keeps, and how a phrase must be written to count.
"""

from functools import reduce
from operator import or_

from bot.extraction.text.tags import Entry, Tag
from bot.extraction.text.tokenizer import Letters, Word

_CAPITALS = 2  # that show that a word is an abbreviation or a brand: ОТГ, ТюркСОЙ, and not Тюрксой
_FORM = 2  # letters by which a capitalised form of a cue differs from it
_LONG = 4
"""Letters; a capitalised form of a shorter particle is rather a name.

Эмине is not эми with an ending.
"""
_SMALL = Tag.FUNCTION | Tag.CONJUNCTION | Tag.ATTACHING
_OF_LANDS = frozenset({Tag.PLACE, Tag.DEMONYM})
_SHORT = frozenset({Tag.CUE, Tag.HONORIFIC})
"""Of words that may begin longer ones: академии is of академия, not of акад."""
_OPEN = frozenset("aeoаеоәө")
VOWELS = _OPEN | frozenset("iuyиуыіұүэюя")


def fitting(
    entries: tuple[Entry, ...], words: list[Word], *, agglutinates: bool
) -> tuple[tuple[Entry, ...], int]:
    """Return those of `entries` that `words` are forms of, and their tags in one."""
    good = tuple(entry for entry in entries if _fits(entry, words, agglutinates=agglutinates))
    good = _nearest_places(likeliest(good, words), words)
    whole = standing(good, words)
    if not agglutinates and whole and all(entry.tag in _SHORT for entry in whole):
        whole = _nearest(good, words)  # образования is of образование, not of образован
    good = whole or good  # a word that stands whole is that word, not a softened form of another
    if agglutinates and len(words) == 1:
        good = _no_holder(good)
    return good, reduce(or_, (entry.tag for entry in good), Tag.NONE)


def _no_holder(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Leave out an office that a thing's word is but a letter longer than: hafıza is no hafız."""
    if len(entries) == 1:
        return entries
    things = {entry.words[0][:-1] for entry in entries if entry.tag == Tag.DESCRIPTOR}
    return tuple(
        entry for entry in entries if entry.tag != Tag.ROLE or entry.words[0] not in things
    )


def standing(entries: tuple[Entry, ...], words: list[Word]) -> tuple[Entry, ...]:
    """Return those of `entries` all of whose letters the words begin with."""
    return tuple(entry for entry in entries if _stands_whole(entry, words))


def _stands_whole(entry: Entry, words: list[Word]) -> bool:
    pairs = zip(entry.words, words, strict=True)
    return all(word.fold.startswith(known) for known, word in pairs)


def likeliest(entries: tuple[Entry, ...], words: list[Word]) -> tuple[Entry, ...]:
    """Leave out the forms of other words where `words` stand in their dictionary form.

    That is where this form takes no other reading. A particle as it stands is no form of a noun,
    nor is Türkiye one of Türki.
    """
    folded = tuple(word.fold for word in words)
    exact = tuple(entry for entry in entries if entry.words == folded)
    if any(entry.tag & (_SMALL | Tag.PLACE) for entry in exact):
        return exact
    if not any(entry.tag == Tag.DESCRIPTOR for entry in exact):
        return entries
    return tuple(entry for entry in entries if entry.tag != Tag.PLACE)  # Maliye is not in Mali


def _nearest_places(entries: tuple[Entry, ...], words: list[Word]) -> tuple[Entry, ...]:
    """Leave out the places and peoples that share fewer letters with the words than another does.

    В Китае is a form of Китай and not of Кито, Болгарии one of Болгария and not of Болгар, Венгрии
    one of Венгрия and not of венгр.
    """
    shared = {entry: _shared(entry, words) for entry in entries if entry.tag in _OF_LANDS}
    most = max(shared.values(), default=0)
    return tuple(entry for entry in entries if shared.get(entry, most) == most)


def _nearest(entries: tuple[Entry, ...], words: list[Word]) -> tuple[Entry, ...]:
    """Return those of `entries` that share the most letters with the words."""
    shared = [_shared(entry, words) for entry in entries]
    most = max(shared)
    return tuple(entry for entry, count in zip(entries, shared, strict=True) if count == most)


def _shared(entry: Entry, words: list[Word]) -> int:
    """Count the letters that the words begin with as those of the entry do."""
    pairs = zip(entry.words, words, strict=True)
    return sum(_alike(known, word.fold) for known, word in pairs)


def _alike(known: str, word: str) -> int:
    """Count the letters that two words begin with."""
    count = 0
    for ours, theirs in zip(known, word, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def _fits(entry: Entry, words: list[Word], *, agglutinates: bool) -> bool:
    """Whether `words` really are forms of the words of `entry`, and written as it must be.

    Their stems are those of the entry.
    """
    if entry.capital and words[0].letters not in {Letters.CAPITAL, Letters.CAPITALS}:
        return False
    if entry.exact and sum(letter.isupper() for letter in words[0].text) < _CAPITALS:
        return False
    if entry.whole and not words[0].fold.startswith(entry.words[0]):
        return False
    if (
        agglutinates
        and entry.tag == Tag.HONORIFIC
        and words[-1].fold != entry.words[-1]
        and words[-1].letters != Letters.LOWER
    ):
        return False  # Bayındır is no form of bay
    if agglutinates and len(words) == 1 and not _whole(entry, words[0]):
        return False
    if not agglutinates and entry.tag == Tag.CUE and words[0].letters == Letters.CAPITAL:
        return abs(len(words[0].fold) - len(entry.words[0])) <= _FORM  # Велиев is no form of вёл
    if not agglutinates and entry.tag == Tag.PLACE and not _in_a_case(entry, words[-1]):
        return False
    qualifies = bool(entry.tag & Tag.MODIFIER)  # новому is a form of новый
    return all(
        word.fold.startswith(
            known[: max(3, len(known) - (2 if qualifies or len(known) > 6 else 1))]
        )
        for known, word in zip(entry.words, words, strict=True)
    )


def _in_a_case(entry: Entry, word: Word) -> bool:
    """Whether the last word of a place may be declined so.

    Осман is no form of Османие, and no case has two vowels: Мария is none of Мары.
    """
    known = entry.words[-1]
    rest = word.fold[_alike(known, word.fold) :]
    long = len(word.fold) >= len(known) - 1
    return long and not (len(rest) > 1 and VOWELS.issuperset(rest[:2]))


def _whole(entry: Entry, word: Word) -> bool:
    """Whether the dictionary form is kept as endings are put on it: no Kula from kule.

    It is where endings are only put on. Adverbs take none at all (dün is not in dünya). Of other
    words than places only those in -a and -e are sure to be no possessives.
    """
    known = entry.words[0]
    if entry.tag & (Tag.RELATIVE | Tag.NEAR_MONTH):
        return word.fold == known
    if entry.tag == Tag.HONORIFIC and len(known) <= _LONG:
        return word.fold == known
    if entry.tag == Tag.PARTICLE and word.letters == Letters.LOWER and known[-1] not in VOWELS:
        return word.fold[len(known) : len(known) + 1] not in VOWELS  # dərin is no form of der
    if entry.tag & (_SMALL | Tag.CUE):
        return word.fold == known or (
            word.fold.startswith(known) and (word.letters == Letters.LOWER or len(known) > _LONG)
        )
    return word.fold.startswith(known) or known[-1] not in (
        VOWELS if entry.tag == Tag.PLACE else _OPEN
    )
