"""How often chats are called, and which alerts may still come where others wait."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self

from bot.pipeline.families import Families
from config.settings import Settings
from storage.alert_limits import MOST_A_DAY, MOST_AN_HOUR, AlertLimits
from storage.event_writes import SavedEvent
from storage.models import Event

_KEPT = 3 / 8
"""Share of the alerts of an hour that is kept for what is on today or tomorrow.

A bot that reads an archive finds what was, in whatever order feeds come in; what a chat has to know
by now must not wait behind that.
"""


@dataclass(frozen=True, slots=True)
class CallLimits:
    """How often chats are called.

    Attributes:
        a_day: How often an event and its parts may call a chat within a day.
        an_hour: How many alerts of all events a chat gets within an hour; what is over waits and is
            told in one message.
    """

    a_day: int = MOST_A_DAY
    an_hour: int = MOST_AN_HOUR

    @classmethod
    def set_by(cls, settings: Settings) -> Self:
        """Return what `settings` allow."""
        return cls(settings.alerts_a_day, settings.alerts_an_hour)

    def of(self, event: SavedEvent, families: Families, now: datetime) -> AlertLimits:
        """Return what keeps the alert of an event from those who follow it, or lets it wait."""
        limits = families.limits(event.event_id, self.a_day)
        soon = event.row is not None and _is_soon(event.row, now.date())
        ordinary = max(1, round(self.an_hour * (1 - _KEPT)))
        return replace(limits, an_hour=self.an_hour if soon else ordinary)


USUAL = CallLimits()


def _is_soon(event: Event, today: date) -> bool:
    """Whether an event is on today, or begins by tomorrow."""
    first, last = event.starts_on, event.ends_on or event.starts_on
    if first is None or last is None:
        return False
    return last >= today and first <= today + timedelta(days=1)
