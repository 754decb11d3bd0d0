"""Events of a stretch of days so few that they are all looked at: those of a week, of a month.

Three walks along three indexes gather them, and what is asked for besides is asked of them alone,
so a week costs what its events cost, whatever the filter and however many events there are.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, literal, select, true, union_all
from sqlmodel import Session, col

from storage.diary_cursor import Place
from storage.diary_query import EVERYTHING, Days, DiaryFilter, Ends, conditions, ways_of
from storage.models import Event, EventOrganization

MOST = 2_000
"""Events up to which they are all looked at: a month in which there is one every twenty minutes."""


@dataclass(frozen=True, slots=True)
class NearEvent:
    """An event that has to do with some days.

    Attributes:
        place: Where it stands among the others.
        last: Its last day, where it has one.
        organization: The foremost one that it concerns, or None.
    """

    place: Place
    last: date | None
    organization: str | None


_Asked = Select[str, int, date | None, date | None, str | None, bool]


def _asked(ends: Ends, met: tuple[ColumnElement[bool], ...]) -> _Asked:
    """Return the question for all events of some days, and whether each meets the rest."""
    facts = col(Event.id), col(Event.starts_on), col(Event.ends_on)
    alive = col(Event.merged_into).is_(None)
    walks = [
        select(literal(name).label("walk"), *facts).where(alive, way)
        for name, way in ways_of(ends).items()
    ]
    found = union_all(*walks).limit(MOST + 1).subquery()
    foremost = and_(
        col(EventOrganization.event_id) == found.c.id, col(EventOrganization.position) == 0
    )
    shown = found.c.walk, found.c.id, found.c.starts_on, found.c.ends_on
    asked = select(*shown, col(EventOrganization.organization), and_(true(), *met)).select_from(
        found.join(Event, col(Event.id) == found.c.id) if met else found
    )
    return asked.outerjoin(EventOrganization, foremost)


_built = lru_cache(maxsize=128)(_asked)


def near(session: Session, wanted: DiaryFilter, days: Days) -> list[NearEvent] | None:
    """Return all events of some days under a filter, in no order; None where they are too many."""
    if days.first is None:
        return None
    met = conditions(session, wanted, among=()) if wanted != EVERYTHING else ()
    asked = _asked(days.ends, met) if wanted.words else _built(days.ends, met)
    rows = session.connection().execute(asked, wanted.values() | days.values()).all()
    if len(rows) > MOST:
        return None
    return [
        NearEvent(Place(walk, first, event_id), last, organization)
        for walk, event_id, first, last, organization, is_wanted in rows
        if is_wanted
    ]
