"""Events are split and joined by hand for ever, and an article that was edited is filed anew."""

from datetime import datetime, timedelta

from storage import articles, events, filed_reports
from storage.database import Database
from storage.models import Event
from tests.defaults import FILER
from tests.merging.reports import DAY, report
from tests.pipeline.filing import (
    File,
    article_id,
    event_of,
    file,
)

__all__ = ["file"]


def test_an_admins_split_stays_whatever_comes_later(
    database: Database, file: File, now: datetime
) -> None:
    event_id = file("a", "Elchin Muradli").event_id
    file("b", "Elçin Muradlı")
    with database.transaction() as session:
        parts = FILER.split(session, event_id, [article_id(session, "b")], now)
        assert len(parts) == 2
    file("c", "Elçin Muradlı")
    with database.transaction() as session:
        assert event_of(session, "a") == event_id
        assert event_of(session, "b") not in {event_id, None}


def test_an_admins_join_stays_whatever_the_evidence(
    database: Database, file: File, now: datetime
) -> None:
    one = file("a", "Elchin Muradli", "Sultan Raev")
    two = file("b", "Batyr Orazov", "Maral Annayeva", kind="visit")
    with database.transaction() as session:
        assert FILER.join(session, [one.event_id, two.event_id], now) == [one.event_id]
    file("c", "Batyr Orazov", "Maral Annayeva", kind="visit")
    with database.transaction() as session:
        assert {event_of(session, key) for key in "abc"} == {one.event_id}
        assert session.get_one(Event, two.event_id).merged_into == one.event_id


def test_a_join_after_a_split_is_the_last_word(
    database: Database, file: File, now: datetime
) -> None:
    event_id = file("a", "Elchin Muradli").event_id
    file("b", "Elçin Muradlı")
    with database.transaction() as session:
        FILER.split(session, event_id, [article_id(session, "b")], now)
        other = event_of(session, "b")
        assert other is not None
        assert FILER.join(session, [event_id, other], now) == [event_id]


def test_ties_keep_their_score_and_reasons(database: Database, file: File) -> None:
    file("a", "Elchin Muradli")
    file("b", "Elçin Muradlı")
    with database.transaction() as session:
        (tie,) = filed_reports.ties_among(session, [article_id(session, "a")])
    assert tie.score > 0
    assert {name for name, _, _ in tie.reasons} >= {"days", "town", "people"}


def test_an_edited_article_is_filed_anew_and_may_change_events(
    database: Database, file: File, now: datetime
) -> None:
    home = file("a", "Elchin Muradli")
    file("b", "Elçin Muradlı")
    with database.transaction() as session:
        mine = article_id(session, "b")
        articles.revise(
            session, [articles.Revision(mine, title="Other", text="Other.", content_hash="h2")], now
        )
        later = DAY + timedelta(days=200)
        filed = FILER.file(
            session,
            mine,
            report("b", "Batyr Orazov", start=later, end=later, days=frozenset({later})),
            now,
        )
        assert filed is not None
        assert filed.new
        assert filed.event_id != home.event_id
        assert [one.name for one in events.record(session, home.event_id).participations] == [
            "Elchin Muradli"
        ]


def test_an_edited_article_that_reports_nothing_any_more_leaves_its_event(
    database: Database, file: File, now: datetime
) -> None:
    home = file("a", "Elchin Muradli")
    file("b", "Elçin Muradlı", "Batyr Orazov")
    with database.transaction() as session:
        mine = article_id(session, "b")
        articles.revise(
            session,
            [articles.Revision(mine, title="Rain", text="It rains.", content_hash="h2")],
            now,
        )
        articles.irrelevant(session, mine, "en", now)
        FILER.withdraw(session, mine, now)
        record = events.record(session, home.event_id)
        assert [one.url for one in record.articles] == ["https://a.example/a"]
        assert [one.name for one in record.participations] == ["Elchin Muradli"]


def test_an_article_that_was_read_by_another_is_left_alone(
    database: Database, file: File, now: datetime
) -> None:
    file("a", "Elchin Muradli")
    with database.transaction() as session:
        assert (
            FILER.file(session, article_id(session, "a"), report("a", "Batyr Orazov"), now) is None
        )
