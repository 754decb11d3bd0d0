"""Words without their endings, whatever language they are of, to be compared and looked for.

A question is a word or two in any of the bot's languages, and no language can be told from so
little. So the endings of all of them are cut, in Latin letters (`bot.language.romanize.roman`), the
longest first and one after another, as the Turkic languages hang them on. What is left is no stem
that a grammar would know, but the same for all forms of a word.
"""

from functools import lru_cache

from bot.language.romanize import roman

_SHORTEST, _SHORTEST_BEFORE_VOWEL = 3, 4
"""Letters that stay before an ending that begins with a consonant, and before any other one."""

_OF_SHORT_NAMES = frozenset({"da", "de", "ta", "te", "to"})
"""Endings before which two letters are enough: "Oş-ta"."""

_MOST_CUT = 4
"""Endings that hang on one word: "Stambul-dagi-lar-ning"."""

_RUSSIAN = (
    "skogo skomu skimi skaya skuyu skoe skoi skom skii skie skih skim"
    " iyami iyah ogo ego omu emu imi ami yami yah yam aya uyu oe"
    " ie ii oi ei ov ev om em am ah ih im"
    " iya iyu ya yu a e i o u"
)
_TURKIC = (
    "larining lerining larinin lerinin lardin lerdin larda lerde lardan lerden"
    " larini lerini larin lerin lari leri larga lerge lara lere lar ler lor dar der dor tar ter tor"
    " dagi degi daki deki tagi tegi dogu togu"
    " dan den tan ten nan nen don ton"
    " da de ta te do to"
    " ning nin nun ding din dun ting tin tun"
    " ni nu di du ti tu ga ge ka ke qa go ko na ne ya ye yi yu"
    " yla yle la le si su sin sun in un im li lik luk lig"
    " i u a e"
)
_ENGLISH = "s"
_VOWELS = frozenset("aeiouy")
_ENDINGS = tuple(sorted({*_RUSSIAN.split(), *_TURKIC.split(), _ENGLISH}, key=len, reverse=True))


@lru_cache(maxsize=16_384)
def forms(word: str) -> tuple[str, ...]:
    """Return `word` in Latin letters, then ever shorter forms of it as its endings are cut."""
    made = [roman(word)]
    while len(made) <= _MOST_CUT and (shorter := _cut(made[-1])) is not None:
        made.append(shorter)
    return tuple(made)


def stem(word: str) -> str:
    """Return what all forms of `word` have in common, in Latin letters."""
    return forms(word)[-1]


def _cut(word: str) -> str | None:
    for ending in _ENDINGS:
        least = _SHORTEST_BEFORE_VOWEL if ending[0] in _VOWELS else _SHORTEST
        least -= ending in _OF_SHORT_NAMES
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return None
