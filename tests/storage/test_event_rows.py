"""Rows are read as the tables hold them, whole."""

from datetime import UTC, datetime

import pytest
from sqlmodel import SQLModel

from storage.database import Database
from storage.event_rows import EVENTS, EventRow, ParticipationRow, read
from storage.models import Event, Participation
from storage.sql import table_of

NOW = datetime(2026, 11, 29, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("model", "fields"),
    [(Event, EventRow._fields), (Participation, ParticipationRow._fields)],
)
def test_a_row_leaves_out_no_column(model: type[SQLModel], fields: tuple[str, ...]) -> None:
    assert {column.name for column in table_of(model).columns} == set(fields)


def test_what_a_session_still_holds_back_is_read_too(database: Database) -> None:
    with database.transaction() as session:
        event = Event(
            title="Board meeting",
            kind="meeting",
            language="en",
            tense="past",
            titles={"tr": "Kurul toplantısı"},
            found_at=NOW,
            changed_at=NOW,
        )
        session.add(event)
        (row,) = read(session, EVENTS)
        assert row == EventRow.of(event)
        event.city = "Baku"
        assert read(session, EVENTS)[0].city == "Baku"
