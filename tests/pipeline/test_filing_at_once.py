"""Two processes that file at once on PostgreSQL take turns: neither misses what the other does."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime

import pytest
from sqlmodel import Session

from bot.merging.report import Report
from storage import articles
from storage.articles import NewArticle
from storage.database import Database
from tests.defaults import FILER
from tests.merging.reports import report
from tests.pipeline.filing import article_id, event_of
from tests.pipeline.test_added_articles import COUNCIL, JOINING
from tests.storage.things import source

A_WHILE = 0.5
"""Seconds that a process gets which does not wait for the other; one that waits has none of it."""


@pytest.fixture
def postgresql(postgres_url: str) -> Iterator[Database]:
    """A PostgreSQL database with all tables, of which two processes hold connections."""
    database = Database(postgres_url)
    yield database
    database.close()


def unread(session: Session, one: Report, now: datetime) -> int:
    new = NewArticle(one.key, f"https://{one.outlet}/{one.key}", one.headline, "B.", "en", now, "h")
    articles.add_new(session, source(session, now), [new], now)
    return article_id(session, one.key)


def test_who_waits_for_an_event_is_not_missed_by_its_first_report(
    postgresql: Database, now: datetime
) -> None:
    council = report("a", **COUNCIL)
    with postgresql.transaction() as session:
        unread(session, council, now)
        joining = unread(session, JOINING, now)
    with ThreadPoolExecutor(1) as other, postgresql.transaction() as session:
        articles.irrelevant(session, joining, "en", now)
        FILER.adder.put_joining(session, joining, *FILER.adder.weigh(session, [JOINING]))
        filing = other.submit(_filed, postgresql, council, now)
        wait([filing], A_WHILE)
        session.commit()
        filing.result()
    with postgresql.transaction() as session:
        assert event_of(session, JOINING.key) == event_of(session, "a") is not None


def test_a_report_is_not_tied_to_one_that_is_being_withdrawn(
    postgresql: Database, now: datetime
) -> None:
    first, second = report("a", **COUNCIL), report("b", outlet="b.example", **COUNCIL)
    with postgresql.transaction() as session:
        gone = unread(session, first, now)
        unread(session, second, now)
    _filed(postgresql, first, now)
    with ThreadPoolExecutor(1) as other, postgresql.transaction() as session:
        FILER.withdraw(session, gone, now)
        filing = other.submit(_filed, postgresql, second, now)
        wait([filing], A_WHILE)
        session.commit()
        filing.result()
    with postgresql.transaction() as session:
        assert event_of(session, "b") is not None
        assert event_of(session, "a") is None


def _filed(database: Database, one: Report, now: datetime) -> None:
    with database.transaction() as session:
        assert FILER.file(session, article_id(session, one.key), one, now) is not None
