"""What keeps an alert from a chat that follows its event, or lets it wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, func, select
from sqlmodel import Session, col

from storage.enums import HAS_OR_MAY_HAVE, DeliveryKind, DeliveryState
from storage.models import Chat, Delivery, Event
from storage.prepared import Prepared
from storage.sql import moment

MOST_A_DAY = 4
"""How often an event and its parts call a chat within a day at most; the digest has the rest."""

MOST_AN_HOUR = 8
"""Alerts of all events that a chat gets within an hour at most; the rest is told together.

A month of real news never had more than three on a day.
"""

HOUR = timedelta(hours=1)

_CALLING = (DeliveryKind.ALERT, DeliveryKind.CHANGE, DeliveryKind.REMINDER)
"""Kinds of delivery about an event that call a chat."""

_CAME_TO_NOTHING = (DeliveryState.CANCELLED, DeliveryState.FAILED)


@dataclass(frozen=True, slots=True)
class AlertLimits:
    """What keeps an alert from a chat that follows the event, or lets it wait.

    Attributes:
        most: How often an event and its parts may call a chat within a day; None for no limit.
        family: The event with its whole and the parts of that.
        told_with: The event that it is told with: it calls nobody who has the card of that.
        an_hour: Alerts of all events that a chat gets within an hour, before this one waits; None
            for no limit.
    """

    most: int | None = None
    family: frozenset[int] = frozenset()
    told_with: int | None = None
    an_hour: int | None = None

    def conditions(self, now: datetime) -> list[ColumnElement[bool]]:
        """Return the conditions on a chat under which it is alerted at `now`."""
        return conditions(self.asked(now))

    def asked(self, now: datetime) -> dict[str, object]:
        """Return the values of the conditions at `now`."""
        found: dict[str, object] = {}
        if self.told_with is not None:
            found["told_with"] = self.told_with
        if self.most is not None:
            found |= {
                "family": sorted(self.family),
                "since": now - timedelta(days=1),
                "most": self.most,
            }
        return found

    def asked_of_hour(self, session: Session, now: datetime) -> dict[str, object]:
        """Return the values of `had_enough` at `now`; none where too little happened for that."""
        if self.an_hour is None:
            return {}
        asked: dict[str, object] = {"hour_ago": now - HOUR, "an_hour": self.an_hour}
        return asked if len(_LATELY_OF_ALL.rows(session, asked)) > self.an_hour else {}


NO_LIMITS = AlertLimits()


def conditions(asked: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """Return the conditions on a chat that limits set, by their values or the places of these."""
    found: list[ColumnElement[bool]] = []
    if "told_with" in asked:
        having = (*HAS_OR_MAY_HAVE, DeliveryState.PENDING, DeliveryState.HELD)
        holders = select(col(Delivery.chat_id)).where(
            col(Delivery.event_id) == asked["told_with"],
            col(Delivery.kind) == DeliveryKind.ALERT,
            col(Delivery.state).in_(having),
        )
        found.append(col(Chat.id).not_in(holders))
    if "most" in asked:
        called = select(col(Delivery.chat_id)).where(
            col(Delivery.event_id).in_(asked["family"]),
            col(Delivery.kind).in_(_CALLING),
            col(Delivery.created_at) > asked["since"],
            col(Delivery.state).not_in(_CAME_TO_NOTHING),
        )
        often = called.group_by(col(Delivery.chat_id)).having(func.count() >= asked["most"])
        found.append(col(Chat.id).not_in(often))
    return found


# What owes an alert changes an event: so few are looked through, by their index.
_LATELY = select(col(Event.id)).where(col(Event.changed_at) > moment("hour_ago"))
_LATELY_OF_ALL = Prepared(
    _LATELY.limit(bindparam("an_hour", type_=Integer) + 1), ["hour_ago", "an_hour"]
)


def had_enough() -> ColumnElement[bool]:
    """Return the condition that a chat got as many alerts within the hour as it may."""
    waiting = (DeliveryState.HELD, DeliveryState.TOLD)
    had = select(col(Delivery.chat_id)).where(
        col(Delivery.event_id).in_(_LATELY),
        col(Delivery.kind) == DeliveryKind.ALERT,
        col(Delivery.created_at) > moment("hour_ago"),
        col(Delivery.state).not_in([*_CAME_TO_NOTHING, *waiting]),
    )
    most = bindparam("an_hour", type_=Integer)
    return col(Chat.id).in_(had.group_by(col(Delivery.chat_id)).having(func.count() >= most))
