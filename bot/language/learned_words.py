"""Learned words, which are the same in all languages but for how each of them spells them.

"Ornithology", «орнитология», "ornitoloji" and "ornitoloq" are of one word, and there are too many
such words for any list. So a long word is looked for as the other languages would spell it too.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from bot.language.romanize import roman
from bot.language.search_vocabulary import Change, changes, vocabulary
from bot.language.stems import forms
from config.remembering import remembered

_LEAST = 6
"""Letters that stay at least: shorter beginnings would be those of native words."""

_MOST_DOUBTS = 3
"""Letters of a word that another language may spell in either of two ways."""

_LONGEST = 24
"""Letters of a beginning that is looked for."""


@remembered(4_096)
def spellings(word: str) -> tuple[str, ...]:
    """Return how a word of learned origin begins in other languages, in Latin letters.

    Those alone that are spelled otherwise than the word itself; a short word has none.
    """
    asked = roman(word)[:_LONGEST]
    stem = _stem(asked)
    if len(stem) < _LEAST or not stem.isalpha():
        return ()
    made: dict[str, None] = {}
    for plain in _plain(stem):
        made.update(dict.fromkeys(_spelled(plain)))
    others = (beginning for beginning in made if not stem.startswith(beginning))
    return tuple(beginning for beginning in others if len(beginning) >= _LEAST)


def _stem(asked: str) -> str:
    """Return a word in Latin letters without its ending and that of its kind: -ist, -ics."""
    least = max(_LEAST, len(asked) // 2)
    kept = (form for form in reversed(forms(asked)) if len(form) >= least)
    shortest = next(kept, asked)
    for ending in vocabulary().learned.endings.split():
        for form in (asked, shortest):
            if form.endswith(ending) and len(form) - len(ending) >= _LEAST:
                return form.removesuffix(ending)
    return shortest


def _plain(stem: str) -> Iterator[str]:
    """Yield a word spelled letter by letter, as one language means its letters and as another."""
    learned = vocabulary().learned
    plain = _changed(stem, changes(learned.plain))
    for letters in (learned.x_is_ks, learned.x_is_h):
        yield _changed(plain, changes(letters))


def _spelled(plain: str) -> Iterator[str]:
    """Yield how languages spell a word that is spelled letter by letter."""
    learned = vocabulary().learned
    yield plain
    for listed in learned.spelled.values():
        spelled = _changed(plain, changes(listed))
        yield spelled
        for letter, other in changes(learned.last):
            if spelled.endswith(letter):
                yield spelled.removesuffix(letter) + other
    yield from _doubted(_changed(plain, changes(learned.spelled_en)), learned.doubted_en)


def _doubted(spelled: str, doubted: str) -> Iterator[str]:
    """Yield a word with each of a few doubtful letters in either way."""
    ways = dict(changes(doubted))
    at = [place for place, letter in enumerate(spelled) if letter in ways][:_MOST_DOUBTS]
    either = [
        (letter, ways[letter]) if place in at else (letter,) for place, letter in enumerate(spelled)
    ]
    yield from map("".join, product(*either))


def _changed(word: str, made: Sequence[Change]) -> str:
    for old, new in made:
        word = word.replace(old, new)
    return word
