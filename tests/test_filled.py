"""A database that is filled by copying holds what one that is filled by hand does."""

from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from storage.database import Database
from storage.models import Event
from tests.filled import filled
from tests.storage.things import filed


def test_what_is_filled_in_once_is_copied_whole_and_can_be_written_on(
    data_dir: Path, sqlite: Database, now: datetime
) -> None:
    other, times = Database(f"sqlite:///{data_dir / 'tco-bot.db'}"), list[int]()

    def fill(session: Session) -> int:
        times.append(1)
        return filed(session, now)

    assert filled(sqlite, "geneva", fill) == filled(other, "geneva", fill)
    assert len(times) == 1
    with other.transaction() as session:
        assert [event.title for event in session.exec(select(Event))] == ["geneva"]
        filed(session, now, "baku")
    other.close()


def test_a_database_that_holds_something_is_filled_on_top_of_it(
    sqlite: Database, now: datetime
) -> None:
    with sqlite.transaction() as session:
        first = filed(session, now, "first")
    assert filled(sqlite, "second", lambda session: filed(session, now, "second")) == first + 1
