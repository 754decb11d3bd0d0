"""The events that answer a question: those of late first, and each on one page alone."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col

from storage import search_terms
from storage.database import Database
from storage.models import Event
from storage.search_terms import Narrowing, SearchTerm, answering
from tests.storage.things import filed

TERM = SearchTerm((("heritage*",),), frozenset({("city", "geneva")}), "heritage")


@pytest.fixture
def ids(database: Database, now: datetime) -> list[int]:
    """Seven events, the last found last; all speak of heritage, two take place in Geneva."""
    with database.transaction() as session:
        return [
            filed(
                session,
                now + timedelta(hours=number),
                f"Heritage {number}",
                city_id="geneva" if number in {1, 5} else "osh",
            )
            for number in range(7)
        ]


def test_what_is_asked_for_comes_before_what_speaks_of_it(
    database: Database, ids: list[int]
) -> None:
    with database.transaction() as session:
        found = answering(session, [TERM], limit=9)
    assert found == [ids[at] for at in (5, 1, 6, 4, 3, 2, 0)]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 9])
def test_of_many_those_of_late_come_first_and_each_stands_on_one_page(
    database: Database, ids: list[int], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_terms, "LATELY", 3)
    with database.transaction() as session:
        pages = [
            answering(session, [TERM], limit=size, offset=offset) for offset in range(0, 9, size)
        ]
    assert [number for page in pages for number in page] == [
        ids[at] for at in (5, 6, 4, 1, 3, 2, 0)
    ]


def test_what_events_must_be_besides_is_asked_of_old_ones_too(
    database: Database, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_terms, "LATELY", 3)
    with database.transaction() as session:
        found = answering(session, [TERM], limit=9, also=Narrowing([col(Event.city_id) == "osh"]))
    assert found == [ids[at] for at in (6, 4, 3, 2, 0)]
