"""What topics are called in any language: whoever asks for one asks for all its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from bot.language import concepts
from bot.language.known_names import slips
from bot.language.romanize import roman
from bot.language.search_vocabulary import WHOLE, begins, changes, everyday, telling, vocabulary
from bot.language.stems import forms
from config.text import fold

SHORT = 3
"""Letters up to which a word is looked for as it stands: its beginning would be anything's."""

_LEAST_SHARE = 0.5
"""Of its letters that a word keeps at least as its endings are cut: «наркотики» is no "nar"."""

_LEAST_BENT = 2
"""Letters before a vowel that a word has where no ending follows: «овца», «овец»."""

_LONG = 5
"""Letters of a word that is one and the same in another script; «әнші» is no «аңшы»."""

_VOWELS = frozenset("аеёиоуыэюя")
_ALL_VOWELS = _VOWELS | frozenset("aeiouy")
_BACK, _FRONT = frozenset("aа"), frozenset("eе")  # Latin and Cyrillic, of Turkic endings

Alternative = tuple[str, ...]
"""Words that stand in an event side by side; one that ends with "*" begins so."""


class _Table:
    """Ideas, found by how their phrases begin."""

    def __init__(self, ideas: Iterable[str]) -> None:
        """Take of each idea the phrases that stand for it, parted by commas."""
        self._by_start: dict[str, list[tuple[list[str], frozenset[Alternative]]]] = defaultdict(
            list
        )
        self._whole: dict[str, list[frozenset[Alternative]]] = defaultdict(list)
        self.single: dict[str, str] = {}
        for stems in ideas:
            listed = concepts.in_words(stems)
            named = [*chain.from_iterable(map(_bent, map(_without_small_words, listed)))]
            written = frozenset(chain.from_iterable(map(_alternatives, named)))
            asked = chain.from_iterable(map(_bent, map(telling, listed)))
            for phrase in [*named, *(phrase for phrase in asked if phrase not in named)]:
                first = phrase[0].removesuffix(WHOLE)
                if len(phrase) == 1:
                    self.single[roman(first)] = first
                if len(phrase) == 1 and _is_whole(phrase[0]):
                    self._whole[roman(first)].append(written)
                else:
                    self._by_start[first[:SHORT]].append((phrase, written))

    def find(self, words: Sequence[str]) -> set[Alternative]:
        """Return how all ideas are written that all of `words` stand for."""
        found: set[Alternative] = set()
        for phrase, written in self._by_start.get(words[0][:SHORT], ()):
            if len(phrase) == len(words) and all(map(begins, words, phrase)):
                found |= written
        if len(words) == 1:
            whole, *shorter = forms(words[0])
            kept = (form for form in shorter if len(form) >= len(whole) * _LEAST_SHARE)
            for form in (whole, *kept):
                found.update(*self._whole.get(form, ()))
        return found


class SearchIdeas:
    """What `search_words.toml` and `search_topics.toml` list.

    And the topics and documents of `concepts.toml`.
    """

    @cached_property
    def _tables(self) -> tuple[_Table, _Table, _Table]:
        """The narrow ideas, the everyday things, and the wide ideas."""
        wide: dict[str, list[str]] = defaultdict(list)
        for table in (*map(concepts.stems_of, ("topics", "documents")), vocabulary().ideas):
            for idea, stems in table.items():
                wide[idea].append(stems)
        narrow = _Table(vocabulary().narrow.values())
        return narrow, _Table(everyday()), _Table(map(", ".join, wide.values()))

    def of(self, words: Sequence[str]) -> set[Alternative]:
        """Return how all ideas are written that all of `words` stand for.

        Whoever asks for a narrow one does not mean the wide one around it; what an everyday thing
        is called besides is meant with either.
        """
        narrow, everyday_things, wide = self._tables
        return (narrow.find(words) or wide.find(words)) | everyday_things.find(words)

    def are_called(self, word: str) -> bool:
        """Whether a word stands in the lists as it is."""
        return any(roman(word) in table.single for table in self._tables)

    def nearly(self, word: str) -> set[Alternative]:
        """Return how ideas are written that an unknown word may stand for but for a slip."""
        known = {roman: word for table in self._tables for roman, word in table.single.items()}
        for beginning in _beginnings(roman(word)):
            near = sorted(slips(beginning, known), key=lambda slip: slip[1])
            if near:
                return self.of([known[near[0][0]]])
        return set()


