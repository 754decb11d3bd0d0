"""What an event is kept with from now on, set on its row at once and written in one statement."""

from functools import lru_cache

from sqlalchemy import bindparam, update
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session

from storage.models import Event
from storage.prepared import Prepared
from storage.sql import table_of


class EventValues:
    """New values of an event.

    A session that is left to find out what has changed of a row takes several times as long; so it
    is told that nothing has.

    Attributes:
        row: The event, as it reads with them.
    """

    def __init__(self, row: Event) -> None:
        self.row = row
        self._new: dict[str, object] = {}

    def set(self, name: str, value: object) -> None:
        """Let an event have a value, if it has another."""
        if getattr(self.row, name) != value:
            set_committed_value(self.row, name, value)
            self._new[_place(name)] = value

    def write(self, session: Session) -> None:
        """Write what is new."""
        if self._new:
            _writing(tuple(sorted(self._new))).run(session, self._new | {"event": self.row.id})
            self._new = {}


def _place(name: str) -> str:
    return f"new_{name}"  # the name alone is SQLAlchemy's own


# Whatever comes of an article, of the same few sorts of event the same few values change.
@lru_cache(maxsize=64)
def _writing(places: tuple[str, ...]) -> Prepared:
    event = table_of(Event)
    values: dict[str, object] = {}
    for place in places:
        values[place.removeprefix("new_")] = bindparam(place)
    statement = update(event).where(event.c.id == bindparam("event")).values(values)
    return Prepared(statement, ["event", *places])
