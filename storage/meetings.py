"""Looking back over all events: those in which several parties met, in a span of days.

And who was where with whom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import ColumnElement, func, or_, select
from sqlmodel import Session, col

from storage import events
from storage.events import EventFilter, EventRecord
from storage.models import Event


@dataclass(frozen=True, slots=True)
class MeetingQuery:
    """What is looked for.

    Attributes:
        parties: Each of them must be concerned: an organisation, somebody under all spellings, a
            country, a kind of event.
        since: The event goes on on this day or later; None for no bound.
        until: It has begun by this day; None for no bound.
    """

    parties: tuple[EventFilter, ...] = ()
    since: date | None = None
    until: date | None = None

    def conditions(self, session: Session) -> list[ColumnElement[bool]]:
        """Return what an event has to meet.

        One that has no day goes by the day on which it was found.
        """
        conditions = [
            col(Event.merged_into).is_(None),
            *(party.condition(session) for party in self.parties),
        ]
        first, last = col(Event.starts_on), func.coalesce(col(Event.ends_on), col(Event.starts_on))
        if self.since is not None:
            found = first.is_(None) & (col(Event.found_at) >= _midnight(self.since))
            conditions.append(or_(last >= self.since, found))
        if self.until is not None:
            found = first.is_(None) & (
                col(Event.found_at) <= datetime.combine(self.until, time.max, UTC)
            )
            conditions.append(or_(first <= self.until, found))
        return conditions


def matching(
    session: Session, looked: MeetingQuery, *, limit: int | None = None, offset: int = 0
) -> Sequence[int]:
    """Return the ids of the events that are looked for: the latest first, those of no day last."""
    dated = col(Event.starts_on).desc().nulls_last()
    statement = (
        select(col(Event.id))
        .where(*looked.conditions(session))
        .order_by(dated, col(Event.found_at).desc(), col(Event.id).desc())
    )
    return session.scalars(statement.limit(limit).offset(offset)).all()


def count(session: Session, looked: MeetingQuery) -> int:
    """Return how many events are looked for."""
    return (
        session.scalar(select(func.count()).select_from(Event).where(*looked.conditions(session)))
        or 0
    )


def records(session: Session, looked: MeetingQuery, *, limit: int) -> list[EventRecord]:
    """Return the last `limit` events that are looked for, with all that is known of them."""
    ids = matching(session, looked, limit=limit)
    return events.records(session, ids=ids, limit=limit) if ids else []


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