def _without_small_words(phrase: list[str]) -> list[str]:
    """Return a phrase as questions have it, unless one word would be left: "kardeş şehir"."""
    left = telling(phrase)
    return left if len(left) > 1 else phrase


def _bent(phrase: list[str]) -> Iterator[list[str]]:
    """Yield a phrase, and its last word as it is in other forms than the listed one.

    With each vowel that it may have where no ending follows, without the ending that Russian has
    elsewhere, and with its last letter softened.
    """
    yield phrase
    last, restored = phrase[-1], vocabulary().restored
    for word in _without_ending(last.removesuffix(WHOLE)):
        yield [*phrase[:-1], f"{word}{WHOLE}"]
    for ending, softened in changes(restored.softened):
        if len(last) >= _LONG and last.endswith(ending):
            yield [*phrase[:-1], f"{last.removesuffix(ending)}{softened}"]


def _without_ending(word: str) -> Iterator[str]:
    """Yield what a word, or its stem, may be in Russian where no ending follows: «овец», «дынь»."""
    restored = vocabulary().restored
    for listed, behind_vowel in ((restored.fleeting, False), (restored.zero, True)):
        for ending, whole in changes(listed):
            stem = word.removesuffix(ending)
            is_vowel = stem[-1:] in _VOWELS
            if stem != word and len(stem) >= _LEAST_BENT and is_vowel is behind_vowel:
                yield f"{stem}{whole}"


def _hung_on(word: str) -> Iterator[str]:
    """Yield what hangs on a whole word of a list, in its script.

    On a short one, unless it is marked as whole: «бал.» is no «балдар»; and on a longer one in
    Latin letters, in which Russian has none.
    """
    listed, whole = vocabulary().endings, word.removesuffix(WHOLE)
    plural = [end for end in fold(listed.plural).split() if _agrees(whole, end)]
    if len(word) <= SHORT:
        yield from (end for end in plural if end.isascii() == word.isascii())
    elif len(whole) > SHORT and word.isascii() and word.endswith(WHOLE):
        yield from (end for end in [*plural, *listed.trade.split()] if end.isascii())


def _agrees(word: str, ending: str) -> bool:
    """Whether an ending can go behind a word by its last vowel: bal | lar, never baller."""
    last = next((letter for letter in reversed(word) if letter in _ALL_VOWELS), "")
    return last not in _BACK or _FRONT.isdisjoint(ending)


def _beginnings(word: str) -> Iterator[str]:
    """Yield a word without more and more of its end."""
    for length in range(len(word), SHORT, -1):
        yield word[:length]


def _is_whole(word: str) -> bool:
    """Whether no longer word stands for what a word of a phrase stands for."""
    return word.endswith(WHOLE) or len(word) <= SHORT


def _alternatives(phrase: Sequence[str]) -> Iterator[Alternative]:
    """Yield the beginnings of words that stand for an idea; those that are whole as they are.

    In their own script, in which articles are kept too: in Latin letters «ән» would be "an". Whole
    ones that stand alone also as they begin in the plural and in the name of a trade: "xorlar",
    "seracı". Longer words also in Latin letters, in which another language may write them.
    """
    words = [word.removesuffix(WHOLE) for word in phrase]
    # Beside a long word a short one is told apart by it: «пыльн бур» finds «пыльных бурях».
    short = 0 if len(max(words, key=len)) > SHORT else SHORT
    stars = ["" if word.endswith(WHOLE) or len(word) <= short else "*" for word in phrase]
    yield tuple(map("".join, zip(words, stars, strict=True)))
    if len(words) == 1:
        yield from ((f"{words[0]}{ending}*",) for ending in _hung_on(phrase[0]))
    latin = [roman(word) for word in words]
    if latin != words and min(map(len, words)) >= _LONG:
        yield tuple(map("".join, zip(latin, stars, strict=True)))
