"""Where a page of the diary ends, as a word that whoever looks on hands back for the next one."""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count

from storage.errors import BadCursor

_CURSOR = re.compile(
    r"(latest|soonest|found):(begun|ongoing|undated|any):([0-9]{0,7}):([0-9]{1,18})"
)
_LONGEST = 100


class Order(StrEnum):
    """In which order events come."""

    LATEST = "latest"
    """By their first day, the latest first; then those without a day, found last first."""
    SOONEST = "soonest"
    """By their first day, the soonest first; then those without a day, found last first."""
    FOUND = "found"
    """Found last first: the ids say so."""

    @property
    def walks(self) -> tuple[str, ...]:
        """The sorts of events that come one after the other.

        Those that begin on the days asked for, those that began before and go on, those without a
        day; or any.
        """
        if self is Order.FOUND:
            return ("any",)
        dated = ("ongoing", "begun") if self is Order.SOONEST else ("begun", "ongoing")
        return (*dated, "undated")


_RANKS = {order: dict(zip(order.walks, count(), strict=False)) for order in Order}
_WITHOUT_DAY = frozenset({"undated", "any"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands in a list.

    Attributes:
        walk: With which sort of events; see `Order.walks`.
        day: Its first day, where these go by it.
        id: The event.
    """

    walk: str
    day: date | None
    id: int

    def key(self, order: Order) -> tuple[int, int, int]:
        """Return by what events are sorted: the lowest comes first."""
        rank, up = _RANKS[order][self.walk], 1 if order is Order.SOONEST else -1
        if self.day is None or self.walk in _WITHOUT_DAY:
            return rank, 0, -self.id
        return rank, up * self.day.toordinal(), up * self.id

    def cursor(self, order: Order) -> str:
        """Return the word for this place in a list of that order."""
        ordinal = self.day.toordinal() if self.day is not None else ""
        plain = f"{order}:{self.walk}:{ordinal}:{self.id}"
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")


def place_of(cursor: str, order: Order) -> Place:
    """Return the place that a cursor is the word for.

    Raises:
        BadCursor: It is none, or not one of a list of that order.
    """
    try:
        padded = cursor[:_LONGEST] + "=" * (-len(cursor) % 4)
        plain = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii")
        given = _CURSOR.fullmatch(plain)
        if given is None or given[1] != order or given[2] not in order.walks:
            raise BadCursor(cursor[:_LONGEST])
        dated = given[2] in {"begun", "ongoing"}
        day = date.fromordinal(int(given[3] or 0)) if dated else None
    except (binascii.Error, ValueError, OverflowError):
        raise BadCursor(cursor[:_LONGEST]) from None
    return Place(given[2], day, int(given[4]))
