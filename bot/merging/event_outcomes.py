"""What came of an event by all its reports: each outcome once, with who says so in each language.

What one outlet calls signed another calls adopted; it is told as what says most.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from bot.extraction.facts import SEVERAL, Act, Outcome
from bot.merging.knowledge import MergingKnowledge
from bot.merging.people import same_name
from bot.merging.report import Report
from config.text import fold

_ONE_OF = {several: thing for thing, several in SEVERAL.items()}
"""Several of a thing -> one; both are told as several."""

_ACTS = tuple(Act)
"""What says more stands first, of what may be one deed: signed, adopted, approved."""

_SAME_DEED = (
    frozenset({Act.SIGNED, Act.ADOPTED, Act.APPROVED, Act.RATIFIED}),
    frozenset({Act.ELECTED, Act.APPOINTED}),
    frozenset({Act.FOUNDED, Act.DECIDED}),
    frozenset({Act.HANDED_OVER, Act.HANDOVER_AHEAD}),
)

_OF_SOMEBODY = frozenset({Act.ELECTED, Act.APPOINTED, Act.DECLARED})
"""What is told of whoever it is told of, and is nothing without."""

_NUMBER = re.compile(r"\d{1,40}")
_WORD = re.compile(r"\w{1,80}")

_ANY_PAPERS = "documents"

_WEIGHT = (
    "declaration", "charter", "communique", "office", "fund", "union", "council", "secretariat",
    "culture_capital", "civilization_capital", "capital", "youth_capital", "tourism_capital",
    "chairmanship", "membership",
    "observer", "award", "strategy", "resolution", "statement", "agreements", "agreement",
    "memorandums", "memorandum", "protocols", "protocol", "programme", "plan", "budget",
)  # fmt: skip
"""What is told first; all else stands behind, in the order of the reports."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what came of an event.

    Attributes:
        report: Key of the report.
        language: Of it (ISO 639-1).
        proof: Its sentence.
    """

    report: str
    language: str
    proof: str


@dataclass(frozen=True, slots=True)
class AgreedOutcome:
    """What came of an event.

    Attributes:
        act: What was done.
        thing: What it was done to.
        names: Of people, a town or a country, as the first report that names them writes them.
        said: Who says so, of each language the best.
        called: What a paper or a body is called, by the language (ISO 639-1) that calls it so.
    """

    act: Act
    thing: str
    names: tuple[str, ...]
    said: tuple[Statement, ...]
    called: Mapping[str, str] = field(default_factory=dict)


@dataclass
class _Told:
    act: Act
    thing: str
    names: tuple[str, ...]
    said: dict[str, Statement] = field(default_factory=dict)
    called: dict[str, str] = field(default_factory=dict)
    naming: set[str] = field(default_factory=set)
    """Languages of which the sentence that is kept tells the name."""


def agreed_outcomes(
    ranked: Sequence[Report], knowledge: MergingKnowledge
) -> tuple[AgreedOutcome, ...]:
    """Return what came of an event, what matters most first.

    Args:
        ranked: Its reports, the most trustworthy first.
        knowledge: By what towns are known in all languages.
    """
    found: list[_Told] = []
    for report in ranked:
        language = report.reading.language
        for outcome in report.reading.outcomes:
            same = (known for known in found if _same(known, outcome, language, knowledge))
            told = next(same, None)
            if told is None:
                told = _Told(outcome.act, outcome.thing, outcome.names)
                found.append(told)
            _add(told, outcome, Statement(report.key, language, outcome.proof))
    if len(found) > 1:  # beside what is named, that there were more says little
        found = [told for told in found if told.thing != _ANY_PAPERS]
    found.sort(key=lambda told: _weight(told.thing))
    return tuple(
        AgreedOutcome(told.act, told.thing, told.names, tuple(told.said.values()), told.called)
        for told in found
    )


def _add(told: _Told, outcome: Outcome, says: Statement) -> None:
    """Add what one report tells of an outcome."""
    names_it = bool(outcome.names or outcome.called)
    told.act = min(told.act, outcome.act, key=_ACTS.index)
    told.thing = outcome.thing if outcome.thing in _ONE_OF else told.thing
    if outcome.called:
        told.called.setdefault(says.language, outcome.called)
    if not told.names or outcome.act is Act.PRESENTED:
        told.names += tuple(name for name in outcome.names if not _is_among(name, told.names))
    known = told.said.get(says.language)
    if known is None or (names_it and says.language not in told.naming):
        told.said[says.language] = says  # a sentence that tells its name says more
    if names_it:
        told.naming.add(says.language)


def _same(told: _Told, outcome: Outcome, language: str, knowledge: MergingKnowledge) -> bool:
    """Whether two reports tell of one outcome.

    What one names and another does not may be one, but for whoever is elected or declared.
    """
    if _ONE_OF.get(told.thing, told.thing) != _ONE_OF.get(outcome.thing, outcome.thing):
        return False
    acts = {told.act, outcome.act}
    if len(acts) > 1 and not any(acts <= deed for deed in _SAME_DEED):
        return False
    if not acts & _OF_SOMEBODY and not _may_be_called(told, outcome, language):
        return False
    if told.names and outcome.names:
        pairs = product(told.names, outcome.names)
        return any(_is_one(name, other, knowledge) for name, other in pairs)
    return told.names == outcome.names or not acts & _OF_SOMEBODY


def _may_be_called(told: _Told, outcome: Outcome, language: str) -> bool:
    """Whether two may be names of one thing: in one language alike, in two of the same years."""
    if not outcome.called or not told.called:
        return True
    if language in told.called:
        one, two = _words(told.called[language]), _words(outcome.called)
        return one <= two or two <= one
    years = (_NUMBER.findall(name) for name in (*told.called.values(), outcome.called))
    numbers = {frozenset(found) for found in years if found}
    return len(numbers) <= 1


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(same_name(name, other) for other in names)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name)))


def _is_one(one: str, two: str, knowledge: MergingKnowledge) -> bool:
    lands = (knowledge.places.find_country(one), knowledge.places.find_country(two))
    if lands[0] is not None and lands[1] is not None:
        return lands[0] == lands[1]
    return same_name(one, two) or _is_one_town(one, two, knowledge)


def _is_one_town(one: str, two: str, knowledge: MergingKnowledge) -> bool:
    towns = (knowledge.places.find_city(one), knowledge.places.find_city(two))
    return towns[0] is not None and towns[0] == towns[1]


def _weight(thing: str) -> int:
    return _WEIGHT.index(thing) if thing in _WEIGHT else len(_WEIGHT)
