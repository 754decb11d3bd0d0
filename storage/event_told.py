"""What is kept of an event beside its own row: who was there, for whom, and which articles tell.

It is read once where an event is told anew, compared with what takes its place, and not read back.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import String, bindparam, cast, func, select
from sqlmodel import Session, col

from storage.models import SETTLED_FROM, Article, EventOrganization, Participation
from storage.prepared import Prepared
from storage.sql import plainly, table_of

_shown = itemgetter("person_id", "name", "role", "affiliation", "attended", "moderator")
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
        called_off: The sentence that calls it off, or None.
    """

    people: Sequence[Mapping[str, Any]]
    bodies: Sequence[str]
    sources: Fact = ()
    called_off: str | None = None

    def shown(self) -> set[Fact]:
        """Return who and for whom, as far as a card shows it: only to be compared."""
        found: set[Fact] = {("for", body) for body in self.bodies}
        found.update(_shown(row) for row in self.people)
        return found

    def texts(self) -> Iterable[str | None]:
        """Yield all by which who was there and for whom is looked up in words."""
        yield from self.bodies
        for row in self.people:
            yield from (row["name"], row["role"], row["affiliation"])


# Built once: these are asked at every article that is filed.
_BODIES = Prepared(
    select(col(EventOrganization.organization))
    .where(col(EventOrganization.event_id) == bindparam("event"))
    .order_by(col(EventOrganization.position)),
    ["event"],
)
_COLUMNS = tuple(column.name for column in table_of(Participation).c if column.name != "id")
# Columns and no rows of the model: a summit has hundreds of people, told anew at each report.
_PEOPLE = Prepared(
    select(*(table_of(Participation).c[name] for name in _COLUMNS))
    .where(
        col(Participation.event_id) == bindparam("event"),
        col(Participation.position) < SETTLED_FROM,
    )
    .order_by(col(Participation.position)),
    ["event"],
)
# Counted by the database, as a summit has hundreds of them.
_SOURCES = select(
    func.count(),
    cast(func.sum(col(Article.id)), String),
    cast(func.max(col(Article.published_at)), String),
).where(col(Article.event_id) == bindparam("event"))


def people_and_bodies(
    session: Session, event_id: int
) -> tuple[Sequence[Mapping[str, Any]], Sequence[str]]:
    """Return who was at an event, and for whom it is, as both are kept in `Told`."""
    asked = {"event": event_id}
    people = [dict(zip(_COLUMNS, row, strict=True)) for row in _PEOPLE.rows(session, asked)]
    return people, [body for (body,) in _BODIES.rows(session, asked)]


def sources_of(session: Session, event_id: int) -> Fact:
    """Return what stands for the articles of an event."""
    return tuple(plainly(session, _SOURCES, {"event": event_id}).one())
