"""What is kept of an event beside its own row: who was there, for whom, and which articles tell.

It is read once where an event is told anew, compared with what takes its place, and not read back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, bindparam, cast, exists, func, select
from sqlmodel import Session, col

from storage.models import SETTLED_FROM, Article, EventOrganization, Participation
from storage.sql import plainly, table_of

_SHOWN = ("person_id", "name", "role", "affiliation", "attended", "moderator")
"""What a card shows of somebody in an event."""

Fact = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is kept of an event beside its own row.

    Attributes:
        people: Who was there or is mentioned, the foremost first, as the values of their rows; not
            those of whom only settled reports tell.
        bodies: Ids of its organisations, the foremost first.
        sources: Stands for its articles: how many there are, and which.
        is_doubted: Whether one of them calls it off.
    """

    people: Sequence[Mapping[str, Any]]
    bodies: Sequence[str]
    sources: Fact
    is_doubted: bool

    def shown(self) -> set[Fact]:
        """Return who and for whom, as far as a card shows it: only to be compared."""
        found = {tuple(row[name] for name in _SHOWN) for row in self.people}
        return found | {("for", body) for body in self.bodies}

    def texts(self) -> Iterable[str | None]:
        """Yield all by which who was there and for whom is looked up in words."""
        yield from self.bodies
        for row in self.people:
            yield from (row["name"], row["role"], row["affiliation"])


# Built once: these are asked at every article that is filed.
_BODIES = (
    select(col(EventOrganization.organization))
    .where(col(EventOrganization.event_id) == bindparam("event"))
    .order_by(col(EventOrganization.position))
)
# Columns and no rows of the model: a summit has hundreds of people, told anew at each report.
_PEOPLE = (
    select(*(column for column in table_of(Participation).c if column.name != "id"))
    .where(
        col(Participation.event_id) == bindparam("event"),
        col(Participation.position) < SETTLED_FROM,
    )
    .order_by(col(Participation.position))
)
_doubting = table_of(Article).alias()
# Counted by the database, as a summit has hundreds of them; of these hardly one calls it off.
_SOURCES = select(
    func.count(),
    cast(func.sum(col(Article.id)), String),
    cast(func.max(col(Article.published_at)), String),
    exists().where(
        _doubting.c.event_id == bindparam("event"), _doubting.c.cancel_proof.is_not(None)
    ),
).where(col(Article.event_id) == bindparam("event"))


def told_of(session: Session, event_id: int) -> Told:
    """Return what is kept of an event."""
    asked = {"event": event_id}
    people = [dict(row) for row in plainly(session, _PEOPLE, asked).mappings()]
    bodies = plainly(session, _BODIES, asked).scalars().all()
    return told_with(session, event_id, people, bodies)


def told_with(
    session: Session, event_id: int, people: Sequence[Mapping[str, Any]], bodies: Sequence[str]
) -> Told:
    """Return what is kept of an event of which it was just written who was there, and for whom."""
    *sources, is_doubted = plainly(session, _SOURCES, {"event": event_id}).one()
    return Told(people, bodies, tuple(sources), bool(is_doubted))
