"""What an award is called with which somebody is honoured, where words are declined for it.

Награжден Высшим орденом тюркского мира: the Высший орден тюркского мира.
"""

from bot.extraction.event.clauses import Clause
from bot.extraction.event.outcome_objects import AWARD
from bot.extraction.people import declined_bodies
from bot.extraction.text.cues import Cue
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold, squeeze

_PARTING = Tag.FUNCTION | Tag.PREPOSITION | Tag.CONJUNCTION | Tag.CUE
_CASE = 3  # letters at most that an ending of case puts in place of the last one


def insignia_name(clause: Clause, thing: Cue, taken: frozenset[int]) -> str:
    """Return the name of an award in the nominative, or nothing where it has none.

    Args:
        clause: The sentence.
        thing: The award, in the case in which it honours or is presented.
        taken: Tokens of people's names.
    """
    marked, noun = clause.marked, clause.tokens[thing.first]
    if not marked.lexicon.adjective_cases or thing.last - thing.first > 1:
        return ""
    shown = _nominative(clause, marked.folds[noun])
    first = declined_bodies.begins_in_any_case(marked, clause.sentence.first + 1, noun)
    last = _ends(clause, noun + 1, taken)
    bare = first == noun and (last == noun + 1 or thing.key == AWARD)  # орден | Марату
    if not shown or bare:
        return ""
    words = [marked.tokens[index].word.base for index in range(first, noun)]
    lead = [declined_bodies.adjective_of(marked, word, shown) for word in words]
    return squeeze(" ".join((*lead, shown, marked.slice(noun + 1, last))))


def _nominative(clause: Clause, word: str) -> str:
    """Return the award of the lexicon of which a word is a case, or nothing."""
    listed = clause.marked.lexicon.grammar.outcomes.things.get(AWARD, ())
    near = (name for name in listed if word.startswith(fold(name)[:-1]))
    return next((name for name in near if len(word) - len(name) < _CASE), "")


def _ends(clause: Clause, first: int, taken: frozenset[int]) -> int:
    """Return where the name of an award ends: with an adjective and a noun, or a noun in capitals.

    Both are in the genitive, in which they stay.
    """
    marked, stop = clause.marked, clause.sentence.last
    if first >= stop or first in taken or marked.mark(first):
        return first
    word, endings = marked.tokens[first].word, tuple(marked.lexicon.adjectives_in_genitive)
    second = first + 1 < stop and first + 1 not in taken and not marked.mark(first + 1)
    if second and word.base.lower().endswith(endings):
        return first + 2
    named = word.letters == Letters.CAPITAL and not marked.tags[first] & (Tag.PLACE | Tag.ROLE)
    goes_on = second and not marked.tags[first + 1] & _PARTING  # half of a name is none
    return first + 1 if named and not goes_on else first
