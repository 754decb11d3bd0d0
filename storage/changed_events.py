"""Events that changed lately, with what lists go by: whom a change concerns can be told of these.

A list of one country's events is as it was where the one event that changed is held elsewhere, and
need not be looked up again.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import BindParameter, Row, bindparam, select
from sqlmodel import Session, col

from storage.diary_query import Days, DiaryFilter
from storage.models import Event, EventOrganization, Participation
from storage.sql import moment, table_of


@dataclass(frozen=True, slots=True)
class ChangedEvent:
    """An event after a change, as far as lists go by it.

    Attributes:
        id: Of the event.
        changed_at: When, aware UTC.
        is_shown: Whether it stands for itself; one that turned out to be another does not.
        parent: The event of which it is a part, or None.
        kind: What sort of event.
        town: Id in the catalogue, or the made-up key of a town that is not there, or None.
        country: Its code, or None.
        first: Its first day, or None.
        last: Its last day, or None.
        organizations: Ids of those that it concerns.
        people: Ids of everybody whom it names.
    """

    id: int
    changed_at: datetime
    is_shown: bool
    parent: int | None
    kind: str
    town: str | None
    country: str | None
    first: date | None
    last: date | None
    organizations: frozenset[str]
    people: frozenset[int]

    def may_meet(self, wanted: DiaryFilter, days: Days) -> bool:
        """Whether it may be what is asked for.

        Which words it holds is not known here, nor who of those whom it names was there, nor when
        one without a day was found.
        """
        return (
            self.is_shown
            and wanted.kind in {None, self.kind}
            and wanted.town in {None, self.town}
            and wanted.country in {None, self.country}
            and (wanted.organization is None or wanted.organization in self.organizations)
            and (wanted.person is None or wanted.person in self.people)
            and self._may_be_on(days)
        )

    def _may_be_on(self, days: Days) -> bool:
        if self.first is None:
            return True
        ends = max(self.first, self.last or self.first)
        too_late = days.last is not None and self.first > days.last
        too_soon = days.first is not None and ends < days.first
        return not (too_late or too_soon)


_event = table_of(Event).c
_IDS: BindParameter[int] = bindparam("events", expanding=True)
_CHANGED = (
    # In the order of `_changed`.
    select(
        _event.id,
        _event.changed_at,
        _event.merged_into.is_(None),
        _event.parent_id,
        _event.kind,
        _event.city_id,
        _event.country_code,
        _event.starts_on,
        _event.ends_on,
    )
    .where(_event.changed_at >= moment("since"))
    .limit(bindparam("most"))
)
_BODIES = select(col(EventOrganization.event_id), col(EventOrganization.organization)).where(
    col(EventOrganization.event_id).in_(_IDS)
)
_PEOPLE = select(col(Participation.event_id), col(Participation.person_id)).where(
    col(Participation.event_id).in_(_IDS)
)


def since(
    session: Session,
    begun: datetime,
    *,
    most: int,
    known: Collection[tuple[int, datetime]] = (),
) -> Sequence[ChangedEvent] | None:
    """Return the events that changed at a moment or later, in no order; None for more than `most`.

    Args:
        session: The transaction.
        begun: The moment, aware UTC.
        most: Events up to which they are named.
        known: Ids and moments of changes that are known, and left out.
    """
    connection = session.connection()
    rows = connection.execute(_CHANGED, {"since": begun, "most": most + 1}).all()
    if len(rows) > most:
        return None
    changed = {row[0]: row for row in rows if (row[0], row[1]) not in known}
    if not changed:
        return ()
    bodies, people = defaultdict[int, set[str]](set), defaultdict[int, set[int]](set)
    for event_id, body in connection.execute(_BODIES, {"events": list(changed)}):
        bodies[event_id].add(body)
    for event_id, person in connection.execute(_PEOPLE, {"events": list(changed)}):
        people[event_id].add(person)
    return [
        _changed(row, frozenset(bodies[number]), frozenset(people[number]))
        for number, row in changed.items()
    ]


_Row = Row[int, datetime, bool, int | None, str, str | None, str | None, date | None, date | None]


def _changed(row: _Row, organizations: frozenset[str], people: frozenset[int]) -> ChangedEvent:
    event_id, changed_at, is_shown, parent, kind, town, country, first, last = row
    return ChangedEvent(
        event_id,
        changed_at,
        bool(is_shown),
        parent,
        kind,
        town,
        country,
        first,
        last,
        organizations,
        people,
    )
