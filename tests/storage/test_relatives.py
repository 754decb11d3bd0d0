"""Beside an event stand those of the same bodies on the days around it, on both databases."""

from contextlib import closing
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from storage import prepared, relatives
from storage.database import Database
from storage.prepared import Given
from tests.storage.things import filed

DAY = date(2024, 4, 23)


def near(database: Database, event_id: int) -> set[int]:
    with database.transaction() as session:
        found = relatives.beside(session, [event_id], ())
    return {relative.id for relative in found if relative.near}


@pytest.mark.parametrize(
    ("starts", "ends", "is_near"),
    [
        pytest.param(DAY, None, True, id="on the day"),
        pytest.param(DAY + timedelta(days=2), None, True, id="two days later"),
        pytest.param(DAY - timedelta(days=2), None, True, id="two days earlier"),
        pytest.param(DAY + timedelta(days=3), None, False, id="three days later"),
        pytest.param(DAY - timedelta(days=3), None, False, id="three days earlier"),
        pytest.param(DAY - timedelta(days=30), DAY, True, id="a month that ends then"),
        pytest.param(DAY - timedelta(days=30), DAY + timedelta(days=30), True, id="it is on"),
        pytest.param(DAY - timedelta(days=60), DAY + timedelta(days=60), False, id="a season"),
    ],
)
def test_what_the_same_body_does_around_those_days_is_near(
    database: Database, now: datetime, starts: date, ends: date | None, *, is_near: bool
) -> None:
    with database.transaction() as session:
        told = filed(session, now, "told", starts_on=DAY)
        other = filed(session, now, "other", starts_on=starts, ends_on=ends)
    assert near(database, told) == ({other} if is_near else set())


def test_what_has_no_day_is_near_by_when_it_was_found(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        told = filed(session, now, "told", starts_on=DAY)
        undated = filed(session, now, "undated")
        filed(session, now + timedelta(days=9), "much later")
    assert near(database, told) == {undated}


def test_what_others_do_then_is_not_near(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        told = filed(session, now, "told", starts_on=DAY, organizations=("ots", "turksoy"))
        shared = filed(session, now, "shared", starts_on=DAY, organizations=("turksoy",))
        filed(session, now, "theirs", starts_on=DAY, organizations=("turkpa",))
    assert near(database, told) == {shared}


def test_of_all_that_ever_was_only_the_days_around_are_looked_at(
    sqlite: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite.transaction() as session:
        told = filed(session, now, "told", starts_on=DAY)
    found = plans(monkeypatch)
    near(sqlite, told)
    around = [step for step in found if "starts_on>? AND starts_on<?" in step]
    assert around, found


def plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list of how the statements that are asked from now on are carried out."""
    found: list[str] = []
    executed = prepared.executed

    def explained(connection: Connection, text: str, given: Given) -> DBAPICursor:
        if text.startswith("SELECT"):
            with closing(connection.connection.cursor()) as cursor:
                cursor.execute(f"EXPLAIN QUERY PLAN {text}", given)
                found.extend(step[-1] for step in cursor.fetchall())
        return executed(connection, text, given)

    monkeypatch.setattr(prepared, "executed", explained)
    return found
