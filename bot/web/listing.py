"""What the pages of an organisation, a town and a country have in common: what was, what comes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from bot.web.concerns import events
from bot.web.entries import Mark, entries, marks
from bot.web.page import Visit
from storage import company
from storage.company import Companion
from storage.diary_cursor import Order
from storage.diary_query import Days, DiaryFilter
from storage.event_changes import KnownChange
from storage.events import EventRecord

LATELY, COMING = 20, 8
"""Events on a page that were, and that come."""

LOOKED_AT = 100
"""The last events, by which it is counted who was there most often."""

MOST_PRESENT = 12
"""People who are named as present most often."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Events under one filter, and who was there.

    Attributes:
        coming: Those that begin after today, the soonest first.
        lately: Those that were, the latest first.
        following: The cursor of the next page of those, or None.
        present: Who was most often at the last of them.
        bodies: Ids of organisations, and at how many of the last each took part.
        changes: Changes of all of them.
    """

    coming: tuple[EventRecord, ...]
    lately: tuple[EventRecord, ...]
    following: str | None
    present: Sequence[Companion]
    bodies: Counter[str]
    changes: Sequence[KnownChange]


def listing(session: Session, visit: Visit, wanted: DiaryFilter) -> Listing:
    """Return events under a filter."""
    today, known = visit.today, visit.site.known
    ahead, past = Days(today + timedelta(days=1)), Days(None, today)
    cursor = visit.asked("after") or None
    soonest = known.ids(session, wanted, ahead, order=Order.SOONEST, limit=2 * COMING)
    ids, following = known.page_of_ids(session, wanted, past, after=cursor, limit=LATELY)
    latest = known.ids(session, wanted, past, limit=LOOKED_AT)
    found, lately, last = known.lists(session, soonest, ids, latest)
    begin = (record for record in found if (record.event.starts_on or today) > today)
    coming = tuple(begin)[:COMING]
    return Listing(
        coming,
        tuple(lately),
        following,
        known.look_about(session, events(latest), company.most_present, latest, limit=MOST_PRESENT),
        Counter(organization for record in last for organization in record.organizations),
        known.changes(session, (*coming, *lately)),
    )


async def values_of(visit: Visit, found: Listing) -> dict[str, object]:
    """Return what the template of such a page draws."""
    return {
        "coming": await entries(visit, found.coming, found.changes),
        "lately": await entries(visit, found.lately, found.changes),
        "more": visit.turned(found.following),
        "present": companions(visit, found.present),
    }


def companions(visit: Visit, found: Sequence[Companion]) -> tuple[tuple[str, str, int, str], ...]:
    """Return people as rows: name, page, at how many events, the day of the last."""
    view = visit.view
    return tuple(
        (
            view.person(person.name),
            visit.href("person", person.person_id),
            person.times,
            view.short_days(person.last, None, visit.today) if person.last else "",
        )
        for person in found
    )


def together(visit: Visit, found: Listing, own: str = "") -> list[tuple[Mark, int]]:
    """Return the organisations that were there most often, and how often; not one's own."""
    counted = {body: count for body, count in found.bodies.most_common() if body != own}
    return list(zip(marks(visit, counted), counted.values(), strict=True))
