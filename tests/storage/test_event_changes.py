"""What counts as a change of an event, what of it is worth telling anew, and what is kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import Session, col

from storage import articles, event_changes
from storage.database import Database
from storage.errors import NotStored
from storage.event_changes import Change, Facts
from storage.models import Article, Event
from tests.storage.things import article, event, found, matters, person, source, unread

FESTIVAL = event(
    "Korkut Ata film festival",
    kind="festival",
    tense="future",
    starts_on=date(2024, 10, 8),
    ends_on=date(2024, 10, 11),
    city="Baku",
)


def file(session: Session, now: datetime, **fields: object) -> int:
    # A test may name any field.
    event = replace(FESTIVAL, **fields)  # type: ignore[arg-type]
    return found(session, unread(session, now, "festival")[0], event, now)


def settled(session: Session, event_id: int, now: datetime, **fields: object) -> Change:
    """What comes of it when an event's facts become these."""
    before = event_changes.facts(session, event_id)
    return settled_since(session, event_id, before, now, **fields)


def settled_since(
    session: Session, event_id: int, before: Facts | None, now: datetime, **fields: object
) -> Change:
    """The same of an event that was `before` as handed in."""
    row = session.get_one(Event, event_id)
    for name, value in fields.items():
        setattr(row, name, value)
    return event_changes.settle(session, event_id, before, now, matters)


def test_a_new_event_has_not_changed(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        event_id = file(session, now)
        assert event_changes.facts(session, None) is None
        assert event_changes.settle(session, event_id, None, now, matters) == Change(
            0, differs=False, matters=False
        )


def test_what_stays_as_it_was_is_no_change(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        event_id = file(session, now, participations=(person("Sultan Raev"),))
        assert settled(
            session, event_id, now, date_proof="On 8 October, the organisers said."
        ) == Change(0, differs=False, matters=False)


@pytest.mark.parametrize(
    "fields",
    [
        {"starts_on": date(2024, 10, 15), "ends_on": date(2024, 10, 18)},
        {"city": "Shusha"},
        {"country_code": "KZ"},
    ],
    ids=["day", "town", "country"],
)
def test_a_move_in_time_or_space_matters_and_is_kept(
    database: Database, now: datetime, fields: dict[str, object]
) -> None:
    with database.transaction() as session:
        event_id = file(session, now, country_code="AZ")
        assert settled(session, event_id, now, **fields) == Change(1, differs=True, matters=True)
    with database.transaction() as session:
        kept = event_changes.change(session, event_id, 1)
        for name, value in fields.items():
            assert getattr(kept.was, name) != getattr(kept.became, name)
            assert getattr(kept.became, name) == value
        assert kept.was.starts_on == date(2024, 10, 8)


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_on": date(2024, 10, 12)},
        {"city": "Bakı"},
        {"city": None},
        {"venue": "Nizami Cinema"},
        {"title": "Korkut Ata Turkic World Film Festival"},
    ],
    ids=[
        "a longer end",
        "another spelling of the town",
        "a town no longer told",
        "a venue",
        "a title",
    ],
)
def test_a_detail_changes_the_card_and_is_not_told_anew(
    database: Database, now: datetime, fields: dict[str, object]
) -> None:
    with database.transaction() as session:
        event_id = file(session, now)
        assert settled(session, event_id, now, **fields) == Change(1, differs=True, matters=False)
        with pytest.raises(NotStored):
            event_changes.change(session, event_id, 1)


def test_a_day_that_becomes_known_is_a_detail(database: Database, now: datetime) -> None:
    with database.transaction() as session:
        event_id = file(session, now, starts_on=None, ends_on=None)
        assert not settled(session, event_id, now, starts_on=date(2024, 10, 8)).matters


def test_a_day_set_right_when_it_is_over_is_a_correction_and_no_move(
    database: Database, now: datetime
) -> None:
    late = datetime(2024, 10, 20, tzinfo=now.tzinfo)
    with database.transaction() as session:
        event_id = file(session, now)
        assert settled(session, event_id, late, starts_on=date(2024, 10, 9)) == Change(
            1, differs=True, matters=False
        )


def test_one_more_article_alone_can_wait_and_with_a_fact_it_cannot(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        event_id = file(session, now)
        before = event_changes.facts(session, event_id)
        (second,) = unread(session, now, "second")
        session.get_one(Article, second).event_id = event_id
        assert event_changes.settle(session, event_id, before, now, matters) == Change(
            1, differs=True, matters=False, can_wait=True
        )
        before = event_changes.facts(session, event_id)
        (third,) = unread(session, now, "third")
        session.get_one(Article, third).event_id = event_id
        assert settled_since(session, event_id, before, now, venue="Nizami Cinema") == Change(
            2, differs=True, matters=False, can_wait=False
        )


def test_every_change_moves_the_time_of_the_last_change_on_even_within_one_moment(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        event_id = file(session, now)
        times = [session.get_one(Event, event_id).changed_at]
        for title in ("A", "B"):
            settled(session, event_id, now, title=title)
            times.append(session.get_one(Event, event_id).changed_at)
        assert times == sorted(set(times))


@dataclass
class Outlet:
    """Reports the festival again, at a time after it was first reported."""

    database: Database
    began: datetime
    event_id: int
    reports: int = 0

    def report(self, later: timedelta, proof: str | None) -> Change:
        """Report it as called off where a proof is given."""
        self.reports += 1
        identity, now = f"report {self.reports}", self.began + later
        with self.database.transaction() as session:
            before = event_changes.facts(session, self.event_id)
            articles.add_new(
                session, source(session, self.began), [article(identity, published_at=now)], now
            )
            row = session.scalars(select(Article).where(col(Article.identity) == identity)).one()
            row.event_id, row.cancel_proof = self.event_id, proof
            return event_changes.settle(session, self.event_id, before, now, matters)

    def proof(self) -> str | None:
        with self.database.transaction() as session:
            return session.get_one(Event, self.event_id).cancel_proof


@pytest.fixture
def outlet(database: Database, now: datetime) -> Outlet:
    with database.transaction() as session:
        return Outlet(database, now, file(session, now))


def test_an_event_that_an_article_calls_off_is_off_and_that_matters(outlet: Outlet) -> None:
    assert outlet.report(timedelta(hours=1), "The festival has been cancelled.") == Change(
        1, differs=True, matters=True
    )
    assert outlet.proof() == "The festival has been cancelled."


def test_an_echo_of_the_announcement_does_not_put_it_on_again_but_later_news_does(
    outlet: Outlet,
) -> None:
    outlet.report(timedelta(hours=1), "The festival has been cancelled.")
    echo = Change(2, differs=True, matters=False, can_wait=True)
    assert outlet.report(timedelta(hours=9), None) == echo
    assert outlet.proof() == "The festival has been cancelled."
    assert outlet.report(timedelta(days=3), None) == Change(3, differs=True, matters=True)
    assert outlet.proof() is None
