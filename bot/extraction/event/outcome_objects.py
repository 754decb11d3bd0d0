"""What something may be done to in a sentence that tells what came of an event, and where.

A language puts it right beside the verb: behind one that is active, before one that is passive or
ends its clause.
"""

from collections.abc import Iterator, Mapping, Sequence

from bot.extraction.event.clauses import Clause
from bot.extraction.facts import SEVERAL, Act
from bot.extraction.text.cues import Cue
from bot.extraction.text.outcome_words import (
    ACT,
    BEFORE,
    FOUNDED,
    LOOKALIKE,
    MANY,
    THING,
    TIGHT,
)
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_PAPERS = frozenset(
    {
        "declaration", "agreement", "memorandum", "protocol", "charter", "plan", "programme",
        "strategy", "communique", "statement", "resolution", "documents", "agreements",
        "memorandums", "protocols",
    }
)  # fmt: skip
HONOURED = f"{ACT}{Act.HONOURED}"
"""The key of a verb that tells of whoever is honoured."""

_BEHIND_PASSIVES = frozenset({f"{ACT}{Act.GRANTED}", f"{ACT}{Act.DECLARED}"})
"""Keys of verbs that in the passive have what is granted or declared behind them, too."""

_COUNTED = 2
"""Words between a count and what is counted: two new agreements."""

_DEALS = frozenset({"agreement", "agreements", "memorandum", "memorandums"})
_BODIES = frozenset(
    {
        "fund", "union", "council", "centre", "network", "institute", "committee", "group",
        "platform", "secretariat",
    }
)  # fmt: skip
_CAPITALS = frozenset(
    {"culture_capital", "youth_capital", "tourism_capital", "civilization_capital", "capital"}
)
"""What a town may be declared."""

AWARD = "award"
INSIGNIA = "insignia"
"""An award with which somebody is honoured, in the form that this takes; told as an award."""

OBJECTS: Mapping[str, frozenset[str]] = {
    Act.SIGNED: _PAPERS,
    Act.ADOPTED: _PAPERS - _DEALS | {"budget"},
    Act.APPROVED: _PAPERS - {"memorandum", "memorandums"} | {"budget"},
    Act.RATIFIED: frozenset({"agreement", "agreements", "charter", "protocol", "protocols"}),
    Act.FOUNDED: _BODIES,
    Act.DECIDED: _BODIES,
    Act.HANDED_OVER: frozenset({"chairmanship"}),
    Act.HANDOVER_AHEAD: frozenset({"chairmanship"}),
    Act.DECLARED: _CAPITALS,
    Act.GRANTED: frozenset({"observer", "membership"}),
    Act.PRESENTED: frozenset({AWARD, INSIGNIA}),
    Act.HONOURED: frozenset({AWARD, INSIGNIA}),
}
"""What each deed may be done to; whom, of those that are done to people, is known by the office."""

BECOMING: Mapping[str, str] = {
    Act.BECAME_OBSERVER: "observer",
    Act.BECAME_MEMBER: "membership",
}
"""What a country is granted that became something, the verb telling what."""

_BESIDE = 4
"""Words between an object and the verb behind it, where verbs end clauses: tarafından."""

_AHEAD = 7
"""Words between a verb and its object, or a subject and its participle, where heads come first."""

_TIGHT = 1
"""Words at most between a verb and a form that may be of another case."""

_PARTICIPLE = 3
"""Words within which a participle stands behind what makes a predicate of it: was unanimously."""

_GOVERNS = 3
"""Words between a preposition and what it governs: under the new agreement."""

_BETWEEN, _LIST = 12, 5
"""Tokens between two of a list, and how many more than one of a list are read."""

_YEAR = 4  # digits
_PARTS = frozenset(",;:()—–")


def is_passive(clause: Clause, cue: Cue) -> bool:
    """Whether a participle tells what was done to the subject before it: was also signed."""
    words = clause.marked.lexicon.outcomes
    led = clause.words[max(0, cue.first - _PARTICIPLE) : cue.first]
    return clause.words[cue.first] in words.intransitives or any(
        word in words.passives for word in led
    )


def object_of(clause: Clause, cue: Cue, things: Sequence[Cue]) -> Cue | None:
    """Return what a deed is done to, where it stands beside the verb."""
    if cue.key == HONOURED and not ends_clauses(clause):
        behind = (thing for thing in things if _reaches(clause, cue.last, thing.first))
        told = is_passive(clause, cue) or not clause.marked.lexicon.outcomes.passives
        return next(behind, None) if told else None
    if ends_clauses(clause):
        near = [thing for thing in things if 0 <= cue.first - thing.last <= _BESIDE]
        fitting = [thing for thing in near if _may_be_object(clause, thing)]
        return max(fitting, key=lambda thing: thing.last, default=None)
    if not is_passive(clause, cue):
        ahead = [thing for thing in things if _reaches(clause, cue.last, thing.first)]
        if ahead or clause.marked.lexicon.outcomes.passives:
            return min(ahead, key=lambda thing: thing.first, default=None)
    led = [thing for thing in things if _reaches(clause, thing.last, cue.first)]
    free = [thing for thing in led if not _governed(clause, thing)]
    if not free and cue.key in _BEHIND_PASSIVES and clause.marked.lexicon.outcomes.passives:
        free = [thing for thing in things if _reaches(clause, cue.last, thing.first)]
    return min(free, key=lambda thing: thing.first, default=None)


