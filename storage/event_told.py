"""What is kept of an event beside its own row: who was there, for whom, and which articles tell.

It is read once where an event is told anew, compared with what takes its place, and not read back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, bindparam, cast, func, select
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
        sources: Stands for its articles: how many there are, and which; or how many have joined it.
    """

    people: Sequence[Mapping[str, Any]]
    bodies: Sequence[str]
    sources: Fact = ()

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
# Counted by the database, as a summit has hundreds of them.
_SOURCES = select(
    func.count(),
    cast(func.sum(col(Article.id)), String),
    cast(func.max(col(Article.published_at)), String),
).where(col(Article.event_id) == bindparam("event"))


def told_of(session: Session, event_id: int) -> Told:
    """Return what is kept of an event; of its articles nothing is asked."""
    asked = {"event": event_id}
    people = [dict(row) for row in plainly(session, _PEOPLE, asked).mappings()]
    return Told(people, plainly(session, _BODIES, asked).scalars().all())


def sources_of(session: Session, event_id: int) -> Fact:
    """Return what stands for the articles of an event."""
    return tuple(plainly(session, _SOURCES, {"event": event_id}).one())
