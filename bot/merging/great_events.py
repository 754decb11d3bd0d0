"""Which events are great, and whether one has begun by what its reports say.

A great event is told in its course: that it has begun, and in the evening of its last day. It is
one that many report, to which heads of state come, or that lasts for days. That it has begun is not
told by the clock: reports of its first day must say so, and of more than one outlet, for a journey
or an announcement of the same day is easily mistaken for it.
"""

from collections.abc import Sequence
from datetime import date

from bot.extraction.facts import Kind, Participant
from bot.language.office_names import office_in
from bot.merging.announced import telling
from bot.merging.fusion import Summary
from bot.merging.knowledge import MergingKnowledge
from bot.merging.report import Report

OUTLETS = 4
"""Outlets from which on an event is great, whatever it is."""

OUTLETS_OF_GATHERINGS = 2
"""Outlets from which on one that lasts for days, a summit, or one with heads of state is."""

HEADS = 2
"""Heads of state that make an event great; one alone makes a visit."""

SAY_SO = 2
"""Outlets that must say on its first day that an event is on, and one of them on which day it is:
what opens is often reported without a day."""

_HEAD = "President"


def course(
    reports: Sequence[Report], whole: Summary, knowledge: MergingKnowledge, today: date
) -> tuple[bool, bool]:
    """Return whether an event that has not gone by is great, and whether it has begun today."""
    if whole.days is None or whole.days[0] < today:
        return False, False
    great = is_great(reports, whole, knowledge)
    return great, great and has_begun(reports, whole, today)


def is_great(reports: Sequence[Report], whole: Summary, knowledge: MergingKnowledge) -> bool:
    """Whether an event is to be told in its course, by its reports and their sum."""
    outlets = len({report.outlet for report in reports})
    if outlets < OUTLETS_OF_GATHERINGS:
        return False
    lasts = whole.days is not None and whole.days[1] > whole.days[0]
    heads = sum(_is_head(presence.person, knowledge) for presence in whole.people)
    return outlets >= OUTLETS or lasts or whole.kind == Kind.SUMMIT or heads >= HEADS


def has_begun(reports: Sequence[Report], whole: Summary, today: date) -> bool:
    """Whether reports of an event's first day, which is `today`, say that it is on."""
    if whole.days is None or whole.days[0] != today:
        return False
    told = telling(reports, today)
    dated = any(report.event.start is not None for report in told)
    return dated and len({report.outlet for report in told}) >= SAY_SO


def _is_head(person: Participant, knowledge: MergingKnowledge) -> bool:
    if not person.attended or not person.affiliation or not person.role:
        return False
    of_state = knowledge.places.find_country(person.affiliation) is not None
    return of_state and office_in(person.role, "en", of_state=True) == _HEAD
