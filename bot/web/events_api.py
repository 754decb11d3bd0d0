"""Events for programs (`/api/events.json`): whole, each fact with its proof, page by page.

What may be asked and what is answered stands in docs/programs.md.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.exports import rows
from bot.web.addresses import Addresses
from bot.web.asked import BadQuestion, DiaryQuestion, asked
from bot.web.known_events import DiaryPage
from config.catalogue import Catalogue
from config.text import escape_controls
from storage.diary_cursor import Order
from storage.events import EventRecord

PATH = "/api/events.json"
MOST = 100
"""Events on a page at most."""

_USUAL = 50
_NUMBER = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A page of events that a program asks for.

    Attributes:
        question: Which events.
        order: In which order.
        cursor: Of the page before; None for the first one.
        limit: How many at most.
    """

    question: DiaryQuestion
    order: Order
    cursor: str | None
    limit: int

    def following(self, base: str, cursor: str) -> str:
        """Return the full address of the next page."""
        own = {"order": self.order.value, "limit": str(self.limit), "cursor": cursor}
        return f"{base}{PATH}?{urlencode([*self.question.given, *own.items()])}"


def read(query: Mapping[str, str], catalogue: Catalogue) -> ApiRequest:
    """Return what a query asks for.

    Raises:
        BadQuestion: It asks for something that cannot be.
    """
    order, limit = query.get("order", Order.FOUND.value), query.get("limit", str(_USUAL))
    if order not in set(Order):
        raise BadQuestion("order", order, "it is none of latest, soonest, found")
    if not (_NUMBER.fullmatch(limit) and 1 <= int(limit) <= MOST):
        raise BadQuestion("limit", limit, f"it is not a number from 1 to {MOST}")
    cursor = query.get("cursor") or None
    return ApiRequest(asked(query, catalogue), Order(order), cursor, int(limit))


def written(
    page: DiaryPage,
    request: ApiRequest,
    addresses: Addresses,
    write: Callable[[EventRecord], str],
) -> bytes:
    """Return a page of events as JSON, an event a line.

    Args:
        page: The events.
        request: What was asked for.
        addresses: Where the pages of events are.
        write: Gives an event as `event` does.
    """
    following = page.following
    rest = {
        "cursor": following,
        "next": request.following(addresses.base, following) if following else None,
    }
    events = ",\n".join(map(write, page.records))
    # What is left of the rest is `"cursor": ..., "next": ...}`.
    return f'{{"events": [\n{events}\n],\n{_json(rest)[1:]}\n'.encode()


def event(record: EventRecord, addresses: Addresses) -> str:
    """Return an event with all that hangs on it as JSON in one line."""
    known = record.event
    return _json(
        {
            **rows.whole(record),
            "url": addresses.event(known.id),
            "town": known.city_id,
            "revision": known.revision,
            "found": known.found_at.isoformat(),
            "changed": known.changed_at.isoformat(),
        }
    )


def refused(reason: str) -> bytes:
    """Return what a program is told that asked for something that cannot be."""
    return f"{_json({'error': reason})}\n".encode()


def _json(values: Mapping[str, object]) -> str:
    return escape_controls(json.dumps(values, ensure_ascii=False))
