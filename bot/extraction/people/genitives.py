"""The genitive of a word for an office, where it is told of whose office another is.

"The minister's deputy": министрдің орынбасары, nazirin müavini, заместитель министра.
"""

from bot.extraction.people.vowel_harmony import HARMONY, fitting
from bot.extraction.text.lexicon import Lexicon
from config.text import fold

_OF_MEN = "m"


def genitive(lexicon: Lexicon, phrase: str) -> str:
    """Return `phrase`, an office in its dictionary form, in the genitive.

    Where words are declined, its adjectives and its first noun are; behind that is its complement.
    """
    if lexicon.grammar.people.declensions:
        return _declined(lexicon, phrase)
    written = phrase.lower()
    if not written or not lexicon.grammar.genitives:
        return phrase
    begin = _beginning(lexicon, written[-1])
    after_vowel = written[-1] in HARMONY
    told = [
        end
        for end in lexicon.grammar.genitives
        if (end.startswith(begin) if begin else (end[0] in HARMONY) != after_vowel)
    ]
    return phrase + fitting(written, told or list(lexicon.grammar.genitives))


def _beginning(lexicon: Lexicon, last: str) -> str:
    """Return the consonant that the genitive begins with behind the letter `last`, if it does."""
    assimilated = lexicon.grammar.assimilated.items()
    return next((begin for begin, letters in assimilated if last in letters), "")


def _declined(lexicon: Lexicon, phrase: str) -> str:
    words = phrase.split()
    for at, word in enumerate(words):
        adjective = _adjective(lexicon, word)
        words[at] = adjective or _noun(lexicon, word)
        if adjective is None:
            break
    return " ".join(words)


def _adjective(lexicon: Lexicon, word: str) -> str | None:
    for ending, nominatives in lexicon.adjectives_in_genitive.items():
        nominative = nominatives.get(_OF_MEN)
        if nominative is not None and word.lower().endswith(nominative):
            return word[: len(word) - len(nominative)] + ending
    return None


def _noun(lexicon: Lexicon, word: str) -> str:
    written = word.lower()
    for pair in lexicon.grammar.people.fleeting:
        end, left = pair.split(">")
        if written.endswith(end):
            word = word[: len(word) - len(end)] + left
            written = word.lower()
            break
    for table in lexicon.grammar.people.declensions:
        stem = written[: len(written) - len(table.nominative)]
        endings = table.endings.get("genitive", ())
        if not written.endswith(table.nominative) or not stem or not endings:
            continue
        fits = stem.endswith(table.stems) if table.stems else stem[-1] not in table.bars
        if fits and fold(endings[0]) != fold(table.nominative):
            return word[: len(stem)] + endings[0]
    return word
