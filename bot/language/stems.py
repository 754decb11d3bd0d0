"""Words without their endings, whatever language they are of, to be compared and looked for.

A question is a word or two in any of the bot's languages, and no language can be told from so
little. So the endings of all of them are cut, in Latin letters (`bot.language.romanize.roman`), one
after another, as the Turkic languages hang them on. What is left is no stem that a grammar would
know, but the same for all forms of a word.
"""

from collections.abc import Iterator
from functools import lru_cache

from bot.language.romanize import roman
from bot.language.search_vocabulary import changes, vocabulary
from config.remembering import remembered

_SHORTEST, _SHORTEST_BEFORE_VOWEL = 3, 4
"""Letters that stay before an ending that begins with a consonant, and before any other one."""

_SHORTEST_RESTORED = 2
"""Letters that stay before what takes the place of an ending: «Уфы», «Уфа»."""

_MOST_CUT = 4
"""Endings that hang on one word: "Stambul-dagi-lar-ning"."""

_MOST_NOMINATIVES = 40
"""Words that one may be a form of."""

_VOWELS = frozenset("aeiouy")

_MOST_UNBENT = 3
"""Forms of somebody's name, each shorter, under which people are looked for."""

_SHORTEST_NAME, _LEAST_OF_NAME = 4, 0.6
"""Letters of a name that stay at least, and their share: «Женеве» is no form of Zhanar's."""


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    """Return the endings of all languages, the longest first."""
    listed = vocabulary().endings
    every = {*listed.ru.split(), *listed.turkic.split(), *listed.en.split()}
    return tuple(sorted(every, key=len, reverse=True))


@lru_cache(maxsize=1)
def _after_two() -> frozenset[str]:
    return frozenset(vocabulary().endings.after_two.split())


@remembered(16_384)
def forms(word: str) -> tuple[str, ...]:
    """Return `word` in Latin letters, then ever shorter forms of it as its endings are cut."""
    made = [roman(word)]
    while len(made) <= _MOST_CUT and (shorter := _cut(made[-1])) is not None:
        made.append(shorter)
    return tuple(made)


def unbent(name: str) -> Iterator[str]:
    """Yield somebody's name, its last word ever shorter as endings are cut: "Омуралиевтің"."""
    first, _space, last = name.rpartition(" ")
    made = forms(last)
    least = max(_SHORTEST_NAME, len(made[0]) * _LEAST_OF_NAME)
    for form in made[:_MOST_UNBENT]:
        if len(form) >= least:
            yield f"{first} {form}".strip()


def _cut(word: str) -> str | None:
    for ending in _endings():
        least = _SHORTEST_BEFORE_VOWEL if ending[0] in _VOWELS else _SHORTEST
        least -= ending in _after_two()
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return None


@remembered(16_384)
def nominatives(word: str) -> tuple[str, ...]:
    """Return all that `word` may be a form of, in Latin letters, the likest first.

    Itself; what stood where an ending took its place ("Хивы", "Хива"); what is left without one
    ending, the shortest cut first; then without two, and so on. Most of these are no words, so they
    say something only where one of them is a name that is known.
    """
    whole = roman(word)
    found = dict.fromkeys([whole, *_in_place(whole)])
    level = [whole]
    for _ending in range(_MOST_CUT):
        cuts = sorted({cut for form in level for cut in _cuts(form)}, key=len, reverse=True)
        level = [cut for cut in cuts if cut not in found]
        found.update(dict.fromkeys(level))
    return tuple(found)[:_MOST_NOMINATIVES]


def _cuts(word: str) -> Iterator[str]:
    """Yield a word without each of the endings that it has."""
    for ending in _endings():
        least = _SHORTEST - (ending in _after_two())
        if word.endswith(ending) and len(word) - len(ending) >= least:
            yield word[: -len(ending)]


def _in_place(word: str) -> Iterator[str]:
    """Yield a word with what may have stood in place of its ending."""
    for ending, nominative in changes(vocabulary().restored.ru):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_RESTORED:
            yield word.removesuffix(ending) + nominative


def towns_of(word: str) -> Iterator[str]:
    """Yield what of a town's name may stand in an adjective of it, in Latin letters.

    «ташкентский» holds the whole name, «бакинский» and «хивинский» all but its last vowel.
    """
    whole, made = roman(word), vocabulary().of_towns
    for ending in made.endings.split():
        base = whole.removesuffix(ending)
        if base != whole and len(base) >= _SHORTEST:
            yield base
            yield from (base.removesuffix(end) for end in made.before.split() if _ends(base, end))


def _ends(base: str, ending: str) -> bool:
    return base.endswith(ending) and len(base) - len(ending) >= _SHORTEST


def hung_on(ending: str) -> bool:
    """Whether `ending` is one that hangs on a name behind an apostrophe: "Kars'ın"."""
    return roman(ending) in _behind_apostrophe()


@lru_cache(maxsize=1)
def _behind_apostrophe() -> frozenset[str]:
    return frozenset({*vocabulary().endings.turkic.split(), *vocabulary().endings.en.split()})


def of_one_word(one: str, two: str) -> bool:
    """Whether two words may be forms of one: they share what most of both is made of."""
    if one == two:
        return True
    least = max(_SHORTEST, min(len(one), len(two)) / 2)
    shared = set(nominatives(one)).intersection(nominatives(two))
    return any(len(form) >= least for form in shared)
