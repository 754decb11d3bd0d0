"""Offices and bodies in the form that a card shows: "of the Academy's president" is the president, of the Academy.

In the languages whose offices end a chain of nouns, the body stands in the genitive and the office itself with an ending that ties it to
the body. Parted from each other, the body loses its genitive and the office takes its dictionary form.
"""

from bot.events.lexicon import Match, Tag
from bot.events.marks import Marked
from bot.events.tokens import Letters
from config.text import squeeze

_SHORTEST = 3  # letters of a word that may lose an ending
_BRACKETS = {")": "("}


def text(marked: Marked, first: int, last: int) -> str:
    """Return the tokens from `first` up to `last` as they stand, without the marks around them."""
    return squeeze(marked.slice(first, last)).strip(" ,;") if first < last else ""


def nominative(marked: Marked, first: int, last: int, endings: tuple[str, ...] = ()) -> str:
    """Return the body named by the tokens from `first` up to `last` without its last word's genitive, or one of `endings`."""
    end = last
    if marked.mark(end - 1) in _BRACKETS:
        opener = _BRACKETS[marked.mark(end - 1)]
        end = next((i for i in range(end - 2, first, -1) if marked.mark(i) == opener), end)
    if end <= first:
        return text(marked, first, last)
    token = marked.tokens[end - 1]
    kept = bare(token.word.base, endings or marked.lexicon.genitives)
    if kept == token.word.text:
        return text(marked, first, last)
    lead = marked.text[marked.tokens[first].start : token.start]
    return squeeze(f"{lead}{kept}{marked.text[token.end : marked.tokens[last - 1].end]}").strip(" ,;")


def bare(word: str, endings: tuple[str, ...]) -> str:
    """Return the noun `word` without the first of `endings` that it has."""
    small = word.lower()
    ending = next((end for end in endings if small.endswith(end) and len(word) - len(end) >= _SHORTEST), "")
    return word[: len(word) - len(ending)]


def possessed(marked: Marked, match: Match) -> bool:
    """Whether the noun has the ending that ties it to the words before it, as names of bodies do (университеті, not университет)."""
    word, ends = marked.tokens[match.last - 1].word.fold, marked.lexicon.possessives
    rests = (word[len(entry.words[-1]) :] for entry in match.entries if entry.words)
    return any(rest and (not ends or rest.startswith(ends)) for rest in rests)


def dictionary(marked: Marked, head: Match) -> str:
    """Return the word for an office in its dictionary form, with the capitals of the text."""
    shown = next((entry.shown for entry in head.entries if entry.tag & (Tag.ROLE | Tag.TITLE)), "")
    words = shown.split()
    written = [token.word for token in marked.tokens[head.first : head.last] if token.word.letters != Letters.MARK]
    if len(words) != len(written):
        return text(marked, head.first, head.last)
    return " ".join(_cased(known, word.text) for known, word in zip(words, written, strict=True))


def _cased(known: str, written: str) -> str:
    return known[:1].upper() + known[1:] if written[:1].isupper() else known