def founding_of(clause: Clause, cue: Cue, things: Sequence[Cue]) -> Cue | None:
    """Return what a noun of founding is of: the establishment of a fund, Fonu'nun kurulması."""
    governed = (each for each in clause.cues if each.key.startswith(FOUNDED))
    found = [Cue(each.key.removeprefix(FOUNDED), each.first, each.last) for each in governed]
    every = [each for each in (*things, *found) if each.key in _BODIES]
    if ends_clauses(clause):
        near = [each for each in every if 0 <= cue.first - each.last <= _TIGHT]
        return max(near, key=lambda each: each.last, default=None)
    behind = [each for each in every if _reaches(clause, cue.last, each.first)]
    return min(behind, key=lambda each: each.first, default=None)


def joined_to(clause: Clause, thing: Cue, things: Sequence[Cue]) -> list[Cue]:
    """Return what is done the same to, listed with a thing: the declaration and the strategy.

    Between two of a list stand a conjunction or a comma, and no words but those of their names.
    """
    first, last, found = thing, thing, list[Cue]()
    for other in things:
        near = other.first >= last.last and len(found) < _LIST
        if near and _listed(clause, last.last, other.first):
            last = other
            found.append(other)
    for other in reversed(things):
        near = other.last <= first.first and len(found) < _LIST
        if near and _listed(clause, other.last, first.first):
            first = other
            found.append(other)
    return found


def _listed(clause: Clause, first: int, last: int) -> bool:
    """Whether the words between two things of a clause only join them."""
    marked, joins = clause.marked, False
    between = range(clause.tokens[first - 1] + 1, clause.tokens[last])
    if len(between) > _BETWEEN:
        return False
    counts = {at for cue in clause.cues if cue.key == MANY for at in range(cue.first, cue.last)}
    for index in between:
        conjunction = bool(marked.tags[index] & Tag.CONJUNCTION)
        joins = joins or conjunction or marked.mark(index) == ","
        letters = marked.tokens[index].word.letters
        qualifies = marked.tags[index] & (Tag.CONJUNCTION | Tag.DESCRIPTOR | Tag.MODIFIER)
        silent = qualifies or marked.folds[index] in marked.lexicon.articles
        small = letters == Letters.LOWER and not silent and not clause.quoted(index)
        if small and clause.position(index) not in counts:
            return False
    return joins


def ends_clauses(clause: Clause) -> bool:
    """Whether verbs end clauses in the language of one."""
    return clause.marked.lexicon.grammar.head == "final"


def things(clause: Clause) -> Iterator[Cue]:
    """Yield what may be done something to, without what lies within a longer name of a thing."""
    told = [cue for cue in clause.cues if cue.key.startswith((THING, TIGHT))]
    for cue in told:
        name = cue.key.removeprefix(THING).removeprefix(TIGHT)
        beside = any(0 <= cue.first - verb.last <= _TIGHT for verb in verbs(clause))
        is_named = cue.key.startswith(THING) or beside
        if is_named and name != LOOKALIKE and not within_longer(cue, told):
            yield Cue(name, cue.first, cue.last)


def verbs(clause: Clause) -> list[Cue]:
    """Return the verbs of a clause that tell an outcome."""
    return [cue for cue in clause.cues if cue.key.startswith(ACT)]


def counted(clause: Clause, thing: Cue) -> str:
    """Return what is done something to, in the plural where the words before it count several."""
    led = range(max(0, thing.first - _COUNTED - 1), thing.first)
    counts = any(cue.key == MANY and cue.last - 1 in led for cue in clause.cues)
    number = clause.words[thing.first - 1] if thing.first else ""
    several = counts or (number.isdecimal() and len(number) < _YEAR and int(number) > 1)
    return SEVERAL.get(thing.key, thing.key) if several else thing.key


def within_longer(cue: Cue, others: Sequence[Cue]) -> bool:
    """Whether another cue holds all words of one and more."""
    return any(
        other.first <= cue.first and cue.last <= other.last
        for other in others
        if other.last - other.first > cue.last - cue.first
    )


def _reaches(clause: Clause, first: int, last: int) -> bool:
    """Whether few words and no mark stand between two words of a clause."""
    if not 0 <= last - first <= _AHEAD:
        return False
    if any(cue.key == BEFORE and first <= cue.first < last for cue in clause.cues):
        return False  # approved no programme
    between = range(clause.tokens[first - 1] + 1, clause.tokens[last])
    return not any(clause.marked.mark(index) in _PARTS for index in between)


def _governed(clause: Clause, thing: Cue) -> bool:
    """Whether a thing is no subject but hangs on a word before it: under the agreement."""
    marked, first = clause.marked, clause.tokens[thing.first]
    if any(cue.key == MANY and cue.last == thing.first for cue in clause.cues):
        return False
    for index in range(first - 1, max(clause.sentence.first, first - _GOVERNS) - 1, -1):
        if marked.mark(index) or marked.tags[index] & Tag.CONJUNCTION:
            return False
        if marked.tags[index] & Tag.PREPOSITION:
            return True
    return False


def _may_be_object(clause: Clause, thing: Cue) -> bool:
    """Whether a thing before its verb is in a case in which something may be done to it."""
    lexicon = clause.marked.lexicon
    word = clause.marked.tokens[clause.tokens[thing.last - 1]].word
    if word.fold in lexicon.outcomes.whole and not word.ending:
        return True
    others = (*lexicon.in_endings, *lexicon.origin_endings, *lexicon.genitives)
    return not (word.ending or word.fold).endswith(others)
