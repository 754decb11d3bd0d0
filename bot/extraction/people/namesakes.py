"""Names in a list that only tombs, streets or museums bear: A və B türbələri, the tombs of A and B.

Of such a list only the name beside the word for what bears it is told by its neighbours; the other
is nobody either.
"""

from itertools import pairwise

from bot.extraction.people.name_candidates import Run
from bot.extraction.people.name_endings import owning
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_SHORTEST = 3  # letters of a word before the ending of its plural


def borne(marked: TaggedArticle, runs: list[Run], likely: list[Run]) -> list[Run]:
    """Return those of `likely` runs that share no monument with another of `runs`."""
    kept = {run.first for run in likely}
    final = marked.lexicon.grammar.head == "final"
    for left, right in reversed(list(pairwise(runs))) if final else pairwise(runs):
        if not _joined(marked, left, right):
            continue
        if final and _monuments(marked, right.last) and not owning(marked, right):
            kept -= {left.first, right.first}
        elif not final and left.first not in kept and _monument(marked, left.first - 1):
            kept.discard(right.first)
    return [run for run in likely if run.first in kept]


def _joined(marked: TaggedArticle, left: Run, right: Run) -> bool:
    """Whether nothing but an "and" stands between two names."""
    alone = right.first - left.last == 1
    return alone and bool(marked.tags[left.last] & Tag.CONJUNCTION)


def _monuments(marked: TaggedArticle, index: int) -> bool:
    """Whether a word for several things that bear names stands at `index`: türbələri."""
    if index >= len(marked.tokens) or not marked.tags[index] & Tag.BODY:
        return False
    plural = any(end in marked.folds[index][_SHORTEST:] for end in marked.lexicon.plurals)
    return plural and _monument(marked, index)


def _monument(marked: TaggedArticle, index: int) -> bool:
    """Whether a word in small letters for a thing that may bear a name stands at `index`.

    Over a word that only leads from it to the name: tombs | of.
    """
    if index < 0:
        return False
    if marked.folds[index] in marked.lexicon.presence.belongs:
        index -= 1
    small = index >= 0 and marked.tokens[index].word.letters == Letters.LOWER
    return small and marked.lexicon.presence.things.begin(marked.folds[index])
