"""A prepared statement gives what SQLAlchemy gives, and fails as it does."""

from datetime import datetime

import pytest
from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import col

from storage.database import Database
from storage.models import Article, JoiningReport, Person
from storage.prepared import MOST, Prepared
from storage.sql import plainly, table_of
from tests.storage.things import unread

ARTICLES = (
    select(col(Article.id), col(Article.title), col(Article.first_seen_at), col(Article.read_at))
    .where(col(Article.id).in_(bindparam("wanted", expanding=True)), col(Article.edits) == 0)
    .order_by(col(Article.id))
)
WANTED = Prepared(ARTICLES, many="wanted")
ADD = Prepared(insert(table_of(Person)), ["name", "key", "sound"])
NAMES = Prepared(select(col(Person.name)).order_by(col(Person.id)))


def test_rows_are_those_that_sqlalchemy_gives(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        ids = unread(session, now, "a", "b", "c")
        for wanted in (ids, ids[:1], [], [*ids, *range(10_000, 10_000 + MOST)]):
            known = plainly(session, ARTICLES, {"wanted": wanted}).all()
            assert [*WANTED.rows(session, {"wanted": wanted})] == known
        assert WANTED.rows(session, {"wanted": ids})[0][2] == now


@pytest.mark.parametrize("length", [0, 1, 2, 3, 5, 7, 8])
def test_a_list_of_any_length_finds_what_it_names(
    database: Database, now: datetime, length: int
) -> None:
    with database.transaction() as session:
        ids = unread(session, now, *"abcdefgh")
        found = WANTED.rows(session, {"wanted": ids[:length]})
        assert [row[0] for row in found] == sorted(ids[:length])


def test_few_forms_are_kept_of_lists_of_many_lengths(database: Database, now: datetime) -> None:
    wanted = Prepared(ARTICLES, many="wanted")
    with database.transaction() as session:
        for length in range(MOST + 1):
            wanted.rows(session, {"wanted": list(range(length))})
    assert wanted.forms <= MOST.bit_length() + 1


def test_what_the_session_holds_back_goes_first(database: Database) -> None:
    with database.transaction() as session:
        session.add(Person(name="Sultan Raev", key="sultan raev", sound="s"))
        assert NAMES.rows(session, {}) == [("Sultan Raev",)]


def test_rows_are_added_with_the_types_of_their_columns(database: Database, now: datetime) -> None:
    facts = {"headline": "Өмүралиев", "weights": [1.8, None]}
    wait = Prepared(insert(table_of(JoiningReport)), ["article_id", "facts"])
    with database.transaction() as session:
        rows = [{"article_id": one, "facts": facts} for one in unread(session, now, "a", "b")]
        wait.run_each(session, rows)
        assert [each.facts for each in session.scalars(select(JoiningReport))] == [facts, facts]
        person = {"name": "e\u0301\x00", "key": "k", "sound": "s"}
        assert ADD.run(session, person) == 1
        assert NAMES.rows(session, {}) == [("é",)]


def test_how_many_rows_changed_is_told(database: Database, now: datetime) -> None:
    gone = Prepared(
        delete(table_of(Article)).where(
            table_of(Article).c.id.in_(bindparam("ids", expanding=True))
        ),
        many="ids",
    )
    with database.transaction() as session:
        ids = unread(session, now, "a", "b")
        assert gone.run(session, {"ids": ids}) == 2
        assert gone.run(session, {"ids": ids}) == 0


def test_a_refusal_is_sqlalchemys(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        ADD.run(session, {"name": None, "key": "k", "sound": "s"})
    with database.transaction() as session:
        assert NAMES.rows(session, {}) == []
