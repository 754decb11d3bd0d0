"""Events of a stretch of days so few that they are all looked at: those of a week, of a month.

Three walks along three indexes gather them, and what is asked for besides is asked of them alone,
so a week costs what its events cost, whatever the filter and however many events there are.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import CompoundSelect, literal, select, union_all
from sqlmodel import Session, col

from storage.diary_cursor import Place
from storage.diary_query import EVERYTHING, Days, DiaryFilter, conditions
from storage.models import Event

MOST = 2_000
"""Events up to which they are all looked at: a month in which there is one every twenty minutes."""


@dataclass(frozen=True, slots=True)
class NearEvent:
    """An event that has to do with some days.

    Attributes:
        place: Where it stands among the others.
        last: Its last day, where it has one.
    """

    place: Place
    last: date | None


@lru_cache(maxsize=128)
def _walks(days: Days) -> CompoundSelect[str, int, date | None, date | None]:
    """Return the question for all events of some days; built once, as their ways are."""
    facts = col(Event.id), col(Event.starts_on), col(Event.ends_on)
    alive = col(Event.merged_into).is_(None)
    walks = [
        select(literal(name).label("walk"), *facts).where(alive, way)
        for name, way in days.ways().items()
    ]
    return union_all(*walks).limit(MOST + 1)


def near(session: Session, wanted: DiaryFilter, days: Days) -> list[NearEvent] | None:
    """Return all events of some days under a filter, in no order; None where they are too many."""
    if days.first is None:
        return None
    rows = session.connection().execute(_walks(days)).all()
    if len(rows) > MOST:
        return None
    if rows and wanted != EVERYTHING:
        ids = [row.id for row in rows]
        chosen = select(col(Event.id)).where(col(Event.id).in_(ids))
        met = set(session.scalars(chosen.where(*conditions(session, wanted, among=ids))))
        rows = [row for row in rows if row.id in met]
    return [NearEvent(Place(row.walk, row.starts_on, row.id), row.ends_on) for row in rows]
