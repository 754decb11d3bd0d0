"""What an outlet puts under many of its articles is known after some, and not sooner."""

from datetime import datetime, timedelta

from storage import paragraphs
from storage.database import Database
from tests.storage.things import source

WEEK = timedelta(days=7)


def test_a_paragraph_recurs_once_it_stood_in_enough_articles_for_long(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        outlet = source(session, now)
        seen = [
            paragraphs.take_note(session, outlet, number, {7, 100 + number}, now + number * WEEK)
            for number in range(1, 6)
        ]
    assert seen == [frozenset()] * 3 + [frozenset({7})] * 2


def test_the_lead_of_one_week_does_not_recur(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        outlet = source(session, now)
        days = [now + timedelta(hours=number) for number in range(1, 9)]
        seen = [
            paragraphs.take_note(session, outlet, number, {7}, day)
            for number, day in enumerate(days)
        ]
    assert seen == [frozenset()] * 8


def test_an_article_that_is_read_again_counts_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        outlet = source(session, now)
        for _ in range(9):
            assert not paragraphs.take_note(session, outlet, 1, {7}, now)
        assert not paragraphs.take_note(session, outlet, 2, {7}, now + 2 * WEEK)


def test_paragraphs_that_nobody_repeats_are_forgotten(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        outlet = source(session, now)
        paragraphs.take_note(session, outlet, 1, {7, 8}, now)
        paragraphs.take_note(session, outlet, 2, {7}, now + WEEK)
        assert paragraphs.forget(session, now + timedelta(days=1)) == 1
