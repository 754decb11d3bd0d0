"""Filing events, and giving them out whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
import sqlalchemy
from sqlalchemy import func, select
from sqlmodel import Session, col

from storage import articles, events
from storage.database import Database
from storage.enums import ArticleState
from storage.errors import NotStored
from storage.events import EventFilter
from storage.models import Article, Event, Participation, Person
from tests.storage.things import event, filed, found, person, unread

DAY = timedelta(days=1)


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """What is said to the database within the block."""
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    engine = session.get_bind()
    sqlalchemy.event.listen(engine, "before_cursor_execute", note)
    yield said
    sqlalchemy.event.remove(engine, "before_cursor_execute", note)


def titles(session: Session, **wanted: object) -> list[str]:
    # A test names any condition.
    return [
        record.event.title
        for record in events.records(session, **wanted)  # type: ignore[arg-type]
    ]


def test_a_filed_event_comes_back_whole(database: Database, now: datetime) -> None:
    facts: dict[str, object] = {
        "starts_on": date(2024, 4, 23),
        "ends_on": date(2024, 4, 23),
        "city": "Geneva",
        "country": "Switzerland",
    }
    proofs: dict[str, object] = {
        "venue": "United Nations Office",
        "date_proof": "On 23 April …",
        "place_proof": "… in Geneva",
    }
    cast = (
        person("Ömer Kocaman", role="Deputy Secretary General"),
        person("Chinghiz Aitmatov", attended=False),
    )
    with database.transaction() as session:
        (article_id,) = unread(session, now, "kabar 1")
        new = event(**facts, **proofs, organizations=("turksoy", "ots"), participations=cast)
        event_id = found(session, article_id, new, now)
    with database.transaction() as session:
        record = events.record(session, event_id)
    for name, value in (
        facts | proofs | {"title": "Geneva conference", "kind": "conference", "found_at": now}
    ).items():
        assert getattr(record.event, name) == value
    assert record.organizations == ("turksoy", "ots")
    assert [
        (one.name, one.role, one.attended, one.article_id) for one in record.participations
    ] == [
        ("Ömer Kocaman", "Deputy Secretary General", True, article_id),
        ("Chinghiz Aitmatov", None, False, article_id),
    ]
    assert [(one.id, one.source, one.title, one.language) for one in record.articles] == [
        (article_id, "Kabar", "A headline", "en")
    ]


def test_an_article_of_another_event_that_names_who_was_there_comes_along(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        council = filed(session, now, "council", participations=(person("Omar Sultanov"),))
        filed(session, now, "summit")
        (of_summit,) = session.scalars(
            select(col(Article.id)).where(col(Article.identity) == "summit")
        )
        (guest,) = events.record(session, council).participations
        assert events.record(session, council).naming == ()
        session.get_one(Participation, guest.id).article_id = of_summit
    with database.transaction() as session:
        record = events.record(session, council)
    assert [article.id for article in record.naming] == [of_summit]
    assert of_summit not in {article.id for article in record.articles}


def test_filing_marks_the_article_as_read(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        (article_id,) = unread(session, now, "a")
        event_id = found(session, article_id, event(language="ky"), now)
    with database.transaction() as session:
        stored = session.get_one(Article, article_id)
        assert (stored.state, stored.event_id, stored.language, stored.read_at) == (
            ArticleState.EVENT,
            event_id,
            "ky",
            now,
        )
        assert articles.claim_unread(session, now + DAY, limit=9, lease=DAY) == []


def test_one_person_under_two_spellings_takes_part_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        event_id = filed(
            session,
            now,
            participations=(person("Ömer Kocaman"), person("Omer Kocaman"), person("Kadir Yaman")),
        )
        assert [one.name for one in events.record(session, event_id).participations] == [
            "Ömer Kocaman",
            "Kadir Yaman",
        ]


def test_one_person_in_two_events_is_one_person(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        filed(session, now, "a", participations=(person("Ömer Kocaman"),))
        filed(session, now, "b", participations=(person("ÖMER KOCAMAN"),))
        assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_an_organisation_named_twice_is_stored_once(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        event_id = filed(session, now, organizations=("ots", "turksoy", "ots"))
        assert events.record(session, event_id).organizations == ("ots", "turksoy")


def test_events_are_chosen_by_any_of_several_organisations(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        filed(session, now, "a", organizations=("ots", "turksoy"))
        filed(session, now, "b", organizations=("turkpa",))
        filed(session, now, "c", organizations=("tcci",))
        assert titles(session, about=EventFilter(frozenset({"ots", "turksoy", "turkpa"}))) == [
            "b",
            "a",
        ]
        assert titles(session, about=EventFilter()) == []
        assert titles(session) == ["c", "b", "a"]


def test_events_are_chosen_by_when_they_were_found_the_latest_first(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        for days in (0, 2, 1):
            filed(session, now - days * DAY, f"{days} days ago")
        assert titles(session, found_since=now - DAY) == ["0 days ago", "1 days ago"]
        assert titles(session, limit=1) == ["0 days ago"]


def test_events_ahead_are_given_the_soonest_first(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        for days in (9, 3, 0, -1):
            filed(session, now, f"in {days} days", starts_on=now.date() + days * DAY)
        filed(session, now, "some day")
        assert titles(session, starts_from=now.date()) == ["in 0 days", "in 3 days", "in 9 days"]
        assert titles(session, starts_from=now.date(), starts_until=now.date() + 3 * DAY) == [
            "in 0 days",
            "in 3 days",
        ]


def test_a_hundred_events_cost_as_many_queries_as_one(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        for n in range(100):
            filed(
                session,
                now,
                f"event {n}",
                participations=(person(f"Person {n}"), person("Kadir Yaman")),
            )
    for limit in (1, 100):
        with database.transaction() as session, statements(session) as said:
            assert len(events.records(session, limit=limit)) == limit
            assert len([one for one in said if one.startswith("SELECT")]) == 4


def test_an_event_that_is_not_there_is_said_so(database: Database) -> None:
    with database.transaction() as session, pytest.raises(NotStored, match="no event 7"):
        events.record(session, 7)


def test_an_edited_article_retells_its_event_and_founds_no_other(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        (only,) = unread(session, now, "a")
        first = found(
            session,
            only,
            event("Conference", participations=(person("Sultan Raev"), person("Kadir Yaman"))),
            now,
        )
        articles.revise(
            session,
            [articles.Revision(only, title="Corrected", text="More.", content_hash="h2")],
            now,
        )
        again = found(
            session,
            only,
            event("The conference", participations=(person("Sultan Raev"),)),
            now + timedelta(hours=1),
        )
        assert again == first
        known = events.record(session, first)
        assert (known.event.title, known.event.found_at, known.event.changed_at) == (
            "The conference",
            now,
            now + timedelta(hours=1),
        )
        assert [one.name for one in known.participations] == ["Sultan Raev"]
        assert session.scalar(select(func.count()).select_from(Event)) == 1


def test_what_events_hold_nothing_of_is_no_event_s_but_its_own(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        one, two = filed(session, now, "one"), filed(session, now, "two")
    with database.transaction() as session:
        first, second = events.by_ids(session, [one, two])
        assert first.event.outcomes == second.event.outcomes == []
        assert first.event.outcomes is not second.event.outcomes
        assert first.event.gathering is not second.event.gathering
