"""To which event an article goes that names no organisation, or none that is believed.

Its report founds no event, says nothing of one's facts and ties no two together: it is put among
the articles of the one event that it most likely tells of, by the same evidence as all reports.
"""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import TypeVar

from bot.extraction.facts import Kind
from bot.merging.gatherings import CELEBRATED, MEETING_OF_TWO
from bot.merging.report import Report
from bot.merging.similarity import Evidence
from bot.merging.weights import WEIGHTS

Event = TypeVar("Event")

_OF_ITS_BODY = frozenset({"organisations"})
"""Reasons that tell of a body's head, where one report names no body."""

_SOMEBODY = _OF_ITS_BODY | {"sides", "people", "heads"}
"""Reasons that tell of people in common."""

_TELLING = _SOMEBODY | {"ordinals", "numbers", "names", "title", "wording", "credit"}
"""Reasons that another gathering in the same town on the same day hardly gives."""


def find_home(joining: Report, near: Mapping[Event, Sequence[Evidence]]) -> Event | None:
    """Return the event to which a report goes that founds none, or None.

    Args:
        joining: The report.
        near: The evidence on it and each report with which it shares a key, by their event.
    """
    means: list[tuple[float, Event]] = []
    for event, each in near.items():
        if _may_be_of_one(joining, each):
            means.append((fmean(evidence.score for evidence in each), event))
    if not means:
        return None
    best, event = max(means, key=lambda mean: mean[0])
    others = [mean for mean, other in means if other != event]
    if best + _unsigned(joining, near[event]) < WEIGHTS.joining.nats:
        return None
    if others and best - max(others) < WEIGHTS.lonely_apart.nats:
        return None
    return event


def _unsigned(joining: Report, each: Sequence[Evidence]) -> float:
    """Return what speaks against a report that names nothing Turkic, nor the head of a body.

    A forum in the same town on the same day is no reason; somebody in common is.
    """
    found = {reason.name for evidence in each for reason in evidence.reasons if reason.weight > 0}
    if joining.clues.turkic or not found.isdisjoint(_OF_ITS_BODY):
        return 0.0
    of_all = joining.clues.together and "portfolio" in found  # ministers of one field who gather
    celebrated = "topics" in found and not CELEBRATED.isdisjoint(joining.clues.lead_topics)
    telling = of_all or celebrated or not found.isdisjoint(_TELLING)
    return (WEIGHTS.unsigned_telling if telling else WEIGHTS.unsigned).nats


def _may_be_of_one(joining: Report, each: Sequence[Evidence]) -> bool:
    """Whether nothing forbids it that evidence cannot outweigh.

    A meeting of two has one of them in common, for a minister receives many on a day; and whose
    observers watch an election has to be told, for each body sends its own.
    """
    if joining.event.kind is Kind.ELECTION and not joining.reading.organizations:
        return False
    if joining.formats[:1] != (MEETING_OF_TWO,):
        return True
    found = {reason.name for evidence in each for reason in evidence.reasons if reason.weight > 0}
    return not found.isdisjoint(_SOMEBODY)
