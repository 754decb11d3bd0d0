"""To which event an article goes that names no organisation, or none that is believed.

Its report founds no event, says nothing of one's facts and ties no two together: it is put among
the articles of the one event that it most likely tells of, by the same evidence as all reports.
"""

from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import TypeVar

from bot.extraction.facts import Kind
from bot.merging.gatherings import MEETING_OF_TWO
from bot.merging.report import Report
from bot.merging.similarity import Evidence
from bot.merging.weights import WEIGHTS

Event = TypeVar("Event")

_SOMEBODY = frozenset({"sides", "people", "heads"})
"""Reasons that tell of people in common."""


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
    if best + (0.0 if joining.clues.turkic else WEIGHTS.unsigned.nats) < WEIGHTS.joining.nats:
        return None
    if others and best - max(others) < WEIGHTS.lonely_apart.nats:
        return None
    return event


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
