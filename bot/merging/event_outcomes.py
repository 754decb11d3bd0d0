"""What came of an event by all its reports: each outcome once, with who says so in each language.

What one outlet calls signed another calls adopted; it is told as what says most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.extraction.event.outcome_objects import SEVERAL
from bot.extraction.facts import Act, Outcome
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report
from bot.merging.similarity import same_name

_ONE_OF = {several: thing for thing, several in SEVERAL.items()}
"""Several of a thing -> one; both are told as several."""

_ACTS = tuple(Act)
"""What says more stands first, of what may be one deed: signed, adopted, approved."""

_SAME_DEED = (
    frozenset({Act.SIGNED, Act.ADOPTED, Act.APPROVED, Act.RATIFIED}),
    frozenset({Act.ELECTED, Act.APPOINTED}),
)

_ANY_PAPERS = "documents"

_WEIGHT = (
    "declaration", "charter", "communique", "office", "fund", "union", "council", "secretariat",
    "culture_capital", "capital", "youth_capital", "tourism_capital", "chairmanship", "membership",
    "observer", "strategy", "resolution", "statement", "agreements", "agreement", "memorandums",
    "memorandum", "protocols", "protocol", "programme", "plan", "budget",
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
        names: Of people or a town, as the first report writes them.
        said: Who says so, of each language the best.
    """

    act: Act
    thing: str
    names: tuple[str, ...]
    said: tuple[Statement, ...]


@dataclass
class _Told:
    act: Act
    thing: str
    names: tuple[str, ...]
    said: dict[str, Statement] = field(default_factory=dict)


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
        for outcome in report.reading.outcomes:
            told = next((each for each in found if _same(each, outcome, knowledge)), None)
            if told is None:
                told = _Told(outcome.act, outcome.thing, outcome.names)
                found.append(told)
            told.act = min(told.act, outcome.act, key=_ACTS.index)
            told.thing = outcome.thing if outcome.thing in _ONE_OF else told.thing
            language = report.reading.language
            told.said.setdefault(language, Statement(report.key, language, outcome.proof))
    if len(found) > 1:  # beside what is named, that there were more says little
        found = [told for told in found if told.thing != _ANY_PAPERS]
    found.sort(key=lambda told: _weight(told.thing))
    return tuple(
        AgreedOutcome(told.act, told.thing, told.names, tuple(told.said.values())) for told in found
    )


def _same(told: _Told, outcome: Outcome, knowledge: MergingKnowledge) -> bool:
    """Whether two reports tell of one outcome."""
    if _ONE_OF.get(told.thing, told.thing) != _ONE_OF.get(outcome.thing, outcome.thing):
        return False
    acts = {told.act, outcome.act}
    if len(acts) > 1 and not any(acts <= deed for deed in _SAME_DEED):
        return False
    if not told.names or not outcome.names:
        return told.names == outcome.names
    one, two = told.names[0], outcome.names[0]
    return same_name(one, two) or _is_one_town(one, two, knowledge)


def _is_one_town(one: str, two: str, knowledge: MergingKnowledge) -> bool:
    towns = (knowledge.places.find_city(one), knowledge.places.find_city(two))
    return towns[0] is not None and towns[0] == towns[1]


def _weight(thing: str) -> int:
    return _WEIGHT.index(thing) if thing in _WEIGHT else len(_WEIGHT)
