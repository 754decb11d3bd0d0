"""Events and who took part, as they are read: rows, and nothing that could be changed.

An entity of SQLAlchemy's takes several times as long to be read as its row, keeps four objects
where this keeps one, and is looked up anew for each attribute. `storage.models` says what the
columns hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, Self

from sqlalchemy import Select, select
from sqlmodel import Session, SQLModel

from storage.models import Event, Participation
from storage.sql import table_of


class EventRow(NamedTuple):
    """An event as it is kept; see `storage.models.Event`."""

    id: int
    title: str
    kind: str
    language: str
    tense: str
    found_at: datetime
    changed_at: datetime
    titles: Mapping[str, str] | None = None
    gathering: Mapping[str, Any] | None = None
    outcomes: Sequence[Mapping[str, Any]] | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    venue: str | None = None
    date_proof: str | None = None
    place_proof: str | None = None
    cancel_proof: str | None = None
    revision: int = 0
    city_id: str | None = None
    parent_id: int | None = None
    merged_into: int | None = None
    is_great: bool = False
    outcome_at: datetime | None = None
    begun_at: datetime | None = None

    @classmethod
    def of(cls, event: Event) -> Self:
        """Return the row of an event that may not be stored."""
        return cls._make(getattr(event, name) for name in cls._fields)


class ParticipationRow(NamedTuple):
    """Somebody in an event as it is kept; see `storage.models.Participation`."""

    id: int
    event_id: int
    person_id: int
    article_id: int
    position: int
    name: str
    proof: str
    role: str | None = None
    affiliation: str | None = None
    country_code: str | None = None
    attended: bool = True
    moderator: bool = False
    presides: bool = False
    by_message: bool = False
    language: str | None = None
    spellings: Mapping[str, str] | None = None


def columns(model: type[SQLModel], names: Iterable[str]) -> Select[Any]:
    """Return the statement that reads these columns of a table, in this order."""
    table = table_of(model)
    return select(*(table.c[name] for name in names))


EVENTS = columns(Event, EventRow._fields)
"""Reads events, for `EventRow._make`."""

PARTICIPATIONS = columns(Participation, ParticipationRow._fields)
"""Reads who took part, for `ParticipationRow._make`."""


def read(
    session: Session, wanted: Select[Any], asked: Mapping[str, Any] | None = None
) -> list[EventRow]:
    """Return the events that a statement made of `EVENTS` finds, as the session has them by now."""
    session.flush()
    rows = session.connection().execute(wanted, asked).all()  # at once: one by one is dearer
    return [*map(EventRow._make, rows)]
